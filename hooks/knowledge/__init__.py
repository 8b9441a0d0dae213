"""The site's checks, rendering, search and publishing, without mkdocs.

Packages import only what lies below them: `markdown` and `data`, then `site`, then `rules`,
`render`, `search` and `publish`, then `report` and the command line.
"""
