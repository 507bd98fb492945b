"""Chinese numerals, and the marks of headings and enumerations (GB/T 9704-2012 7.3.3)."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_POWERS = {"十": 10, "百": 100, "千": 1000}
#: the largest number that is written in Chinese here; no outline has ten thousand parts
LARGEST = 9999


def chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese: 一, 十, 十一, 二十, 一百零一.

    Raises `ValueError` outside that range.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no Chinese numeral for {number}")
    written = ""
    for place, digit in enumerate(reversed([int(one) for one in str(number)])):
        written = (_DIGITS[digit] + _PLACES[place] if digit else "零") + written
    while "零零" in written:
        written = written.replace("零零", "零")
    written = written.rstrip("零")
    return written[1:] if written.startswith("一十") else written


def number(numeral: str) -> int | None:
    """Return the number that a Chinese numeral means, or None for what is not one."""
    total, digit = 0, 0
    for character in numeral:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            return None
    total += digit
    if not 1 <= total <= LARGEST or chinese(total) != numeral:
        return None
    return total


def heading_mark(level: int, position: int) -> str:
    """Return the mark of a heading: 一、 （一） 1. （1） for the levels 1 to 4.

    Raises `ValueError` for another level.
    """
    match level:
        case 1:
            return f"{chinese(position)}、"
        case 2:
            return f"（{chinese(position)}）"
        case 3:
            return f"{position}."
        case 4:
            return f"（{position}）"
    raise ValueError(f"no heading of level {level}")


def item_mark(position: int) -> str:
    """Return the mark of an item of an enumeration: 一是, 二是."""
    return f"{chinese(position)}是"
