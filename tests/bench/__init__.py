"""Benchmarks of the build and of the search: `make bench`, `make search-report`."""
