"""The grammar of marks: what numbers a heading, an item of a list or a point within a paragraph.

GB/T 9704-2012 7.3.3 has 一、 （一） 1. （1） for the levels; writers type others as well, and run
items on within a paragraph (一是 … 二是 …, 1. … 2. …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from jixiao.language import numeral


class MarkKind(Enum):
    """The families of marks, each with the heading level that it stands for (0: none)."""

    PART = "一、"
    SECTION = "（一）"
    POINT = "1."
    SUBPOINT = "（1）"
    CIRCLED = "①"
    ITEM = "一是"
    ORDINAL = "第一，"

    @property
    def level(self) -> int:
        """The level of heading that the mark is for; 0 for marks that no heading has."""
        return _LEVELS.get(self, 0)


_LEVELS = {
    MarkKind.PART: 1,
    MarkKind.SECTION: 2,
    MarkKind.POINT: 3,
    MarkKind.SUBPOINT: 4,
}

_HAN = "[一二三四五六七八九十百]{1,4}"
_BLANK = "[ \t\u00a0\u3000]"
#: 三、四级 and 一、二季度 name two grades and two quarters: what stands behind such a pair. Words
#: that a heading may well begin with (三公, 四好, 五个一) are not among them.
_COUNTED = (
    "级|线|产业|类|期|层|批|等[级奖次]|环|档|年级|年代|[阶标]段|轮|岁"
    "|个(?:多?月|多?小时|百分点|季度)|[支联连]?队|[组区片排栋幢届](?![织域块长委])|大队|中队"
    "|[十百千万]?(?:名|户|家|人次|公里|万元|亿元|小时|天[内前后左])"
)
_PAIRED = re.compile(
    rf"{_BLANK}*(?P<other>{_HAN})(?:[、和及与或至到]{_HAN}){{0,4}}(?:(?P<apart>季度|月|号|楼)|{_COUNTED})"
)
_MARK = re.compile(
    rf"(?:(?P<PART>{_HAN})(?P<part_sign>[、.．，,]){_BLANK}*"
    rf"|[（(]{_BLANK}*(?P<SECTION>{_HAN}){_BLANK}*[）)][、.．]?{_BLANK}*"
    rf"|[（(]{_BLANK}*(?P<SUBPOINT>[0-9]{{1,2}}){_BLANK}*[）)][、.．]?{_BLANK}*"
    rf"|(?P<POINT>[0-9]{{1,2}}){_BLANK}*(?P<point_sign>[.．、])(?![0-9]){_BLANK}*"
    rf"|(?P<CIRCLED>[①-⑳]){_BLANK}*"
    rf"|(?P<ITEM>{_HAN})(?:是|要(?!素|件|闻))"
    rf"|第(?P<ORDINAL>{_HAN})[，,、])"
)
#: a run-in mark stands behind the end of a clause, 一是 behind a comma too; 一、 never runs in
_BEFORE = re.compile(rf"(?P<comma>[，,])|[。；;：:！？][”’）》)]*{_BLANK}*")
_RUN_IN = (MarkKind.POINT, MarkKind.SUBPOINT, MarkKind.CIRCLED, MarkKind.ITEM, MarkKind.ORDINAL)
_BEHIND_COMMA = (MarkKind.ITEM,)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark from `start` to `end` of a text, the blanks behind it included."""

    kind: MarkKind
    number: int
    #: as typed, without the blanks behind it
    text: str
    start: int
    end: int

    @property
    def normal(self) -> str:
        """The mark as GB/T 9704 has it: `1.` for `1、`, `（一）` for `(一)、`."""
        match self.kind:
            case MarkKind.CIRCLED:
                return chr(ord("①") + self.number - 1)
            case MarkKind.ITEM:
                return numeral.chinese(self.number) + self.text[-1]
            case MarkKind.ORDINAL:
                return f"第{numeral.chinese(self.number)}，"
        return numeral.heading_mark(self.kind.level, self.number)

    def renumbered(self, number: int) -> str:
        """Return the mark with another number, typed the same way."""
        if self.kind is MarkKind.CIRCLED:
            return chr(ord("①") + number - 1)
        if self.kind in {MarkKind.POINT, MarkKind.SUBPOINT}:
            return self.text.replace(str(self.number), str(number), 1)
        return self.text.replace(numeral.chinese(self.number), numeral.chinese(number), 1)


def leading(text: str) -> Mark | None:
    """Return the mark that a text begins with, if it does."""
    return _mark(_MARK.match(text))


def run_in(text: str, start: int = 0) -> Iterator[Mark]:
    """Yield the marks within a text from `start` on, each behind the end of a clause."""
    for clause in _BEFORE.finditer(text, start):
        mark = _mark(_MARK.match(text, clause.end()))
        if mark and mark.kind in (_BEHIND_COMMA if clause["comma"] else _RUN_IN):
            yield mark


def _mark(found: re.Match[str] | None) -> Mark | None:
    if found is None:
        return None
    name = next(one.name for one in MarkKind if found[one.name])
    written = found[name]
    number = _number(written)
    if number is None:
        return None
    if (found["PART"] or found[0].endswith("、")) and _is_paired(number, found):
        return None
    return Mark(MarkKind[name], number, found[0].rstrip(" \t\u00a0\u3000"), *found.span())


def _is_paired(number: int, found: re.Match[str]) -> bool:
    """Return whether a numeral is the first of two that count one thing: 三、四级, 第一、二批."""
    paired = _PAIRED.match(found.string, found.end())
    if paired is None:
        return False
    if paired["apart"]:
        return (numeral.number(paired["other"]) or 0) > number
    return paired["other"].startswith(numeral.chinese(number + 1))


def _number(written: str) -> int | None:
    if written.isdecimal():
        return int(written) or None
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return numeral.number(written)
