"""The pictures that are kept in the repository: `make pictures`."""
