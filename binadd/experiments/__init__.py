"""Many networks trained to be compared, here or by many workers."""
