"""A stretch of a line that a rule speaks of, and what a pattern finds in lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Line, LineKind
from jixiao.diagnostic import Edit, Related
from jixiao.source import Place

#: two characters that a number is not cut between
_NUMBER = re.compile(r"[0-9.,][0-9.,%]|[0-9]万|万元|[A-Za-z]{2}")
#: characters of a quotation in a message at most
_LONGEST = 40
PROSE = (LineKind.TITLE, LineKind.HEADING, LineKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Spot:
    """The characters of a line from `start` to `end`."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.line.value[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where they were typed."""
        return self.line.place(self.start, self.end)

    def around(self, before: int = 8, after: int = 8) -> str:
        """Return the characters with some before and behind, to be quoted; no number is cut."""
        value = self.line.value
        start, end = max(self.start - before, 0), min(self.end + after, len(value))
        while 0 < start < self.start and _NUMBER.fullmatch(value[start - 1 : start + 1]):
            start -= 1
        while self.end < end < len(value) and _NUMBER.fullmatch(value[end - 1 : end + 1]):
            end += 1
        return value[start:end]

    @property
    def clipped(self) -> str:
        """The characters, to be quoted: of a long stretch both ends."""
        text = self.text
        half = _LONGEST // 2
        return text if len(text) <= _LONGEST else f"{text[:half]}……{text[-half:]}"

    def related(self, message: str) -> Related:
        """Return the characters as a second place of a finding."""
        return Related(self.place, message)

    def edits(self, replacement: str) -> tuple[Edit, ...]:
        """Return the edit that puts a replacement for them."""
        return self.line.edits(self.start, self.end, replacement)


def spots(lines: Iterable[Line], pattern: re.Pattern[str]) -> Iterator[Spot]:
    """Yield what a pattern finds in lines, in order."""
    for line in lines:
        for found in pattern.finditer(line.value):
            yield Spot(line, *found.span())


def prose(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of running text and their titles: no cells, no signature."""
    return (one for one in lines if one.kind in PROSE)
