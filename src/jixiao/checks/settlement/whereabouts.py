"""Where in a report's lines a finding stands: what a person who quotes a line may have read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from jixiao.diagnostic import Diagnostic
from jixiao.language.quote import Quotable, Span
from jixiao.model.outline import Outline
from jixiao.source import Piece, Place, Source, Text


class Whereabouts(NamedTuple):
    """A finding's letters and digits within a line."""

    line: Quotable
    span: Span


class _Run(NamedTuple):
    """A piece of a line by its number, and where it begins in the line, as printed and as typed."""

    piece: Piece
    line: int
    printed: int
    typed: int


class Lines:
    """The lines of reports by what was typed for them; each is made quotable when it is asked."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        """Index the pieces of all lines by their sources."""
        self._texts: list[Text] = []
        runs: dict[Source, list[_Run]] = {}
        for text in (one for outline in outlines for one in outline.texts):
            for run in _runs(text, len(self._texts)):
                runs.setdefault(run.piece.source, []).append(run)
            self._texts.append(text)
        self._runs = {
            source: sorted(own, key=lambda run: run.piece.start) for source, own in runs.items()
        }
        self._reach = {
            source: list(accumulate((run.piece.end for run in own), max))
            for source, own in self._runs.items()
        }
        self._made: dict[tuple[int, bool], Quotable] = {}
        self._bare: dict[tuple[Source, int], Quotable] = {}

    def whereabouts(self, finding: Diagnostic) -> Iterator[Whereabouts]:
        """Yield where a finding stands in each line, as printed and, with citations, as typed.

        What is in no line of the report stands in the line of its file.
        """
        place = finding.place
        runs = tuple(self._around(place))
        for run in runs:
            yield self._printed(run, place)
            if not _is_plain(self._texts[run.line]):
                yield self._typed(run, place)
        if not runs:
            yield self._in_file(place)

    def _around(self, place: Place) -> Iterator[_Run]:
        runs = self._runs.get(place.source, [])
        reach = self._reach.get(place.source, [])
        end = max(place.end, place.start + 1)
        at = bisect_left(runs, end, key=lambda run: run.piece.start) - 1
        while at >= 0 and reach[at] > place.start:
            if runs[at].piece.end > place.start:
                yield runs[at]
            at -= 1

    def _printed(self, run: _Run, place: Place) -> Whereabouts:
        start, end = _overlap(run.piece, place)
        if not _is_exact(run.piece):
            start, end = 0, run.piece.length
        line = self._quotable(run.line, typed=False)
        return Whereabouts(line, line.span(run.printed + start, run.printed + end))

    def _typed(self, run: _Run, place: Place) -> Whereabouts:
        start, end = _overlap(run.piece, place)
        line = self._quotable(run.line, typed=True)
        return Whereabouts(line, line.span(run.typed + start, run.typed + end))

    def _quotable(self, number: int, *, typed: bool) -> Quotable:
        made = self._made.get((number, typed))
        if made is None:
            text = self._texts[number]
            made = Quotable("".join(map(_source_text, text.pieces)) if typed else text.value)
            self._made[number, typed] = made
        return made

    def _in_file(self, place: Place) -> Whereabouts:
        number, column = place.source.position(place.start)
        line = self._bare.get((place.source, number))
        if line is None:
            line = self._bare[place.source, number] = Quotable(place.source.line(number))
        return Whereabouts(line, line.span(column - 1, column - 1 + place.end - place.start))


def _runs(text: Text, line: int) -> Iterator[_Run]:
    printed = typed = 0
    for piece in text.pieces:
        if piece.end > piece.start:
            yield _Run(piece, line, printed, typed)
        printed += piece.length
        typed += piece.end - piece.start


def _source_text(piece: Piece) -> str:
    return piece.source.content[piece.start : piece.end]


def _is_exact(piece: Piece) -> bool:
    return piece.end - piece.start == piece.length


def _is_plain(text: Text) -> bool:
    return all(map(_is_exact, text.pieces))


def _overlap(piece: Piece, place: Place) -> tuple[int, int]:
    start = max(place.start - piece.start, 0)
    return start, max(min(place.end, piece.end) - piece.start, start)
