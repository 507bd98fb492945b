"""The words around a number: what it is called by, right before it and right behind it."""

from __future__ import annotations

import re

#: what ends the words of a clause
_BREAK = re.compile(r"[，。；：！？,;:（）()【】\s]")
#: brackets that are part of a word: 因公出国（境）费, 小（1）型水库
_WITHIN = re.compile(r"[（(]([㐀-鿿]{1,2}|(?<=[㐀-鿿][（(])[^（）()]{1,2}(?=[）)][㐀-鿿]))[）)]")


def before(gap: str) -> str:
    """Return the words right before a number, back to the nearest mark in the gap before it.

    The enumeration comma ends none: a list of things is one label.
    """
    words = _BREAK.split(_WITHIN.sub("\x02\\1\x03", gap))[-1]
    return words.replace("\x02", "（").replace("\x03", "）")


def nearest(gap: str) -> str:
    """Return the last of the things that are listed right before a number."""
    return before(gap).rpartition("、")[2]


def opening(text: str) -> str:
    """Return the words that a text opens with, up to the nearest mark; a list is one."""
    return _BREAK.split(text, maxsplit=1)[0]


def behind(rest: str) -> str:
    """Return the words right behind a number, up to the nearest mark, also 、."""
    return opening(rest).partition("、")[0]
