"""The context in which the files beside the pages of the tiny site are made."""

from knowledge.components import components_in
from knowledge.publish.publish_context import PublishContext
from support.cases_site import ROOT

FOLDERS = {"ja": "", "en": "en/"}


def context_of(site, url, **others):
    """The context of a site in Japanese and English; `others` are further fields."""
    return PublishContext(site, url, FOLDERS, components_in(ROOT / "overrides"), **others)
