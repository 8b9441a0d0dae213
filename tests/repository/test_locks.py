"""The lock files: hashes for every package, no host name, the same versions in both."""

import re

import pytest

from support.cases_site import ROOT

LOCKS = ("requirements.txt", "requirements-test.txt")
PACKAGE = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE | re.IGNORECASE)


def versions(name):
    return dict(PACKAGE.findall((ROOT / name).read_text("utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_hash_and_no_host_is_named(name):
    text = (ROOT / name).read_text("utf-8")
    for block in re.split(r"\n(?=[a-zA-Z])", text):
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert "://" not in text
    assert "index-url" not in text


def test_the_test_lock_holds_the_site_lock():
    site, test = (versions(name) for name in LOCKS)
    assert site.items() <= test.items()


def test_mkdocs_stays_below_2_and_material_is_not_held_back():
    site = versions("requirements.txt")
    assert site["mkdocs"].startswith("1.")
    assert tuple(map(int, site["mkdocs-material"].split("."))) >= (9, 8, 2)
