"""`.ci/venv` creates a virtual environment, repairs a broken one, and reports what is missing.

Small scripts stand in for Python, so that nothing is downloaded.
"""

import os
import shutil
import subprocess
import sys

import pytest

from support.cases_site import ROOT

# A stand-in for python3. It tells its version; `-m venv` makes one whose python "installs".
FAKE_PYTHON = """#!/bin/sh
case "$*" in
  *'print("%d.%d"'*) echo {version} ;;
  *"version_info < (3, 11)"*) [ {is_old} = no ] ;;
  "-m venv .venv")
    {venv}
    mkdir -p .venv/bin
    cat > .venv/bin/python <<'INNER'
#!/bin/sh
case "$*" in
  *"is_whole.py"*|*"import pip"*) exit 0 ;;
  *"pip install"*) echo "$*" >> installs; {install} ;;
esac
INNER
    chmod +x .venv/bin/python ;;
esac
"""


@pytest.fixture
def folder(tmp_path):
    """A folder like a fresh clone, with the tools the script needs but no Python."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/venv", tmp_path / ".ci/venv")
    (tmp_path / "requirements.txt").write_text("one\n")
    (tmp_path / "requirements-test.txt").write_text("one\ntwo\n")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "rm", "cp", "mkdir", "cat", "chmod"):
        (tools / name).symlink_to(shutil.which(name))
    return tmp_path


def fake_python(folder, version="3.12", venv="true", install="exit 0"):
    is_old = "yes" if version < "3.11" else "no"
    script = FAKE_PYTHON.format(version=version, is_old=is_old, venv=venv, install=install)
    path = folder / "tools/python3"
    path.write_text(script)
    path.chmod(0o755)


def run(folder, lock="requirements.txt"):
    result = subprocess.run(
        ["sh", ".ci/venv", lock],
        cwd=folder,
        env={"PATH": str(folder / "tools")},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def installs(folder):
    path = folder / "installs"
    return path.read_text().splitlines() if path.exists() else []


def test_a_missing_python_gives_one_clear_sentence(folder):
    assert run(folder) == (
        1,
        "This needs Python 3.11 or newer, and found no Python at all. "
        "Install it and call make again.\n",
    )


def test_an_old_python_is_named(folder):
    fake_python(folder, version="3.10")
    assert run(folder) == (
        1,
        "This needs Python 3.11 or newer, and found python3 is 3.10. "
        "Install it and call make again.\n",
    )


def test_a_python_without_venv_says_which_part_is_missing(folder):
    fake_python(folder, venv="echo No module named venv >&2; exit 1")
    code, output = run(folder)
    assert code == 1
    assert output.startswith("python3 cannot make a virtual environment: its venv module")
    assert "python3-venv" in output
    assert not (folder / ".venv").exists()


def test_the_second_call_installs_nothing_and_is_silent(folder):
    fake_python(folder)
    assert run(folder)[0] == 0
    assert run(folder) == (0, "")
    assert installs(folder) == [
        "-m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt"
    ]


def test_the_test_lock_serves_the_site_too(folder):
    fake_python(folder)
    run(folder, "requirements-test.txt")
    assert run(folder, "requirements.txt") == (0, "")
    assert len(installs(folder)) == 1


def test_a_changed_lock_is_installed(folder):
    fake_python(folder)
    run(folder)
    (folder / "requirements.txt").write_text("three\n")
    assert run(folder)[0] == 0
    assert len(installs(folder)) == 2


def test_an_interrupted_installation_heals_itself(folder):
    fake_python(folder, install="exit 1")
    code, output = run(folder)
    assert code == 1
    assert "could not be installed" in output
    (folder / ".venv/half-made").touch()
    fake_python(folder)
    assert run(folder)[0] == 0
    assert not (folder / ".venv/half-made").exists()
    assert run(folder) == (0, "")


def test_a_virtual_environment_whose_python_is_gone_is_made_anew(folder):
    fake_python(folder)
    run(folder)
    (folder / ".venv/bin/python").unlink()
    assert run(folder)[0] == 0
    assert run(folder) == (0, "")
    assert len(installs(folder)) == 2


def is_whole(folder, lock):
    """Result of `.ci/is_whole.py` for a lock if only the packages in a folder are installed."""
    (folder / "lock.txt").write_text(lock)
    command = [sys.executable, "-S", str(ROOT / ".ci/is_whole.py"), "lock.txt"]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode == 0


def test_a_package_that_lacks_a_file_is_noticed(tmp_path):
    (tmp_path / "rjsmin-1.0.dist-info").mkdir()
    (tmp_path / "rjsmin-1.0.dist-info/METADATA").write_text("Name: rjsmin\nVersion: 1.0\n")
    (tmp_path / "rjsmin-1.0.dist-info/RECORD").write_text(
        "rjsmin.py,,\nrjsmin-1.0.dist-info/RECORD,,\n"
    )
    code = tmp_path / "rjsmin.py"
    code.touch()
    lock = "rjsmin==1.0 \\\n    --hash=sha256:00\nother==2 ; sys_platform == 'win32' \\\n"
    assert is_whole(tmp_path, lock)
    assert not is_whole(tmp_path, lock.replace("1.0", "1.1"))
    assert not is_whole(tmp_path, f"{lock}segno==1.6.6 \\\n")
    code.unlink()
    assert not is_whole(tmp_path, lock)
    assert not is_whole(tmp_path, "")


def test_a_broken_environment_is_made_anew(folder):
    fake_python(folder)
    run(folder)
    python = folder / ".venv/bin/python"
    python.write_text(
        python.read_text().replace('*"is_whole.py"*|', '*"is_whole.py"*) exit 1 ;;\n')
    )
    (folder / ".venv/old").touch()
    assert run(folder)[0] == 0
    assert not (folder / ".venv/old").exists()
    assert run(folder) == (0, "")
