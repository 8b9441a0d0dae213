"""Read and validate the data files in docs/_data."""
