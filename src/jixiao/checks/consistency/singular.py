"""Family C: what a report has one of: posts, staff, a rate of execution, a score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.checks.consistency.statements import Occurrence, Statement, statements
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure

_OWN = (
    r"(?:20[0-9]{2}年度?[，,]?)?(?:全年)?"
    r"(?:(?:[我本](?:单位|部门|局|院|委|办|中心|馆|校|会|厅)|全[局院委馆校]|部门|单位)的?)?"
)
#: each quantity, the units it is in, and the words that may stand before its number
_KINDS = (
    (
        "编制",
        "名人个",
        rf"{_OWN}(?:现有|共有|核定|总|人员|财政|共)*编制(?:人数|总数|数)?(?:共计|共|为|是)?",
    ),
    (
        "在职人员",
        "名人",
        rf"{_OWN}(?:现有|年末|实有|共有|共)*在职(?:在编)?(?:人员|职工|干部职工|人数)+(?:共|为|是)?",
    ),
    (
        "预算执行率",
        "%",
        rf"{_OWN}(?:整体)?(?:支出)?(?:全年)?预算执行率(?:达到|为|达|是)?",
    ),
    (
        "自评得分",
        "分",
        rf"{_OWN}(?:整体)?(?:支出)?(?:绩效)?自评(?:综合|总|最终)?得分(?:为|是)?",
    ),
)
_WORDS = tuple((name, units, re.compile(words + "#")) for name, units, words in _KINDS)
#: a part of the budget or of the bureau has numbers of its own
_PART = re.compile(
    r"其中|下属|所属|二级|本级|机关|项目|专项|经费|基本支出|三公|“|《|一般公共|政府性|基金|采购|人员|公用|分别"
)
_STAFF = re.compile(r"编制|在职")
_PART_OF_STAFF = re.compile(r"其中|下属|所属|二级|本级|机关|行政|事业|工勤|中心|“|分别|原")
_REACH = 60


@rule("C210", "全篇一个数的量前后不同", Severity.QUESTION)
def stated_twice_apart(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """编制、在职人员、预算执行率、自评得分，全篇应当只有一个数，却写了两个。

    **为什么**：这些数全单位只有一个，两处不同，总有一处没有核对；说的如果是其中一部分，文字上要写明。

    **反例**：基本情况写“核定编制45名”，绩效分析写“编制54名”。

    **正例**：两处都写“编制45名”；说的是一部分的，写明“其中行政编制……”。

    **依据**：公文惯例：同一份报告里，同一件事的数前后一致。
    """
    found: dict[str, list[Statement]] = {name: [] for name, *_ in _WORDS}
    for clause in statements(reading):
        name = _kind(clause)
        if name:
            found[name].append(clause)
    for name, clauses in found.items():
        yield from _told(defect, name, clauses)


def _kind(clause: Statement) -> str:
    """Return the quantity that a clause states of the whole bureau, or nothing."""
    if len(clause.mentions) != 1:
        return ""
    unit = clause.mentions[0].measure.unit
    for name, units, words in _WORDS:
        if unit and unit in units and words.fullmatch(clause.mask):
            return "" if _is_part(clause, name) else name
    return ""


def _is_part(clause: Statement, name: str) -> bool:
    value = clause.passage.line.value
    before = re.split("[。！？]", value[max(0, clause.start - _REACH) : clause.start])[-1]
    part = _PART_OF_STAFF if _STAFF.search(name) else _PART
    titled = re.search("项目|专项|下属|所属|“", clause.passage.above)
    return part.search(before) is not None or titled is not None


def _told(defect: Defect, name: str, clauses: list[Statement]) -> Iterator[Diagnostic]:
    for one, other in pairwise(clauses):
        here, there = (Occurrence(clause, clause.mentions[0]) for clause in (one, other))
        a, b = here.mention.measure, there.mention.measure
        if one.agrees_in_scope(other) and not _agree(a, b):
            yield defect.at(
                here.place,
                f"{name}这里是{here.written}，另一处是{there.written}",
                hint="核对后两处写同一个数；说的是其中一部分的，写明是哪一部分",
                related=[there.related],
                subjects=[name],
            )
            return


def _agree(one: Measure, other: Measure) -> bool:
    """Return whether two numbers are the same but for their rounding."""
    coarser = max(one.quantum, other.quantum)
    return not (one.is_exact and other.is_exact) or abs(one.amount - other.amount) * 2 <= coarser
