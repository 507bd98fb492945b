"""`核实.yaml`: findings that a person has looked into are listed with the reason, not hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.content import Settlement

STALE_SETTLEMENT = Defect(
    "S901",
    "核实了不存在的问题",
    Severity.WARNING,
    """`核实.yaml` 里的一条没有对上任何一个问题。

**为什么**：问题已经改好，或者规则、对象写错了。留着它，以后同样的问题再出现就会被它盖住。

**反例**：`对象` 写的事实已经改了名。

**正例**：删去这一条，或者把 `规则`、`对象` 改成检查结果里显示的样子。

**依据**：一条核实只对一个看得见的问题。
""",
)
DEFECTS = (STALE_SETTLEMENT,)


def settle(
    diagnostics: Iterable[Diagnostic], settlements: Iterable[Settlement]
) -> tuple[Diagnostic, ...]:
    """Return the findings, those that an entry speaks of with its reason, and the idle entries."""
    found = tuple(diagnostics)
    idle: list[Diagnostic] = []
    for entry in settlements:
        if not any(_speaks_of(entry, one) for one in found):
            idle.append(_stale(entry))
        found = tuple(
            replace(one, settled=entry.reason) if _speaks_of(entry, one) else one for one in found
        )
    return found + tuple(idle)


def _speaks_of(entry: Settlement, finding: Diagnostic) -> bool:
    if entry.code.value != finding.code:
        return False
    if entry.subject:
        return entry.subject in finding.subjects
    return finding.place.file.rsplit("/", 1)[-1] == entry.file.rsplit("/", 1)[-1]


def _stale(entry: Settlement) -> Diagnostic:
    where = entry.subject or entry.file
    return STALE_SETTLEMENT.at(
        entry.code.place(),
        f"这一条核实（{entry.code}，{where}）没有对上任何问题",
        hint="问题若已改好，就删去这一条；否则把“规则”“对象”改成检查结果里显示的样子",
    )
