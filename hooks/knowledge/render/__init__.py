"""What the build renders into the HTML of a page: typed links, cards, lists, notices."""
