"""Tracked changes of paragraphs and rows (ISO/IEC 29500-1, 17.13.5), as they are told of."""

from __future__ import annotations

from lxml import etree

from jixiao.model.manuscript import TraceKind
from jixiao.word.opc.markup import w
from jixiao.word.reading.shown import Found, Shown

#: what may have become of a paragraph's mark
_CHANGES = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
_MARK_PROPERTIES, _FORMAT_CHANGE = w("rPr"), w("pPrChange")


def tracked(element: etree._Element, start: int, end: int) -> Found:
    """Return a change of the characters from start to end, made by whom its element names."""
    return Found(TraceKind.CHANGE, start, end, "", str(element.get(w("author")) or ""))


def note_changes(shown: Shown, properties: etree._Element | None, start: int) -> None:
    """Keep what was changed of the mark or the format of a paragraph that began at an index."""
    for one in () if properties is None else properties:
        if one.tag == _FORMAT_CHANGE:
            shown.traces.append(tracked(one, start, shown.length))
        elif one.tag == _MARK_PROPERTIES:
            changes = (child for child in one if child.tag in _CHANGES)
            shown.traces.extend(tracked(child, shown.length, shown.length) for child in changes)
