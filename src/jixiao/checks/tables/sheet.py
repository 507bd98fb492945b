"""Tables as rules read them: columns by their headings, rows by their labels, cells as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.checks.reading import Grid, Reading
from jixiao.language.measure import MOST_DIGITS, is_grouped
from jixiao.source import Text

_FIGURE = re.compile(
    r"(?P<digits>[-−]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>%|万元|亿元|元|分|户|家|件|个|次|人|名|项)?"
)
#: what a cell holds where there is nothing to state
BLANK = frozenset({"", "—", "——", "-", "–", "/", "／", "无", "\\"})
_TOTAL = re.compile(r"(?:合计|总计|总分|合计得分|总得分)(?:[（(].{0,8}[）)])?")
_PART = re.compile(r"其中|[-—·]")
_SUBTOTAL = re.compile(r"(?:小计|合计|总计|总额)$")
#: the marks of levels in a label, the outermost first
_MARKS = tuple(
    re.compile(one)
    for one in (
        r"[一二三四五六七八九十]{1,3}、",
        r"[（(][一二三四五六七八九十]{1,3}[）)]",
        r"[0-9]{1,2}[.．、]",
        r"[（(]?[0-9]{1,2}[）)]",
        r"[①-⑳]",
    )
)
_FEWEST_CELLS = 2
#: a digit that is not one of a year: headings name years, and have no other numbers
_HAS_DIGIT = re.compile(r"(?<![0-9])(?!20[0-9]{2}(?![0-9.]))[0-9]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's number, how finely it is printed, and its unit if the cell has one."""

    number: Decimal
    places: int
    unit: str

    @property
    def quantum(self) -> Decimal:
        """The size of the last printed digit."""
        return Decimal(1).scaleb(-self.places)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with as many cells as the table has columns."""

    cells: tuple[Text, ...]
    #: the number in each cell that holds one
    figures: tuple[Figure | None, ...] = field(init=False)
    #: the first cell that is no number, without blanks
    label: str = field(init=False)

    def __post_init__(self) -> None:
        """Read the cells, once for all rules."""
        figures = tuple(figure(one) for one in self.cells)
        words = (
            "".join(cell.value.split())
            for cell, number in zip(self.cells, figures, strict=True)
            if number is None
        )
        object.__setattr__(self, "figures", figures)
        object.__setattr__(self, "label", next(filter(None, words), ""))

    @property
    def is_total(self) -> bool:
        """Whether it is the row of totals."""
        return _TOTAL.fullmatch(self.label) is not None

    @property
    def is_part(self) -> bool:
        """Whether its label shows it to be part of the row before."""
        return _PART.match(self.label) is not None

    @property
    def is_subtotal(self) -> bool:
        """Whether its label shows it to be the sum of others."""
        return _SUBTOTAL.search(self.label) is not None

    @property
    def level(self) -> int:
        """Which form of mark its label has, from 1; 0 where it has none."""
        return next((at for at, one in enumerate(_MARKS, 1) if one.match(self.label)), 0)

    def figure(self, column: int) -> Figure | None:
        """Return the number in a column."""
        return self.figures[column]

    def is_blank(self, column: int) -> bool:
        """Return whether nothing is stated in a column."""
        return self.cells[column].value.strip() in BLANK


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of a table below one row of headings."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    #: the rows with fewer or more cells than there are columns: cells were merged
    ragged: tuple[tuple[Text, ...], ...]

    def column(self, form: re.Pattern[str]) -> int | None:
        """Return the only column whose heading has a form, if there is one."""
        found = self.all_columns(form)
        return found[0] if len(found) == 1 else None

    def all_columns(self, form: re.Pattern[str]) -> list[int]:
        """Return the columns whose headings have a form."""
        return [at for at, one in enumerate(self.columns) if form.search(one)]


def figure(cell: Text) -> Figure | None:
    """Return the number that a cell holds, and nothing else."""
    found = _FIGURE.fullmatch(cell.value.strip())
    if found is None or len(found["digits"]) > MOST_DIGITS:
        return None
    digits = found["digits"].replace("−", "-")
    if not is_grouped(digits):
        return None
    places = len(digits.partition(".")[2])
    return Figure(Decimal(digits.replace(",", "")), places, found["unit"] or "")


def sheets(reading: Reading) -> tuple[tuple[Sheet, ...], ...]:
    """Return each table of a report as its sheets, from the top."""
    return reading.view(_every)


def _every(reading: Reading) -> tuple[tuple[Sheet, ...], ...]:
    return tuple(tuple(_sheets(grid)) for grid in reading.tables)


def _sheets(grid: Grid) -> Iterator[Sheet]:
    heading: list[tuple[Text, ...]] = []
    body: list[tuple[Text, ...]] = []
    for cells in grid.rows:
        if _is_heading(cells):
            if body:
                yield _sheet(heading, body)
                heading, body = [], []
            heading.append(cells)
        elif heading:
            body.append(cells)
    if body:
        yield _sheet(heading, body)


def _is_heading(cells: Iterable[Text]) -> bool:
    words = [one.value for one in cells if one.value.strip() not in BLANK]
    return len(words) >= _FEWEST_CELLS and not any(_HAS_DIGIT.search(one) for one in words)


def _sheet(heading: list[tuple[Text, ...]], body: list[tuple[Text, ...]]) -> Sheet:
    width = len(heading[-1])
    tiers = [one for one in heading if len(one) == width]
    columns = tuple(
        "".join("".join(tier[at].value.split()) for tier in tiers) for at in range(width)
    )
    rows = tuple(Row(one) for one in body if len(one) == width)
    return Sheet(columns, rows, tuple(one for one in body if len(one) != width))
