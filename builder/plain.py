"""Pages and style sheets without a letter beyond ASCII, which read the same in every charset.

A host may name another charset in its header, and that goes before what the page itself says.
Modules need none of this: browsers take them as UTF-8, whatever a host says.
"""

import re

BEYOND = re.compile(r"[^\x00-\x7f]")


def plain(name: str, content: bytes) -> bytes:
    """Return a file of the site; where it is a page or a style sheet, in ASCII."""
    if name.endswith(".html"):
        return content.decode("utf-8").encode("ascii", "xmlcharrefreplace")
    if name.endswith(".css"):
        return BEYOND.sub(_escaped, content.decode("utf-8")).encode("ascii")
    return content


def _escaped(found: re.Match[str]) -> str:
    """Return a letter as style sheets can write it; the space at its end belongs to it."""
    return f"\\{ord(found[0]):x} "
