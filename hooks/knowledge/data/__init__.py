"""The files of docs/_data as values, or as findings with their lines."""
