"""Attachments of a report that was typed: by the styles of their parts, else by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jixiao.model.manuscript import Line, Role
from jixiao.model.outline import Attachment


def attachments(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Attachment, ...]]:
    """Return the lines before the attachments, and these; none where one is not understood.

    The list of attachments below the text goes with them: it says what their titles say.
    """
    lines = _with_roles(lines)
    start = next((at for at, one in enumerate(lines) if one.role is Role.ATTACHMENT_MARK), None)
    if start is None:
        return lines, ()
    made = [_attachment(group) for group in _groups(lines[start:])]
    whole = [one for one in made if one]
    if len(whole) < len(made):
        return lines, ()
    body = [one for one in lines[:start] if one.role is not Role.ATTACHMENT_LIST]
    return body, tuple(replace(one, number=at) for at, one in enumerate(whole, 1))


def _with_roles(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines with the roles that the words of attachments at the end give them.

    The lines as they are where the file has styles, or where a part of one is not understood.
    """
    if any(one.role is Role.ATTACHMENT_MARK for one in lines):
        return lines
    typed, lines = lines, [part for at, one in enumerate(lines) for part in _parts(at, lines)]
    marks = [at for at, one in enumerate(lines) if at and _is_mark(one)]
    if not marks:
        return typed
    ends = [*marks[1:], len(lines)]
    groups = [_roles(lines[start:end]) for start, end in zip(marks, ends, strict=True)]
    known = [one for group in groups if group for one in group]
    if len(known) < len(lines) - marks[0]:
        return typed
    titles = [one.text.value for one in known if one.role is Role.ATTACHMENT_TITLE]
    return [*_listed(lines[: marks[0]], titles), *known]


def _parts(at: int, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return a line, or two of one that has mark and title of the table that follows it."""
    line = lines[at]
    found = _MARKED_TITLE.fullmatch(line.text.value)
    is_plain = not line.cells and not line.level and at > 0
    if found is None or not is_plain or not any(one.cells for one in lines[at + 1 : at + 3]):
        return (line,)
    title = found.start("title")
    return Line(line.text.slice(0, title)), Line(line.text.slice(title))


def _is_mark(line: Line) -> bool:
    return not line.cells and not line.level and _MARK.fullmatch(line.text.value) is not None


def _roles(lines: Sequence[Line]) -> Sequence[Line] | None:
    """Return an attachment's lines with their roles: mark, title, unit, rows, note, in order."""
    order: list[Role | None] = [_role(at, one) for at, one in enumerate(lines)]
    widths = {len(one.cells) for one in lines if one.cells}
    if Role.BODY in order or len(widths) != 1 or len({one.table for one in lines if one.cells}) > 1:
        return None
    made = [replace(one, role=role) for one, role in zip(lines, order, strict=True)]
    last = max(at for at, one in enumerate(made) if one.cells)
    if made[last].cells[0].value in _TOTALS:
        made[last] = replace(made[last], role=Role.TOTAL)
    return made


def _role(at: int, line: Line) -> Role | None:
    """Return the role of a line of an attachment by its words; BODY for one that has none."""
    value = line.text.value
    if line.cells:
        return None
    if at < len(_HEAD):
        return _HEAD[at]
    if _UNIT.fullmatch(value):
        return Role.UNIT_LINE
    return Role.TABLE_NOTE if _NOTE.match(value) else Role.BODY


def _listed(lines: Sequence[Line], titles: Sequence[str]) -> Iterator[Line]:
    """Yield the lines before attachments; those that list their titles are known as such."""
    listed = {f"{number}.{title}" for number, title in enumerate(titles, 1)} | {*titles[:1]}
    for one in lines:
        bare = re.sub("^附件[:：]", "", one.text.value)
        is_listed = bare in listed and (bare != one.text.value or bare not in titles)
        yield replace(one, role=Role.ATTACHMENT_LIST) if is_listed else one


_MARK = re.compile(r"附\s*件\s*[0-9]{0,2}\s*[:：]?\s*")
#: 附件1：收支情况表, on one line
_MARKED_TITLE = re.compile(r"附\s*件\s*[0-9]{0,2}\s*[:：]\s*(?P<title>[^。；]{2,40})")
_UNIT = re.compile("单位：[一-龥]{1,4}")
_NOTE = re.compile("(?:备?注|说明)[:：]")
_HEAD = (Role.ATTACHMENT_MARK, Role.ATTACHMENT_TITLE)
_TOTALS = {"合计", "总计"}


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
        lines[0].text.value.rstrip("：: "),
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
