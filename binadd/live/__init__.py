"""A run for somebody who watches: commands in, events out, work in short slices."""
