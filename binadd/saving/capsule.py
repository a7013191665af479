"""A trained network as one short text, to be pasted, mailed or put into an address.

The text begins with "binadd1."; what follows is base64 for URLs, without padding, of

    28 bytes       the settings and the iteration, as HEADER lays them out
    4 bytes each   all weights, as float32: w_xh, w_hh, w_hy, b_h, b_y, row by row
    8 bytes        the start of the SHA-256 of the prefix and of all bytes before

All numbers are little-endian. Rounding to float32 moves a weight by at most one part in 16
million, so the text is a close copy of the network; the file of `npz_file` is an exact one.
"""

import base64
import hashlib
import re
import struct

import numpy as np

from binadd.network import Weights
from binadd.saving.npz_file import Saved, checked
from binadd.settings import LIMITS, Settings

PREFIX = "binadd1."  # the number is raised when an older reader would misread the rest
HEADER = struct.Struct("<BBdIIBBQ")  # Settings, field by field, then the iteration
DIGEST = 8  # bytes
LONGEST = 23_272  # characters, of a network with as many hidden units as there may be


def encode(saved: Saved) -> str:
    """Return the network as a text; its weights are rounded to float32.

    Raises ValueError if the network is not sound or a weight is too large for float32.
    """
    weights, settings, iteration = checked(saved)
    flat = np.concatenate([array.ravel() for array in weights])
    if np.abs(flat).max() > np.finfo(np.float32).max:
        raise ValueError("a weight is too large for a text or a link, but a file can hold it")
    fields = (getattr(settings, name) for name in LIMITS)
    content = HEADER.pack(*fields, iteration) + flat.astype("<f4").tobytes()
    return PREFIX + _characters(content + _digest(content))


def decode(text: str) -> Saved:
    """Read a network from a text; white space around it does not matter.

    Raises ValueError, and nothing else, with a sentence that says what is wrong.
    """
    try:
        return _unpack(_opened(text.strip()))
    except ValueError as error:
        raise ValueError(f"the text is not a sound capsule of binadd: {error}") from error


def _opened(text: str) -> bytes:
    """Check the text and return its content: header and weights."""
    start = re.match(r"binadd[0-9]{1,9}\.", text)
    if not start:
        raise ValueError(f"it must begin with “{PREFIX}”, not {text[:20]!r}")
    if start[0] != PREFIX:
        raise ValueError(f"it must be of version “{PREFIX}”, not “{start[0]}”")
    if len(text) > LONGEST:
        raise ValueError(f"it must have at most {LONGEST:,} characters")
    sealed = _bytes(text[len(PREFIX) :])
    content, digest = sealed[:-DIGEST], sealed[-DIGEST:]
    if len(content) < HEADER.size or digest != _digest(content):
        raise ValueError("its digest does not fit its contents, so it is damaged or cut short")
    return content


@np.errstate(invalid="ignore")  # a NaN is refused by name below
def _unpack(content: bytes) -> Saved:
    *fields, iteration = HEADER.unpack_from(content)
    chosen = dict(zip(LIMITS, fields, strict=True))
    chosen["biases"] = {0: False, 1: True}.get(chosen["biases"], chosen["biases"])
    settings = Settings(**chosen)
    if len(content) != _size(settings.hidden):
        raise ValueError(f"it has not the length of {settings.hidden} hidden units")
    flat = np.frombuffer(content, "<f4", offset=HEADER.size).astype(np.float64)
    hidden = settings.hidden
    shapes = ((2, hidden), (hidden, hidden), (hidden,), (hidden,), (1,))  # as in Weights
    ends = np.cumsum([np.prod(shape) for shape in shapes])
    pieces = zip(np.split(flat, ends[:-1]), shapes, strict=True)
    weights = Weights(*(piece.reshape(shape) for piece, shape in pieces))
    return checked(Saved(weights, settings, iteration))


def _size(hidden: int) -> int:
    """Return the number of bytes of header and weights."""
    return HEADER.size + 4 * (hidden * hidden + 4 * hidden + 1)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(PREFIX.encode() + content).digest()[:DIGEST]


def _characters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _bytes(body: str) -> bytes:
    """Undo `_characters`, and refuse other texts that a decoder would take for the same."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", body) or len(body) % 4 == 1:
        raise ValueError("it holds other characters than letters, digits, “-” and “_”, or too few")
    content = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    if _characters(content) != body:
        raise ValueError("its last character is changed")
    return content
