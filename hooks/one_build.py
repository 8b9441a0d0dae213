"""One build at a time in a folder: two at once would mix their files."""

from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from this_build import is_preview

_held: list[FileLock] = []


def begin(config: MkDocsConfig) -> None:
    """Keep other builds out of the site's folder until `end`, or until this process is gone.

    Raises:
        PluginError: another build is at work there.
    """
    if _held or is_preview():  # a preview has a folder of its own
        return
    folder = Path(config.site_dir).absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.parent / f".{folder.name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        message = f"Another build is writing into {folder}. Wait for its end, and build again."
        raise PluginError(message) from error
    _held.append(lock)


def end() -> None:
    """Let the next build in."""
    while _held:
        _held.pop().release()
