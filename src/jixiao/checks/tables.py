"""Family B: tables of money that do not add up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sheet import Figure, Row, Sheet, sheets
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure, measure_of

#: headings of columns that are not added up
_NOT_ADDED = re.compile(
    r"率|比|%|占|均|序号|编号|单价|标准|排名|年份|年度$|分值|权重|得分|名称|时间|日期|指标值|完成值|目标值"
)
_TOTAL_COLUMN = re.compile(r"^(?:合计|总计|小计|合计金额|总额)$")
_FEWEST_ROWS = 2
_MOST_PARTS = 6
_TOLERATED = Decimal("0.2")


class Sum(NamedTuple):
    """A total as printed beside what the others make."""

    at: int
    printed: Figure
    due: Decimal
    is_right: bool


@rule("B307", "表中合计不等于各行之和", Severity.ERROR)
def total_row_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里“合计”一行的数，不等于上面各行相加。

    **为什么**：改了某一行而没有改合计，或者漏了一行，是表格最常见的差错。尾数的四舍五入不算。
    有小计、其中项、层次编号的表，按各种加法都对不上时，只作为疑问提出。

    **反例**：甲项目支出20.50万元、乙项目支出30.00万元，合计51.50万元。

    **正例**：甲项目支出20.50万元、乙项目支出30.00万元，合计50.50万元。

    **依据**：自评表、决算表的填报说明：合计等于各分项之和。
    """
    for table in sheets(reading):
        for sheet in table:
            totals = [row for row in sheet.rows if row.is_total]
            if not sheet.ragged and len(totals) == 1 and len(sheet.rows) > _FEWEST_ROWS:
                yield from _total(defect, sheet, totals[0])


def _total(defect: Defect, sheet: Sheet, total: Row) -> Iterator[Diagnostic]:
    rows = [row for row in sheet.rows if row is not total]
    is_even = len({row.level for row in rows}) == 1
    is_flat = is_even and not any(row.is_part or row.is_subtotal for row in rows)
    sums = list(_sums(sheet, rows, total))
    has_witness = any(one.is_right and one.printed.number for one in sums)
    for one in sums:
        if one.is_right:
            continue
        gap = abs(one.due - one.printed.number)
        is_near = gap <= abs(one.printed.number) * _TOLERATED
        is_sure = is_flat and (has_witness or is_near)
        due = _printed(one.due, one.printed)
        yield defect.at(
            total.cells[one.at].place(),
            f"“{sheet.columns[one.at]}”合计{total.cells[one.at]}，各行相加为{due}",
            hint=f"合计应为{due}，或者核对各行的数",
            severity=Severity.ERROR if is_sure else Severity.QUESTION,
        )


def _sums(sheet: Sheet, rows: Sequence[Row], total: Row) -> Iterator[Sum]:
    for at, heading in enumerate(sheet.columns):
        printed = total.figure(at)
        if printed is None or printed.unit == "%" or _NOT_ADDED.search(heading):
            continue
        if all(row.figure(at) or row.is_blank(at) for row in rows):
            yield _sum(rows, at, printed)


def _sum(rows: Sequence[Row], at: int, printed: Figure) -> Sum:
    sets = [list(rows), *_levels(rows)]
    sums = [*(_added(one, at) for one in sets if one), _collapsed(rows, at)]
    slack = _slack([row.figure(at) for row in rows], printed)
    is_right = any(abs(one - printed.number) <= slack for one in sums)
    return Sum(at, printed, sums[0], is_right)


