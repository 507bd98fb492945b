"""Family P: targets, and what a self-evaluation owes where they were missed."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.quantity import Measure
from jixiao.model.content import Fact


@rule("P201", "未完成的目标没有说明原因", Severity.QUESTION)
def missed_target_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """完成值没有达到目标，而事实里没有 `说明`。

    **为什么**：没有完成的指标，自评必须写明偏差原因和改进措施；正文如果只说“较好地完成”，评审会退回来。

    **反例**：`值: 1180户`，`目标: 1200户`，没有 `说明`。

    **正例**：加上 `说明: 四季度注销户数多于预期`，并在存在的问题里写到它。

    **依据**：财预〔2020〕10号所附自评表“偏差原因分析及改进措施”栏。
    """
    if reading.report.content.is_claimed:
        return  # prose gives its reasons in prose, not under a fact: P204 looks for them there
    for fact in reading.report.content.facts:
        if _is_missed(fact) and not fact.remark:
            rate = f"，完成率{fact.completion_rate.quantity}" if fact.completion_rate else ""
            target = fact.target.quantity if fact.target else ""
            yield defect.at(
                fact.value.place,
                f"“{fact.name}”完成{fact.value.quantity}，目标{target}{rate}，没有说明未完成的原因",
                hint="在这条事实里加“说明: ……”，并在存在的问题中写到它",
                subjects=[fact.name.value],
            )


def _is_missed(fact: Fact) -> bool:
    value, target = fact.value.quantity, fact.target.quantity if fact.target else None
    if not isinstance(value, Measure) or not isinstance(target, Measure):
        return False
    return value.is_exact and value.dimension == target.dimension and value.amount < target.amount
