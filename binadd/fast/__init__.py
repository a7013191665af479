"""The numbers of the readable network, up to rounding, at many times its speed."""
