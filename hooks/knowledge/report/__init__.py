"""Findings and changes for a person: the terminal, a pull request, the state of translations."""
