"""Lengths as files write them: plain numbers, decimals, or with a unit (22.9.2.15).

Word writes plain twips, in Strict files points (`28.95pt`); other programs write `1440.0`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from lxml import etree

from jixiao.word.opc.markup import w

_MOST_DIGITS = 9
_LENGTH = re.compile(r"\s*(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)?\s*")
_TWIPS = {
    "mm": Fraction(14400, 254),
    "cm": Fraction(144000, 254),
    "in": Fraction(1440),
    "pt": Fraction(20),
    "pc": Fraction(240),
    "pi": Fraction(240),
}
_TWIPS_PER_HALF_POINT = 10


def twips(element: etree._Element | None, name: str, default: int) -> int:
    """Return a length in twips from an attribute, or the default where it is none."""
    return _measured(element, name, Fraction(1), default)


def half_points(element: etree._Element | None, name: str, default: int) -> int:
    """Return a size of type in half points from an attribute, or the default where it is none."""
    return _measured(element, name, Fraction(1, _TWIPS_PER_HALF_POINT), default)


def _measured(element: etree._Element | None, name: str, scale: Fraction, default: int) -> int:
    """Return a length whose plain numbers are in the unit that a twip has `scale` of."""
    written = "" if element is None else str(element.get(w(name)) or "")
    if written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS:
        return int(written)
    found = _LENGTH.fullmatch(written)
    if found is None:
        return default
    unit = found[2]
    return round(Fraction(found[1]) * (_TWIPS[unit] * scale if unit else 1))
