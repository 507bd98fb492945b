"""A table within the prose, as the writer types it: a row a line, cells between bars."""

from __future__ import annotations

from jixiao.content.defects import prose as defects
from jixiao.content.stated.flow import rows, trimmed
from jixiao.content.stated.values import Notes
from jixiao.language.row import is_ruling, spans
from jixiao.model.content import Table
from jixiao.source import Text


def table(text: Text, notes: Notes) -> Table:
    """Return the table of a text, with findings on lines that are no row of it."""
    lines = tuple(one for one in rows(text) if not _is_ruling(one, notes))
    made = tuple(
        tuple(trimmed(line.slice(start, end)) for start, end in cells)
        for line, cells in zip(lines, spans([one.value for one in lines]), strict=True)
    )
    for line, cells in zip(lines, made, strict=True):
        if len(cells) != len(made[0]):
            message = f"这一行有{len(cells)}格，表头有{len(made[0])}格"
            hint = "每行的格数要与表头相同；空着的一格也要写出隔开它的“|”"
            notes.told.append(defects.RAGGED_TABLE.at(line.place(), message, hint=hint))
    return Table(made)


def _is_ruling(line: Text, notes: Notes) -> bool:
    if not is_ruling(line.value):
        return False
    message = "这一行是分隔线，不是表的一行"
    hint = "删去这一行，表头下的线会自动画"
    notes.told.append(defects.RULED_TABLE.at(line.place(), message, hint=hint))
    return True
