import subprocess

import pytest

from knowledge.site.build_time import build_moment


def test_the_environment_comes_first(tmp_path):
    moment = build_moment(tmp_path, {"SOURCE_DATE_EPOCH": "1700000000"})
    assert (moment.seconds, moment.origin) == (1700000000, "environment")


def test_then_the_last_commit(tmp_path):
    date = "1600000000 +0000"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "init", "-q"], check=True)
    environment = {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date, "PATH": "/usr/bin:/bin"}
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True, env=environment)
    moment = build_moment(tmp_path, {})
    assert (moment.seconds, moment.origin) == (1600000000, "commit")


def test_without_history_the_clock_says_that_it_is_the_clock(tmp_path):
    assert build_moment(tmp_path, {"SOURCE_DATE_EPOCH": "soon"}).origin == "clock"


@pytest.mark.parametrize("given", ["9" * 30, "4354819199", "0", "²", "١٢٣", "-1", "1e9", " 1 ", ""])
def test_what_is_no_time_counts_as_not_given(tmp_path, given):
    moment = build_moment(tmp_path, {"SOURCE_DATE_EPOCH": given})
    assert moment.origin == "clock"
    assert moment.day
