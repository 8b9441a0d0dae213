"""Write the start of another site: `make new-site`."""
