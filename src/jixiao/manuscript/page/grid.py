"""A page's tables as rows of as many cells; tables that only lay out the page are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.manuscript.page.seen import is_block, is_seen, style, tag

Rows = tuple[tuple[str, ...], ...]

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
#: cells of the largest table, and columns that one cell may span; a page is no spreadsheet
_MOST_CELLS = 200_000
_MOST_SPAN = 64
#: a cell with nine tenths of a table's text, on several lines, is a page in its frame
_MOSTLY, _SEVERAL = 0.9, 3
_RULED = re.compile(r"border(?:-\w+)?\s*:[^;]*(?:solid|double|dashed|dotted)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much an element holds: characters, elements that are blocks, tables."""

    characters: int = 0
    blocks: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a page, measured once."""

    _measures: dict[etree._Element, _Measure]

    @classmethod
    def of(cls, root: etree._Element) -> Tables:
        """Return the tables of a page; what is not seen of it does not count."""
        measures: dict[etree._Element, _Measure] = {}
        for one in reversed(list(root.iter(etree.Element))):
            measures[one] = _measure(one, measures)
        return cls(measures)

    def rows(self, element: etree._Element, text: Callable[[etree._Element], str]) -> Rows:
        """Return a table's rows, its cells read by `text`; none where it is no table of cells."""
        if tag(element) != "table" or element.get("role") in {"presentation", "none"}:
            return ()
        rows = tuple(_rows(element))
        if not self._is_grid(element, rows):
            return ()
        made = _rectangle(rows, text)
        filled = [row for row in made if any(row)]
        return tuple(filled) if filled and len(filled[0]) > 1 else ()

    def _is_grid(self, table: etree._Element, rows: tuple[etree._Element, ...]) -> bool:
        """Return whether a table shows cells: more than one, and none of them a whole page."""
        measured = [self._measures[one] for row in rows for one in _cells(row)]
        filled = [one for one in measured if one.characters]
        if len(filled) <= 1:
            return False
        largest = max(filled, key=lambda one: one.characters)
        whole = sum(one.characters for one in filled)
        if largest.blocks >= _SEVERAL and largest.characters > _MOSTLY * whole:
            return False
        return _is_ruled(table, rows) or not any(one.tables for one in measured)


def _measure(element: etree._Element, measures: dict[etree._Element, _Measure]) -> _Measure:
    if not is_seen(element):
        return _Measure()
    parts = [measures[one] for one in element if one in measures]
    own = len("".join((element.text or "").split()))
    own += sum(len("".join((one.tail or "").split())) for one in element)
    return _Measure(
        own + sum(one.characters for one in parts),
        (is_block(element) or tag(element) == "br") + sum(one.blocks for one in parts),
        (tag(element) == "table") + sum(one.tables for one in parts),
    )


def _is_ruled(table: etree._Element, rows: tuple[etree._Element, ...]) -> bool:
    """Return whether a table has borders, as tables of figures have and frames of a page not."""
    if str(table.get("border") or "0").strip("px ") not in {"", "0"}:
        return True
    first = next((cell for row in rows for cell in _cells(row)), None)
    return any(_RULED.search(style(one)) for one in (table, first) if one is not None)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield a table's own rows in the order that they are seen in: its foot is the last."""
    parts = [one for one in table if is_seen(one)]
    for part in sorted(parts, key=lambda one: tag(one) == "tfoot"):
        if tag(part) == "tr":
            yield part
        elif tag(part) in _GROUPS:
            yield from (one for one in part if tag(one) == "tr" and is_seen(one))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from (one for one in row if tag(one) in _CELLS and is_seen(one))


def _rectangle(rows: tuple[etree._Element, ...], text: Callable[[etree._Element], str]) -> Rows:
    """Return rows of as many cells; a cell that spans several is the first, the others are empty.

    None where there would be too many (HTML Standard, 4.9.12).
    """
    made: list[list[str]] = []
    below: dict[int, int] = {}
    count = 0
    for row in rows:
        made.append(_row(row, below, text))
        count += len(made[-1])
        if count > _MOST_CELLS:
            return ()
    width = max(map(len, made), default=0)
    if width * len(made) > _MOST_CELLS:
        return ()
    return tuple((*row, *[""] * (width - len(row))) for row in made)


def _row(
    row: etree._Element, below: dict[int, int], text: Callable[[etree._Element], str]
) -> list[str]:
    """Return a row's cells; `below` has how many more rows each column is taken for."""
    line: list[str] = []

    def pass_taken(behind: int = 0) -> None:
        """Leave empty what a cell above reaches down into, and all before the column `behind`."""
        while below.get(len(line), 0) or len(line) < behind:
            below[len(line)] = max(below.get(len(line), 0) - 1, 0)
            line.append("")

    for cell in _cells(row):
        pass_taken()
        down, across = _span(cell, "rowspan", _MOST_CELLS), _span(cell, "colspan", _MOST_SPAN)
        for at in range(across):
            below[len(line)] = down - 1
            line.append("" if at else text(cell))
    pass_taken(max((one + 1 for one, rows in below.items() if rows), default=0))
    return line


def _span(cell: etree._Element, name: str, most: int) -> int:
    found = re.match(r"\s*([0-9]{1,6})", str(cell.get(name) or ""), re.ASCII)
    return min(max(int(found[1]), 1), most) if found else 1
