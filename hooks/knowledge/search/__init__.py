"""The data and files of the client-side search: passages, indexes and scripts."""
