"""How fast things are: `make bench`, `make search-report`."""
