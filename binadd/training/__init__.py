"""A run that can be advanced and taken back, and whether going on is worth it."""
