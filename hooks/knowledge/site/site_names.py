"""What the site is called in each language: `site_name` of mkdocs.yml and `names` of site.yml.

Answers: which name and description does a reader of a language see, and in which language is it?
"""

from knowledge.data.texts import ShownText, Texts
from knowledge.site.mkdocs_yml import NAME
from knowledge.site.site import Site


def setting(site: Site, name: str, language: str, otherwise: str) -> ShownText:
    """A setting of mkdocs.yml for readers of a language.

    `name` is NAME or DESCRIPTION of mkdocs_yml.py; `otherwise` is what mkdocs has for it, for a
    value from the environment.
    """
    return _best(site, language, site.settings.get(name), otherwise=otherwise)


def title(site: Site, language: str, site_name: str) -> ShownText:
    """The name of the site in titles of pages: of site.yml, or else `site_name`."""
    texts = (site.data.settings.names.title, site.settings.get(NAME))
    return _best(site, language, *texts, otherwise=site_name)


def short_title(site: Site, language: str, site_name: str) -> ShownText:
    """The name of the site below its icon: of site.yml, or else `site_name`."""
    texts = (site.data.settings.names.short, site.settings.get(NAME))
    return _best(site, language, *texts, otherwise=site_name)


def _best(site: Site, language: str, *texts: Texts | None, otherwise: str) -> ShownText:
    """The first text in the best language that has one."""
    for code in site.languages.order(language):
        for each in texts:
            if each and each.has(code):
                return each.shown((code,))
    return ShownText(otherwise, language)
