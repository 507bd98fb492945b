"""A manuscript while it is read: the source's text so far, and what was found in it by index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from jixiao.language.leftover import inner, is_page_number, remnants
from jixiao.model.manuscript import Line, Manuscript, Role, Trace, TraceKind
from jixiao.model.outline import Stray, StrayKind
from jixiao.source import Source, Text
from jixiao.word.reading.manuscript import Spelling, Spelt
from jixiao.word.reading.shown import Atom, Found

Span = tuple[int, int]
#: a soft line break, as it stands in the source
BREAK = "\v"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a paragraph's file says of it: its styles, its level, how it looks."""

    #: names of the style and of those that it is based on, nearest first
    styles: tuple[str, ...] = ()
    #: 0 to 8 by outline level, None where there is none
    outline: int | None = None
    alignment: str = ""
    #: the font, size in half points and weight that most of its characters have
    font: str = ""
    size: int = 0
    is_bold: bool = False
    #: whether all of its characters look so
    is_even: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line by the indexes of its characters, before it is known to be a heading or not."""

    start: int
    end: int
    text: str
    appearance: Appearance = field(default_factory=Appearance)
    cells: tuple[Span, ...] = ()
    table: int = 0
    #: for a row of a table: whether it is the first one, and the style of its first cell
    is_first: bool = False
    #: what stands in the line and is no part of it
    holes: tuple[Span, ...] = ()


@dataclass(slots=True)
class Draft:
    """Takes paragraphs in order, a line of the source each."""

    content: list[str] = field(default_factory=list)
    length: int = 0
    number: int = 0
    spelt: list[Spelt] = field(default_factory=list)
    paragraphs: list[tuple[etree._Element, ...]] = field(default_factory=list)
    addresses: list[tuple[int, str]] = field(default_factory=list)
    lines: list[Drawn] = field(default_factory=list)
    strays: list[tuple[StrayKind, int, int]] = field(default_factory=list)
    traces: list[tuple[Found, int]] = field(default_factory=list)

    def paragraph(
        self,
        mark: str,
        atoms: Iterable[Atom],
        elements: tuple[etree._Element, ...],
        address: str = "",
    ) -> Span:
        """Add a line to the source, and return where its text begins and ends."""
        if self.number:
            self._write("\n")
        self.number += 1
        self.paragraphs.append(elements)
        if address:
            self.addresses.append((self.number, address))
        start = self.length
        if mark:
            self.spelt.append(Spelt(start, start + len(mark)))
            self._write(mark)
        for one in atoms:
            at, end = self.length, self.length + len(one.text)
            self.spelt.append(Spelt(at, end, one.element, one.offset))
            self._write(one.text)
        return start, self.length

    def _write(self, text: str) -> None:
        self.content.append(text)
        self.length += len(text)

    def trace(self, found: Iterable[Found], start: int) -> None:
        """Keep what was left in a paragraph that begins at an index."""
        self.traces.extend((one, start) for one in found)

    def stray(self, kind: StrayKind, start: int, end: int) -> None:
        """Keep a stretch that is no part of the report."""
        self.strays.append((kind, start, end))

    def prose(self, span: Span, text: str, appearance: Appearance, *, is_own: bool) -> None:
        """Add the lines of a paragraph of text; it may be blank, or a page number.

        In a file of jixiao's own making (`is_own`) nothing but blanks is no part of the report.
        """
        if not text.strip(BREAK):
            self.stray(StrayKind.BLANK, *span)
            return
        start = span[0]
        for piece in text.split(BREAK):
            self._line(start, piece, appearance, is_own=is_own)
            start += len(piece) + len(BREAK)

    def _line(self, start: int, piece: str, appearance: Appearance, *, is_own: bool) -> None:
        first, last = inner(piece)
        bare = piece[first:last]
        if not bare:
            self.stray(StrayKind.BLANK, start, start + len(piece))
            return
        if not is_own and is_page_number(bare):
            self.stray(StrayKind.PAGE_NUMBER, start + first, start + last)
            return
        if first:
            self.stray(StrayKind.INDENT, start, start + first)
        if last < len(piece):
            self.stray(StrayKind.TRAILING, start + last, start + len(piece))
        found = () if is_own else remnants(bare)
        holes = tuple((start + first + low, start + first + high) for low, high in found)
        for low, high in holes:
            self.stray(StrayKind.REMNANT, low, high)
        if sum(high - low for low, high in holes) < len(bare):
            self.lines.append(Drawn(start + first, start + last, bare, appearance, holes=holes))

    def end_body(self) -> None:
        """Forget the blank lines at the end: what ends the last line is no empty paragraph."""
        last = max((one.end for one in self.lines), default=0)
        strays = self.strays
        while strays and strays[-1][0] is StrayKind.BLANK and strays[-1][1] > last:
            strays.pop()

    def spelling(self) -> Spelling:
        """Return where each character stands in the XML."""
        return Spelling(tuple(self.spelt), tuple(self.paragraphs))

    def manuscript(self, name: str, verdicts: Iterable[tuple[int, Role | None]]) -> Manuscript:
        """Return the manuscript, each line with its level and its role."""
        source = Source(name, "".join(self.content), tuple(self.addresses), "段")
        lines = tuple(
            replace(_line(source, one), level=level, role=role)
            for one, (level, role) in zip(self.lines, verdicts, strict=True)
        )
        strays = tuple(
            Stray(kind, Text.typed(source, start, end))
            for kind, start, end in sorted(self.strays, key=lambda one: one[1:])
        )
        traces = tuple(
            Trace(one.kind, source.place(at + one.start, at + one.end), one.text, one.author)
            for one, at in self.traces
        )
        return Manuscript(source, lines, strays, tuple(sorted(traces, key=_order)))


def _order(trace: Trace) -> tuple[int, int, int]:
    kinds = list(TraceKind)
    return trace.place.start, trace.place.end, kinds.index(trace.kind)


def _line(source: Source, one: Drawn) -> Line:
    if one.holes:
        edges = [one.start, *(edge for hole in one.holes for edge in hole), one.end]
        kept = zip(edges[::2], edges[1::2], strict=True)
        return Line(Text.join(Text.typed(source, *span) for span in kept if span[0] < span[1]))
    cells = tuple(Text.typed(source, *span) for span in one.cells)
    return Line(Text.typed(source, one.start, one.end), cells=cells, table=one.table)
