"""Siblings: marks that are counted on, each with what it numbers and how it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from jixiao.diagnostic import Edit, Related
from jixiao.language.mark import Mark, MarkKind
from jixiao.source import Place

#: characters of an entry that a message quotes
_QUOTED = 14
_ENDS = "，。；：！？,;:"


class Marked(Protocol):
    """A line with marks: what counting needs to know of a report's line."""

    @property
    def value(self) -> str:
        """The line as printed."""

    @property
    def level(self) -> int:
        """The level of a heading; 0 of a paragraph."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks in it, in order."""

    @property
    def mark(self) -> Mark | None:
        """The mark that it begins with."""

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return where characters were typed."""

    def related(self, start: int, end: int | None, message: str) -> Related:
        """Return characters as a second place of a finding."""

    def edits(self, start: int, end: int, replacement: str) -> tuple[Edit, ...]:
        """Return the edit that replaces characters."""


class Form(Enum):
    """How a mark stands in its report."""

    HEADING = auto()
    PARAGRAPH = auto()
    RUN_IN = auto()


class Step(Enum):
    """How a mark goes on from the one before it."""

    #: begins a series: its number is one, or a count goes on over headings
    FIRST = auto()
    NEXT = auto()
    REPEAT = auto()
    GAP = auto()
    #: the number is not one, and no series is there to go on with
    BARE = auto()
    #: goes on with the count of siblings whose marks are of another kind
    ALIEN = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A mark with what it numbers."""

    line: Marked
    #: the index of the line among the report's headings and paragraphs
    at: int
    mark: Mark
    form: Form
    step: Step
    #: the number that is due at its place
    due: int
    #: the index of the line in which its series begins
    began: int

    @property
    def words(self) -> str:
        """The entry as a message quotes it: the mark and the first words behind it."""
        value, end = self.line.value, self.mark.end
        stop = min(end + _QUOTED, len(value))
        while end < stop and value[end] not in _ENDS:
            end += 1
        return value[self.mark.start : end] + ("…" if end == stop < len(value) else "")

    @property
    def mark_end(self) -> int:
        """Where the mark ends in its line, the blanks behind it left out."""
        return self.mark.start + len(self.mark.text)

    @property
    def place(self) -> Place:
        """Where the mark was typed."""
        return self.line.place(self.mark.start, self.mark_end)

    def related(self, message: str) -> Related:
        """Return the mark as a second place of a finding."""
        return self.line.related(self.mark.start, self.mark_end, message)

    def marked(self, replacement: str) -> tuple[Edit, ...]:
        """Return the edit that puts another mark; none where the mark was not typed."""
        return self.line.edits(self.mark.start, self.mark_end, replacement)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Siblings that are counted on, and the entry that they stand below."""

    entries: tuple[Entry, ...]
    above: tuple[Entry, ...]

    @property
    def kind(self) -> MarkKind:
        """The kind of mark that the siblings have, but for those that deviate."""
        return next(one for one in self.entries if one.step is not Step.ALIEN).mark.kind

    @property
    def parent(self) -> Entry | None:
        """The entry right above."""
        return self.above[-1] if self.above else None
