"""What reading a Word file gives: the manuscript, and where its characters stand in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from docx.document import Document
from lxml import etree

from jixiao.model.manuscript import Manuscript
from jixiao.word.reading.package import Package


@dataclass(frozen=True, slots=True)
class Spelt:
    """A stretch of the source: what `element.text` has from an offset on.

    The element is a `w:t` of the document's body, or None where no text of the file holds the
    characters: those of an automatic number, a tab, a symbol, a formula.
    """

    start: int
    end: int
    element: etree._Element | None = field(default=None, compare=False)
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """Where each character of the source stands in the XML, but for the line breaks."""

    #: in order of their start; none overlaps another
    runs: tuple[Spelt, ...]
    #: the paragraphs (`w:p`) that each line of the source is made of, in whichever part they are
    paragraphs: tuple[tuple[etree._Element, ...], ...] = field(default=(), compare=False)

    def at(self, index: int) -> Spelt | None:
        """Return the stretch that a character of the source is in, or None for a line break."""
        found = bisect_right(self.runs, index, key=lambda one: one.start) - 1
        run = self.runs[found] if found >= 0 else None
        return run if run is not None and index < run.end else None

    def within(self, start: int, end: int) -> tuple[Spelt, ...]:
        """Return the stretches that the characters from start to end are in, in order."""
        first = max(bisect_right(self.runs, start, key=lambda one: one.start) - 1, 0)
        last = bisect_right(self.runs, max(start, end - 1), key=lambda one: one.start)
        return tuple(one for one in self.runs[first:last] if one.end > start)


@dataclass(frozen=True, slots=True)
class WordManuscript:
    """A report that was typed in Word."""

    manuscript: Manuscript
    #: of the parts that were read, in transitional namespaces; media and macros are not in it
    document: Document
    spelling: Spelling
    #: all parts of the file, those that were not read by their names and kinds
    package: Package
