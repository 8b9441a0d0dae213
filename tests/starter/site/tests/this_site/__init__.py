"""Tests of this site: what is true of its pages, its data and its looks."""
