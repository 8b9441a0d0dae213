"""Lighthouse scores of the built pages: `make lighthouse`."""
