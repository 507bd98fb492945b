"""The script of a character: Han or not, for patterns and for single characters."""

from __future__ import annotations

import re

#: Han characters, as the inside of a class of a regular expression
HAN = "\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U000323af"
#: blanks that are typed by hand or pasted, likewise
BLANKS = " \t\u00a0\u3000"
#: Han, and punctuation that stands among them without a blank
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026]")


def is_han(character: str) -> bool:
    """Return whether a character is Han; the empty string is not."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "〇"
        or "\U00020000" <= character <= "\U000323af"
    )


def is_wide(character: str) -> bool:
    """Return whether a character is Han or punctuation that stands among Han without a blank."""
    return _WIDE.match(character) is not None
