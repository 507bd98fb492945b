"""A report as the rules read it: its lines with their marks and numbers, tokenised once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeVar, cast

from jixiao.checks.enumeration.enumerations import Enumerations
from jixiao.diagnostic import Edit, Related
from jixiao.language.mark import Mark, leading, run_in
from jixiao.language.mention import Mention, mentions
from jixiao.model.manuscript import Manuscript
from jixiao.model.outline import Attachment, Block, Heading, Outline, Paragraph, Table
from jixiao.model.report import Report
from jixiao.source import Place, Text

T = TypeVar("T")


class LineKind(Enum):
    """What a line is in its report."""

    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    #: a cell of a table, a table's title, unit line or note
    CELL = auto()
    #: 署名 and 成文日期
    CLOSING = auto()


_BODY = (LineKind.HEADING, LineKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph, a cell …: its text as printed, the mark included."""

    text: Text
    kind: LineKind
    #: 1 to 4 for a heading; 0 otherwise
    level: int = 0
    #: the mark at the beginning, and those that run in, in order
    marks: tuple[Mark, ...] = field(init=False)
    mentions: tuple[Mention, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Tokenise the line, once for all rules."""
        value, own = self.text.value, self._own_mark()
        behind = own.end if own else 0
        marks = (own,) if own else ()
        if self.kind is LineKind.PARAGRAPH:
            marks = (*marks, *run_in(value, behind))
        numbered = {mark.start for mark in marks}
        numbers = (one for one in mentions(value) if one.start not in numbered)
        object.__setattr__(self, "marks", marks)
        object.__setattr__(self, "mentions", tuple(numbers))

    def _own_mark(self) -> Mark | None:
        return leading(self.text.value) if self.kind in _BODY else None

    @property
    def value(self) -> str:
        """The line as printed."""
        return self.text.value

    @property
    def mark(self) -> Mark | None:
        """The mark that the line begins with."""
        return self.marks[0] if self.marks and self.marks[0].start == 0 else None

    @property
    def body(self) -> str:
        """The line behind its mark."""
        return self.value[self.mark.end :] if self.mark else self.value

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return where the characters from start to end were typed."""
        return self.text.place(start, end)

    def related(self, start: int, end: int | None, message: str) -> Related:
        """Return these characters as a second place of a finding."""
        return Related(self.place(start, end), message)

    def edits(self, start: int, end: int, replacement: str) -> tuple[Edit, ...]:
        """Return the edit that puts a replacement for these characters.

        None where they do not stand in the file as they are printed (a citation, a computed mark).
        """
        place = self.place(start, end)
        is_typed = place.text == self.value[start:end] and (start < end or self._is_typed(start))
        return (Edit(place, replacement),) if is_typed else ()

    def _is_typed(self, at: int) -> bool:
        """Return whether the characters beside an offset stand side by side in the file too."""
        around = self.place(max(at - 1, 0), min(at + 1, len(self.value)))
        return around.text == self.value[max(at - 1, 0) : at + 1]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, as typed; the row of totals, if any, is one of them."""

    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What rules look at: the outline's lines and tables, and the numbers that it states.

    `report` holds the facts of the YAML, or what the prose of a manuscript claims.
    """

    outline: Outline
    report: Report
    lines: tuple[Line, ...]
    tables: tuple[Grid, ...]
    #: the marks of the headings and paragraphs, as series of siblings
    enumerations: Enumerations
    #: what the outline was read from; None for YAML
    manuscript: Manuscript | None = None
    _views: dict[Callable[[Reading], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, outline: Outline, report: Report, manuscript: Manuscript | None = None) -> Reading:
        """Return an outline and its report as rules read them."""
        lines = tuple(_lines(outline))
        enumerations = Enumerations.of(one for one in lines if one.kind in _BODY)
        tables = tuple(_tables(outline))
        return cls(outline, report, lines, tables, enumerations, manuscript)

    def view(self, make: Callable[[Reading], T]) -> T:
        """Return what a function makes of this reading: once, however many rules ask for it."""
        if make not in self._views:
            self._views[make] = make(self)
        return cast("T", self._views[make])

    @property
    def year(self) -> int:
        """The year that the report is on; 0 where a manuscript does not say."""
        return self.report.content.year

    @property
    def body(self) -> Iterator[Line]:
        """The headings and paragraphs, in order."""
        return (one for one in self.lines if one.kind in _BODY)


def _lines(outline: Outline) -> Iterator[Line]:
    for title in outline.title:
        yield Line(title, LineKind.TITLE)
    for block in outline.blocks:
        yield from _block(block)
    for closing in (outline.signature, outline.date):
        if closing:
            yield Line(closing, LineKind.CLOSING)
    for attachment in outline.attachments:
        yield Line(attachment.title, LineKind.CELL)
        yield from _cells(_rows(attachment))


def _block(block: Block) -> Iterator[Line]:
    match block:
        case Heading(level=level):
            yield Line(block.printed, LineKind.HEADING, level)
        case Paragraph():
            yield Line(block.printed, LineKind.PARAGRAPH)
        case Table(rows):
            yield from _cells(rows)


def _cells(rows: tuple[tuple[Text, ...], ...]) -> Iterator[Line]:
    return (Line(cell, LineKind.CELL) for row in rows for cell in row if cell)


def _tables(outline: Outline) -> Iterator[Grid]:
    for block in outline.blocks:
        if isinstance(block, Table):
            yield Grid(block.rows)
    for attachment in outline.attachments:
        yield Grid(_rows(attachment))


def _rows(attachment: Attachment) -> tuple[tuple[Text, ...], ...]:
    total = (attachment.total,) if attachment.total else ()
    return (attachment.columns, *attachment.rows, *total)
