"""The clauses of a report with their numbers masked, each with where in the report it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jixiao.checks.passages import Passage, passages
from jixiao.checks.reading import Reading
from jixiao.diagnostic import Related
from jixiao.language.mention import Mention
from jixiao.source import Place

#: clauses looked at; a report has below two thousand
_MOST = 20_000
#: characters of the longest clause that is compared; what is longer is no sentence
_LONGEST = 400
#: characters before a clause that may say what time and mood it is in
_REACH = 160
#: commas and colons between digits belong to a number or a standard
_END = re.compile(r"[，。；！？;]|(?<![0-9])[,:：]|[,:：](?![0-9])|$")
_STOP = re.compile(r"[。！？]")
_BLANK = re.compile(r"\s+")
_HAN = re.compile("[\u4e00-\u9fff]")
_PERIOD = re.compile(
    r"(?:19|20)[0-9]{2}\s*年|[0-9]{1,2}月|[上下]半年|第?[一二三四1-4]季度"
    r"|上年|去年|前年|上一年|同期|次年|明年|往年|历年|年初(?!预算)|“[一二三四五六七八九十]+五”"
)
#: words of a sentence that make what follows a plan, and words of a title that do
_PLANNED = re.compile(
    r"目标(?:[为是：:]|值)|计划(?:新|完成|开展|实施|投入|安排|建|改)|预期|预计|力争|打算|下一步"
    r"|拟(?:新|完成|开展|实施|投入|安排|建)|下年|明年|不少于|不低于|不高于|不超过|原则上"
)
_PLANS = re.compile(r"目标|计划|任务|预期|打算|下一步|改进|下年|明年")
#: a target that is spoken of as reached is no plan: 目标完成情况
_REACHED = re.compile(r"(?:目标|任务|计划|指标)[^，。；：]{0,6}(?:完成|实现|达成|执行|进展)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause: its words with `#` for each number, and what it speaks of."""

    passage: Passage
    start: int
    end: int
    mask: str
    mentions: tuple[Mention, ...]
    #: counts the sentences of the report, and the points that run in
    sentence: int
    point: int
    #: the years, quarters and months that govern the clause, the report's own year left out
    period: frozenset[str]
    #: whether it states what is aimed at, not what was done
    is_planned: bool

    @property
    def text(self) -> str:
        """The clause as printed."""
        return self.passage.line.value[self.start : self.end]

    def agrees_in_scope(self, other: Statement) -> bool:
        """Return whether both speak of the same time, and both of plans or both of results."""
        return self.period == other.period and self.is_planned == other.is_planned

    def is_sibling(self, other: Statement) -> bool:
        """Return whether both stand in one section, but in different items or points of it."""
        same = self.passage.section == other.passage.section
        return same and (self.passage.item, self.point) != (other.passage.item, other.point)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A number where it stands in a clause."""

    statement: Statement
    mention: Mention

    @property
    def written(self) -> str:
        """The number as printed."""
        return self.statement.passage.line.value[self.mention.start : self.mention.end]

    @property
    def place(self) -> Place:
        """Where the number was typed."""
        return self.statement.passage.line.place(self.mention.start, self.mention.end)

    @property
    def related(self) -> Related:
        """The number as a second place of a finding."""
        return Related(self.place, f"这里是{self.written}")


def han(text: str) -> int:
    """Return how many Han letters a text has."""
    return len(_HAN.findall(text))


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the clauses of the body in order."""
    return reading.view(_first)


def _first(reading: Reading) -> tuple[Statement, ...]:
    return tuple(islice(_statements(reading), _MOST))


def _statements(reading: Reading) -> Iterator[Statement]:
    sentence = point = 0
    for passage in passages(reading):
        value = passage.line.value
        marks = {mark.start: mark for mark in passage.line.marks}
        numbers = list(reversed(passage.line.mentions))
        sentence, begin = sentence + 1, 0
        for start, end in _clauses(value):
            if start and _STOP.match(value, start - 1):
                sentence, begin = sentence + 1, start
            mark = marks.get(start)
            point += mark is not None and start > 0
            first = mark.end if mark else start
            own = tuple(_within(numbers, first, end))
            if end - first > _LONGEST:
                continue
            said = value[max(begin, end - _REACH) : end]
            yield Statement(
                passage,
                first,
                end,
                _mask(value, first, end, own),
                own,
                sentence,
                point,
                _period(passage.above + said, reading.year),
                _is_planned(passage.above, said),
            )


def _clauses(value: str) -> Iterator[tuple[int, int]]:
    """Yield where each clause begins and ends, the mark behind it left out."""
    start = 0
    for found in _END.finditer(value):
        if found.start() > start:
            yield start, found.start()
        start = found.end()


def _is_planned(above: str, said: str) -> bool:
    titled = _PLANS.search(_REACHED.sub("", above))
    return (titled or _PLANNED.search(_REACHED.sub("", said))) is not None


def _within(numbers: list[Mention], start: int, end: int) -> Iterator[Mention]:
    """Take from the numbers of a line, the first of them last, those that stand in a clause."""
    while numbers and numbers[-1].end <= end:
        number = numbers.pop()
        if number.start >= start:
            yield number


def _mask(value: str, start: int, end: int, numbers: tuple[Mention, ...]) -> str:
    kept, at = [], start
    for number in numbers:
        kept.append(value[at : number.start])
        at = number.end
    return _BLANK.sub("", "#".join((*kept, value[at:end])))


def _period(said: str, year: int) -> frozenset[str]:
    found = (_BLANK.sub("", one) for one in _PERIOD.findall(said))
    return frozenset(one for one in found if one != f"{year}年")
