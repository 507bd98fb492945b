"""The rates of execution in a table, beside what was spent and what was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checks.tables.sheet import Figure, Row, Sheet
from jixiao.checks.tables.tally import ADDED, FINAL, INITIAL, SPENT, TAKEN, Relation, worked
from jixiao.language.measure import Measure, measure_of

_RATE = re.compile(r"执行率|支付进度|支出进度")
_BUDGET = re.compile(r"预算")
#: a rate without % that is no more than this is a ratio: 0.95
_RATIO = Decimal("1.5")
_MONEY_PLACES = 2
_SCORE_RATE = re.compile(r"得分率|完成率|完成比例")
_SCORE = re.compile(r"^(?!.*(?:率|比例|分值|标准|依据|说明|原因)).*(?:得分|自评分|^评分|实得)")
_WEIGHT = re.compile(r"分值|标准分|^满分")
#: places of what is not rounded: points
_EXACT = 6
#: rows that keep a relation before one that does not is called wrong
_FEWEST_HELD = 2


@dataclass(frozen=True, slots=True)
class Misrated:
    """A row whose rate is the quotient of no budget of its own."""

    row: Row
    rate: int
    spent: int
    base: Figure
    #: the rate as it should be printed
    due: str

    def is_mended_by(self, less: Decimal) -> bool:
        """Return whether the rate would be right if so much less had been spent."""
        printed, part = self.row.figure(self.rate), self.row.figure(self.spent)
        if printed is None or part is None:
            return False
        return _fits(printed, Figure(part.number - less, part.places, part.unit), self.base)


def misrated(sheet: Sheet) -> tuple[list[Misrated], int]:
    """Return the rows whose rates are wrong, and how many rows have a rate."""
    rate, spent = sheet.column(_RATE), sheet.column(SPENT)
    if rate is None or spent is None:
        return [], 0
    wrong = [one for row in sheet.rows if (one := _misrated(sheet, row, rate, spent))]
    return wrong, sum(row.figure(rate) is not None for row in sheet.rows)


def misscored(sheet: Sheet) -> list[Misrated]:
    """Return the rows of a form whose 得分率 is not what they scored by what they could.

    完成率 may be of another thing: it counts where most rows keep it.
    """
    rates, score, weight = (sheet.all_columns(one) for one in (_SCORE_RATE, _SCORE, _WEIGHT))
    if not (len(rates) == len(score) == len(weight) == 1):
        return []
    rate, held, wrong = rates[0], 0, []
    for row in sheet.rows:
        printed, part, whole = row.figure(rate), row.figure(score[0]), row.figure(weight[0])
        if not (printed and part and whole) or whole.number <= 0:
            continue
        if _fits(printed, *(Figure(one.number, _EXACT, one.unit) for one in (part, whole))):
            held += 1
            continue
        due = measure_of(part.number * 100 / whole.number, Measure("0", ""), printed.places)
        wrong.append(Misrated(row, rate, score[0], whole, f"{due}{printed.unit}"))
    return wrong if held >= _FEWEST_HELD and len(wrong) * 2 <= held else []


def _misrated(sheet: Sheet, row: Row, rate: int, spent: int) -> Misrated | None:
    printed, part = row.figure(rate), row.figure(spent)
    bases = list(_bases(sheet, row, {rate, spent}))
    if not (printed and part and bases) or any(_fits(printed, part, one) for one in bases):
        return None
    percent = part.number * 100 / bases[0].number
    is_ratio = printed.unit != "%" and abs(printed.number) <= _RATIO
    due = measure_of(percent / 100 if is_ratio else percent, Measure("0", ""), printed.places)
    return Misrated(row, rate, spent, bases[0], f"{due}{printed.unit}")


def _bases(sheet: Sheet, row: Row, taken: set[int]) -> Iterator[Figure]:
    """Yield what a row's spending may be divided by, the budget after its changes first."""
    budgets = [at for at in sheet.all_columns(_BUDGET) if at not in taken]
    finals = [at for at in budgets if FINAL.search(sheet.columns[at])]
    initial = sheet.column(INITIAL)
    if not finals and initial is not None:
        changes = tuple(sheet.all_columns(ADDED)), tuple(sheet.all_columns(TAKEN))
        made = worked(row, Relation(initial, (initial, *changes[0]), changes[1]))
        if made is not None and made > 0:
            yield Figure(made, _MONEY_PLACES, "")
    for at in (*finals, *(one for one in budgets if one not in finals)):
        base = row.figure(at)
        if base and base.number > 0:
            yield base


def _fits(printed: Figure, part: Figure, whole: Figure) -> bool:
    percent = part.number * 100 / whole.number
    # What was rounded before it was divided shifts the quotient by so much.
    drift = percent * (part.quantum / max(part.number, part.quantum) + whole.quantum / whole.number)
    slack = printed.quantum + abs(drift) / 2
    ratio = printed.number * 100 if printed.unit != "%" and abs(printed.number) <= _RATIO else None
    return any(abs(one - percent) <= slack for one in (printed.number, ratio) if one is not None)
