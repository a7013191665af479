"""The rooms behind build.py: fetch, check, assemble, serve, test. Standard library only."""
