"""The site as one value: sources, data, languages and git history, and facts that pages share."""
