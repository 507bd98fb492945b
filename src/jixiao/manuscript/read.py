"""A manuscript's source as an `Outline`: headings by their marks, what is no text set aside."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from jixiao.language.mark import leading
from jixiao.language.quantity import Date, parse
from jixiao.manuscript.lines import Line, lines
from jixiao.model.outline import Block, Heading, Outline, Paragraph, Table
from jixiao.source import Source, Text

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
#: lines at the end among which 署名 and 成文日期 are looked for
_CLOSING = 6


def read(source: Source) -> Outline:
    """Return a manuscript as an outline; every character of it is in a block or in a stray."""
    typed, strays = lines(source)
    body, signature, date = _closing(typed)
    count = _title_lines(body)
    title = tuple(one.text for one in body[:count])
    return Outline(
        title,
        tuple(_blocks(body[count:])),
        signature=signature,
        date=date,
        author=signature.value if signature else "",
        dated=_day(date),
        strays=strays,
    )


def _blocks(typed: Sequence[Line]) -> Iterator[Block]:
    rows: list[tuple[Text, ...]] = []
    for line in typed:
        if line.cells:
            rows.append(line.cells)
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        yield _block(line.text)
    if rows:
        yield Table(tuple(rows))


def _block(text: Text) -> Block:
    mark = leading(text.value)
    if mark is None:
        return Paragraph(text)
    typed, rest = text.slice(0, mark.end), text.slice(mark.end)
    if mark.kind.level and is_heading(rest.value):
        return Heading(mark.kind.level, typed, rest)
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
    """Return how many lines at the top are the title: short, unmarked, without a full stop."""
    count = 0
    for line in typed[:_MOST_TITLE_LINES]:
        if line.cells or leading(line.text.value) or not _is_titular(line.text.value):
            break
        count += 1
    # A text of nothing but short lines has no title of its own.
    return count if count < len(typed) else 0


def _is_titular(value: str) -> bool:
    is_short = len(value) <= _LONGEST_TITLE
    return is_short and not _SENTENCE_END.search(value) and not value.endswith(("：", ":", "，"))


def _closing(typed: Sequence[Line]) -> tuple[Sequence[Line], Text | None, Text | None]:
    """Return the lines before 署名 and 成文日期, and these two where the end has them."""
    for at in range(len(typed) - 1, max(len(typed) - 1 - _CLOSING, 0), -1):
        value = typed[at].text.value.strip()
        if _DATE.fullmatch(value) or _HAN_DATE.fullmatch(value):
            before = typed[at - 1]
            signature = before.text if _is_signature(before) else None
            kept = [*typed[: at - 1 if signature else at], *typed[at + 1 :]]
            return kept, signature, typed[at].text
    if len(typed) > 1 and _is_signature(typed[-1]):
        return typed[:-1], typed[-1].text, None
    return typed, None, None


def _is_signature(line: Line) -> bool:
    value = line.text.value.strip()
    is_plain = not line.cells and not re.search(r"[，。；：、,;:0-9]", value)
    return is_plain and leading(value) is None and _BODY.search(value) is not None


def _day(dated: Text | None) -> datetime.date | None:
    found = parse(re.sub(r"\s", "", dated.value)) if dated else None
    if not isinstance(found, Date) or found.month is None or found.day is None:
        return None
    return datetime.date(found.year, found.month, found.day)
