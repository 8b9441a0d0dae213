"""Malicious texts, and harmless texts that look like them."""
