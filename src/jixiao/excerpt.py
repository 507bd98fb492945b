"""A place as it is shown: its characters with what stands around them, cut to size, made visible.

Nothing here looks at more of a line than it shows: a line may be of five million characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jixiao.source import Place

CUT = "…"
#: lines of a place of several that are shown whole; of a longer one the first and the last
_LINES = 3
_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = "\x7f", "\u2421"
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a place: its number, the place's characters in it, and what stands around them."""

    line: int
    before: str
    marked: str
    after: str
    #: where the source has the first character shown; the others follow it one by one
    first: int

    @property
    def text(self) -> str:
        """The line, or what is left of it."""
        return self.before + self.marked + self.after

    def marking(self, place: Place) -> Excerpt | None:
        """Return the same line with a place of the same source marked, where all of it is shown."""
        start, end = place.start - self.first, place.end - self.first
        text = self.text
        if not 0 <= start < end <= len(text) or visible(place.text) != text[start:end]:
            return None
        return Excerpt(self.line, text[:start], text[start:end], text[end:], self.first)


def excerpts(place: Place, columns: int) -> tuple[Excerpt, ...]:
    """Return the lines of a place, each within so many columns; none where they show nothing."""
    made = tuple(_excerpt(number, place, columns) for number in _lines_of(place))
    return made if made[0].text.strip() else ()


def words(lines: Sequence[Excerpt]) -> str:
    """Return a place's own words, as its lines show them; of several the first and the last."""
    marked = [one.marked for one in (*lines[:1], *lines[1:][-1:])]
    return CUT.join(marked)


def _lines_of(place: Place) -> tuple[int, ...]:
    first, last = place.line, place.end_line
    if last > first and place.end_column == 1:
        last -= 1  # a place that ends with a line end has no character in the next line
    return tuple(range(first, last + 1)) if last - first < _LINES else (first, last)


def _excerpt(number: int, place: Place, columns: int) -> Excerpt:
    content = place.source.content
    # A character takes a column at least, or none: twice as many hold a line with accents.
    reach = 2 * columns
    first = place.source.index(number, 1)
    start = max(place.start, first)
    end = max(min(place.end, start + reach), start)
    last = _line_end(content, start, end + reach)
    end = min(end, last)
    if start > place.start:  # the indent of a line that the place runs on into is not part of it
        start = end - len(content[start:end].lstrip())
    if start == end < last:
        end += 1
    first = max(first, start - reach)
    before, marked = visible(content[first:start]), visible(content[start:end])
    return _fitted(Excerpt(number, before, marked, visible(content[end:last]), first), columns)


def _line_end(content: str, start: int, limit: int) -> int:
    """Return where the line ends that a character stands in, looking no further than the limit."""
    end = content.find("\n", start, limit)
    return min(limit, len(content)) if end < 0 else end


def _fitted(whole: Excerpt, columns: int) -> Excerpt:
    """Cut a line to its columns: a third of them before the place, where there is that much."""
    if width(whole.text) <= columns:
        return whole
    marked = _head(whole.marked, columns)
    room = columns - width(marked)
    before = _tail(whole.before, max(room // 3, room - width(whole.after)))
    after = _head(whole.after, room - width(before)) if marked == whole.marked else ""
    first = whole.first + len(whole.before) - len(before)
    return Excerpt(whole.line, before, marked, after, first)


def _head(text: str, columns: int) -> str:
    if _within(text, columns) == len(text):
        return text
    return text[: _within(text, columns - 1)] + CUT if columns > 0 else ""


def _tail(text: str, columns: int) -> str:
    turned = text[::-1]
    if _within(turned, columns) == len(text):
        return text
    return CUT + turned[: _within(turned, columns - 1)][::-1] if columns > 0 else ""


def _within(text: str, columns: int) -> int:
    """Return how many characters from the start fit into so many columns."""
    taken = 0
    for at, character in enumerate(text):
        taken += _columns(character)
        if taken > columns:
            return at
    return len(text)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal; a Han character takes two."""
    return sum(map(_columns, text))


@lru_cache(maxsize=4096)  # a text has few characters, each many times
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """Return a text as one line in which every character shows, each in the place of its own.

    A tab is a space; controls, and what would turn the direction of the line, hide in it or have
    no form in UTF-8, get a sign that stands for them: a file cannot steer the terminal.
    """
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isprintable():
        return character
    if character == "\t":
        return " "
    if unicodedata.category(character) == "Zs":
        return character
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else _REPLACEMENT
