"""Properties of paragraphs and runs by themselves, whatever a file made of them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, w

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a paragraph or a style says of its numbering; None where it does not."""

    list_id: str | None = None
    level: int | None = None


def value(element: etree._Element | None, name: str) -> str:
    """Return the `w:val` of a child; empty where there is none."""
    found = None if element is None else element.find(w(name))
    return "" if found is None else str(found.get(w("val")) or "")


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off (17.17.4, ST_OnOff); None where not said."""
    found = None if properties is None else properties.find(w(name))
    if found is None:
        return None
    return str(found.get(w("val"), "1")).lower() not in _OFF


def counted(properties: etree._Element | None) -> Counted:
    """Return what paragraph properties say of numbering by themselves."""
    found = None if properties is None else properties.find(w("numPr"))
    if found is None:
        return Counted()
    level = found.find(w("ilvl"))
    return Counted(
        value(found, "numId") or None,
        None if level is None else min(max(number(level, "val", 0), 0), 8),
    )


def outline(properties: etree._Element | None) -> int | None:
    """Return the outline level of paragraph properties, 0 to 9 (9: none); None where not said."""
    found = None if properties is None else properties.find(w("outlineLvl"))
    if found is None:
        return None
    level = number(found, "val", 9)
    return level if 0 <= level <= 9 else 9  # noqa: PLR2004 -- nine levels, and none
