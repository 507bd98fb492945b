"""Attachments of a report that was typed, where the file has styles for their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jixiao.model.manuscript import Line, Role
from jixiao.model.outline import Attachment


def attachments(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Attachment, ...]]:
    """Return the lines before the attachments, and these; none where one is not understood.

    The list of attachments below the text goes with them: it says what their titles say.
    """
    start = next((at for at, one in enumerate(lines) if one.role is Role.ATTACHMENT_MARK), None)
    if start is None:
        return lines, ()
    made = [_attachment(group) for group in _groups(lines[start:])]
    whole = [one for one in made if one]
    if len(whole) < len(made):
        return lines, ()
    body = [one for one in lines[:start] if one.role is not Role.ATTACHMENT_LIST]
    return body, tuple(replace(one, number=at) for at, one in enumerate(whole, 1))


def _groups(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each attachment, its mark first."""
    starts = [at for at, one in enumerate(lines) if one.role is Role.ATTACHMENT_MARK]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start:end]


def _attachment(lines: Sequence[Line]) -> Attachment | None:
    """Return an attachment of a mark, a title, perhaps a unit, one table, and perhaps a note."""
    runs = {role: list(group) for role, group in groupby(lines, key=_part)}
    order = [role for role, _ in groupby(lines, key=_part)]
    if [one for one in _ORDER if one in runs] != order or not {*_NEEDED} <= {*order}:
        return None
    if any(len(runs[one]) > 1 for one in order if one is not None):
        return None
    rows = [one.cells for one in runs[None]]
    is_totalled = len(rows) > 1 and runs[None][-1].role is Role.TOTAL
    return Attachment(
        0,
        lines[0].text.value,
        lines[1].text,
        _value(runs.get(Role.UNIT_LINE)),
        rows[0],
        tuple(rows[1:-1] if is_totalled else rows[1:]),
        rows[-1] if is_totalled else (),
        _value(runs.get(Role.TABLE_NOTE)),
    )


_NEEDED: tuple[Role | None, ...] = (Role.ATTACHMENT_MARK, Role.ATTACHMENT_TITLE, None)
#: None stands for the rows of the table
_ORDER = (
    Role.ATTACHMENT_MARK,
    Role.ATTACHMENT_TITLE,
    Role.UNIT_LINE,
    None,
    Role.TABLE_NOTE,
)


def _part(line: Line) -> Role | None:
    return None if line.cells else line.role or Role.BODY


def _value(lines: Sequence[Line] | None) -> str:
    return lines[0].text.value if lines else ""
