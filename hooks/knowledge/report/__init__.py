"""Reports for contributors: findings, changed data and the state of translations, as text."""
