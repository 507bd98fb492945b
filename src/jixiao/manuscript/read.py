"""A manuscript as an `Outline`: headings by what the file says of them, else by their marks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from jixiao.language.mark import leading
from jixiao.language.quantity import Date, parse
from jixiao.manuscript.attachments import attachments
from jixiao.model.manuscript import Line, Manuscript, Role
from jixiao.model.outline import (
    Block,
    Heading,
    Outline,
    Paragraph,
    Stray,
    StrayKind,
    Table,
)
from jixiao.source import Text

#: characters of a heading at most, and of one that ends with a full stop
_LONGEST_HEADING = 60
_LONGEST_STOPPED = 20
_LONGEST_TITLE = 40
_MOST_TITLE_LINES = 4
_SENTENCE_END = re.compile(r"[。；;！？!?]")
_STOPPED = re.compile(r"[。．.：:；;，,]$")
_DATE = re.compile(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日")
_HAN = "[一二三四五六七八九十]{1,3}"
_HAN_DATE = re.compile(rf"[〇○零一二三四五六七八九]{{4}}年{_HAN}月{_HAN}日")
#: how the name of a public body ends
_BODY = re.compile(
    r"(?:局|委|委员会|厅|部|办公室|办|院|会|政府|中心|处|队|所|站|馆|校|学校|医院|集团|社|台"
    r"|街道|镇|乡|机关|党委|法院|检察院)(?:（[^）]{1,12}）)?$"
)
#: a list of attachments, and how it goes on
_LISTED = re.compile(r"(?:附\s*[件表]\s*[:：]\s*)?([0-9]{1,2})\s*[.．、](?![0-9])")
#: a line of a table of contents, and how many make one
_CONTENTS = re.compile(
    r"(?=.{0,60}[一-龥]).{2,60}?(?:\t+|…+|[.．·]{3,}|\s{4,})\s*[-—]?\s*[0-9]{1,3}\s*[-—]?"
)
_FEWEST_CONTENTS = 3
_SIGNED = (Role.SIGNATURE, Role.DATE)
#: lines at the end among which 署名 and 成文日期 are looked for
_CLOSING = 6


def read(manuscript: Manuscript) -> Outline:
    """Return a manuscript as an outline; every character of its lines is in it."""
    kept, contents = _without_contents(manuscript.lines)
    typed, attached = attachments(kept)
    body, signature, date = _closing(typed)
    count = _title_lines(body)
    title = tuple(one.text for one in body[:count])
    return Outline(
        title,
        tuple(_blocks(body[count:])),
        attached,
        signature,
        date,
        signature.value if signature else "",
        _day(date),
        (*manuscript.strays, *(Stray(StrayKind.CONTENTS, one.text) for one in contents)),
    )


def _without_contents(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines that are no table of contents, and those that are.

    A few lines one after the other that each end with a page's number behind a tab or dots.
    """
    contents: list[Line] = []
    for is_contents, group in groupby(lines, key=_is_of_contents):
        run = list(group)
        if is_contents and len(run) >= _FEWEST_CONTENTS:
            contents.extend(run)
    gone = {id(one) for one in contents}
    return [one for one in lines if id(one) not in gone], contents


def _is_of_contents(line: Line) -> bool:
    return not line.cells and _CONTENTS.fullmatch(line.text.value) is not None


def _blocks(typed: Sequence[Line]) -> Iterator[Block]:
    for is_row, group in groupby(typed, key=lambda one: (bool(one.cells), one.table)):
        if is_row[0]:
            yield Table(tuple(one.cells for one in group))
        else:
            yield from _plain(group)


def _plain(lines: Iterable[Line]) -> Iterator[Block]:
    """Yield lines as blocks; 2. below 附件：1. is no heading, but goes on with the list."""
    listed = 0
    for line in lines:
        found = _LISTED.match(line.text.value)
        number = int(found[1]) if found else 0
        is_first = found is not None and found[0].startswith("附")
        listed = number if number and (is_first or number == listed + 1 > 1) else 0
        yield Paragraph(line.text) if listed and not is_first else _block(line)


def _block(line: Line) -> Block:
    text, mark = line.text, leading(line.text.value)
    typed, rest = (text.slice(0, mark.end), text.slice(mark.end)) if mark else (None, text)
    if line.level:
        return Heading(line.level, typed or text.slice(0, 0), rest)
    if mark is None:
        return Paragraph(text)
    if mark.kind.level and line.role is None and is_heading(rest.value):
        return Heading(mark.kind.level, text.slice(0, mark.end), rest)
    return Paragraph(rest, typed)


def is_heading(rest: str) -> bool:
    """Return whether what stands behind a mark is a heading, not a text that runs on."""
    bare = rest.strip()
    body = _STOPPED.sub("", bare)
    if not body or len(bare) > _LONGEST_HEADING or _SENTENCE_END.search(body):
        return False
    if body == bare or bare.endswith(("：", ":")):
        return not body.endswith(("，", ","))
    is_short = len(bare) <= _LONGEST_STOPPED and bare.endswith(("。", ".", "．"))
    return is_short and not re.search("[，0-9]", body)  # a sentence that states a number is none


def _title_lines(typed: Sequence[Line]) -> int:
    """Return how many lines at the top are the title: by their style, else by their looks.

    Without a style they are short, unmarked, without a full stop.
    """
    styled = len(tuple(takewhile(lambda one: one.role is Role.TITLE, typed)))
    if styled:
        return styled
    count = len(tuple(takewhile(_is_titular, typed[:_MOST_TITLE_LINES])))
    # A text of nothing but short lines has no title of its own.
    return count if count < len(typed) else 0


def _is_titular(line: Line) -> bool:
    value = line.text.value
    if line.cells or line.level or line.role or leading(value):
        return False
    is_short = len(value) <= _LONGEST_TITLE
    return is_short and not _SENTENCE_END.search(value) and not value.endswith(("：", ":", "，"))


def _closing(typed: Sequence[Line]) -> tuple[Sequence[Line], Text | None, Text | None]:
    """Return the lines before 署名 and 成文日期, and these two where the end has them."""
    styled = {one.role: at for at, one in enumerate(typed) if one.role in _SIGNED}
    if styled:
        left = [one for at, one in enumerate(typed) if at not in styled.values()]
        signature, date = (styled.get(role) for role in _SIGNED)
        return (
            left,
            None if signature is None else typed[signature].text,
            None if date is None else typed[date].text,
        )
    for at in range(len(typed) - 1, max(len(typed) - 1 - _CLOSING, 0), -1):
        value = typed[at].text.value.strip()
        if _DATE.fullmatch(value) or _HAN_DATE.fullmatch(value):
            before = typed[at - 1]
            signed = before.text if _is_signature(before) else None
            kept = [*typed[: at - 1 if signed else at], *typed[at + 1 :]]
            return kept, signed, typed[at].text
    if len(typed) > 1 and _is_signature(typed[-1]):
        return typed[:-1], typed[-1].text, None
    return typed, None, None


def _is_signature(line: Line) -> bool:
    value = line.text.value.strip()
    is_plain = not line.cells and not line.level and not re.search(r"[，。；：、,;:0-9]", value)
    return is_plain and leading(value) is None and _BODY.search(value) is not None


def _day(dated: Text | None) -> datetime.date | None:
    found = parse(re.sub(r"\s", "", dated.value)) if dated else None
    if not isinstance(found, Date) or found.month is None or found.day is None:
        return None
    return datetime.date(found.year, found.month, found.day)
