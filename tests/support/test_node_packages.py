"""Node packages of the tools: their locks and their installation."""

import json

import pytest

from support import node_packages
from support.cases_site import ROOT
from support.node_packages import LOCK, PACKAGE, CannotRunError, NodePackages

TOOLS = sorted(path.parent for path in (ROOT / "tests").glob(f"*/{PACKAGE}"))


def packages_of(folder):
    packages = json.loads((folder / LOCK).read_text("utf-8"))["packages"]
    return {name: each for name, each in packages.items() if name}


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """A tool with a dummy lock, in a temporary repository."""
    monkeypatch.setattr(node_packages, "ROOT", tmp_path)
    folder = tmp_path / "tests/tool"
    folder.mkdir(parents=True)
    (folder / PACKAGE).write_text("{}")
    (folder / LOCK).write_text("one")
    return NodePackages(folder, "The tool")


@pytest.fixture
def fake_path(tmp_path, monkeypatch):
    """Make an empty folder the whole PATH; returns a function that adds a program to it."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))

    def put(name, script):
        path = programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    return put


@pytest.mark.parametrize("folder", TOOLS, ids=lambda path: path.name)
def test_a_lock_has_a_hash_for_every_package_and_names_no_host(folder):
    packages = packages_of(folder)
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert "://" not in (folder / LOCK).read_text("utf-8")
    asked = json.loads((folder / PACKAGE).read_text("utf-8"))["dependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked


@pytest.mark.parametrize("folder", TOOLS, ids=lambda path: path.name)
def test_packages_are_installed_outside_the_sources(folder):
    assert NodePackages(folder, "It").installed == ROOT / ".cache" / folder.name
    assert not (folder / "node_modules").exists()


@pytest.mark.parametrize(
    ("programs", "found"),
    [
        ({}, "none"),
        ({"node": "echo v22.16.0"}, "no npm"),
        ({"node": "echo v20.18.3", "npm": ""}, "v20.18.3"),
        ({"node": "exit 1", "npm": ""}, "one that does not start"),
    ],
    ids=["none", "no npm", "too old", "broken"],
)
def test_a_missing_node_gives_one_sentence(tool, fake_path, programs, found):
    for name, script in programs.items():
        fake_path(name, script)
    sentence = (
        f"The tool needs Node 20.19 or newer with npm, and found {found}. "
        "Install it and call make again."
    )
    assert tool.missing_node() == sentence
    for act in (tool.install, tool.write_lock):
        with pytest.raises(CannotRunError) as error:
            act()
        assert str(error.value) == sentence


def test_packages_are_installed_once_for_each_lock(tool, fake_path):
    fake_path("node", "echo v20.19.0")
    fake_path("npm", 'echo "$*" >> ../../installs')
    tool.install()
    tool.install()
    (tool.folder / LOCK).write_text("two")
    assert not tool.is_installed()
    tool.install()
    assert tool.is_installed()
    calls = (node_packages.ROOT / "installs").read_text().splitlines()
    assert calls == [f"ci {' '.join(node_packages.NPM)}"] * 2


def test_an_interrupted_installation_does_not_count(tool, fake_path):
    fake_path("node", "echo v20.19.0")
    fake_path("npm", "exit 1")
    with pytest.raises(CannotRunError) as error:
        tool.install()
    assert str(error.value) == (
        f"The packages of tests/tool/{LOCK} could not be installed. With a connection to the "
        "package registry, call make again."
    )
    assert not tool.is_installed()


def test_a_renewed_lock_names_no_host(tool, fake_path):
    (tool.folder / PACKAGE).write_text('{"name": "tool"}')
    made = {"name": "tmp", "packages": {"": {}, "a": {"resolved": "x://y", "version": "1"}}}
    fake_path("npm", f"echo '{json.dumps(made)}' > {LOCK}")
    fake_path("node", "echo v20.19.0")
    tool.write_lock()
    assert json.loads((tool.folder / LOCK).read_text("utf-8")) == {
        "name": "tool",
        "packages": {"": {}, "a": {"version": "1"}},
    }
