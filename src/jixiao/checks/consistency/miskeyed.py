"""Family C: one number told again with two of its digits changed about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from jixiao.checks.consistency.restatement import restated
from jixiao.checks.consistency.retold import untold
from jixiao.checks.consistency.slips import is_swap
from jixiao.checks.consistency.statements import Occurrence, Statement, statements
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: characters before and behind a number that say what it counts
_BEFORE, _BEHIND = 14, 6
_HAN = re.compile("[\u4e00-\u9fff]+")
#: digits of a number in which two that have changed places are told from chance
_FEWEST = 3
#: numbers of one pattern of digits that are compared
_MOST = 8
_GENERIC = re.compile(
    r"全[年市县区省]|共计?|累计|合计|完成|开展|组织|实施|实现|达到|新增|其中|各类|各项|工作|情况|项目|资金|经费|预算|支出"
    r"|收入|安排|追加|调整|实际|人员|人次|单位|企业|群众|问题|活动|培训|检查|服务|管理|建设|发放|办理|办结|受理|案件"
    r"|排查|整改|隐患|处置|查处|立案|结案|宣传|资料|以上|以下|左右|公里|平方|万元|使用|投入|年度|本年|数量|金额|占比|增长"
)
#: a number that is another's by right
_APART = re.compile(r"计划|目标|力争|预计|拟|上年|去年|同期|比|较|标准|每|均|分别|得|扣|占|第")


@dataclass(frozen=True, slots=True)
class _Number(Occurrence):
    """A number in its clause, with what says what it counts."""

    #: the Han before it and behind it, in one piece each
    around: tuple[str, ...]

    @property
    def phrase(self) -> str:
        """The number with the Han right before it."""
        value = self.statement.passage.line.value
        start = max(self.statement.start, self.mention.start - _BEFORE)
        before = _HAN.findall(value[start : self.mention.start])
        return (before[-1] if before else "") + self.written


@rule("C215", "数字像是写颠倒的同一个数", Severity.QUESTION)
def digits_changed(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """两处说的像是同一个数，只有相邻的两个数字换了位置。

    **为什么**：重新录入的时候最容易这样打错；句子不同，查找、对照都看不出来。

    **反例**：前面写“调解邻里纠纷2164件”，小结里写“化解各类纠纷2614件”。

    **正例**：两处都写核对过的“2164件”。

    **依据**：财预〔2020〕10号：绩效自评结果应当真实、准确，数据前后一致。
    """
    told = restated(reading)
    for echo in untold(reading, told):
        told |= {echo.one.place, echo.other.place}
    for one, other in _pairs(_numbers(statements(reading))):
        places = {one.place, other.place}
        if places & told:
            continue
        told |= places
        yield defect.at(
            one.place,
            f"这里写“{one.phrase}”，另一处写“{other.phrase}”，像是同一个数",
            hint="是同一个数的，改正写错的一处；不是的，保留",
            related=[other.related],
            subjects=[one.written, other.written],
        )


def _numbers(clauses: Iterable[Statement]) -> Iterator[_Number]:
    for clause in clauses:
        value, floor = clause.passage.line.value, clause.start
        for at, mention in enumerate(clause.mentions):
            ceiling = clause.mentions[at + 1].start if at + 1 < len(clause.mentions) else clause.end
            before = value[max(floor, mention.start - _BEFORE) : mention.start]
            behind = value[mention.end : min(ceiling, mention.end + _BEHIND)]
            floor = mention.end
            measure = mention.measure
            is_count = measure.unit and measure.is_exact and measure.dimension not in {"%", "元"}
            if is_count and len(measure.digits) >= _FEWEST and not _APART.search(before):
                around = tuple(_HAN.findall(before) + _HAN.findall(behind))
                yield _Number(clause, mention, around)


def _pairs(numbers: Iterable[_Number]) -> Iterator[tuple[_Number, _Number]]:
    """Yield two numbers that a slip of the hand would make of one, and that share a word."""
    alike: defaultdict[tuple[str, ...], list[_Number]] = defaultdict(list)
    for one in numbers:
        measure = one.mention.measure
        key = measure.unit, measure.magnitude, "".join(sorted(measure.digits))
        alike[key].append(one)
    for found in alike.values():
        if 1 < len(found) <= _MOST:
            yield from (pair for pair in combinations(found, 2) if _is_same(*pair))


def _is_same(one: _Number, other: _Number) -> bool:
    a, b = one.mention.measure.digits, other.mention.measure.digits
    here, there = one.statement, other.statement
    is_elsewhere = here.passage.line is not there.passage.line and not here.is_sibling(there)
    return is_swap(a, b) and is_elsewhere and here.period == there.period and _share(one, other)


def _share(one: _Number, other: _Number) -> bool:
    """Return whether two numbers share two letters that not every field of work has."""
    return bool(_bigrams(one) & _bigrams(other))


def _bigrams(one: _Number) -> set[str]:
    words = (_GENERIC.sub("，", words) for words in one.around)
    return {
        part[at : at + 2]
        for word in words
        for part in word.split("，")
        for at in range(len(part) - 1)
    }
