"""Source text and the places in it: where every character that jixiao reads was typed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file as it was read: its name as shown to the writer and its text.

    The name is relative to the workspace with forward slashes; line ends are `\n`.
    """

    name: str
    content: str
    #: for lines that no reader counts, what stands for their number: 5 is 表1第2行第3格; in order
    addresses: tuple[tuple[int, str], ...] = field(default=(), repr=False, compare=False)
    #: what a line is called where its number is told: 行, or 段 where a line is a paragraph
    counted_in: str = field(default="行", repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the lines once, so that every place is found in logarithmic time."""
        starts = [0]
        starts.extend(i + 1 for i, character in enumerate(self.content) if character == "\n")
        object.__setattr__(self, "_starts", tuple(starts))

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column of a character index, both counted from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def index(self, line: int, column: int) -> int:
        """Return the character index of a line and column counted from 1, clipped to the text."""
        if line > len(self._starts):
            return len(self.content)
        return min(self._starts[max(line, 1) - 1] + max(column, 1) - 1, len(self.content))

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its line end; empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.content.find("\n", start)
        return self.content[start:] if end < 0 else self.content[start:end]

    def address(self, line: int) -> str:
        """Return what stands for the number of a line in a table or a box; empty for any other."""
        at = bisect_left(self.addresses, (line, ""))
        found = self.addresses[at] if at < len(self.addresses) else (0, "")
        return found[1] if found[0] == line else ""

    def told(self, line: int) -> str:
        """Return a line as it is spoken of: 第26行, 第26段 or its address."""
        return self.address(line) or f"第{line}{self.counted_in}"

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of the characters from start to end (one character if left out)."""
        return Place(self, start, start + 1 if end is None else end)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of characters in a source; `end` is the index after the last one."""

    source: Source
    start: int = 0
    end: int = 0

    @property
    def file(self) -> str:
        """The source's name."""
        return self.source.name

    @property
    def line(self) -> int:
        """The first character's line, from 1."""
        return self.source.position(self.start)[0]

    @property
    def address(self) -> str:
        """What stands for the first character's line where a reader does not count lines."""
        return self.source.address(self.line)

    @property
    def told(self) -> str:
        """The first character's line as it is spoken of."""
        return self.source.told(self.line)

    @property
    def column(self) -> int:
        """The first character's column, from 1, in characters."""
        return self.source.position(self.start)[1]

    @property
    def end_line(self) -> int:
        """The line after whose `end_column - 1` characters the place ends, from 1."""
        return self.source.position(self.end)[0]

    @property
    def end_column(self) -> int:
        """The column after the last character, from 1."""
        return self.source.position(self.end)[1]

    @property
    def text(self) -> str:
        """The characters at this place."""
        return self.source.content[self.start : self.end]

    @property
    def order(self) -> tuple[str, int, int]:
        """A key that sorts places by file and position."""
        return self.file, self.start, self.end


class Piece(NamedTuple):
    """A run of a `Text`: `length` characters that came from `source[start:end]`.

    Where `end - start == length` each character has its own place; otherwise the run stands for
    its place as a whole (a citation that was expanded, an escape that was resolved).
    """

    length: int
    source: Source
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A string that knows where each of its characters was typed."""

    value: str
    pieces: tuple[Piece, ...]
    _begins: tuple[int, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def typed(cls, source: Source, start: int, end: int) -> Text:
        """Return the source's characters from start to end, each with its own place."""
        return cls(source.content[start:end], (Piece(end - start, source, start, end),))

    @classmethod
    def standing(cls, value: str, place: Place) -> Text:
        """Return a value that stands, as a whole, for what was typed at a place."""
        return cls(value, (Piece(len(value), place.source, place.start, place.end),))

    @classmethod
    def join(cls, parts: Iterable[Text]) -> Text:
        """Return the parts as one text, one after the other."""
        texts = tuple(parts)
        value = "".join(text.value for text in texts)
        return cls(value, tuple(piece for text in texts for piece in text.pieces))

    def slice(self, start: int, end: int | None = None) -> Text:
        """Return the characters from start to end, as `str` slices them, with their places."""
        first, last, _ = slice(start, end).indices(len(self.value))
        kept: list[Piece] = []
        offsets = self._offsets()
        behind = min(bisect_left(offsets, last), len(self.pieces))
        for number in range(bisect_right(offsets, first) - 1, behind):
            piece, offset = self.pieces[number], offsets[number]
            low, high = max(first - offset, 0), min(last - offset, piece.length)
            if low < high:
                kept.append(_cut(piece, low, high))
        return Text(self.value[first:last], tuple(kept) or self._edge(first))

    def _offsets(self) -> tuple[int, ...]:
        """Return where each piece begins, summed up when it is first asked for."""
        if self._begins is None:
            begins = accumulate((piece.length for piece in self.pieces), initial=0)
            object.__setattr__(self, "_begins", tuple(begins))
        return self._begins or (0,)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return where the characters from start to end were typed, in the first one's source."""
        if len(self.pieces) == 1:
            return self._place_in_piece(start, end)
        pieces = self.slice(start, end).pieces
        source = pieces[0].source
        ends = [piece.end for piece in pieces if piece.source is source]
        starts = [piece.start for piece in pieces if piece.source is source]
        return Place(source, min(starts), max(ends))

    def _place_in_piece(self, start: int, end: int | None) -> Place:
        """Return the same of a text in one piece, as a line of a manuscript is."""
        first, last, _ = slice(start, end).indices(len(self.value))
        (piece,) = self.pieces
        if piece.end - piece.start == piece.length:
            return Place(piece.source, piece.start + first, piece.start + max(first, last))
        if first < last:
            return Place(piece.source, piece.start, piece.end)
        at = piece.end if first == piece.length else piece.start
        return Place(piece.source, at, at)

    def _edge(self, offset: int) -> tuple[Piece, ...]:
        """Return an empty piece at an offset, so that an empty text still has a place."""
        offsets = self._offsets()
        number = bisect_left(offsets, offset, lo=1) - 1
        if number < len(self.pieces):
            piece, offset = self.pieces[number], offset - offsets[number]
            exact = piece.end - piece.start == piece.length
            at = piece.end if offset == piece.length else piece.start + offset * exact
            return (Piece(0, piece.source, at, at),)
        return self.pieces[-1:]

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)


def _cut(piece: Piece, low: int, high: int) -> Piece:
    if piece.end - piece.start != piece.length:
        return piece._replace(length=high - low)
    return Piece(high - low, piece.source, piece.start + low, piece.start + high)
