"""Shared by tests: sites, builds, a browser, a web server, hostile texts."""
