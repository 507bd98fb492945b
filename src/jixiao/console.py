"""The talk with the terminal: findings with the line they stand on, colour where it shows."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from jixiao.diagnostic import Diagnostic, Severity
from jixiao.source import Place

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.QUESTION: "36"}
#: columns of an excerpt before it is cut; prose lines are long
_WIDTH = 92


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

    def show(self, diagnostic: Diagnostic) -> None:
        """Write a finding: what, where, the line with its underline, the way out."""
        colour = "2" if diagnostic.settled else _COLOURS[diagnostic.severity]
        self.say(self.paint(self._headline(diagnostic), colour))
        margin = " " * len(str(diagnostic.place.line))
        self.say(f"{margin}--> {locate(diagnostic.place)}")
        for line in excerpt(diagnostic.place):
            self.say(line)
        for label, text in _notes(diagnostic):
            self.say(f"{margin} = {label}: {text}")
        self.say()

    def brief(self, diagnostic: Diagnostic) -> None:
        """Write a finding in one line."""
        self.say(f"{self._headline(diagnostic)}（{locate(diagnostic.place)}）")

    def _headline(self, diagnostic: Diagnostic) -> str:
        label = "已核实" if diagnostic.settled else diagnostic.severity.label
        return f"{label}[{diagnostic.code}]: {diagnostic.message}"


def _speaks_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def _notes(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    if diagnostic.hint:
        yield "提示", diagnostic.hint
    for one in diagnostic.related:
        yield "另见", f"{locate(one.place)}（{one.message}）"
    if diagnostic.settled:
        yield "核实", diagnostic.settled


def locate(place: Place) -> str:
    """Return a place as editors take it: `file:line:column`."""
    return f"{place.file}:{place.line}:{place.column}"


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity there are, the settled ones apart."""
    found = tuple(diagnostics)
    counts = Counter(one.severity for one in found if not one.settled)
    told = "，".join(f"{severity.label} {counts[severity]}" for severity in Severity)
    settled = sum(1 for one in found if one.settled)
    return told + (f"（另有已核实 {settled}）" if settled else "")


def excerpt(place: Place) -> Iterator[str]:
    """Yield the place's first line with an underline; nothing where the source has no text."""
    line = place.source.line(place.line).expandtabs(1)
    if not line.strip():
        return
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    line, start, end = _window(line, start, max(end, start + 1))
    number = str(place.line)
    margin = " " * len(number)
    yield f"{margin} |"
    yield f"{number} | {line}"
    yield f"{margin} | {' ' * width(line[:start])}{'^' * max(width(line[start:end]), 1)}"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line to what stands around the place, with … where something was left out."""
    if width(line) <= _WIDTH:
        return line, start, end
    first = start
    while first > 0 and width(line[first - 1 : start]) < _WIDTH // 3:
        first -= 1
    last = start
    while last < len(line) and width(line[first : last + 1]) < _WIDTH:
        last += 1
    before, after = "…" * (first > 0), "…" * (last < len(line))
    moved = start - first + len(before)
    cut = before + line[first:last] + after
    return cut, moved, min(moved + end - start, len(cut))


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal; a Han character takes two."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def standard() -> Console:
    """Return the console of standard output."""
    return Console.on(sys.stdout)


def errors() -> Console:
    """Return the console of standard error."""
    return Console.on(sys.stderr)
