"""What readers do, in each of the engines they read with: Chromium, Firefox and WebKit."""
