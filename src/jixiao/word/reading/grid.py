"""Tables as grids: rows and cells with their columns (ISO/IEC 29500-1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, w
from jixiao.word.reading.blocks import WRAPPERS

#: columns that a cell spans at most; a table of Word has no more
_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its columns, counted from 0, and its content; no content where it is merged up."""

    first: int
    span: int
    element: etree._Element | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    element: etree._Element
    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        """How many columns of the grid the row reaches across."""
        return max((one.first + one.span for one in self.cells), default=0)


def rows(table: etree._Element) -> Iterator[Row]:
    """Yield a table's rows, without those that are deleted."""
    for element in _wrapped(table, w("tr")):
        properties = element.find(w("trPr"))
        if properties is None or properties.find(w("del")) is None:
            yield Row(element, tuple(_cells(element, properties)))


def _cells(row: etree._Element, properties: etree._Element | None) -> Iterator[Cell]:
    at = _count(properties, "gridBefore", 0)
    if at:
        yield Cell(0, at, None)
    for element in _wrapped(row, w("tc")):
        own = element.find(w("tcPr"))
        span = max(_count(own, "gridSpan", 1), 1)
        yield Cell(at, span, None if _is_continued(own) else element)
        at += span
    after = _count(properties, "gridAfter", 0)
    if after:
        yield Cell(at, after, None)


def _is_continued(properties: etree._Element | None) -> bool:
    """Return whether a cell goes on with the one above it, or with the one before it."""
    if properties is None:
        return False
    merges = (properties.find(w("vMerge")), properties.find(w("hMerge")))
    if any(one is not None and one.get(w("val"), "continue") == "continue" for one in merges):
        return True
    return properties.find(w("cellDel")) is not None


def _count(properties: etree._Element | None, name: str, default: int) -> int:
    found = None if properties is None else properties.find(w(name))
    return min(max(number(found, "val", default), 0), _MOST_COLUMNS)


def _wrapped(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in controls too."""
    for one in container:
        if one.tag == tag:
            yield one
        elif one.tag in WRAPPERS:
            yield from _wrapped(one, tag)
