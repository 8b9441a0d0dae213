"""What is true of this site alone. The machinery for another subject works without it."""
