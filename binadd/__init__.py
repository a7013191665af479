"""binadd: a recurrent network learns to add binary numbers, in pure NumPy."""

__version__ = "0.1.0"
