"""Where the tags of an XML text stand, so that it is changed in a few places and nowhere else.

The text must have been parsed before: what is well-formed and has no DOCTYPE is scanned here by
one regular expression, in time that is linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<close>/)?[^\s/>]+[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>",
    re.DOTALL,
)
_NAME = re.compile(r"<([^\s/>]+)")


class Tagged(NamedTuple):
    """An element by the indexes of its characters: `<w:t>` from start to inner, then its content.

    An element of one tag, `<w:t/>`, has inner, close and end behind that tag.
    """

    start: int
    inner: int
    #: where its closing tag begins
    close: int
    end: int

    @property
    def is_single(self) -> bool:
        """Whether it is of one tag."""
        return self.inner == self.end


class Edit(NamedTuple):
    """What is to stand in the place of the characters from start to end."""

    start: int
    end: int
    text: str


def tagged(markup: str) -> list[Tagged]:
    """Return the elements of an XML text in the order of their first tags."""
    found: list[Tagged] = []
    waiting: list[int] = []
    for tag in _TAG.finditer(markup):
        start, end = tag.span()
        if markup[start + 1] in "!?":
            continue
        if tag["close"]:
            at = waiting.pop()
            found[at] = found[at]._replace(close=start, end=end)
            continue
        if markup[end - 2] != "/":
            waiting.append(len(found))
        found.append(Tagged(start, end, end, end))
    return found


def name_at(markup: str, start: int) -> str:
    """Return the name of the element whose first tag begins at an index, as it is spelt there."""
    found = _NAME.match(markup, start)
    return found[1] if found else ""


def appended(markup: str, inner: str) -> str:
    """Return an XML text with markup added at the end of its root's content."""
    root = tagged(markup)[0]
    if not root.is_single:
        return markup[: root.close] + inner + markup[root.close :]
    name = name_at(markup, root.start)
    return f"{markup[: root.end - 2]}>{inner}</{name}>{markup[root.end :]}"


def edited(markup: str, edits: Iterable[Edit]) -> str:
    """Return an XML text with edits made, none of which overlaps another."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        out += (markup[at : edit.start], edit.text)
        at = edit.end
    return "".join((*out, markup[at:]))
