"""Integers and their bits; everywhere in binadd the lowest bit comes first."""

import re

import numpy as np
from numpy.typing import NDArray

from binadd import numerals

OPERAND_BITS = 1024  # the widest number that parse_number accepts unless told otherwise

_DIGITS = {"0b": re.compile(r"[01]+"), "0x": re.compile(r"[0-9a-f]+"), "": re.compile(r"[0-9]+")}
_BASES = {"0b": 2, "0x": 16, "": 10}


def to_bits(number: int, width: int) -> NDArray[np.uint8]:
    """Return the `width` bits of a non-negative Python integer, shape (width,), lowest first.

    Raises ValueError if the number is negative or needs more than `width` bits.
    """
    if number < 0:
        raise ValueError(f"number must not be negative, got {number}")
    if number.bit_length() > width:
        raise ValueError(f"number needs {number.bit_length()} bits, more than width {width}")
    raw = np.frombuffer(number.to_bytes((width + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(raw, bitorder="little", count=width)


def from_bits(bits: NDArray[np.uint8]) -> int:
    """Return the integer whose bits are `bits`, shape (width,), lowest first."""
    return int.from_bytes(np.packbits(bits, bitorder="little").tobytes(), "little")


def columns(numbers: NDArray[np.int64], width: int) -> NDArray[np.uint8]:
    """Return the bits of many numbers at once: shape (...) becomes (..., width), width <= 64."""
    places = np.arange(width, dtype=np.uint64)
    shifted = numbers.astype(np.uint64)[..., None] >> places
    return (shifted & np.uint64(1)).astype(np.uint8)


def as_text(bits: NDArray[np.uint8], separator: str = "") -> str:
    """Write bits as people do, the highest first: [1, 0, 0] becomes "001"."""
    return separator.join(str(bit) for bit in bits[::-1])


def parse_number(text: str, name: str = "number", most_bits: int = OPERAND_BITS) -> int:
    """Read a non-negative integer written as 9, 0b1001 or 0x9; digits may stand in groups.

    Raises ValueError with a sentence that says the name, the value and what would be right.
    """
    wanted = "a whole number, zero or more, written like 9, 0b1001 or 0x9"
    bare = numerals.ungrouped(text).lower()
    if not bare:
        raise ValueError(f"{name} is empty; it must be {wanted}")
    prefix = bare[:2] if bare[:2] in ("0b", "0x") else ""
    digits = re.sub(r"(?<=[0-9a-f])_(?=[0-9a-f])", "", bare[len(prefix) :].removeprefix("_"))
    if bare.startswith("_") or not _DIGITS[prefix].fullmatch(digits):
        remedy = numerals.remedy(text, whole=True)
        raise ValueError(f"{name} must be {wanted}, not “{shorten(text.strip())}”{remedy}")
    digits = digits.lstrip("0") or "0"
    base = _BASES[prefix]
    shortest_too_long = most_bits + 1 if base == 2 else most_bits // 3 + 2
    if len(digits) <= shortest_too_long:  # longer text is refused unread: int() is slow on it
        number = int(digits, base)
        if number.bit_length() <= most_bits:
            return number
    raise ValueError(f"{name} must have at most {most_bits:,} bits; “{shorten(digits)}” has more")


def shorten(text: str, most: int = 40) -> str:
    """Return `text` in one visible line, without its middle if it is longer than `most`."""
    text = visible(" ".join(text.split()))
    if len(text) <= most:
        return text
    return f"{text[: most - 12]}…{text[-8:]} ({len(text):,} characters)"


def visible(text: str) -> str:
    """Return `text` in one line that does nothing where it is shown.

    Line ends, controls of a terminal and marks that turn the direction of writing, which a foreign
    name may hold, are written as Python writes them: \\x1b.
    """
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
