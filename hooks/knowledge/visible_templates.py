"""Templates of which those in hidden folders are not listed.

Answers: which templates and other files lie in the folders of a theme? What is hidden can still be
loaded by its name.
"""

from __future__ import annotations

import os

from jinja2 import FileSystemLoader


class VisibleTemplates(FileSystemLoader):
    """A loader that does not look into hidden folders unless it is told to."""

    def list_templates(self) -> list[str]:
        """The paths of templates and of what lies beside them, sorted."""
        found: set[str] = set()
        for folder in self.searchpath:
            for place, folders, names in os.walk(folder, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                within = os.path.relpath(place, folder).replace(os.sep, "/")
                found.update(f"{within}/{name}".removeprefix("./") for name in names)
        return sorted(found)
