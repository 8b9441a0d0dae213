"""Builds one site after another, each in a process of its own that has imported everything already.

Reads from its input, line by line in JSON, what to build; answers each with the exit code. A build
happens in a fork, so that none sees what another left behind: static-i18n cannot build twice in
one process.
"""

import gc
import importlib
import json
import os
import pkgutil
import sys
from pathlib import Path
from typing import Any

import pyphen

HOOKS = Path(__file__).parents[2] / "hooks"
HOUSE = "knowledge"
IMPORTED = (
    *("mkdocs.__main__", "mkdocs.commands.build", "mkdocs_static_i18n.plugin"),
    *("material.plugins.search.plugin", "pymdownx.highlight", "pymdownx.superfences"),
    *(f"markdown.extensions.{name}" for name in ("admonition", "attr_list", "def_list")),
    *(f"markdown.extensions.{name}" for name in ("footnotes", "md_in_html", "tables", "toc")),
)
"""What every build imports."""


def import_everything() -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    sys.path.insert(0, str(HOOKS))
    house = importlib.import_module(HOUSE)
    for module in pkgutil.walk_packages(house.__path__, f"{HOUSE}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    sys.path.remove(str(HOOKS))
    # Read once, not in every fork.
    pyphen.Pyphen(lang="en_US")
    gc.freeze()


def modules_of(hooks: Path) -> dict[str, bytes]:
    paths = hooks.glob(f"{HOUSE}/**/*.py")
    return {path.relative_to(hooks).as_posix(): path.read_bytes() for path in paths}


def forget_the_house() -> None:
    """Let the site's own modules be imported: they are others than ours."""
    for name in [name for name in sys.modules if name.partition(".")[0] == HOUSE]:
        del sys.modules[name]


def build(request: dict[str, Any]) -> None:
    """In the fork: what `python -m mkdocs build` does in the folder."""
    output = os.open(request["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, sys.stdout.fileno())
    os.dup2(output, sys.stderr.fileno())
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.path.insert(0, request["folder"])
    sys.modules["mkdocs.__main__"].cli(request["arguments"], prog_name="mkdocs")


def serve() -> None:
    ours = modules_of(HOOKS)
    for line in sys.stdin:
        request = json.loads(line)
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
            sys.stdout.flush()
            continue
        if modules_of(Path(request["folder"]) / "hooks") != ours:
            forget_the_house()
        # Ends the fork, as it ends a process.
        build(request)


if __name__ == "__main__":
    import_everything()
    serve()
