"""Markdown text into blocks, links, sections and lines, as Python-Markdown sees them."""
