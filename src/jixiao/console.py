"""The talk with the terminal: findings with the line they stand on, colour where it shows."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from jixiao.diagnostic import SETTLED, Diagnostic, Severity, by_severity
from jixiao.excerpt import CUT, Excerpt, excerpts, visible, width
from jixiao.source import Place

_BOLD, _DIM = "1", "2"
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.QUESTION: "36"}
#: columns of an excerpt before it is cut; prose lines are long
_WIDTH = 92
#: related places that are shown of one finding; the other forms show all
_MOST_RELATED = 3


@dataclass(frozen=True, slots=True)
class Console:
    """A stream to write to, in colour or not."""

    stream: TextIO
    colour: bool

    @classmethod
    def on(cls, stream: TextIO) -> Console:
        """Return the console of a stream: colour on a terminal only, and not with `NO_COLOR`.

        The stream is made to take any character: a Windows console in a legacy code page would
        otherwise stop on a Chinese path.
        """
        if hasattr(stream, "reconfigure"):
            encoding = None if _speaks_utf8(stream) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(stream, colour=wanted and stream.isatty())

    def say(self, line: str = "") -> None:
        """Write a line."""
        self.stream.write(line + "\n")

    def paint(self, text: str, code: str) -> str:
        """Return the text in a colour, given as the number of the ANSI sequence."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def report(self, files: Sequence[tuple[str, Sequence[Diagnostic]]]) -> None:
        """Write the findings of each file by severity, the settled ones last, and the count."""
        several = len(files) > 1
        for name, found in files:
            if several:
                self.say(self.paint(f"━━ {visible(name)}（{tally(found)}）", _BOLD))
                self.say()
            self._groups(found)
        every = (one for _, found in files for one in found)
        self.say((f"{len(files)}个文件：" if several else "") + tally(every))

    def _groups(self, found: Sequence[Diagnostic]) -> None:
        groups = by_severity(found)
        for label, members in groups:
            if len(groups) > 1:
                self.say(self.paint(f"── {label}（{len(members)}）", _BOLD))
                self.say()
            for one in members:
                self.show(one)

    def show(self, diagnostic: Diagnostic) -> None:
        """Write a finding: what, where, the lines with what is wrong underlined, the way out.

        A settled one is told with its reason only.
        """
        colour = _DIM if diagnostic.settled else _COLOURS[diagnostic.severity]
        self.say(self.paint(self._headline(diagnostic), colour))
        spots = () if diagnostic.settled else _Spot.all_of(diagnostic)
        rows = tuple(_rows(spots))
        numbers = (str(diagnostic.place.line), *(one.number for one in rows))
        margin = max(map(len, numbers))
        self.say(f"{' ' * margin}--> {_located(diagnostic.place)}")
        for row in rows:
            text = self.paint(row.text, colour) if row.underlines else row.text
            self.say(f"{row.number:>{margin}} {row.bar} {text}".rstrip())
        for note in _notes(diagnostic, spots):
            self.say(f"{' ' * margin} = {visible(note)}")
        self.say()

    def brief(self, diagnostic: Diagnostic) -> None:
        """Write a finding in one line."""
        self.say(f"{self._headline(diagnostic)}（{_located(diagnostic.place)}）")

    def _headline(self, diagnostic: Diagnostic) -> str:
        label = SETTLED if diagnostic.settled else diagnostic.severity.label
        return f"{label}[{diagnostic.code}]: {visible(diagnostic.message)}"


def _speaks_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place that a finding shows: its lines, the sign that underlines it, a word on it."""

    place: Place
    lines: tuple[Excerpt, ...]
    sign: str
    word: str = ""

    @classmethod
    def all_of(cls, diagnostic: Diagnostic) -> tuple[_Spot, ...]:
        """Return a finding's own place and the first of its related ones."""
        spots = [cls(diagnostic.place, excerpts(diagnostic.place, _WIDTH), "^")]
        for one in diagnostic.related[:_MOST_RELATED]:
            lines = spots[-1].showing(one.place) or excerpts(one.place, _WIDTH)
            spots.append(cls(one.place, lines, "-", visible(one.message) + _address(one.place)))
        return tuple(spots)

    def showing(self, place: Place) -> tuple[Excerpt, ...]:
        """Return the last line with another place marked, where the line as cut has it."""
        if not self.lines or place.source is not self.place.source:
            return ()
        marked = self.lines[-1].marking(place)
        return (marked,) if marked else ()

    def repeats(self, above: _Spot | None) -> bool:
        """Return whether its first line, cut the same, is the last one above."""
        if above is None or above.place.file != self.place.file:
            return False
        last, first = above.lines[-1], self.lines[0]
        return last.line == first.line and last.text == first.text


@dataclass(frozen=True, slots=True)
class _Row:
    """A row below a headline: a line's number or none, the bar, what stands behind it."""

    text: str = ""
    number: str = ""
    bar: str = "|"
    underlines: bool = False


def _rows(spots: Sequence[_Spot]) -> Iterator[_Row]:
    """Yield the lines of each place that shows something, underlined.

    A line that stands just above is not written again: it is underlined once more.
    """
    above = None
    file = spots[0].place.file if spots else ""
    for spot in spots:
        if spot.lines:
            if spot.place.file != file:
                yield _Row(locate(spot.place), bar=":::")
            yield from _underlined(spot, repeats=spot.repeats(above))
            above, file = spot, spot.place.file


def _underlined(spot: _Spot, *, repeats: bool) -> Iterator[_Row]:
    if not repeats:
        yield _Row()
    for at, one in enumerate(spot.lines):
        if at and one.line > spot.lines[at - 1].line + 1:
            yield _Row(CUT)
        if at or not repeats:
            yield _Row(one.text, str(one.line))
        told = f" {spot.word}" if spot.word and one is spot.lines[-1] else ""
        blank = " " * width(one.before)
        yield _Row(f"{blank}{spot.sign * max(width(one.marked), 1)}{told}", underlines=True)


def _notes(diagnostic: Diagnostic, spots: Sequence[_Spot]) -> Iterator[str]:
    if diagnostic.settled:
        yield f"核实: {diagnostic.settled}"
        return
    if diagnostic.hint:
        yield f"提示: {diagnostic.hint}"
    for spot in spots[1:]:
        if not spot.lines:
            yield f"另见: {locate(spot.place)}（{spot.word}）"
    left = len(diagnostic.related) - _MOST_RELATED
    if left > 0:
        yield f"另有 {left} 处"


def locate(place: Place) -> str:
    """Return a place as editors take it: `file:line:column`."""
    return f"{visible(place.file)}:{place.line}:{place.column}"


def _located(place: Place) -> str:
    """Return a place likewise, with its address where it has one: what a reader of Word finds."""
    return locate(place) + _address(place)


def _address(place: Place) -> str:
    return f"（{visible(place.address)}）" if place.address else ""


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity there are, the settled ones apart."""
    found = tuple(diagnostics)
    counts = Counter(one.severity for one in found if not one.settled)
    told = "，".join(f"{severity.label} {counts[severity]}" for severity in Severity)
    settled = sum(1 for one in found if one.settled)
    return told + (f"（另有{SETTLED} {settled}）" if settled else "")


def standard() -> Console:
    """Return the console of standard output."""
    return Console.on(sys.stdout)


def errors() -> Console:
    """Return the console of standard error."""
    return Console.on(sys.stderr)
