"""What the search is given: passages, indexes and scripts."""
