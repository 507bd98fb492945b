"""Family C: the same passage stated twice, with another number in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.checks.consistency.slips import is_slip
from jixiao.checks.consistency.statements import Occurrence, Statement, han, statements
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure
from jixiao.source import Place

#: clauses to either side that are compared
_AROUND = 10
#: places of one clause at most; a clause of more places is a formula
_MOST_PLACES = 6
#: Han letters of a clause that say what it is about; less is a formula (支出#万元)
_SPECIFIC = 8
#: Han letters besides that two places share to the letter, where it is certain, and at least
_CERTAIN = 24
_LIKELY = 10
#: Han letters and numbers that two places share where one was copied from the other
_COPIED = 40
_COPIED_NUMBERS = 3
#: Han letters of a clause before the number, so that it counts as the same subject
_SUBJECT = 4
#: characters of a quotation in a message, to either side of the number
_QUOTED = 16
#: titles of sections that tell of the whole, which others tell again in part
_OVERVIEW = re.compile(
    r"整体|总体|综合|概况|履职|职能|主要|重点工作|成效|成绩|产出|效益|完成情况|基本情况|结论"
)
_MARKS = re.compile(r"[“”‘’《》〈〉（）()、]")
#: words that every project, quarter and indicator has; they do not tell what is counted
_FORMULAIC = re.compile(
    r"预算|执行率|完成率|覆盖率|到位率|使用率|支付率|合格率|及时率|达标率|知晓率|满意[度率]|资金|经费"
    r"|项目|专项|支出|收入|拨付|安排|实际|年初|年度|全年|本年|当年|追加|调[整剂]|财政|拨款|绩效|目标"
    r"|指标|任务|完成|达到|得分|自评|评分|分值|权重|实施|情况|总额|金额|合计|共计|累计|其中|目前|已经"
    r"|[我本]单位|[我本]局|本?部门|[本该]项目|服务对象|社会公众|群众|受益|数量|质量|时效|成本|效益"
    r"|产出|按照|按时|及时|截至|人员|编制|单位|出动|执法|参加|参训|培训|组织|开展|召开|会议|活动"
)


@dataclass(frozen=True, slots=True)
class Divergence:
    """The number that differs in a clause at two places, and what surrounds both alike."""

    one: Occurrence
    other: Occurrence
    #: Han letters of the clauses around that are equal to the last digit
    shared: int
    #: how many other numbers around agree, and how many differ
    equal_numbers: int
    other_numbers: int
    #: whether the clause right before is the same, with a subject in it
    is_led_alike: bool
    #: whether the clause itself says what is counted, and is no formula
    is_specific: bool

    @property
    def is_certain(self) -> bool:
        """Whether the two places state one thing beyond doubt."""
        if self.one.mention.measure.dimension != self.other.mention.measure.dimension:
            return False
        if self.one.statement.is_sibling(self.other.statement):
            return False
        return self._is_copied(_COPIED, _COPIED_NUMBERS) or self._is_told_again()

    @property
    def is_likely(self) -> bool:
        """Whether a reader would ask which of the two holds."""
        if self.one.statement.is_sibling(self.other.statement):
            return False
        if not self.is_specific:
            return self._is_copied(_CERTAIN, _COPIED_NUMBERS - 1)
        if self.is_apart and not self.is_retold and not self.equal_numbers:
            return False
        alike = self.shared >= _LIKELY and self.other_numbers <= self.equal_numbers + 1
        return alike or is_slip(self.one.mention.measure.digits, self.other.mention.measure.digits)

    def _is_copied(self, letters: int, numbers: int) -> bool:
        """Return whether so much around agrees that one place was copied from the other."""
        mostly = self.other_numbers * 3 <= self.equal_numbers
        return self.shared >= letters and self.equal_numbers >= numbers and mostly

    def _is_told_again(self) -> bool:
        named = "《" in self.one.statement.mask or "“" in self.one.statement.mask
        return (
            self.is_specific
            and (self.is_retold or (named and not self.is_apart))
            and self.is_led_alike
            and self.shared >= _CERTAIN
            and self.other_numbers <= self.equal_numbers
        )

    @property
    def is_apart(self) -> bool:
        """Whether the places are in two sections."""
        one, other = self.one.statement.passage, self.other.statement.passage
        return one.section != other.section

    @property
    def is_retold(self) -> bool:
        """Whether one place is in an overview of the other: no villages or schools side by side."""
        one, other = (place.statement.passage.above.split("。") for place in (self.one, self.other))
        while one and other and one[0] == other[0]:
            one, other = one[1:], other[1:]
        return self.is_apart and _OVERVIEW.search("".join((*one, *other))) is not None


@rule("C201", "同一段话前后两个数", Severity.ERROR)
def restated_differently(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一段话在报告里写了两遍，前后文一字不差，中间的一个数不同。

    **为什么**：整体绩效和项目绩效常把同一段材料各写一遍，改数时只改了一处。
    两个数里至少有一个是错的，评审一比对就能看出来。

    **反例**：整体部分写“修订《城区内涝应急预案》，对易涝点排查整治作出统一部署；购置移动泵车6台，
    落实‘城区排涝设备更新’专项资金12万元”，项目部分同一段话，末尾写成15万元。

    **正例**：两处同写核对过的数；确实是两回事的，各自写明时间和范围。

    **依据**：公文惯例：同一份报告里，同一件事的数前后一致。
    """
    for found in divergences(reading):
        if found.is_certain:
            yield _told(defect, found, "以凭证或台账为准改正错的一处，两处写同一个数")


