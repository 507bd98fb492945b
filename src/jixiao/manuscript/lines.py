"""The lines of a manuscript, and what stands in it that is no part of the report."""

from __future__ import annotations

import re

from jixiao.model.manuscript import Line, Manuscript
from jixiao.model.outline import Stray, StrayKind
from jixiao.source import Source, Text

_BLANKS = " \t\u00a0\u3000\u200b\ufeff\f\v"
_PAGE_NUMBER = re.compile(
    r"[—–\-－]{1,2}\s*[0-9]{1,4}\s*[—–\-－]{1,2}"
    r"|第\s*[0-9]{1,4}\s*页(?:\s*[，,/／]?\s*共\s*[0-9]{1,4}\s*页)?"
    r"|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4}"
)
#: what Word keeps for itself and some converters write into the text; a heading may stand behind it
_REMNANT = re.compile(r"\[bookmark:?[^\]\n]{0,60}\]", re.IGNORECASE)


def lines(source: Source) -> Manuscript:
    """Return a text's lines, and the strays in it: blanks, page numbers, remnants, in order."""
    typed: list[Line] = []
    strays: list[Stray] = []
    start = 0
    for value in source.content.split("\n"):
        made = line(Text.typed(source, start, start + len(value)), strays)
        if made:
            typed.append(made)
        start += len(value) + 1
    last = typed[-1].text.place().end if typed else 0
    while strays and strays[-1].kind is StrayKind.BLANK and strays[-1].text.place().start > last:
        strays.pop()  # what ends the last line is no empty paragraph
    return Manuscript(source, tuple(typed), tuple(strays))


def line(whole: Text, strays: list[Stray]) -> Line | None:
    """Return a line of a text, without what is no part of the report: that is added to strays."""
    value = whole.value
    bare = value.strip(_BLANKS)
    if not bare:
        strays.append(Stray(StrayKind.BLANK, whole))
        return None
    first = value.index(bare[0])
    last = first + len(bare)
    if _PAGE_NUMBER.fullmatch(bare):
        strays.append(Stray(StrayKind.PAGE_NUMBER, whole.slice(first, last)))
        return None
    if "\t" in bare or (bare[0] in "|｜" and bare[-1] in "|｜" and len(bare) > 1):
        return Line(whole.slice(first, last), cells=_cells(whole.slice(first, last)))
    if first:
        strays.append(Stray(StrayKind.INDENT, whole.slice(0, first)))
    if last < len(value):
        strays.append(Stray(StrayKind.TRAILING, whole.slice(last)))
    text = _without_remnants(whole.slice(first, last), strays)
    return Line(text) if text.value.strip(_BLANKS) else None


def _without_remnants(text: Text, strays: list[Stray]) -> Text:
    kept: list[Text] = []
    at = 0
    for found in _REMNANT.finditer(text.value):
        strays.append(Stray(StrayKind.REMNANT, text.slice(*found.span())))
        kept.append(text.slice(at, found.start()))
        at = found.end()
    return Text.join((*kept, text.slice(at))) if kept else text


def _cells(row: Text) -> tuple[Text, ...]:
    """Return the cells of a row, without the blanks around each; an empty one between two tabs."""
    cells: list[Text] = []
    at = 0
    for piece in re.split(r"[\t|｜]", row.value):
        inner = piece.strip(_BLANKS)
        start = at + (piece.index(inner[0]) if inner else 0)
        cells.append(row.slice(start, start + len(inner)))
        at += len(piece) + 1
    # A rule at an end of the row opens no cell.
    first, last = row.value[0] in "|｜", row.value[-1] in "|｜"
    return tuple(cells[first : len(cells) - last])
