"""The lines of a manuscript, and what stands in it that is no part of the report."""

from __future__ import annotations

import re

from jixiao.language.leftover import BLANKS, inner, is_page_number, remnants
from jixiao.model.manuscript import Line, Manuscript
from jixiao.model.outline import Stray, StrayKind
from jixiao.source import Source, Text


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
    first, last = inner(value)
    bare = value[first:last]
    if not bare:
        strays.append(Stray(StrayKind.BLANK, whole))
        return None
    if is_page_number(bare):
        strays.append(Stray(StrayKind.PAGE_NUMBER, whole.slice(first, last)))
        return None
    if "\t" in bare or (bare[0] in "|｜" and bare[-1] in "|｜" and len(bare) > 1):
        return Line(whole.slice(first, last), cells=_cells(whole.slice(first, last)))
    if first:
        strays.append(Stray(StrayKind.INDENT, whole.slice(0, first)))
    if last < len(value):
        strays.append(Stray(StrayKind.TRAILING, whole.slice(last)))
    text = _without_remnants(whole.slice(first, last), strays)
    return Line(text) if text.value.strip(BLANKS) else None


def _without_remnants(text: Text, strays: list[Stray]) -> Text:
    kept: list[Text] = []
    at = 0
    for start, end in remnants(text.value):
        strays.append(Stray(StrayKind.REMNANT, text.slice(start, end)))
        kept.append(text.slice(at, start))
        at = end
    return Text.join((*kept, text.slice(at))) if kept else text


def _cells(row: Text) -> tuple[Text, ...]:
    """Return the cells of a row, without the blanks around each; an empty one between two tabs."""
    cells: list[Text] = []
    at = 0
    for piece in re.split(r"[\t|｜]", row.value):
        first, last = inner(piece)
        cells.append(row.slice(at + first, at + last))
        at += len(piece) + 1
    # A rule at an end of the row opens no cell.
    opens, closes = row.value[0] in "|｜", row.value[-1] in "|｜"
    return tuple(cells[opens : len(cells) - closes])
