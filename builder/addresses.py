"""Where a file of web/ is served: what starts the page, and what starts Python, stands at the root.

Its own place says what it is for; its address may be kept by others, decides what it may see, and
is what its relative addresses go out from.
"""

ROOMS = ("runtime", "shell")  # whose files are served beside the page


def address(source: str) -> str:
    """Return the address of a file, given its path in web/."""
    room, _, name = source.partition("/")
    return name if room in ROOMS else source
