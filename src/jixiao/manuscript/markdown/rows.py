"""The lines of a Markdown file as blocks: headings, items, tables, code (CommonMark 0.31, 4 and 5).

Lists keep the numbers that were typed. A paragraph goes on over a line end only where the line is
long enough to have been wrapped and ends no sentence: who writes no Markdown by trade leaves no
empty line between paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.language.leftover import remnants
from jixiao.language.mark import leading
from jixiao.manuscript.markdown.inline import plain
from jixiao.manuscript.read import is_heading
from jixiao.source import Source, Text

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_CLOSING = re.compile(r"(?<=[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DEFINED = re.compile(r" {0,3}\[([^\[\]\n]+)\]:[ \t]*")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
#: what opens a line and is not printed: quotes and bullets
_OPENING = re.compile(r"[ \t]*(?:>[ \t]*)*(?P<bullet>[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
#: the blank behind a number is of the syntax, the number is printed
_NUMBERED = re.compile(r"[0-9]{1,9}[.)](?P<blank>[ \t]+)")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_HARD = re.compile(r"(?:[ \t]{2}|\\)$")
_ENDS = "。！？；：!?;:"
#: characters of the shortest line that goes on in the next one
_WRAPPED = 20
#: lines of the longest front matter
_FRONT = 200
_FRONT_ENDS = ("---", "...")


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed: a heading, a row of a table, or text."""

    text: Text
    depth: int = 0
    cells: tuple[Text, ...] = ()
    table: int = 0
    #: whether it goes on with the line before
    goes_on: bool = False


class Rows:
    """The lines of a file, one after the other, with what is open at each."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._rows = source.content.split("\n")
        self._comments = tuple(_comments(source.content))
        self._labels = frozenset(_labels(self._rows))
        self._start = 0
        self._fence = ""
        self._tables = 0
        #: the line that rules the table which is open, 0 where none is
        self._ruler = 0
        #: the text that is open: the next line may go on with it
        self._open = ""

    def printed(self) -> Iterator[Printed]:
        """Yield the lines that are printed."""
        front = _front_matter(self._rows)
        for at, row in enumerate(self._rows):
            if at >= front:
                yield from self._row(at, row)
            self._start += len(row) + 1

    def _row(self, at: int, row: str) -> Iterator[Printed]:
        if self._is_fence(row):
            self._open = ""
        elif self._fence:
            yield Printed(Text.typed(self._source, self._start, self._start + len(row)))
        elif self._ruler and "|" in row:
            if at != self._ruler:
                yield self._cells(row)
        elif self._is_table(at, row):
            self._ruler, self._tables = at + 1, self._tables + 1
            yield self._cells(row)
        else:
            self._ruler = 0
            yield from self._text(row)

    def _is_fence(self, row: str) -> bool:
        """Return whether a line opens or ends code."""
        found = _FENCE.match(row)
        if found is None:
            return False
        if not self._fence:
            self._fence = found[1]
            return True
        is_end = found[1].startswith(self._fence) and not row.strip().strip(self._fence[0])
        if is_end:
            self._fence = ""
        return is_end

    def _is_table(self, at: int, row: str) -> bool:
        """Return whether a line is the head of a table: rules follow, as many as it has cells."""
        below = self._rows[at + 1] if at + 1 < len(self._rows) else ""
        is_ruled = "|" in row and "-" in below and _DELIMITERS.match(below) is not None
        return is_ruled and len(_spans(row)) == len(_spans(below))

    def _cells(self, row: str) -> Printed:
        self._open = ""
        cells = tuple(self._plain(start, end) for start, end in _spans(row))
        whole = Text.typed(self._source, self._start, self._start + len(row))
        return Printed(whole, cells=cells, table=self._tables)

    def _text(self, row: str) -> Iterator[Printed]:
        underline = _UNDERLINE.match(row) if self._open else None
        if underline:
            self._open = ""
            end = self._typed(len(row), len(row))
            yield Printed(end, 1 if "=" in underline[1] else 2, goes_on=True)
        elif _RULE.match(row) or not row.strip():
            self._open = ""
        elif found := _HEADING.match(row):
            self._open = ""
            closing = _CLOSING.search(row, found.end())
            text = self._plain(found.end(), closing.start() if closing else len(row))
            yield Printed(text, len(found[1]))
        else:
            yield from self._paragraph(row)

    def _paragraph(self, row: str) -> Iterator[Printed]:
        defined = _DEFINED.match(row)
        if defined and not defined[1].startswith("^"):
            return
        opening = _OPENING.match(row, defined.end() if defined else 0)
        start = opening.end() if opening else 0
        is_own = bool(defined or (opening and opening["bullet"]) or row.startswith("\u3000"))
        for first, last in _breaks(row, start):
            text = self._item(row, first, last)
            goes_on = not is_own and self._goes_on(text.value)
            self._open = text.value
            yield Printed(text, goes_on=goes_on)
            is_own = True
        if _HARD.search(row):
            self._open = "\n"

    def _goes_on(self, value: str) -> bool:
        """Return whether a line goes on with the one before."""
        before = self._open[max((end for _, end in remnants(self._open)), default=0) :]
        if len(before) < _WRAPPED or before.endswith(tuple(_ENDS)) or leading(value):
            return False
        mark = leading(before)
        return not (mark and is_heading(before[mark.end :])) and not _NUMBERED.match(value)

    def _item(self, row: str, start: int, end: int) -> Text:
        """Return the text of a line; the blank behind an item's number is left out."""
        numbered = _NUMBERED.match(row, start, end)
        if numbered is None:
            return self._plain(start, end)
        kept = self._typed(start, numbered.start("blank"))
        return Text.join((kept, self._plain(numbered.end(), end)))

    def _plain(self, start: int, end: int) -> Text:
        text = self._typed(start, end)
        value = text.value
        bare = value.strip(" \t").removesuffix("\\").rstrip(" \t")
        first = value.index(bare[0]) if bare else 0
        return plain(text.slice(first, first + len(bare)), self._labels)

    def _typed(self, start: int, end: int) -> Text:
        """Return characters of a line without the comments in them."""
        at, last = self._start + start, self._start + end
        parts: list[Text] = []
        number = bisect_right(self._comments, at, key=lambda one: one[1])
        while number < len(self._comments) and self._comments[number][0] < last:
            low, high = self._comments[number]
            if at < low:
                parts.append(Text.typed(self._source, at, low))
            at, number = min(high, last), number + 1
        return Text.join((*parts, Text.typed(self._source, at, last)))


