"""How fast every way of training is, with the tutorial's own loop as the yardstick."""
