"""The house: what the site is made of and what may be wrong with it.

Pure functions of text, paths and data. Nothing here imports mkdocs, so the checks run in an
editor, in a pre-commit hook and in CI without a build.
"""
