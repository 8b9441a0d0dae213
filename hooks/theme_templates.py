"""The theme's templates as mkdocs loads them, listed without what it leaves out."""

from jinja2 import Environment
from mkdocs.theme import Theme

from knowledge.visible_templates import VisibleTemplates


def environment_of(theme: Theme) -> Environment:
    """The environment of templates, whose listing is short (mkdocs 1.6.1 lists 14,000 icons)."""
    environment = Theme.get_env(theme)
    environment.loader = VisibleTemplates(theme.dirs)
    return environment
