"""Family B: tables of money that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.tables.rated import Misrated, misrated, misscored
from jixiao.checks.tables.sheet import Figure, Row, Sheet, sheets
from jixiao.checks.tables.tally import Sum, Tally, culprit, oddities, tally
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure, measure_of

#: a total that misses by no more than this share was probably meant to add up
_TOLERATED = Decimal("0.2")


def _printed(number: Decimal, like: Figure) -> str:
    return str(measure_of(number, Measure("0", like.unit), like.places))


@rule("B307", "表中合计不等于各行之和", Severity.ERROR)
def total_row_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里“合计”一行的数，不等于上面各行相加。

    **为什么**：改了某一行而没有改合计，或者漏了一行，是表格最常见的差错。尾数的四舍五入不算。
    某一行自己也对不上、改了它合计就对，就指那一行。
    有小计、其中项、层次编号的表，按各种加法都对不上时，只作为疑问提出。

    **反例**：甲项目支出20.50万元、乙项目支出30.00万元，合计51.50万元。

    **正例**：甲项目支出20.50万元、乙项目支出30.00万元，合计50.50万元。

    **依据**：算术：合计等于各分项之和。
    """
    for table in sheets(reading):
        for sheet in table:
            made = tally(sheet)
            if made:
                yield from _totals(defect, sheet, made)


def _totals(defect: Defect, sheet: Sheet, made: Tally) -> Iterator[Diagnostic]:
    has_witness = any(one.is_right and one.printed.number for one in made.sums)
    odd = oddities(sheet)
    wrong, _ = misrated(sheet)
    for one in made.sums:
        if one.is_right:
            continue
        blamed = culprit(one, odd) or _misspent(one, wrong)
        is_near = abs(one.gap) <= abs(one.printed.number) * _TOLERATED
        is_sure = made.is_flat and (has_witness or is_near)
        severity = Severity.ERROR if is_sure else Severity.QUESTION
        if blamed:
            yield _blaming(defect, sheet, one, blamed, severity)
            continue
        due = _printed(one.due, one.printed)
        yield defect.at(
            made.total.cells[one.at].place(),
            f"“{sheet.columns[one.at]}”合计{made.total.cells[one.at]}，各行相加为{due}",
            hint=f"合计应为{due}，或者核对各行的数",
            severity=severity,
        )


def _misspent(one: Sum, wrong: Sequence[Misrated]) -> Row | None:
    """Return the row whose spending explains both a wrong total and a wrong rate."""
    found = (row for row in wrong if row.spent == one.at and not row.row.is_total)
    return next((row.row for row in found if row.is_mended_by(one.gap)), None)


def _blaming(defect: Defect, sheet: Sheet, one: Sum, row: Row, severity: Severity) -> Diagnostic:
    """Return the finding where one cell explains a wrong total and what is odd in its row."""
    cell, figure = row.cells[one.at], row.figure(one.at)
    due = _printed(figure.number - one.gap, figure) if figure else ""
    heading = sheet.columns[one.at]
    return defect.at(
        cell.place(),
        f"“{row.label}”的“{heading}”为{cell}，与合计和同行的数都对不上",
        hint=f"应为{due}，这样合计和同行的数都对得上；改前核对账目",
        severity=severity,
    )


@rule("B308", "表中各栏加减不符", Severity.ERROR)
def columns_disagree(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里别的行都是年初预算加追加等于全年预算（或者各栏相加等于合计），单有一行不是。

    **为什么**：一张表各行的算法相同；多数行成立而一行不成立，这一行就有一个数错了。

    **反例**：三个项目的全年预算都等于年初预算加追加，唯独一个差了0.50万元。

    **正例**：每一行的全年预算都等于年初预算加追加减调减。

    **依据**：算术：全年预算数等于年初预算数加年中调整；同一张表各行的算法相同。
    """
    for table in sheets(reading):
        for sheet in table:
            told = {id(row) for row in _blamed(sheet)}
            for one in oddities(sheet):
                if id(one.row) in told:
                    continue
                cell = one.row.cells[one.relation.at]
                heading, due = sheet.columns[one.relation.at], _printed(one.due, one.printed)
                yield defect.at(
                    cell.place(),
                    f"“{one.row.label}”的“{heading}”为{cell}，按其他各栏算为{due}",
                    hint=f"其他各行都对得上；这一行应为{due}，或者核对同行的数",
                )


def _blamed(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows that explain a wrong total: B307 tells of them."""
    made = tally(sheet)
    if made is None:
        return
    odd = oddities(sheet)
    wrong, _ = misrated(sheet)
    for one in made.sums:
        row = None if one.is_right else culprit(one, odd) or _misspent(one, wrong)
        if row:
            yield row


@rule("B309", "表中比率算错", Severity.ERROR)
def execution_rate_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里的执行率，不等于同一行的支出除以预算；或者得分率不等于得分除以分值。

    **为什么**：执行率要由执行数除以全年预算数得出，按它计分；改了金额而没有重算，得分也跟着错。
    除以年初预算能对得上的，不算错。

    **反例**：全年预算80.00万元，全年支出76.00万元，执行率96%。

    **正例**：全年预算80.00万元，全年支出76.00万元，执行率95%。

    **依据**：财预〔2020〕10号所附自评表：执行率＝全年执行数÷全年预算数。
    """
    for table in sheets(reading):
        for sheet in table:
            wrong, rated = misrated(sheet)
            is_sure = len(wrong) * 2 < rated or rated == 1
            for one in _untold(sheet, wrong) if is_sure else wrong[:1]:
                severity = Severity.ERROR if is_sure else Severity.QUESTION
                yield _misreckoned(defect, one, "执行率", "预算和支出", severity)
            for one in misscored(sheet):
                name = sheet.columns[one.rate]
                severity = Severity.ERROR if "得分率" in name else Severity.QUESTION
                yield _misreckoned(defect, one, name, "分值和得分", severity)


def _misreckoned(
    defect: Defect, one: Misrated, name: str, parts: str, severity: Severity
) -> Diagnostic:
    cells = one.row.cells
    return defect.at(
        cells[one.rate].place(),
        f"“{one.row.label}”{name}{cells[one.rate]}，"
        f"{cells[one.spent]}÷{one.base.number}为{one.due}",
        hint=f"{name}应为{one.due}，或者核对{parts}",
        severity=severity,
    )


def _untold(sheet: Sheet, wrong: Sequence[Misrated]) -> Iterator[Misrated]:
    """Yield the wrong rates that follow from nothing that another rule tells of the row."""
    if not wrong:
        return
    told = {id(one.row) for one in oddities(sheet)} | {id(row) for row in _blamed(sheet)}
    made = tally(sheet)
    if made and not all(one.is_right for one in made.sums):
        told.add(id(made.total))
    yield from (one for one in wrong if id(one.row) not in told)
