"""How a paragraph is set, after inheritance (ISO/IEC 29500-1, 17.7.2).

What is said nearest counts: by the paragraph itself, its list, its styles, its table's styles, the
defaults of the document; each attribute by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.model.layout import Indent, LineRule, Spacing
from jixiao.word.opc.markup import w
from jixiao.word.reading.measure import twips
from jixiao.word.reading.properties import switch, value
from jixiao.word.reading.styles import Stylesheet

_RULES = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}
_LEFT_TO_RIGHT = {"start": "left", "end": "right"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    spacing: Spacing
    indent: Indent
    alignment: str
    is_on_grid: bool
    breaks_page: bool
    is_numbered: bool


class Settings:
    """The styles and defaults that paragraphs are set by; what is set alike is made once."""

    def __init__(self, root: etree._Element | None, styles: Stylesheet) -> None:
        self._styles = styles
        elements = () if root is None else root.iterfind(w("style"))
        self._own = {str(one.get(w("styleId")) or ""): one.find(w("pPr")) for one in elements}
        path = f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
        self._default = None if root is None else root.find(path)
        #: a file has few properties that differ, and many paragraphs
        self._made: dict[tuple[bytes, str], Setting] = {}

    def of(self, paragraph: etree._Element, table_style: str = "") -> Setting:
        """Return how a paragraph is set, in a table of a style where it stands in one."""
        own = paragraph.find(w("pPr"))
        key = (b"" if own is None else etree.tostring(own, with_tail=False), table_style)
        if key not in self._made:
            self._made[key] = self._setting(own, table_style)
        return self._made[key]

    def _setting(self, own: etree._Element | None, table_style: str) -> Setting:
        style = self._styles.paragraph_style(own).id
        said = tuple(self._said(own, style, table_style))
        rule = _RULES.get(_attribute(said, "spacing", "lineRule"), LineRule.AUTO)
        return Setting(
            Spacing(_number(said, "spacing", ("line",), 240), rule),
            _indent(said),
            _alignment(said),
            next(_switched(said, "snapToGrid"), True),
            next(_switched(said, "pageBreakBefore"), False),
            _is_numbered(said),
        )

    def _said(
        self, own: etree._Element | None, style: str, table_style: str
    ) -> Iterator[etree._Element]:
        chains = (*self._styles.chain(style), *self._styles.chain(table_style))
        for one in (own, *(self._own.get(style.id) for style in chains), self._default):
            if one is not None:
                yield one


def _attribute(said: tuple[etree._Element, ...], element: str, name: str) -> str:
    """Return the nearest value of an attribute of a property; empty where none says it."""
    for one in said:
        found = one.find(w(element))
        if found is not None and found.get(w(name)) is not None:
            return str(found.get(w(name)))
    return ""


def _number(
    said: tuple[etree._Element, ...], element: str, names: tuple[str, ...], default: int
) -> int:
    """Return the nearest value of the first of some attributes that a level has."""
    for one in said:
        found = one.find(w(element))
        for name in names:
            if found is not None and found.get(w(name)) is not None:
                return twips(found, name, default)
    return default


def _indent(said: tuple[etree._Element, ...]) -> Indent:
    """Return the indent; one said in characters hides what is said further off in lengths."""
    return Indent(
        _number(_until(said, "leftChars", "startChars"), "ind", ("left", "start"), 0),
        _number(said, "ind", ("leftChars", "startChars"), 0),
        _first_line(_until(said, "firstLineChars", "hangingChars"), ""),
        _first_line(said, "Chars"),
    )


def _until(said: tuple[etree._Element, ...], *names: str) -> tuple[etree._Element, ...]:
    """Return what is said up to the nearest indent that has one of some attributes."""
    for at, one in enumerate(said):
        found = one.find(w("ind"))
        if found is not None and any(found.get(w(name)) is not None for name in names):
            return said[: at + 1]
    return said


def _first_line(said: tuple[etree._Element, ...], unit: str) -> int:
    """Return the first line's indent; `hanging` takes the place of `firstLine` (17.3.1.12)."""
    for one in said:
        found = one.find(w("ind"))
        if found is not None and found.get(w(f"hanging{unit}")) is not None:
            return -twips(found, f"hanging{unit}", 0)
        if found is not None and found.get(w(f"firstLine{unit}")) is not None:
            return twips(found, f"firstLine{unit}", 0)
    return 0


def _alignment(said: tuple[etree._Element, ...]) -> str:
    found = next(filter(None, (value(one, "jc") for one in said)), "")
    return _LEFT_TO_RIGHT.get(found, found)


def _switched(said: tuple[etree._Element, ...], name: str) -> Iterator[bool]:
    return (one for one in (switch(properties, name) for properties in said) if one is not None)


def _is_numbered(said: tuple[etree._Element, ...]) -> bool:
    lists = (value(one.find(w("numPr")), "numId") for one in said)
    return next(filter(None, lists), "0") != "0"
