"""What a network remembers, how, and what it does without."""
