"""The published site around its pages: URLs, bundles, CSP, redirects, offline copy, last checks."""
