"""The last touches to a filled part: what Word, not the template, needs to be right.

Editing leftovers go, spaces are kept, a table's columns share its width, and the date stands below
the name as GB/T 9704 wants it.
"""

from __future__ import annotations

import itertools

from lxml import etree

from jixiao.word.opc.markup import PRESERVE, number, w

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_LEFTOVERS = (w("proofErr"), w("lastRenderedPageBreak"))
_TINY = 20


def finish(root: etree._Element) -> None:
    """Change a filled part so that Word shows it as the template means it."""
    _clean(root)
    for run in root.iter(w("t")):
        shown = run.text or ""
        if shown != shown.strip() or "  " in shown:
            run.set(PRESERVE, "preserve")
    for table in root.iter(w("tbl")):
        _share_width(table)
    _close(root)


def _clean(root: etree._Element) -> None:
    """Remove revision ids, spelling marks and the bookmark of the last edit.

    Ids of paragraphs must be unique, and a loop repeats them.
    """
    for element in list(root.iter()):
        for name in list(element.attrib):
            if str(name).startswith((w("rsid"), _W14 + "paraId", _W14 + "textId")):
                del element.attrib[name]
        if element.tag in _LEFTOVERS:
            _remove(element)
    starts = [one for one in root.iter(w("bookmarkStart")) if one.get(w("name")) == "_GoBack"]
    numbers = {one.get(w("id")) for one in starts}
    ends = [one for one in root.iter(w("bookmarkEnd")) if one.get(w("id")) in numbers]
    for one in (*starts, *ends):
        _remove(one)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _close(root: etree._Element) -> None:
    """Give each cell a paragraph, and the body one after a table at its end, as Word needs.

    The body's is of one point, so that it starts no page of its own.
    """
    for cell in root.iter(w("tc")):
        if cell.find(w("p")) is None:
            etree.SubElement(cell, w("p"))
    for table in list(root.iter(w("tbl"))):
        following = table.getnext()
        if following is not None and following.tag == w("tbl"):
            table.addnext(_tiny())  # Word takes two tables side by side for one
    body = root.find(w("body"))
    blocks = [] if body is None else [one for one in body if one.tag != w("sectPr")]
    if blocks and blocks[-1].tag == w("tbl"):
        blocks[-1].addnext(_tiny())


def _tiny() -> etree._Element:
    """Return a paragraph that takes no room."""
    paragraph = etree.Element(w("p"))
    spacing = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("spacing"))
    for side in ("before", "after"):
        spacing.set(w(side), "0")
    spacing.set(w("line"), str(_TINY))
    spacing.set(w("lineRule"), "exact")
    return paragraph


def _share_width(table: etree._Element) -> None:
    """Scale a table's columns to its width where its rows have other cells than its grid says.

    The template's cells give the proportions: a cell that a loop repeated, its own width again.
    """
    rows = [[_Cell(one) for one in row.iter(w("tc"))] for row in table.iterchildren(w("tr"))]
    plain = [row for row in rows if row and all(one.span == 1 for one in row)]
    grid = table.find(w("tblGrid"))
    if not plain or grid is None:
        return
    model = [one.width for one in max(plain, key=len)]
    old = [number(one, "w", 0) for one in grid]
    if not all(model) or model == old:
        return
    widths = _scaled(model, sum(old))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, w("gridCol")).set(w("w"), str(width))
    for row in rows:
        at = 0
        for cell in row:
            cell.set_width(sum(widths[at : at + cell.span]))
            at += cell.span


class _Cell:
    """A cell with the columns it spans and its width in twips, 0 where unknown."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        span = element.find(f"{w('tcPr')}/{w('gridSpan')}")
        self.span = 1 if span is None else max(1, number(span, "val", 1))
        self._width = element.find(f"{w('tcPr')}/{w('tcW')}")

    @property
    def width(self) -> int:
        """The width that the template gives the cell."""
        return 0 if self._width is None else number(self._width, "w", 0)

    def set_width(self, twips: int) -> None:
        """Set the width, where the cell has one."""
        if self._width is not None and twips:
            self._width.set(w("w"), str(twips))


def _scaled(widths: list[int], total: int) -> list[int]:
    """Return widths in the same proportions whose sum is the total, to the twip."""
    edges = [sum(widths[:i]) * total // sum(widths) for i in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]
