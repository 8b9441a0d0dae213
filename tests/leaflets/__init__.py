"""The PDF files of pages that are handed out on paper: `make leaflets`."""