@rule("C202", "同一句话前后两个数", Severity.QUESTION)
def restated_perhaps(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一句话在两处出现，说的像是同一件事，数却不同。

    **为什么**：句子相同、前后文不全相同，可能是一处忘了改，也可能是时间、范围不同而没有写明。

    **反例**：前一章写“全年办理不动产首次登记1520件”，后一章写“全年办理不动产首次登记1250件”。

    **正例**：同一件事两处同写一个数；不是一件事的，写明各自的时间、范围。

    **依据**：公文惯例：同一份报告里，同一件事的数前后一致。
    """
    for found in divergences(reading):
        if found.is_likely and not found.is_certain:
            yield _told(
                defect, found, "是同一件事的，统一为核对过的数；不是的，写明各自的时间、范围"
            )


def restated(reading: Reading) -> set[Place]:
    """Return where the numbers stand that C201 and C202 tell of."""
    told = (one for one in divergences(reading) if one.is_certain or one.is_likely)
    return {number.place for one in told for number in (one.one, one.other)}


def _told(defect: Defect, found: Divergence, hint: str) -> Diagnostic:
    one, other = found.one, found.other
    return defect.at(
        one.place,
        f"“{_around(one)}”这里是{one.written}，另一处同样的话里是{other.written}",
        hint=hint,
        related=[other.related],
        subjects=[one.written, other.written],
    )


def _around(number: Occurrence) -> str:
    """Return a number with the words around it that a message can quote: no marks, not long."""
    clause, value = number.statement, number.statement.passage.line.value
    before = _MARKS.split(value[clause.start : number.mention.start])[-1]
    behind = _MARKS.split(value[number.mention.end : clause.end])[0]
    return before[-_QUOTED:] + number.written + behind[:_QUOTED]


def divergences(reading: Reading) -> tuple[Divergence, ...]:
    """Return the numbers that differ where the words of a clause are the same, in order."""
    return reading.view(_every)


def _every(reading: Reading) -> tuple[Divergence, ...]:
    return tuple(_divergences(statements(reading)))


def _divergences(clauses: Sequence[Statement]) -> Iterator[Divergence]:
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, clause in enumerate(clauses):
        if clause.mentions:
            places[_subject(clauses, at)].append(at)
    for masks, found in places.items():
        if masks and 1 < len(found) <= _MOST_PLACES:
            yield from _among(clauses, found, is_specific=len(masks) == 1)


def _subject(clauses: Sequence[Statement], at: int) -> tuple[str, ...]:
    """Return the words by which a clause is found again: its own, or with those beside it.

    Empty for a clause that is a formula among formulas.
    """
    own = clauses[at].mask
    if han(_FORMULAIC.sub("", own)) >= _SPECIFIC:
        return (own,)
    before = clauses[at - 1] if at else None
    if before and before.passage is clauses[at].passage:
        words = (before.mask, own, "")
    elif at + 1 < len(clauses):
        words = ("", own, clauses[at + 1].mask)
    else:
        return ()
    return words if sum(map(han, words)) >= _SPECIFIC else ()


def _among(
    clauses: Sequence[Statement], places: Sequence[int], *, is_specific: bool
) -> Iterator[Divergence]:
    """Yield where the places of one clause differ from what most of them say."""
    values = Counter(_values(clauses[at]) for at in places)
    usual, times = values.most_common(1)[0]
    if len(values) == 1 or (len(places) > 2 and times == 1):  # noqa: PLR2004 -- a list of siblings
        return
    base = next(at for at in places if _values(clauses[at]) == usual)
    for at in places:
        if _values(clauses[at]) != usual:
            yield from _between(clauses, min(base, at), max(base, at), is_specific=is_specific)


def _between(
    clauses: Sequence[Statement], one: int, other: int, *, is_specific: bool
) -> Iterator[Divergence]:
    first, second = clauses[one], clauses[other]
    if first.sentence == second.sentence or not first.agrees_in_scope(second):
        return
    if len(first.mentions) != len(second.mentions):  # a # that was typed
        return
    around = [*_run(clauses, one, other, -1), *_run(clauses, one, other, 1)]
    same = [a for a, b in around if _values(a) == _values(b)]
    # That both are 100% says nothing.
    equal = sum(str(one.measure) != "100%" for a in same for one in a.mentions)
    apart = sum(len(a.mentions) for a, b in around if _values(a) != _values(b))
    shared = sum(han(a.mask) for a in same)
    led = next(iter(_run(clauses, one, other, -1)), None)
    is_led = led is not None and han(led[0].mask) >= _SUBJECT and _values(led[0]) == _values(led[1])
    for a, b in zip(first.mentions, second.mentions, strict=True):
        if _differ(a.measure, b.measure):
            ends = Occurrence(first, a), Occurrence(second, b)
            yield Divergence(*ends, shared, equal, apart, is_led, is_specific)


def _run(
    clauses: Sequence[Statement], one: int, other: int, step: int
) -> Iterator[tuple[Statement, Statement]]:
    """Yield the clauses to one side of two places for as long as their words are the same."""
    for away in range(step, (_AROUND + 1) * step, step):
        a, b = one + away, other + away
        if not (0 <= a < len(clauses) and 0 <= b < len(clauses)) or a == other or b == one:
            return
        if clauses[a].mask != clauses[b].mask:
            return
        yield clauses[a], clauses[b]


def _values(statement: Statement) -> tuple[str, ...]:
    return tuple(str(one.measure) for one in statement.mentions)


def _differ(one: Measure, other: Measure) -> bool:
    """Return whether two numbers cannot both be right, or are counted in different units."""
    return one.dimension != other.dimension or not one.overlaps(other)
