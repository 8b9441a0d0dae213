"""The site's checks, rendering, search and publishing, without mkdocs.

Packages import only from lower layers. From the bottom: `markdown` and `data`; `site`; `rules`,
`render`, `search` and `publish`; `report`; the command line.
"""
