"""A page as a manuscript: the lines of the report on it, in the words that are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from jixiao.diagnostic import Defect, Outcome
from jixiao.language.mark import leading
from jixiao.manuscript import defects
from jixiao.manuscript.lines import line
from jixiao.manuscript.open import notes, refused
from jixiao.manuscript.page.article import article, before
from jixiao.manuscript.page.blocks import Block, Region, blocks
from jixiao.manuscript.page.markup import TooDeep, decode, parse
from jixiao.manuscript.ranks import Rank, ranks
from jixiao.model.manuscript import Line, Manuscript, Role
from jixiao.model.outline import Stray
from jixiao.source import Source, Text

#: elements of the largest page; a report of a hundred pages that Word wrote has a tenth
_MOST_TAGS = 400_000
_REPORT = re.compile("报告|自评")
_LONGEST_TITLE = 80
#: lines at the top of a report among which its title is
_TOP = 4
#: lines above the report among which its title is looked for
_ABOVE = 8
_WITHOUT_WORDS = "网页里没有文字；正文可能在网页的框架里，或者要联网才显示"
_COPY = "在浏览器里选中正文，复制到 Word 或记事本，另存后再检查"


def read_page(content: bytes, name: str) -> Outcome[Manuscript | None]:
    """Return the manuscript that a page shows, or why there is none.

    A line of the source is a line or a table's row as seen: in the file itself hundreds of
    paragraphs may share one line, and one may be on many, between marks that no writer reads.
    """
    if content.count(b"<") > _MOST_TAGS:
        message = f"网页有四十万个以上的标记，不像一份报告：{len(content) / 1e6:.0f}MB"
        return _refused(name, defects.TOO_LARGE, message, _COPY)
    decoded = decode(content)
    try:
        root = parse(decoded.text)
    except TooDeep:
        return _refused(name, defects.NOT_TEXT, f"“{name}”的标记套得太深，读不全", _COPY)
    shown = _shown(*blocks(root)) if root is not None else ()
    if not shown:
        return _refused(name, defects.EMPTY, _WITHOUT_WORDS, _COPY)
    made = _manuscript(name, shown)
    return Outcome(made, tuple(notes(made.source, decoded)))


def _refused(name: str, defect: Defect, message: str, hint: str) -> Outcome[Manuscript | None]:
    return Outcome(None, refused(name, defect, message, hint).diagnostics)


def _shown(every: Sequence[Block], page: Region) -> tuple[tuple[Block, Rank], ...]:
    """Return the blocks of the report, each with its rank, the title in front."""
    chosen = article(every, page)
    own = [every[at] for at in chosen]
    ranked = zip(own, ranks([(one.text, one.depth) for one in own]), strict=True)
    title = _title_above(every, chosen[0]) if chosen and not _has_title(own) else None
    return ((title, (0, Role.TITLE)), *ranked) if title else tuple(ranked)


def _has_title(own: Sequence[Block]) -> bool:
    top = takewhile(lambda one: not one.rows and leading(one.text) is None, own[:_TOP])
    return any(_is_title(one) for one in top)


def _is_title(block: Block) -> bool:
    return (
        bool(_REPORT.search(block.text))
        and len(block.text) <= _LONGEST_TITLE
        and ("。" not in block.text)
    )


def _title_above(every: Sequence[Block], start: int) -> Block | None:
    """Return the title that stands above the report, outside the element that holds it."""
    return next(filter(_is_title, islice(before(every, start), _ABOVE)), None)


def _manuscript(name: str, shown: Sequence[tuple[Block, Rank]]) -> Manuscript:
    texts = ["\n".join(map("\t".join, one.rows)) if one.rows else one.text for one, _ in shown]
    source = Source(name, "\n".join(texts) + "\n", counted_in="段")
    strays: list[Stray] = []
    made: list[Line] = []
    start = table = 0
    for (block, rank), text in zip(shown, texts, strict=True):
        table += bool(block.rows)
        if block.rows:
            made.extend(_rows(source, start, block, table))
        else:
            typed = line(Text.typed(source, start, start + len(text)), strays)
            made.extend([replace(typed, level=rank[0], role=rank[1])] if typed else [])
        start += len(text) + 1
    return Manuscript(source, tuple(made), tuple(strays))


def _rows(source: Source, start: int, block: Block, table: int) -> Iterator[Line]:
    for row in block.rows:
        cells: list[Text] = []
        at = start
        for cell in row:
            cells.append(Text.typed(source, at, at + len(cell)))
            at += len(cell) + 1
        yield Line(Text.typed(source, start, at - 1), cells=tuple(cells), table=table)
        start = at
