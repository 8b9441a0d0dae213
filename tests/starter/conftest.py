"""The templates hold tests of a site that is not here."""

collect_ignore = ["site"]
