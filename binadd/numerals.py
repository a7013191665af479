"""Numbers as people type them: what is plain is read, what could mean two things is not."""

import re

# Full-width forms, as East Asian keyboards type them, a true minus sign, and marks without a width.
_SAME = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2212: "-"}
_MARKS = (0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SIGNS = _SAME | dict.fromkeys(_MARKS)
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:([\s,_'’])[0-9]{3})(?:\1[0-9]{3})*")
_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?|-?inf|nan", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a number's text without margins, in ASCII where a sign has the same meaning."""
    return text.translate(_SIGNS).strip()


def ungrouped(text: str) -> str:
    """Return a whole number's plain text without what sets thousands apart: 10,000, 10 000."""
    bare = plain(text)
    return re.sub(r"[\s,_'’]", "", bare) if _GROUPED.fullmatch(bare) else bare


def read(text: str, whole: bool) -> int | float:
    """Read a number, a whole one also with its thousands apart; raise ValueError if it is none.

    A comma in a number that need not be whole could be a point or nothing: that is no number.
    """
    bare = ungrouped(text) if whole else plain(text)
    if not (_WHOLE if whole else _DECIMAL).fullmatch(bare):
        raise ValueError(f"“{bare}” is no number{remedy(text, whole)}")
    return int(bare) if whole else float(bare)


def remedy(text: str, whole: bool) -> str:
    """Say how a number that was not understood is to be written, if that is what it lacks."""
    if any(sign.isdecimal() and not sign.isascii() for sign in plain(text)):
        return "; write it with the digits 0 to 9"
    pointed = plain(text).replace(",", ".")
    if not whole and "," in plain(text) and _DECIMAL.fullmatch(pointed):
        return f"; write a decimal point, not a comma, as in {pointed}"
    return ""


def written(number: float) -> str:
    """Write a number as people do, without an exponent: 0.000001, 4,294,967,295."""
    return f"{number:,.12f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share so that only all of them are 100 %, and only none of them 0 %."""
    if share in (0, 1):
        return f"{100 * share:.0f} %"
    return f"{min(max(100 * share, 0.01), 99.99):.2f} %"
