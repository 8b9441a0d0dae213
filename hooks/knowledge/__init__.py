"""The site's checks, rendering, search and publishing, without mkdocs.

Packages import only from lower layers. From the bottom: `markdown` and `data`; `site`; `rules`,
`render`, `search` and `publish`; `report`; the command line.

Paths of sources are posix paths from the repository's root. Those of published files are from the
site's root, as are the folders of languages: `en/`, empty for the default one. A `page_path` is
inside such a folder: `guide.md`. Codes of languages are those of mkdocs.yml, lines are 1-based, and
a `site_url` ends with a slash.
"""