def _levels(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows that may be all that is added: no parts, subtotals, one level of marks."""
    yield [row for row in rows if not row.is_part]
    yield [row for row in rows if row.is_subtotal]
    yield [row for row in rows if not row.is_subtotal]
    for level in sorted({row.level for row in rows}):
        yield [row for row in rows if row.level == level and not row.is_part]


def _added(rows: Sequence[Row], at: int) -> Decimal:
    figures = (row.figure(at) for row in rows)
    return sum((one.number for one in figures if one), Decimal(0))


def _slack(figures: Sequence[Figure | None], printed: Figure) -> Decimal:
    """Return how far a sum may miss for its parts were rounded; counts are not rounded."""
    known = [one for one in figures if one]
    places = max((one.places for one in (*known, printed)), default=0)
    if not places:
        return Decimal(0)
    return Decimal(len(known) + 1) * Decimal(1).scaleb(-places) / 2


def _collapsed(rows: Sequence[Row], at: int) -> Decimal:
    """Return the sum where a row that is the sum of those right behind it stands for them."""
    numbers = [one.number if one else Decimal(0) for one in (row.figure(at) for row in rows)]
    total, start = Decimal(0), 0
    while start < len(numbers):
        total += numbers[start]
        behind = numbers[start + 1 : start + 1 + _MOST_PARTS]
        sums = (sum(behind[:count], Decimal(0)) for count in range(len(behind) + 1))
        meant = [count for count, one in enumerate(sums) if count > 1 and one == numbers[start]]
        start += 1 + (meant[-1] if meant else 0)
    return total


def _printed(number: Decimal, like: Figure) -> str:
    return str(measure_of(number, Measure("0", like.unit), like.places))


_INITIAL = re.compile(r"年初预算|^预算数$|年初批复")
_ADDED = re.compile(r"追加|预算调整|调整数|上年结转|年初结转|调增|调整增减")
_TAKEN = re.compile(r"^调减|追减|核减|压减")
_FINAL = re.compile(r"全年预算|调整后预算|调整预算数|预算调整后")
_SPENT = re.compile(r"^(?!.*(?:率|预算$|预算数)).*(?:支出|执行数|实际执行|决算数|全年执行)")


@rule("B308", "表中各栏加减不符", Severity.ERROR)
def columns_disagree(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里别的行都是年初预算加追加等于全年预算（或者各栏相加等于合计），单有一行不是。

    **为什么**：一张表各行的算法相同；多数行成立而一行不成立，这一行就有一个数错了。

    **反例**：三个项目的全年预算都等于年初预算加追加，唯独一个差了0.50万元。

    **正例**：每一行的全年预算都等于年初预算加追加减调减。

    **依据**：自评表的填报说明：全年预算数为年初预算加年中调整。
    """
    for table in sheets(reading):
        for sheet in table:
            for at, work in _relations(sheet):
                yield from _odd_rows(defect, sheet, at, work)


def _relations(sheet: Sheet) -> Iterator[tuple[int, Callable[[Row], Decimal | None]]]:
    """Yield the columns that others make, with how."""
    initial, final = sheet.column(_INITIAL), sheet.column(_FINAL)
    added, taken = sheet.all_columns(_ADDED), sheet.all_columns(_TAKEN)
    added = [one for one in added if one != final]
    if initial is not None and final is not None and (added or taken):
        yield final, lambda row: _worked(row, [initial, *added], taken)
    whole = sheet.column(_TOTAL_COLUMN)
    parts = [at for at, one in enumerate(sheet.columns) if at != whole and _is_part(sheet, at, one)]
    if whole is not None and len(parts) >= _FEWEST_ROWS:
        yield whole, lambda row: _worked(row, parts, [])


def _is_part(sheet: Sheet, at: int, heading: str) -> bool:
    has_figures = any(row.figure(at) for row in sheet.rows)
    return has_figures and not _NOT_ADDED.search(heading)


def _worked(row: Row, plus: Sequence[int], minus: Sequence[int]) -> Decimal | None:
    if not all(row.figure(at) or row.is_blank(at) for at in (*plus, *minus)):
        return None
    taken = sum((abs(one.number) for one in map(row.figure, minus) if one), Decimal(0))
    return sum((one.number for one in map(row.figure, plus) if one), Decimal(0)) - taken


def _odd_rows(
    defect: Defect, sheet: Sheet, at: int, work: Callable[[Row], Decimal | None]
) -> Iterator[Diagnostic]:
    """Yield the rows in which a relation fails that holds in most."""
    held, odd = 0, []
    for row in sheet.rows:
        printed, due = row.figure(at), work(row)
        if row.is_total or printed is None or due is None or not (printed.number or due):
            continue
        if abs(printed.number - due) <= printed.quantum * 2:
            held += 1
        else:
            odd.append((row, _printed(due, printed)))
    if held < _FEWEST_ROWS or len(odd) * 2 > held:
        return
    for row, text in odd:
        yield defect.at(
            row.cells[at].place(),
            f"“{row.label}”的“{sheet.columns[at]}”为{row.cells[at]}，按其他各栏算为{text}",
            hint=f"其他各行都对得上；这一行的“{sheet.columns[at]}”应为{text}，或者核对同行的数",
        )


_RATE = re.compile(r"执行率|支付进度|支出进度")
_BUDGET = re.compile(r"预算")


@rule("B309", "表中执行率算错", Severity.ERROR)
def execution_rate_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """表里的执行率，不等于同一行的支出除以预算。

    **为什么**：执行率要由执行数除以全年预算数得出，按它计分；改了金额而没有重算，得分也跟着错。
    除以年初预算能对得上的，不算错。

    **反例**：全年预算80.00万元，全年支出76.00万元，执行率96%。

    **正例**：全年预算80.00万元，全年支出76.00万元，执行率95%。

    **依据**：财预〔2020〕10号所附自评表：执行率＝全年执行数÷全年预算数。
    """
    for table in sheets(reading):
        for sheet in table:
            rate, spent = sheet.column(_RATE), sheet.column(_SPENT)
            if rate is None or spent is None:
                continue
            wrong = [one for row in sheet.rows if (one := _rated(sheet, row, rate, spent))]
            told = sum(row.figure(rate) is not None for row in sheet.rows)
            is_sure = len(wrong) * 2 < told or told == 1
            for row, base, due in wrong if is_sure else wrong[:1]:
                yield defect.at(
                    row.cells[rate].place(),
                    f"“{row.label}”执行率{row.cells[rate]}，{row.cells[spent]}÷{base}为{due}",
                    hint=f"执行率应为{due}，或者核对预算和支出",
                    severity=Severity.ERROR if is_sure else Severity.QUESTION,
                )


def _rated(sheet: Sheet, row: Row, rate: int, spent: int) -> tuple[Row, Decimal, str] | None:
    """Return a row whose rate is the quotient of no budget of its own, with what is due."""
    printed, part = row.figure(rate), row.figure(spent)
    bases = list(_bases(sheet, row, {rate, spent}))
    if not (printed and part and bases) or any(_fits(printed, part, one) for one in bases):
        return None
    percent = part.number * 100 / bases[0].number
    is_ratio = printed.unit != "%" and abs(printed.number) <= _RATIO
    due = measure_of(percent / 100 if is_ratio else percent, Measure("0", ""), printed.places)
    return row, bases[0].number, f"{due}{printed.unit}"


def _bases(sheet: Sheet, row: Row, taken: set[int]) -> Iterator[Figure]:
    """Yield what a row's spending may be divided by, the budget after its changes first."""
    budgets = [at for at in sheet.all_columns(_BUDGET) if at not in taken]
    finals = [at for at in budgets if _FINAL.search(sheet.columns[at])]
    initial = sheet.column(_INITIAL)
    if not finals and initial is not None:
        made = _worked(row, [initial, *sheet.all_columns(_ADDED)], sheet.all_columns(_TAKEN))
        if made is not None and made > 0:
            yield Figure(made, 2, "")
    for at in (*finals, *(one for one in budgets if one not in finals)):
        base = row.figure(at)
        if base and base.number > 0:
            yield base


def _fits(printed: Figure, part: Figure, whole: Figure) -> bool:
    if not whole.number:
        return True
    percent = part.number * 100 / whole.number
    # What was rounded before it was divided shifts the quotient by so much.
    drift = percent * (part.quantum / max(part.number, part.quantum) + whole.quantum / whole.number)
    slack = printed.quantum + abs(drift) / 2
    ratio = printed.number * 100 if printed.unit != "%" and abs(printed.number) <= _RATIO else None
    return any(abs(one - percent) <= slack for one in (printed.number, ratio) if one is not None)


#: a rate without % that is no more than this is a ratio: 0.95
_RATIO = Decimal("1.5")
