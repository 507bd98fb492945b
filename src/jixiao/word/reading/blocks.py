"""The blocks of a story in order: paragraphs, joined where their mark is gone, and tables.

Walked over elements whose depth `opc.markup.parse` bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, w
from jixiao.word.reading.alternatives import ALTERNATIVES, chosen
from jixiao.word.reading.properties import value
from jixiao.word.reading.styles import Stylesheet

_WRAPPERS = {w(one) for one in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
#: columns that a cell spans at most; a table of Word has no more
_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs of which all but the last have no mark: what a person sees as one."""

    elements: tuple[etree._Element, ...]
    #: whether it is in the control that Word puts a table of contents in
    is_contents: bool = False


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


def blocks(container: etree._Element, styles: Stylesheet) -> Iterator[Joined | etree._Element]:
    """Yield the paragraphs of a container as a person sees them, and its tables (`w:tbl`)."""
    open_ones: list[etree._Element] = []
    contents = False
    for one, in_contents in _children(container, in_contents=False):
        if one.tag != w("p"):
            if open_ones:
                yield Joined(tuple(open_ones), contents)
                open_ones.clear()
            yield one
            continue
        open_ones.append(one)
        contents = in_contents
        if not is_mark_gone(one, styles):
            yield Joined(tuple(open_ones), contents)
            open_ones.clear()
    if open_ones:
        yield Joined(tuple(open_ones), contents)


def _children(
    container: etree._Element, *, in_contents: bool
) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the paragraphs and tables of a container, those in controls too."""
    for one in container:
        if one.tag in {w("p"), w("tbl")}:
            yield one, in_contents
        elif one.tag in _WRAPPERS:
            yield from _children(one, in_contents=in_contents or _is_contents(one))
        elif one.tag == ALTERNATIVES:
            branch = chosen(one)
            if branch is not None:
                yield from _children(branch, in_contents=in_contents)


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}")
    return value(gallery, "docPartGallery") == "Table of Contents"


def is_mark_gone(paragraph: etree._Element, styles: Stylesheet) -> bool:
    """Return whether a paragraph's mark is deleted, moved away or hidden: the next one goes on."""
    properties = paragraph.find(w("pPr"))
    return is_mark_deleted(properties) or is_mark_hidden(properties, styles)


def is_mark_deleted(properties: etree._Element | None) -> bool:
    """Return whether a paragraph's mark is deleted, once the changes are accepted."""
    own = None if properties is None else properties.find(w("rPr"))
    return own is not None and any(own.find(w(one)) is not None for one in ("del", "moveFrom"))


def is_mark_hidden(properties: etree._Element | None, styles: Stylesheet) -> bool:
    """Return whether a paragraph's mark is hidden, by itself or by its style."""
    own = None if properties is None else properties.find(w("rPr"))
    style = styles.paragraph_style(properties)
    return styles.look(style.id, own).hidden is True


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
        elif one.tag in _WRAPPERS:
            yield from _wrapped(one, tag)
