"""What the rows and the columns of a table add up to, and which cell is to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checks.tables.sheet import Figure, Row, Sheet

#: headings of columns that are not added up
_NOT_ADDED = re.compile(
    r"率|比|%|占|均|序号|编号|单价|标准|排名|年份|年度$|分值|权重|得分|名称|时间|日期|指标值|完成值|目标值"
)
_TOTAL_COLUMN = re.compile(r"^(?:合计|总计|小计|合计金额|总额)$")
INITIAL = re.compile(r"年初预算|^预算数$|年初批复")
ADDED = re.compile(r"追加|预算调整|调整数|上年结转|年初结转|调增|调整增减")
TAKEN = re.compile(r"^调减|追减|核减|压减")
FINAL = re.compile(r"全年预算|调整后预算|调整预算数|预算调整后")
SPENT = re.compile(
    r"^(?!.*(?:率|预算$|预算数|结转|结余|余额|剩余)).*(?:支出|执行数|实际执行|决算数|全年执行)"
)
#: what is left of a budget
_BALANCE = re.compile(r"^(?!.*(?:率|上年|年初|以前|支付数)).*(?:结转|结余|余额|剩余|未执行)")
_BUDGET = re.compile(r"预算(?:数|金额|安排)?(?:[（(].{0,4}[）)])?$")
_OF_WHICH = re.compile("其中")
#: sums of a table's readings that are looked at; a table with more is not judged by them
_MOST_SUMS = 4096
_FEWEST_ROWS = 2
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Sum:
    """A column's total as printed, and what the rows above make."""

    at: int
    printed: Figure
    due: Decimal
    is_right: bool

    @property
    def gap(self) -> Decimal:
        """How much more the rows make than is printed."""
        return self.due - self.printed.number


@dataclass(frozen=True, slots=True)
class Tally:
    """A table with one row of totals: what each column that is added up makes."""

    total: Row
    sums: tuple[Sum, ...]
    #: whether no row is part of another, as far as the labels show
    is_flat: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A column that others make in every row: those added, and those taken off."""

    at: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """A row in which a relation fails that holds in the others."""

    row: Row
    relation: Relation
    printed: Figure
    due: Decimal


def tally(sheet: Sheet) -> Tally | None:
    """Return what the columns of a sheet make; None where it has no row of totals of its own."""
    totals = [row for row in sheet.rows if row.is_total]
    if sheet.ragged or len(totals) != 1 or len(sheet.rows) <= _FEWEST_ROWS:
        return None
    rows = [row for row in sheet.rows if row is not totals[0]]
    is_even = len({row.level for row in rows}) == 1
    is_flat = is_even and not any(row.is_part or row.is_subtotal for row in rows)
    return Tally(totals[0], tuple(_sums(sheet, rows, totals[0])), is_flat)


def _sums(sheet: Sheet, rows: Sequence[Row], total: Row) -> Iterator[Sum]:
    for at, heading in enumerate(sheet.columns):
        printed = total.figure(at)
        if printed is None or printed.unit == "%" or _NOT_ADDED.search(heading):
            continue
        if all(row.figure(at) or row.is_blank(at) for row in rows):
            yield _sum(rows, at, printed)


def _sum(rows: Sequence[Row], at: int, printed: Figure) -> Sum:
    sets = [list(rows), *_levels(rows)]
    sums = [*(_added(one, at) for one in sets if one), _collapsed(rows, at), *_nested(rows, at)]
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


def _nested(rows: Sequence[Row], at: int) -> set[Decimal]:
    """Return the sums that leave out a run of rows behind each 其中, of whatever length.

    其中：办公费 may be followed by 印刷费, which is part of the same row, and then by a peer.
    """
    sums, behind = {Decimal(0)}, Decimal(0)
    tails: set[Decimal] = set()
    for row in reversed(rows):
        # `tails` are the sums of what may stand behind a run; `behind` is all of this stretch.
        tails.add(behind)
        if _OF_WHICH.match(row.label):
            if len(sums) * len(tails) > _MOST_SUMS:
                return set()
            sums = {one + tail for one in sums for tail in tails}
            behind, tails = Decimal(0), set()
        else:
            number = row.figure(at)
            behind += number.number if number else 0
    return {one + behind for one in sums}


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


def oddities(sheet: Sheet) -> list[Oddity]:
    """Return the rows in which a relation fails that holds in most."""
    return [one for relation in _relations(sheet) for one in _odd_rows(sheet, relation)]


def _relations(sheet: Sheet) -> Iterator[Relation]:
    """Yield the columns that others make."""
    initial, final = sheet.column(INITIAL), sheet.column(FINAL)
    added = [one for one in sheet.all_columns(ADDED) if one != final]
    taken = sheet.all_columns(TAKEN)
    if initial is not None and final is not None and (added or taken):
        yield Relation(final, (initial, *added), tuple(taken))
    yield from _balances(sheet)
    whole = sheet.column(_TOTAL_COLUMN)
    parts = [at for at, one in enumerate(sheet.columns) if at != whole and _is_part(sheet, at, one)]
    if whole is not None and len(parts) >= _FEWEST_ROWS:
        yield Relation(whole, tuple(parts))


def _balances(sheet: Sheet) -> Iterator[Relation]:
    """Yield what is left of the budget of each row: 预算数, 支出数, 结转结余."""
    left, spent = sheet.column(_BALANCE), sheet.column(SPENT)
    budget = sheet.column(FINAL)
    if budget is None and not sheet.all_columns(ADDED):
        budget = sheet.column(_BUDGET)
    if left is not None and spent is not None and budget not in {None, left, spent}:
        yield Relation(left, (budget,), (spent,))


def _is_part(sheet: Sheet, at: int, heading: str) -> bool:
    has_figures = any(row.figure(at) for row in sheet.rows)
    return has_figures and not _NOT_ADDED.search(heading)


def worked(row: Row, relation: Relation) -> Decimal | None:
    """Return what the columns of a relation make in a row; None where a cell is no number."""
    plus, minus = relation.plus, relation.minus
    if not all(row.figure(at) or row.is_blank(at) for at in (*plus, *minus)):
        return None
    taken = sum((abs(one.number) for one in map(row.figure, minus) if one), Decimal(0))
    return sum((one.number for one in map(row.figure, plus) if one), Decimal(0)) - taken


def _odd_rows(sheet: Sheet, relation: Relation) -> list[Oddity]:
    held, odd = 0, []
    for row in sheet.rows:
        printed, due = row.figure(relation.at), worked(row, relation)
        if row.is_total or printed is None or due is None or not (printed.number or due):
            continue
        if abs(printed.number - due) <= printed.quantum * 2:
            held += 1
        else:
            odd.append(Oddity(row, relation, printed, due))
    return odd if held >= _FEWEST_ROWS and len(odd) * 2 <= held else []


def culprit(one: Sum, odd: Sequence[Oddity]) -> Row | None:
    """Return the row whose cell in a column explains both a wrong total and an odd row."""
    for oddity in odd:
        excess = oddity.printed.number - oddity.due
        relation = oddity.relation
        own = excess if one.at in {relation.at, *relation.minus} else -excess
        if one.at in {relation.at, *relation.plus, *relation.minus} and own == one.gap:
            return oddity.row
    return None
