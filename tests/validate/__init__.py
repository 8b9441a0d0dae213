"""The pages against the HTML standard: `make validate`."""
