"""Which sums a network gets right, of one length and of every length."""