def _spans(row: str) -> Sequence[tuple[int, int]]:
    """Return where the cells of a row of a table lie, between its bars."""
    first, last = len(row) - len(row.lstrip()), len(row.rstrip())
    bars = [one.start() for one in _BAR.finditer(row, first, last)]
    edges = [-1, *bars, last]
    spans = [(start + 1, end) for start, end in pairwise(edges)]
    begins, ends = bool(bars) and bars[0] == first, bool(bars) and bars[-1] == last - 1
    return spans[begins : len(spans) - ends]


def _breaks(row: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the lines that `<br>` parts a line into."""
    for found in _BREAK.finditer(row, start):
        yield start, found.start()
        start = found.end()
    yield start, len(row)


def _comments(content: str) -> Iterator[tuple[int, int]]:
    """Yield where comments start and end; one that does not end is none."""
    start = content.find("<!--")
    while start >= 0:
        end = content.find("-->", start)
        if end < 0:
            return
        yield start, end + 3
        start = content.find("<!--", end)


def _labels(rows: Sequence[str]) -> Iterator[str]:
    """Yield the labels of links and notes that lines of their own define."""
    for row in rows:
        found = _DEFINED.match(row)
        if found:
            yield found[1].casefold()


def _front_matter(rows: Sequence[str]) -> int:
    """Return how many lines at the top are settings of a site's generator."""
    if rows[0].rstrip() != "---":
        return 0
    for at, row in enumerate(rows[1 : _FRONT + 1], 1):
        if row.rstrip() in _FRONT_ENDS:
            return at + 1
        if not row.strip():
            return 0
    return 0
