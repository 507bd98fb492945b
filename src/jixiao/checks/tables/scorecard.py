"""A self-evaluation form as rules read it: each indicator with its weight, score and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checks.tables.sheet import BLANK, Figure, Row, Sheet
from jixiao.source import Text

_WEIGHT = re.compile(r"分值|权重|标准分|^满分")
_SCORE = re.compile(r"^(?!.*(?:率|分值|标准|依据|说明|原因)).*(?:得分|自评分|^评分|实得)")
_TARGET = re.compile(r"指标值|目标值|预期值|计划值|预期指标")
_DONE = re.compile(r"完成值|实际值|完成情况|实际完成")
_REASON = re.compile(r"偏差|原因|扣分|未完成")
_RATE = re.compile(r"执行率")
_VALUE = re.compile(
    r"(?P<sign>≥|>=|≧|＞=|≤|<=|≦|>|<|＞|＜|=|＝|不低于|不少于|不超过|不高于|大于等于|小于等于)?\s*"
    r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>[^0-9≥≤<>=\s]{0,6}?)(?P<bound>以上|以内|以下)?"
)
_AT_LEAST = {"≥", ">=", "≧", "＞=", ">", "＞", "不低于", "不少于", "大于等于", "以上"}
_AT_MOST = {"≤", "<=", "≦", "<", "＜", "不超过", "不高于", "小于等于", "以内", "以下"}


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the form that is scored; cells that its form lacks are None."""

    label: str
    weight: Figure
    score: Figure
    score_cell: Text
    weight_cell: Text
    is_total: bool
    target: str
    done: str
    rate: Figure | None
    #: what the column for reasons holds, or None where there is no such column
    reason: str | None

    @property
    def is_explained(self) -> bool:
        """Whether a reason is given, or there is no place for one."""
        return self.reason is None or self.reason.strip() not in BLANK

    @property
    def loses(self) -> bool:
        """Whether points were taken off."""
        return self.score.number < self.weight.number

    @property
    def is_missed(self) -> bool:
        """Whether the value is surely short of its target."""
        target, done = _VALUE.fullmatch(self.target), _VALUE.fullmatch(self.done)
        if not target or not done or target["unit"] != done["unit"]:
            return False
        wanted, made = _number(target), _number(done)
        bound = target["sign"] or target["bound"] or ""
        if bound in _AT_MOST:
            return made > wanted
        return made < wanted and (bound in _AT_LEAST or self.loses)


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["digits"].replace(",", ""))


def indicators(sheet: Sheet) -> Iterator[Indicator]:
    """Yield the scored rows of a sheet in order; none where it is no such form."""
    weight, score = sheet.column(_WEIGHT), sheet.column(_SCORE)
    if weight is None or score is None:
        return
    for row in (*sheet.rows, *filter(None, (_fitted(sheet, one) for one in sheet.ragged))):
        made = _indicator(sheet, row, weight, score)
        if made:
            yield made


def _indicator(sheet: Sheet, row: Row, weight: int, score: int) -> Indicator | None:
    full, got = _points(row, weight), _points(row, score)
    if full is None or got is None:
        return None
    rate, reason = sheet.column(_RATE), sheet.column(_REASON)
    return Indicator(
        _name(row, sheet, weight),
        full,
        got,
        row.cells[score],
        row.cells[weight],
        row.is_total,
        _cell(row, sheet.column(_TARGET)),
        _cell(row, sheet.column(_DONE)),
        row.figure(rate) if rate is not None else None,
        row.cells[reason].value if reason is not None else None,
    )


def _points(row: Row, column: int) -> Figure | None:
    """Return the number in a column if it can be a score."""
    found = row.figure(column)
    return found if found and found.unit in {"", "分"} else None


def _name(row: Row, sheet: Sheet, weight: int) -> str:
    """Return the innermost name of an indicator: the last words before its values."""
    target = sheet.column(_TARGET)
    until = min(one for one in (target, weight) if one is not None)
    words = [
        "".join(cell.value.split())
        for cell, number in zip(row.cells[:until], row.figures, strict=False)
        if number is None and cell.value.strip() not in BLANK
    ]
    return words[-1] if words else row.label


def _cell(row: Row, column: int | None) -> str:
    return "" if column is None else "".join(row.cells[column].value.split())


def _fitted(sheet: Sheet, cells: tuple[Text, ...]) -> Row | None:
    """Return a row that lost blank cells at its ends, where they can have stood in one way only."""
    missing = len(sheet.columns) - len(cells)
    weight, score = sheet.column(_WEIGHT), sheet.column(_SCORE)
    if missing <= 0 or weight is None or score is None:
        return None
    blank = (cells[0].slice(0, 0),)
    padded = (
        Row((*blank * lead, *cells, *blank * (missing - lead))) for lead in range(missing + 1)
    )
    fitting = [one for one in padded if _points(one, weight) and _points(one, score)]
    return fitting[0] if len(fitting) == 1 else None
