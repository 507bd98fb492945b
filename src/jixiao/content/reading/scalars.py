"""Scalars as typed: YAML's folding undone, its quoting resolved, every character in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jixiao.source import Piece, Source, Text

_SIMPLE = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_DOUBLE = re.compile(
    r"\\\n[ \t]*|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|[ \t]*\n[ \t]*"
)
_SINGLE = re.compile(r"''|[ \t]*\n[ \t]*")


@dataclass(slots=True)
class _Weaver:
    """Gathers the characters of a text and where each was typed."""

    source: Source
    values: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def keep(self, start: int, end: int) -> None:
        """Add characters as they stand in the source."""
        if start >= end:
            return
        self.values.append(self.source.content[start:end])
        last = self.pieces[-1] if self.pieces else None
        if last and last.end == start and last.end - last.start == last.length:
            self.pieces[-1] = Piece(end - last.start, self.source, last.start, end)
        else:
            self.pieces.append(Piece(end - start, self.source, start, end))

    def put(self, value: str, start: int, end: int) -> None:
        """Add a value that stands for other characters."""
        self.values.append(value)
        self.pieces.append(Piece(len(value), self.source, start, end))

    def text(self, start: int) -> Text:
        """Return what was gathered; an empty text stands at `start`."""
        pieces = tuple(self.pieces) or (Piece(0, self.source, start, start),)
        return Text("".join(self.values), pieces)


def scalar_text(source: Source, start: int, end: int, style: str, value: str) -> Text:
    """Return the text of a scalar in `source[start:end]`, as YAML's style has it typed.

    `value` is what YAML makes of it: it tells the indentation of a block scalar.
    """
    if style == '"':
        return _quoted(source, start + 1, end - 1, _DOUBLE)
    if style == "'":
        return _quoted(source, start + 1, end - 1, _SINGLE)
    if style in {"|", ">"}:
        return _block(source, start, end, value)
    if len(value) == end - start:
        return Text.typed(source, start, end)
    return _quoted(source, start, end, _BREAK)


def _quoted(source: Source, start: int, end: int, special: re.Pattern[str]) -> Text:
    weaver = _Weaver(source)
    at = start
    for found in special.finditer(source.content, start, end):
        weaver.keep(at, found.start())
        _resolve(weaver, found)
        at = found.end()
    weaver.keep(at, end)
    return weaver.text(start)


def _resolve(weaver: _Weaver, found: re.Match[str]) -> None:
    typed = found.group()
    if typed.startswith("\\"):
        _unescape(weaver, found)
    elif typed == "''":
        weaver.put("'", *found.span())
    else:
        at = found.start() + typed.index("\n")
        weaver.keep(at, at + 1)


def _unescape(weaver: _Weaver, found: re.Match[str]) -> None:
    mark, digits = found.group()[1], found.group()[2:]
    if mark == "\n":
        return  # an escaped line break joins the lines
    value = chr(int(digits, 16)) if mark in "xuU" else _SIMPLE.get(mark, mark)
    weaver.put(value, *found.span())


def _block(source: Source, start: int, end: int, value: str) -> Text:
    weaver = _Weaver(source)
    at = source.content.find("\n", start, end) + 1
    if not at or not value.strip(" \n"):
        return weaver.text(start)
    end = start + len(source.content[start:end].rstrip(" \n"))
    indent = _indentation(source.content[at:end], value)
    while at < end:
        stop = source.content.find("\n", at, end) + 1 or end
        low = min(at + indent, stop)
        blank = source.content[at:stop].isspace() and low == stop
        weaver.keep(stop - 1 if blank else low, stop)
        at = stop
    return weaver.text(start)


def _indentation(body: str, value: str) -> int:
    """Return the indentation of a block scalar: what its first line has more than its value."""
    typed = next(line for line in body.split("\n") if line.strip(" "))
    kept = next(line for line in value.split("\n") if line.strip(" "))
    return (len(typed) - len(typed.lstrip(" "))) - (len(kept) - len(kept.lstrip(" ")))
