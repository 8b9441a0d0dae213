"""Types, rules and tests of the scripts in overrides/assets/javascripts: `make lint-js`."""
