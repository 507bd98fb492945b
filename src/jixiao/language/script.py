"""The script of a character: Han or not, for patterns and for single characters."""

from __future__ import annotations

#: Han characters, as the inside of a class of a regular expression
HAN = "\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U000323af"
#: blanks that are typed by hand or pasted, likewise
BLANKS = " \t\u00a0\u3000"


def is_han(character: str) -> bool:
    """Return whether a character is Han; the empty string is not."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "〇"
        or "\U00020000" <= character <= "\U000323af"
    )
