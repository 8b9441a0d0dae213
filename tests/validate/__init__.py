"""HTML validation of the built pages: `make validate`."""
