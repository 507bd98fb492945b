"""The blocks of a story in order: paragraphs, joined where their mark is gone, and tables.

Walked over elements whose depth `opc.markup.parse` bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.alternatives import ALTERNATIVES, chosen
from jixiao.word.reading.properties import value
from jixiao.word.reading.styles import Stylesheet

#: elements that hold blocks, rows or cells and are nothing by themselves
WRAPPERS = {w(one) for one in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_TABLE = w("tbl")
_LOOSE = {w(one) for one in ("bookmarkStart", "commentRangeStart", "commentRangeEnd")}
_YIELDED = {w("p"), _TABLE} | _LOOSE


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs of which all but the last have no mark: what a person sees as one."""

    elements: tuple[etree._Element, ...]
    #: whether it is in the control that Word puts a table of contents in
    is_contents: bool = False
    #: bookmarks and ends of comments that stand before it, in no paragraph
    before: tuple[etree._Element, ...] = ()


def blocks(container: etree._Element, styles: Stylesheet) -> Iterator[Joined | etree._Element]:
    """Yield the paragraphs of a container as a person sees them, and its tables (`w:tbl`).

    What stands in no paragraph goes with the next one; behind the last, with one of no elements.
    """
    open_ones: list[etree._Element] = []
    loose: list[etree._Element] = []
    contents = False
    for one, in_contents in _children(container, in_contents=False):
        if one.tag in _LOOSE:
            loose.append(one)
            continue
        is_ended = one.tag == _TABLE
        if not is_ended:
            open_ones.append(one)
            contents = in_contents
            is_ended = not is_mark_gone(one, styles)
        if is_ended and open_ones:
            yield Joined(tuple(open_ones), contents, tuple(loose))
            open_ones, loose = [], []
        if one.tag == _TABLE:
            yield one
    if open_ones or loose:
        yield Joined(tuple(open_ones), contents, tuple(loose))


def _children(
    container: etree._Element, *, in_contents: bool
) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the paragraphs and tables of a container, and what is loose, in controls too."""
    for one in container:
        if one.tag in _YIELDED:
            yield one, in_contents
        elif one.tag in WRAPPERS:
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
