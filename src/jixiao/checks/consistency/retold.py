"""Family C: one thing told in two parts of a report, in other sentences, with another number."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jixiao.checks.consistency.echoes import Echo, echoes
from jixiao.checks.consistency.restatement import restated
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.source import Place


@rule("C213", "同一件事前后两个数", Severity.QUESTION)
def retold_differently(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一件事在报告的两个部分各说一次，句子不同，数也不同。

    **为什么**：项目支出和绩效情况都要写到同一件工作，两处的材料来自不同的科室，数没有核对。
    两个数相近，或者只是两个数字换了位置，多半是一处写错了。

    **反例**：收支部分写“新建口袋公园16处”，绩效部分写“全年新建口袋公园18处”。

    **正例**：两处同写核对过的数；范围、时间不同的，在正文里写明。

    **依据**：公文惯例：同一份报告里，同一件事的数前后一致。
    """
    for echo in untold(reading, set()):
        if not echo.has_two_units and not echo.is_rough:
            yield echo.told(
                defect, "数不同", "是同一件事的，统一为核对过的数；不是的，写明各自的时间、范围"
            )


def untold(reading: Reading, known: AbstractSet[Place]) -> Iterator[Echo]:
    """Yield the echoes of which neither C201 and C202 tell, nor those who know these places."""
    told = known | restated(reading)
    for one in echoes(reading):
        if one.one.place not in told and one.other.place not in told:
            yield one
