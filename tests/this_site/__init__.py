"""Tests of the content of this site only; a site about another subject deletes this folder."""
