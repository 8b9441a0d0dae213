"""All sources and data of a site in one value: languages, history, dates, and what pages share."""
