"""The styles of a Word file: what each says of a paragraph, inherited (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.measure import half_points
from jixiao.word.reading.properties import (
    Counted,
    color,
    counted,
    is_highlighted,
    outline,
    switch,
    value,
)
from jixiao.word.reading.theme import Theme

#: styles are based on styles, and a broken file's on themselves; Word stops earlier
_DEEPEST = 64
_T = TypeVar("_T")
_STYLE, _VALUE = w("pStyle"), w("val")


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, as far as is said at one place; None where it is not."""

    #: of Han characters
    font: str | None = None
    #: of Latin letters, and of symbols
    latin: str | None = None
    #: in half points
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    #: whether these fonts are a theme's
    is_themed: bool = False
    is_latin_themed: bool = False
    #: as RGB in hexadecimal; empty for the automatic one
    color: str | None = None
    highlighted: bool | None = None
    #: which font the signs have that are in both, as quotation marks (17.3.2.26, w:hint)
    hint: str | None = None

    def over(self, other: Look) -> Look:
        """Return this look, filled up from another where it says nothing."""
        font = other if self.font is None else self
        latin = other if self.latin is None else self
        return Look(
            font.font,
            latin.latin,
            _either(self.size, other.size),
            _either(self.bold, other.bold),
            _either(self.hidden, other.hidden),
            font.is_themed,
            latin.is_latin_themed,
            _either(self.color, other.color),
            _either(self.highlighted, other.highlighted),
            _either(self.hint, other.hint),
        )


def _either(first: _T | None, second: _T | None) -> _T | None:
    return second if first is None else first


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style by itself, without what it inherits."""

    id: str
    #: as the file has it; those built in have English names in any language
    name: str
    based_on: str
    look: Look
    counted: Counted
    #: 0 to 8 for a level of the outline, 9 for body text
    outline: int | None = None
    alignment: str = ""


_NONE = Style("", "", "", Look(), Counted())


class Stylesheet:
    """The styles of a file by id, each with the ones it is based on."""

    def __init__(
        self,
        root: etree._Element | None,
        theme: etree._Element | None = None,
        settings: etree._Element | None = None,
    ) -> None:
        self._theme = Theme(theme, settings)
        elements = () if root is None else tuple(root.iterfind(w("style")))
        self.styles = {one.id: one for one in map(self._style, elements)}
        defaults = [one for one in elements if one.get(w("default")) in {"1", "true", "on"}]
        kinds = {str(one.get(w("type"))): str(one.get(w("styleId"))) for one in defaults}
        self.default = kinds.get("paragraph", "")
        path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        self._look = self.look_of(None if root is None else root.find(path))
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._inherited_looks: dict[str, Look] = {}
        self._looks: dict[tuple[str, str], Look] = {}

    def _style(self, element: etree._Element) -> Style:
        properties = element.find(w("pPr"))
        return Style(
            str(element.get(w("styleId")) or ""),
            value(element, "name"),
            value(element, "basedOn"),
            self.look_of(element.find(w("rPr"))),
            counted(properties),
            outline(properties),
            value(properties, "jc"),
        )

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """Return a style and those that it is based on, nearest first; a circle is cut."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._inherited(style_id))
        return self._chains[style_id]

    def _inherited(self, style_id: str) -> Iterator[Style]:
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            yield self.styles[style_id]
            style_id = self.styles[style_id].based_on

    def paragraph_style(self, properties: etree._Element | None) -> Style:
        """Return a paragraph's style: the one it names, else the default one."""
        named = None if properties is None else properties.find(_STYLE)
        style_id = self.default if named is None else str(named.get(_VALUE) or "")
        return self.styles.get(style_id) or self.styles.get(self.default) or _NONE

    def look(self, paragraph_style: str, properties: etree._Element | None) -> Look:
        """Return how a run looks: by itself, its character style, its paragraph's, the defaults."""
        if properties is None or not len(properties):
            return self._styled(paragraph_style, "")
        return self.look_of(properties).over(
            self._styled(paragraph_style, value(properties, "rStyle"))
        )

    def _styled(self, paragraph_style: str, character_style: str) -> Look:
        key = (paragraph_style, character_style)
        if key not in self._looks:
            self._looks[key] = self._toggled(*key)
        return self._looks[key]

    def _toggled(self, paragraph_style: str, character_style: str) -> Look:
        above = self._inherited_look(paragraph_style)
        own = self._inherited_look(character_style)
        look = own.over(above).over(self._look)
        # What both styles switch on is off (17.7.3, toggle properties).
        hidden = bool(own.hidden) is not bool(above.hidden) or bool(self._look.hidden)
        bold = bool(own.bold) is not bool(above.bold) or bool(self._look.bold)
        return replace(look, bold=bold, hidden=hidden)

    def _inherited_look(self, style_id: str) -> Look:
        """Return what a style says of a look, with what it inherits; each is made once."""
        made, waiting, look = self._inherited_looks, list[Style](), Look()
        for one in self.chain(style_id):
            if one.id in made:
                look = made[one.id]
                break
            waiting.append(one)
        for one in reversed(waiting):
            look = made[one.id] = one.look.over(look)
        return look

    def look_of(self, properties: etree._Element | None) -> Look:
        """Return what run properties say by themselves."""
        if properties is None:
            return Look()
        fonts = properties.find(w("rFonts"))
        size = properties.find(w("sz"))
        font, is_themed = self._theme.font(fonts, "eastAsia")
        latin, is_latin_themed = self._theme.font(fonts, "ascii")
        return Look(
            font,
            latin,
            half_points(size, "val", 0) or None,
            switch(properties, "b"),
            switch(properties, "vanish") or switch(properties, "specVanish"),
            is_themed,
            is_latin_themed,
            color(properties.find(w("color"))),
            is_highlighted(properties),
            None if fonts is None else fonts.get(w("hint")),
        )
