"""Properties of paragraphs and runs by themselves, whatever a file made of them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, w

_OFF = frozenset({"0", "false", "off", "none"})
_TEXT_COLORS = frozenset({"text1", "dark1"})


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
    return None if found is None else is_on(found)


def is_on(found: etree._Element) -> bool:
    """Return whether a property that stands there is switched on (17.17.4, ST_OnOff)."""
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


def color(element: etree._Element | None) -> str | None:
    """Return a colour of text as RGB in hexadecimal; empty for the automatic one.

    A theme's own colour of text is as good as automatic (17.3.2.6); None where none is said.
    """
    if element is None:
        return None
    said = str(element.get(w("val")) or "").upper()
    is_automatic = said == "AUTO" or element.get(w("themeColor")) in _TEXT_COLORS
    return "" if is_automatic else said


def is_highlighted(properties: etree._Element) -> bool | None:
    """Return whether text is marked as with a pen (17.3.2.15); None where it is not said."""
    marked = value(properties, "highlight")
    return marked != "none" if marked else None
