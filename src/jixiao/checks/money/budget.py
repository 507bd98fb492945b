"""Family B: what the accounts leave open, which only the bureau can answer."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.language.quantity import Measure, measure_of
from jixiao.model.content import Project, Stated


def _measure(stated: Stated | None) -> Measure | None:
    return stated.quantity if stated and isinstance(stated.quantity, Measure) else None


@rule("B201", "其他资金去向不明", Severity.QUESTION)
def other_funds_unaccounted(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """收入合计没有把其他资金算进去，结转结余里也看不到它。

    **为什么**：其他资金单独列了数，而年初预算与调整追加之和已经等于收入合计，收支相抵又没有结余。
    这笔钱要么没有计入收入（结转结余就应当是它），要么已经含在收入里（就不该另列）。
    只有单位自己知道是哪一种。

    **反例**：年初预算90万元，调整追加10万元，收入合计100万元，其他资金2万元，支出合计100万元，
    结转结余0万元。

    **正例**：收入合计102万元（含其他资金2万元），或者在 `核实.yaml` 里写明其他资金的去向。

    **依据**：《中华人民共和国预算法》第四条：政府的全部收入和支出都应当纳入预算。
    """
    accounts = reading.report.content.accounts
    other, initial = _measure(accounts.other_funds), _measure(accounts.initial_budget)
    spent, balance = _measure(accounts.total_expenditure), _measure(accounts.carry_over_and_surplus)
    income, adjustment = _measure(accounts.total_income), _measure(accounts.adjustment)
    if not (other and initial and spent and balance and income and accounts.other_funds):
        return
    granted = initial.amount + (adjustment.amount if adjustment else 0)
    if not other.amount or granted != income.amount:
        return
    due = income.amount + other.amount - spent.amount
    if due == balance.amount:
        return
    yield defect.at(
        accounts.other_funds.place,
        f"其他资金{other}没有计入收入合计{income}，支出合计{spent}，结转结余{balance}，看不出它的去向",
        hint=f"若它在收入合计之外，结转结余应为{measure_of(due, other)}；"
        "若已含在其中，就不必另列；查明后改数，或在 核实.yaml 写明理由",
        related=[
            Related(one.place, one.name)
            for one in (accounts.total_income, accounts.carry_over_and_surplus)
            if one
        ],
        subjects=["其他资金"],
    )


@rule("B202", "项目没有列明预算", Severity.QUESTION)
def project_budget_unstated(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """有的项目列了年初预算和调整追加，有的只列了支出。

    **为什么**：只有支出，读的人算不出这个项目的预算执行率，也看不出追加了多少。

    **反例**：甲专项年初预算20万元、追加5万元、支出25万元；乙专项支出30万元。

    **正例**：每个项目都写明年初预算、调整追加、支出；确实没有年初预算的，写0万元。

    **依据**：财预〔2020〕10号所附项目支出绩效自评表：年初预算数、全年预算数、全年执行数逐项填列。
    """
    projects = reading.report.content.accounts.projects
    bare = [one for one in projects if _unstated(one)]
    if not bare or len(bare) == len(projects):
        return
    names = "".join(f"“{one.name}”" for one in bare)  # GB/T 15834: no 、 between quotes
    yield defect.at(
        bare[0].name.place(),
        f"{len(projects)}个项目中有{len(bare)}个没有列全年初预算和调整追加：{names}",
        hint="补上“年初预算”和“调整追加”（确实没有的写0万元），各项目的预算执行率就能算出来",
        related=[Related(one.name.place(), "没有列全") for one in bare[1:]],
        subjects=[one.name.value for one in bare],
    )


def _unstated(project: Project) -> bool:
    """Return whether neither the budget nor a change to it is stated."""
    return project.initial_budget is None and project.adjustment is None
