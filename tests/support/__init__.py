"""What tests share: sites to look at, builds, a browser, a host, hostile texts."""
