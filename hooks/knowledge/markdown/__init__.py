"""Parse Markdown into blocks, links, sections and sentences, as Python-Markdown does."""
