"""Lines into paragraphs: a line break is no space, a blank line starts a new paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jixiao.source import Piece, Text

_BLANKS = " \t\u3000\u00a0"


def paragraphs(text: Text) -> tuple[Text, ...]:
    """Return a text's paragraphs, each on one line, with the places of its characters."""
    if "\n" not in text.value:
        line = trimmed(text)
        return (line,) if line else ()
    made: list[Text] = []
    lines: list[Text] = []
    for line in map(trimmed, _lines(text)):
        if line:
            lines.append(line)
        elif lines:
            made.append(_joined(lines))
            lines = []
    return tuple(made) + ((_joined(lines),) if lines else ())


def one_line(text: Text) -> Text:
    """Return a text on one line, whatever breaks it was typed with."""
    whole = paragraphs(text)
    return whole[0] if len(whole) == 1 else _joined(list(whole)) if whole else text.slice(0, 0)


def _lines(text: Text) -> Iterator[Text]:
    """Yield the lines in one pass over the pieces, of which a text of many lines has many."""
    line: list[Text] = []
    offset = 0
    for piece in text.pieces:
        run = Text(text.value[offset : offset + piece.length], (piece,))
        offset += piece.length
        at = 0
        while (end := run.value.find("\n", at)) >= 0:
            yield Text.join([*line, run.slice(at, end)])
            line, at = [], end + 1
        line.append(run.slice(at))
    yield Text.join(line)


def rows(text: Text) -> tuple[Text, ...]:
    """Return the lines of a text that have words, each as a row of its own."""
    return tuple(one for one in map(trimmed, _lines(text)) if one)


def trimmed(line: Text) -> Text:
    """Return a line without the blanks around it."""
    start = len(line.value) - len(line.value.lstrip(_BLANKS))
    end = len(line.value.rstrip(_BLANKS))
    return line if end - start == len(line.value) else line.slice(start, max(start, end))


def _joined(lines: list[Text]) -> Text:
    parts = lines[:1]
    for before, after in pairwise(lines):
        if _is_latin(before.value[-1]) and _is_latin(after.value[0]):
            parts.append(_blank_behind(before))
        parts.append(after)
    return Text.join(parts)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _blank_behind(line: Text) -> Text:
    last = line.pieces[-1]
    return Text(" ", (Piece(1, last.source, last.end, last.end),))
