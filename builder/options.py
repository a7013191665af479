"""What may stand behind an option of build.py: looked at before anything is built."""

import argparse

HIGHEST_PORT = 65_535


def port(text: str) -> int:
    """Return the port that somebody has asked for; 0 means any free one."""
    plain = text.isascii() and text.isdigit() and len(text) < 10
    if not plain or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(
            f"must be from 1 to {HIGHEST_PORT}, or 0 for any free one, not {text or 'empty'}"
        )
    return int(text)
