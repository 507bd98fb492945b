"""A page's elements in the order of the text, and how its white space is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from jixiao.language.script import is_wide
from jixiao.manuscript.page.seen import is_seen

BLANKS = " \t\n\r\f\v\u00a0\u2002\u2003\u3000\ufeff"
_SPACES = re.compile(r"[ \t\n\r\f]+")


def collapse(text: str) -> str:
    """Return text with its white space as seen (CSS Text Level 3, 4.1).

    A line break between two Han is none: editors wrap the source of a page anywhere.
    """

    def seen(found: re.Match[str]) -> str:
        """Return what is seen of one run of white space."""
        start, end = found.span()
        around = text[max(start - 1, 0) : start], text[end : end + 1]
        is_wrapped = "\n" in found[0] and all(map(is_wide, around))
        return "" if is_wrapped else " "

    return _SPACES.sub(seen, text)


class Event(NamedTuple):
    """Where an element that is seen starts or ends, or, without an element, a text."""

    element: etree._Element | None
    text: str = ""
    ends: bool = False


def events(root: etree._Element, opens: Callable[[etree._Element], bool]) -> Iterator[Event]:
    """Yield what is seen of an element and in it, in the order of the text.

    What `opens` says no to is passed over. A page may be nested deep: there is no recursion.
    """
    stack: list[tuple[etree._Element, Iterator[etree._Element]]] = []
    at: etree._Element | None = root
    while True:
        if at is not None and is_seen(at) and opens(at):
            yield Event(at)
            yield Event(None, at.text or "")
            stack.append((at, iter(at)))
        elif at is not None and stack:
            yield Event(None, at.tail or "")
        if not stack:
            return
        above, children = stack[-1]
        at = next(children, None)
        if at is None:
            stack.pop()
            yield Event(above, ends=True)
            if stack:
                yield Event(None, above.tail or "")
