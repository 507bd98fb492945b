"""How a paragraph is set, after inheritance (ISO/IEC 29500-1, 17.7.2).

What is said nearest counts: by the paragraph itself, its list, its styles, its table's styles, the
defaults of the document; each attribute by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from jixiao.model.layout import Indent, LineRule, Spacing
from jixiao.word.opc.markup import w
from jixiao.word.reading.measure import twips
from jixiao.word.reading.properties import is_on, value
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said at one place: the first property of each name, and the list."""

    properties: Mapping[str, etree._Element]
    list_id: str

    def find(self, name: str) -> etree._Element | None:
        """Return a property by its name, or None."""
        return self.properties.get(w(name))


class Settings:
    """The styles and defaults that paragraphs are set by; what is set alike is made once."""

    def __init__(self, root: etree._Element | None, styles: Stylesheet) -> None:
        self._styles = styles
        elements = () if root is None else root.iterfind(w("style"))
        own = {str(one.get(w("styleId")) or ""): one.find(w("pPr")) for one in elements}
        self._own = {name: _said(one) for name, one in own.items() if one is not None}
        path = f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
        self._default = _said(None if root is None else root.find(path))
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
        chains = (*self._styles.chain(style), *self._styles.chain(table_style))
        inherited = (self._own[one.id] for one in chains if one.id in self._own)
        said = (_said(own), *inherited, self._default)
        rule = _RULES.get(_attribute(said, "spacing", "lineRule"), LineRule.AUTO)
        return Setting(
            Spacing(_number(said, "spacing", ("line",), 240), rule),
            _indent(said),
            _alignment(said),
            next(_switched(said, "snapToGrid"), True),
            next(_switched(said, "pageBreakBefore"), False),
            _is_numbered(said),
        )


def _said(properties: etree._Element | None) -> _Said:
    found: dict[str, etree._Element] = {}
    for one in () if properties is None else properties:
        found.setdefault(one.tag, one)
    return _Said(found, value(found.get(w("numPr")), "numId"))


def _attribute(said: Sequence[_Said], element: str, name: str) -> str:
    """Return the nearest value of an attribute of a property; empty where none says it."""
    for one in said:
        found = one.find(element)
        if found is not None and found.get(w(name)) is not None:
            return str(found.get(w(name)))
    return ""


def _number(said: Sequence[_Said], element: str, names: tuple[str, ...], default: int) -> int:
    """Return the nearest value of the first of some attributes that a level has."""
    for one in said:
        found = one.find(element)
        for name in names:
            if found is not None and found.get(w(name)) is not None:
                return twips(found, name, default)
    return default


def _indent(said: Sequence[_Said]) -> Indent:
    """Return the indent; one said in characters hides what is said further off in lengths."""
    return Indent(
        _number(_until(said, "leftChars", "startChars"), "ind", ("left", "start"), 0),
        _number(said, "ind", ("leftChars", "startChars"), 0),
        _first_line(_until(said, "firstLineChars", "hangingChars"), ""),
        _first_line(said, "Chars"),
    )


def _until(said: Sequence[_Said], *names: str) -> Sequence[_Said]:
    """Return what is said up to the nearest indent that has one of some attributes."""
    for at, one in enumerate(said):
        found = one.find("ind")
        if found is not None and any(found.get(w(name)) is not None for name in names):
            return said[: at + 1]
    return said


def _first_line(said: Sequence[_Said], unit: str) -> int:
    """Return the first line's indent; `hanging` takes the place of `firstLine` (17.3.1.12)."""
    for one in said:
        found = one.find("ind")
        if found is not None and found.get(w(f"hanging{unit}")) is not None:
            return -twips(found, f"hanging{unit}", 0)
        if found is not None and found.get(w(f"firstLine{unit}")) is not None:
            return twips(found, f"firstLine{unit}", 0)
    return 0


def _alignment(said: Sequence[_Said]) -> str:
    named = (str(jc.get(w("val")) or "") for jc in _each(said, "jc"))
    found = next(filter(None, named), "")
    return _LEFT_TO_RIGHT.get(found, found)


def _switched(said: Sequence[_Said], name: str) -> Iterator[bool]:
    return (is_on(one) for one in _each(said, name))


def _each(said: Sequence[_Said], name: str) -> Iterator[etree._Element]:
    return (found for one in said for found in [one.find(name)] if found is not None)


def _is_numbered(said: Sequence[_Said]) -> bool:
    return next((one.list_id for one in said if one.list_id), "0") != "0"
