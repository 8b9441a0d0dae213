"""The rules that check sources, data and configuration: one module for each concern."""
