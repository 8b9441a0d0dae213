"""Generated pictures that are committed to the repository: `make pictures`."""
