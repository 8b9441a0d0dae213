"""How Lighthouse rates the pages: `make lighthouse`."""
