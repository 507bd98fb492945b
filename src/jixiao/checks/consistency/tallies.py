"""Family C: one thing counted twice, in other units, roughly, or larger than what holds it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from jixiao.checks.consistency.retold import untold
from jixiao.checks.consistency.statements import Occurrence, Statement, statements
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: measure words that are typed for one another
_KIN = {
    unit: kin.split()[0]
    for kin in (
        "起 件 宗 例",
        "户次 家次",
        "户 家",
        "名 人 位",
        "份 本 册",
        "批次 批 个批次",
        "场 场次 期",
        "处 个",
    )
    for unit in kin.split()
}
_VERB = (
    "办结|查处|查办|立案|受理|处置|处理|完成|办理|检查|抽检|排查|整改|化解|调解|救助|培训|发放|建成"
    "|新建|改造|审批|登记|检测|监测|接待|走访|巡查|发现|下达|服务|慰问|评审|监督"
)
_VERBS = re.compile(_VERB)
#: the Han letters right before a number
_TAIL = re.compile("[\u4e00-\u9fff]{4,24}$")
#: how long the words before a number must be to name what is counted
NAMING = 4
#: names of what every field of work has some of
_COMMON = re.compile(
    r"专项行动|专项整治|执法人员|执法检查|宣传活动|宣传资料|行政处罚|典型案例|相关案件|违法案件"
    r"|培训活动|各类活动|安全隐患|问题隐患|各类案件|一般程序|专题会议|各类问题|人员编制|志愿服务"
)
#: more places than this of one name are different things
_MOST = 6
_DONE = re.compile(
    rf"(?P<total>共计?|合计|总计|累计)(?:开展|组织|实施|完成)?(?P<verb>{_VERB})"
    "(?P<object>[\u4e00-\u9fff、]{0,14})$"
)
#: how far a rough number may be from the exact one, so that both seem to mean one thing
_NEAR = Decimal("0.2")
_ONE_UNIT = "是同一件事的，统一量词，改成核对过的数；口径不同的，在正文里写明各自的范围"
_EXACT = "是同一件事的，两处都写准数；统计的范围不同的，在正文里写明"


@dataclass(frozen=True, slots=True)
class Tally(Occurrence):
    """A number in its clause, with the words right before it."""

    words: str

    @property
    def phrase(self) -> str:
        """The number with the words before it, short enough to be quoted."""
        return self.words[-12:] + self.written


def tallies(clauses: Iterable[Statement]) -> Iterator[Tally]:
    """Yield the numbers of clauses with the words right before them."""
    for clause in clauses:
        value, start = clause.passage.line.value, clause.start
        for mention in clause.mentions:
            tail = _TAIL.search(value[max(start, mention.start - 24) : mention.start])
            start = mention.end
            yield Tally(clause, mention, tail[0] if tail else "")


@rule("C203", "同一件事用两种量词、两个数", Severity.QUESTION)
def counted_in_two_units(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一件事在两处都有数，数不同，量词也不同。

    **为什么**：一处按“起”计、一处按“件”计，数又对不上，读的人分不清是两个口径还是有一个数错了。

    **反例**：整体部分写“办结劳动争议仲裁39起”，项目部分写“办结各类劳动争议仲裁45件”。

    **正例**：量词统一，数一致；口径不同的写明差别，如“其中立案后办结39件”。

    **依据**：公文惯例：同一件事的量词、口径前后一致。
    """
    named: defaultdict[tuple[str, str], list[Tally]] = defaultdict(list)
    for one in tallies(statements(reading)):
        kin = _KIN.get(one.mention.measure.unit)
        if kin and one.words and not _COMMON.search(one.words[-6:]):
            named[one.words[-NAMING:], kin].append(one)
    pairs = [(words, pair) for (words, _), found in named.items() if (pair := _at_odds(found))]
    for words, (one, other) in pairs:
        yield defect.at(
            one.place,
            f"“{words}”这里是{one.written}，另一处是{other.written}，数和量词都不同",
            hint=_ONE_UNIT,
            related=[other.related],
            subjects=[words],
        )
    known = {tally.place for _, pair in pairs for tally in pair}
    for echo in untold(reading, known):
        if echo.has_two_units and not echo.is_rough:
            yield echo.told(defect, "数和量词都不同", _ONE_UNIT)


def _at_odds(found: Sequence[Tally]) -> tuple[Tally, Tally] | None:
    """Return two tallies of one name in different parts of a report that cannot both hold."""
    if len(found) > _MOST:
        return None
    for one, other in combinations(found, 2):
        a, b = one.mention.measure, other.mention.measure
        is_apart = one.statement.passage.section != other.statement.passage.section
        is_exact = a.is_exact and b.is_exact and a.amount != b.amount and a.unit != b.unit
        is_done_alike = bool(_done(one) & _done(other))
        if (
            is_apart
            and is_exact
            and is_done_alike
            and one.statement.agrees_in_scope(other.statement)
        ):
            return one, other
    return None


def _done(one: Tally) -> set[str]:
    """Return the verbs before the name of what is counted."""
    return set(_VERBS.findall(one.words[:-NAMING]))


@rule("C204", "准数与约数对不上", Severity.QUESTION)
def rough_beside_exact(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一件事一处写准数，一处写约数，两个数对不上。

    **为什么**：有准数就不该再写约数；准数又不在约数的范围里，其中至少有一个不准。

    **反例**：一处写“共计走访企业1960家次”，另一处写“共走访2000余家次”。

    **正例**：两处都写“1960家次”；范围不同的，写明各自的范围。

    **依据**：公文惯例：同一件事的数前后一致；约数要与准数相符。
    """
    done: defaultdict[tuple[str, str], list[tuple[Tally, str]]] = defaultdict(list)
    for one in tallies(statements(reading)):
        found = _DONE.search(one.words)
        unit = one.mention.measure.unit
        if found and unit:
            done[found["verb"], _KIN.get(unit, unit)].append((one, found["object"]))
    known = set()
    for one, other in _contradicted(done.values()):
        known |= {tally.place for tally in (one, other)}
        yield defect.at(
            one.place,
            f"这里写“{one.phrase}”，另一处写“{other.phrase}”，准数与约数对不上",
            hint=_EXACT,
            related=[other.related],
            subjects=[one.written, other.written],
        )
    for echo in untold(reading, known):
        if echo.is_rough:
            yield echo.told(defect, "准数与约数对不上", _EXACT)


def _contradicted(done: Iterable[list[tuple[Tally, str]]]) -> Iterator[tuple[Tally, Tally]]:
    for totals in done:
        if len(totals) > _MOST:
            continue
        for (one, what), (other, thing) in combinations(totals, 2):
            if _is_same(what, thing) and _is_contradicted(one, other):
                yield one, other
                break


def _is_same(what: str, thing: str) -> bool:
    return what in thing or thing in what


def _is_contradicted(one: Tally, other: Tally) -> bool:
    """Return whether a rough number is near an exact one, yet cannot stand for it."""
    if not one.statement.agrees_in_scope(other.statement):
        return False
    rough, exact = sorted((one.mention.measure, other.mention.measure), key=lambda m: m.is_exact)
    if rough.is_exact or not exact.is_exact or rough.dimension == "%":
        return False
    low, high = rough.bounds
    is_outside = (low is not None and exact.amount < low) or (
        high is not None and exact.amount > high
    )
    return is_outside and abs(rough.amount - exact.amount) <= rough.amount * _NEAR
