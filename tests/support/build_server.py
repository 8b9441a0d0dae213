"""Build server: forks a process with all imports done for each build.

Reads one JSON request per line from stdin and answers with the exit code. Each build runs in a
fork, because static-i18n cannot build twice in one process.
"""

import gc
import importlib
import json
import os
import pkgutil
import sys
from pathlib import Path
from typing import Any

HOOKS = Path(__file__).parents[2] / "hooks"
TINY = Path(__file__).parents[1] / "site/tiny"
PACKAGE = "knowledge"
IMPORTED = (
    *("mkdocs.__main__", "mkdocs.commands.build", "mkdocs_static_i18n.plugin"),
    *("holidays.countries", "py_mini_racer", "pymdownx.highlight", "pymdownx.superfences"),
    *("colorama", "filelock", "material.templates", "phonenumbers.data.region_JP"),
    *(f"markdown.extensions.{name}" for name in ("admonition", "attr_list", "def_list")),
    *(f"markdown.extensions.{name}" for name in ("codehilite", "fenced_code")),
    *(f"markdown.extensions.{name}" for name in ("md_in_html", "tables", "toc")),
)
"""Modules that every build imports."""
EXTENSIONS = ("markdown.extensions.", "pymdownx.")
"""Prefixes of the modules that are Markdown extensions."""


def import_everything() -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    sys.path.insert(0, str(HOOKS))
    package = importlib.import_module(PACKAGE)
    for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    sys.path.remove(str(HOOKS))


def warm_up() -> None:
    """Compile patterns and fill caches once, so that no fork has to."""
    markdown = importlib.import_module("markdown")
    markdown.Markdown(extensions=[name for name in IMPORTED if name.startswith(EXTENSIONS)])
    site = importlib.import_module(f"{PACKAGE}.site.site").load(TINY)
    importlib.import_module(f"{PACKAGE}.rules.registry").findings(site)


def modules_of(hooks: Path) -> dict[str, bytes]:
    paths = hooks.glob(f"{PACKAGE}/**/*.py")
    return {path.relative_to(hooks).as_posix(): path.read_bytes() for path in paths}


def unload_our_modules() -> None:
    """Unload our modules, so that a site with changed hooks imports its own."""
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def build(request: dict[str, Any]) -> None:
    """Run `mkdocs build` in the folder, in the forked process; does not return."""
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
            unload_our_modules()
        # Exits the forked process.
        build(request)


if __name__ == "__main__":
    import_everything()
    warm_up()
    gc.freeze()
    serve()
