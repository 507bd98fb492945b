"""Family B: what a table states beside what the text states under the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.tables.sheet import Row, Sheet, sheets
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.language.quantity import Measure
from jixiao.model.content import Accounts, Project, Stated

_INITIAL = re.compile(r"^年初预算(?:数|金额|安排)?(?:[（(]万?元[）)])?$")
_SPENT = re.compile(
    r"^(?:全年|实际|本年)?(?:实际)?(?:支出|执行|决算)(?:数|金额|决算|决算数)?(?:[（(]万?元[）)])?$"
)
_AMOUNT = re.compile(r"^(?:决算数|金额|支出金额|本年支出|支出|全年执行数)(?:[（(]万?元[）)])?$")
_DRESS = re.compile(
    r"^(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)|[“”\"]"
)
_UNITS = (Decimal(1), Decimal(10) ** 4, Decimal(10) ** 8)


@rule("B310", "表中金额与正文不一致", Severity.ERROR)
def table_against_text(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一个项目、同一个科目，表里的金额和正文的不一样。

    **为什么**：表和正文由不同的人填，改了一处忘了另一处；评审最先看的就是两处是否一致。
    名称相同、栏目相同才比较，元和万元换算以后相等的不算。

    **反例**：正文写“古籍修复专项”实际支出24.50万元，表中同一项目的支出为24.05。

    **正例**：两处都是24.50万元。

    **依据**：公文惯例：文字与表格的数据一致。
    """
    accounts = reading.report.content.accounts
    named = {_bare(one.name.value): one for one in accounts.projects}
    whole = _of_the_unit(accounts)
    for table in sheets(reading):
        for sheet in table:
            for row in sheet.rows:
                name = _bare(row.label)
                pairs = _of_a_project(sheet, named[name]) if name in named else []
                if name in whole:
                    pairs = [(column, whole[name]) for column in sheet.all_columns(_AMOUNT)]
                for column, stated in pairs:
                    yield from _compared(defect, sheet, row, column, stated)


def _bare(name: str) -> str:
    return _DRESS.sub("", "".join(name.split()))


def _of_the_unit(accounts: Accounts) -> dict[str, Stated]:
    """Return the unit's accounts by the names that tables have for them."""
    found = {
        "基本支出": accounts.basic_expenditure,
        "项目支出": accounts.project_expenditure,
        "支出合计": accounts.total_expenditure,
        "本年支出合计": accounts.total_expenditure,
        "收入合计": accounts.total_income,
        "年初预算": accounts.initial_budget,
    }
    return {name: one for name, one in found.items() if one}


def _of_a_project(sheet: Sheet, project: Project) -> list[tuple[int, Stated]]:
    """Return the columns that state what the text states of a project."""
    initial, spent = sheet.column(_INITIAL), sheet.column(_SPENT)
    pairs = ((initial, project.initial_budget), (spent, project.actual_expenditure))
    return [(column, one) for column, one in pairs if column is not None and one]


def _compared(
    defect: Defect, sheet: Sheet, row: Row, column: int, stated: Stated
) -> Iterator[Diagnostic]:
    printed, measure = row.figure(column), stated.quantity
    if printed is None or printed.unit == "%" or not isinstance(measure, Measure):
        return
    # A table rounds what the text has in full, and the other way round.
    slacks = (max(printed.quantum, measure.quantum / unit) / 2 for unit in _UNITS)
    gaps = (abs(measure.amount / unit - printed.number) for unit in _UNITS)
    if any(gap <= slack for gap, slack in zip(gaps, slacks, strict=True)):
        return
    cell = row.cells[column]
    yield defect.at(
        cell.place(),
        f"表中“{row.label}”的“{sheet.columns[column]}”为{cell}，正文写的是{measure}",
        hint="核对账目，两处改成一致",
        related=[Related(stated.place, f"正文：{measure}")],
        subjects=[row.label],
    )
