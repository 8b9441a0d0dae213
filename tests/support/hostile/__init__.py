"""Texts that are meant to do harm, and texts that only look like it."""
