"""Attachments: a table's cells from citations, in one unit, with totals and a note on gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.quantity import Measure, measure_of, parse
from jixiao.model.content import Project
from jixiao.model.outline import Attachment
from jixiao.model.template import TableSpec
from jixiao.report import vocabulary as v
from jixiao.report.cite.citations import Citations
from jixiao.report.cite.lookup import is_unstated
from jixiao.report.derive import total_rate
from jixiao.report.exact import decimal
from jixiao.report.register import printed
from jixiao.source import Text

#: amounts in attachments are printed to the cent of a 万元, as the bureaus' forms have them
_PLACES = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed, and the exact measure behind it, if there is one."""

    text: Text
    measure: Measure | None = None

    @property
    def is_absent(self) -> bool:
        """Whether nothing was stated for this cell."""
        return self.text.value == v.ABSENT


Row = tuple[Cell, ...]


def attachments(specs: Sequence[TableSpec], citations: Citations) -> tuple[Attachment, ...]:
    """Return the attachments of an outline in order, numbered where there are several."""
    return tuple(
        Table(one, citations).attachment(number, len(specs))
        for number, one in enumerate(specs, start=1)
    )


class Table:
    """One table that is being filled."""

    def __init__(self, spec: TableSpec, citations: Citations) -> None:
        self._spec = spec
        self._citations = citations
        self._projects = citations.register.report.content.accounts.projects
        self._unit = _unit(spec.unit) if spec.unit else None

    def attachment(self, number: int, count: int) -> Attachment:
        """Return the table filled, as attachment `number` of `count`."""
        spec = self._spec
        rows = tuple(self._rows())
        total = self._total(rows, spec.total) if spec.total else ()
        has_gap = any(cell.is_absent for row in (*rows, total) for cell in row)
        notes = (spec.note, spec.gap_note if has_gap else None)
        return Attachment(
            number,
            f"附件{number}" if count > 1 else "附件",
            self._citations.line(spec.title),
            f"单位：{spec.unit}" if spec.unit else "",
            tuple(self._citations.line(one) for one in spec.columns),
            tuple(_texts(row) for row in rows),
            _texts(total),
            "".join(str(self._citations.line(one)) for one in notes if one),
        )

    def _rows(self) -> Iterator[Row]:
        for row in self._spec.rows:
            yield tuple(self._cell(one) for one in row)
        if self._spec.each_project:
            for project in self._projects:
                yield tuple(self._cell(one, project) for one in self._spec.each_project)

    def _cell(self, template: Text, project: Project | None = None) -> Cell:
        sole = self._citations.sole(template, project)
        if sole is None:
            return Cell(self._citations.line(template, project))
        register = self._citations.register
        if is_unstated(register, sole):
            return Cell(Text.standing(v.ABSENT, template.place()))
        number = None if sole.filter else register.number(sole.name, sole.part)
        quantity = printed(number) if number else None
        if not isinstance(quantity, Measure) or not quantity.is_exact:
            return Cell(self._citations.line(template, project))
        self._citations.use(sole)
        return Cell(Text.standing(self._shown(quantity), template.place()), quantity)

    def _shown(self, measure: Measure) -> str:
        """Return a measure as printed: an amount in the table's unit, without the unit."""
        if self._unit is None or measure.dimension != self._unit.dimension:
            return str(measure)
        return measure_of(measure.amount, self._unit, _PLACES).digits

    def _total(self, rows: Sequence[Row], first: Text) -> Row:
        cells = (self._column_total(rows, at, first) for at in range(1, len(self._spec.columns)))
        return (Cell(self._citations.line(first)), *cells)

    def _column_total(self, rows: Sequence[Row], column: int, first: Text) -> Cell:
        """Return a column's total: amounts are added, a rate of projects is computed anew."""
        cells = [row[column] for row in rows if column < len(row)]
        if self._is_execution_rate(column):
            rate = total_rate(self._projects)
            shown = str(rate) if rate else v.ABSENT
        elif any(one.is_absent or self._is_amount(one) for one in cells):
            shown = self._sum([one.measure for one in cells if one.measure])
        else:
            shown = ""  # a column of names has no total
        return Cell(Text.standing(shown, first.place()))

    def _is_amount(self, cell: Cell) -> bool:
        unit, measure = self._unit, cell.measure
        return unit is not None and measure is not None and measure.dimension == unit.dimension

    def _sum(self, measures: Iterable[Measure]) -> str:
        """Return the sum of the amounts among measures, `—` where there is none."""
        unit = self._unit
        amounts = [Fraction(m.amount) for m in measures if unit and m.dimension == unit.dimension]
        if unit is None or not amounts:
            return v.ABSENT
        return measure_of(decimal(sum(amounts, Fraction(0))), unit, _PLACES).digits

    def _is_execution_rate(self, column: int) -> bool:
        if column >= len(self._spec.each_project):
            return False
        sole = self._citations.sole(self._spec.each_project[column])
        return sole is not None and (sole.name, sole.part) == (v.PROJECT, v.EXECUTION_RATE)


def _unit(typed: Text) -> Measure | None:
    """Return a measure in the unit that a table states, or None where it states none."""
    found = parse(f"0{typed.value.strip()}")
    return found if isinstance(found, Measure) else None


def _texts(row: Row) -> tuple[Text, ...]:
    return tuple(one.text for one in row)
