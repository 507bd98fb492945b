"""The grammar of a quotation: words that are found again where marks and blanks were changed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

#: letters and digits that a quotation has at least; fewer stand in too many places
LEAST = 4
_LETTERS = re.compile(r"[^\W_]+")


def words(text: str) -> str:
    """Return the letters and digits of a text: what is left of it without marks and blanks."""
    return "".join(_LETTERS.findall(text))


class Nearness(IntEnum):
    """Where a stretch of a text stands to a quotation: elsewhere, right beside it, or within."""

    APART = 0
    BESIDE = 1
    WITHIN = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text's letters and digits; empty where only marks or blanks are meant."""

    start: int
    end: int

    def nearness(self, other: Span) -> Nearness:
        """Return how near this stretch is to another one of the same text."""
        if self.start < self.end and self.start < other.end and other.start < self.end:
            return Nearness.WITHIN
        if self.start == self.end and other.start < self.start < other.end:
            return Nearness.WITHIN
        touches = other.start <= self.end and self.start <= other.end
        return Nearness.BESIDE if touches else Nearness.APART


class Quotable:
    """A text in which quotations are looked for, by their letters and digits only."""

    def __init__(self, text: str) -> None:
        """Keep the letters and digits, and where each run of them began."""
        runs = [(found.start(), found[0]) for found in _LETTERS.finditer(text)]
        self.words = "".join(run for _, run in runs)
        self._starts = [start for start, _ in runs]
        self._behind = [0, *accumulate(len(run) for _, run in runs)]

    def span(self, start: int, end: int) -> Span:
        """Return the letters and digits of a stretch of the text."""
        return Span(self._rank(start), self._rank(end))

    def _rank(self, offset: int) -> int:
        """Return how many letters and digits stand before an offset."""
        run = bisect_right(self._starts, offset) - 1
        if run < 0:
            return 0
        return min(self._behind[run] + offset - self._starts[run], self._behind[run + 1])

    def occurrences(self, quote: str) -> tuple[Span, ...]:
        """Return where a quotation, given by its words, stands in the text, in order."""
        found: list[Span] = []
        at = self.words.find(quote) if quote else -1
        while at >= 0:
            found.append(Span(at, at + len(quote)))
            at = self.words.find(quote, at + len(quote))
        return tuple(found)


def nearness(span: Span, others: Sequence[Span]) -> Nearness:
    """Return how near a span is to the nearest of others, which are in order and apart."""
    at = bisect_left(others, span.start, key=lambda one: one.end)
    return max((span.nearness(one) for one in others[at : at + 2]), default=Nearness.APART)
