"""Measurements of speed, for people to read; nothing here passes or fails."""
