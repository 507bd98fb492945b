"""Enumerations: the series of marks in a report, and the lines that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.checks.enumeration.counting import count
from jixiao.checks.enumeration.siblings import Entry, Marked, Series, Step


@dataclass(frozen=True, slots=True)
class Enumerations:
    """The headings and paragraphs of a report, and the series of marks in them."""

    lines: tuple[Marked, ...]
    series: tuple[Series, ...]

    @classmethod
    def of(cls, lines: Iterable[Marked]) -> Enumerations:
        """Return the enumerations in a report's headings and paragraphs."""
        body = tuple(lines)
        return cls(body, count(body))

    def entries(self, *steps: Step) -> Iterator[tuple[Series, int, Entry]]:
        """Yield the entries that go on in one of these ways, with their series and index."""
        for one in self.series:
            for index, entry in enumerate(one.entries):
                if entry.step in steps:
                    yield one, index, entry

    def following(self, entry: Entry) -> Marked | None:
        """Return the line behind that of an entry, if it belongs to it.

        That is a paragraph without a mark, or what is marked as lower than the entry.
        """
        if entry.at + 1 == len(self.lines):
            return None
        line = self.lines[entry.at + 1]
        level = line.mark.kind.level if line.mark else 0
        return None if 0 < level <= entry.mark.kind.level else line

    def between(self, before: Entry, entry: Entry) -> Iterator[str]:
        """Yield the text between two marks, line by line."""
        start = before.mark.end
        for at in range(before.at, entry.at):
            yield self.lines[at].value[start:]
            start = 0
        yield self.lines[entry.at].value[start : entry.mark.start]
