"""One plain interface to three browser engines: Chromium, Firefox and WebKit."""
