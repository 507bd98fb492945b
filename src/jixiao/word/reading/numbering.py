"""Automatic numbering as a person sees it (ISO/IEC 29500-1, 17.9).

A list (`w:num`) is an instance of a definition (`w:abstractNum`) of nine levels; the lists of one
definition count on from each other, but where one says at which number it starts.

What stands between the mark and the text (`w:suff`) is a tab or a blank that only sets them apart;
it is left out where the mark ends in a sign of its own (一、 （一） 1. ①), and is a blank where
mark and text would run together: 第一章 总则, 1 总则, 1. 2023年.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from jixiao.word.opc.markup import number, w
from jixiao.word.reading.formats import written
from jixiao.word.reading.levels import Level, read_level
from jixiao.word.reading.properties import Counted, value
from jixiao.word.reading.styles import Stylesheet

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
#: a mark that runs into the text behind it: it ends in a letter or a digit
_OPEN = re.compile(r"[^\W_①-⓿㈠-㉃㊀-㊉]$")
_POINTED = re.compile(r"[0-9][.．]$")
#: lists lead to styles and these to lists; a broken file's in a circle
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class _List:
    """An instance: its definition, levels of its own, and starts of its own."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Count:
    """Where the lists of a definition have come to; None for a level not yet used."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    #: the lists that have begun
    begun: set[str] = field(default_factory=set)


class Numbering:
    """The lists of a file, and where each has come to while its paragraphs are read in order."""

    def __init__(self, root: etree._Element | None, styles: Stylesheet) -> None:
        self._styles = styles
        abstract = () if root is None else root.iterfind(w("abstractNum"))
        self._definitions = {str(one.get(w("abstractNumId"))): one for one in abstract}
        self._levels: dict[str, dict[int, Level]] = {}
        lists = () if root is None else root.iterfind(w("num"))
        self._lists = {str(one.get(w("numId"))): self._list(one) for one in lists}
        self._counts: dict[str, _Count] = {}
        self._styled: dict[str, tuple[Counted, int | None]] = {}

    def mark(self, counted: Counted, style_id: str, text: str) -> str:
        """Return the mark of the next paragraph, with a blank where the text needs one; or "".

        Counts on: it is called once for each paragraph that is shown, in their order.
        """
        found = self._place(counted, style_id)
        if found is None:
            return ""
        list_id, at = found
        mark = self._counted(list_id, at)
        level = self._level(self._lists[list_id], at)
        is_joined = not text or level.suffix == "nothing"
        return mark + ("" if is_joined or not _needs_blank(mark, text) else " ")

    def _place(self, counted: Counted, style_id: str) -> tuple[str, int] | None:
        """Return the list and the level of a paragraph, by itself or by its style."""
        inherited, linked = self._inherited(style_id)
        list_id = inherited.list_id if counted.list_id is None else counted.list_id
        if list_id not in self._lists or list_id is None:
            return None
        if counted.level is not None:
            return list_id, counted.level
        if linked is not None and counted.list_id is None:
            return list_id, linked
        return list_id, inherited.level or 0

    def _inherited(self, style_id: str) -> tuple[Counted, int | None]:
        """Return what a style says of numbering, and the level that is linked to it."""
        if style_id not in self._styled:
            chain = self._styles.chain(style_id)
            says = [one.counted for one in chain]
            list_id = next((one.list_id for one in says if one.list_id is not None), None)
            level = next((one.level for one in says if one.level is not None), None)
            one_list = self._lists.get(list_id or "")
            linked = self._linked(one_list, [one.id for one in chain]) if one_list else None
            self._styled[style_id] = Counted(list_id, level), linked
        return self._styled[style_id]

    def _linked(self, one_list: _List, style_ids: list[str]) -> int | None:
        """Return the level that is linked to the nearest of some styles."""
        linked = {
            level.style: at
            for at in range(_LEVELS)
            for level in [self._level(one_list, at)]
            if level.style
        }
        return next((linked[one] for one in style_ids if one in linked), None)

    def _level(self, one_list: _List, at: int) -> Level:
        own = one_list.levels.get(at)
        return own or self._levels_of(one_list.definition).get(at) or Level(form="none")

    def _counted(self, list_id: str, at: int) -> str:
        """Count a paragraph of a level, and return its mark."""
        one_list = self._lists[list_id]
        count = self._counts.setdefault(self._origin(one_list.definition), _Count())
        if list_id not in count.begun:
            count.begun.add(list_id)
            for level in one_list.starts:
                count.numbers[level] = None
        before = count.numbers[at]
        count.numbers[at] = self._start(one_list, at) if before is None else before + 1
        for above in range(at):
            if count.numbers[above] is None:
                count.numbers[above] = self._start(one_list, above)
        for below in range(at + 1, _LEVELS):
            restart = self._level(one_list, below).restart
            if restart is None or at < restart:
                count.numbers[below] = None
        return self._written(one_list, at, count)

    def _start(self, one_list: _List, at: int) -> int:
        return one_list.starts.get(at, self._level(one_list, at).start)

    def _written(self, one_list: _List, at: int, count: _Count) -> str:
        own = self._level(one_list, at)
        if own.form == "bullet":
            return own.text

        def one(found: re.Match[str]) -> str:
            """Return the count of the level that a place in the text stands for."""
            level = int(found[1]) - 1
            if level > at:
                return ""
            form = self._level(one_list, level).form
            value = count.numbers[level]
            is_legal = own.is_legal and form not in {"none", "bullet"}
            return "" if value is None else written(value, "decimal" if is_legal else form)

        return _PLACE.sub(one, own.text)

    def _list(self, element: etree._Element) -> _List:
        definition = value(element, "abstractNumId")
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.iterfind(w("lvlOverride")):
            at = number(override, "ilvl", -1)
            own = override.find(w("lvl"))
            start = override.find(w("startOverride"))
            if own is not None and 0 <= at < _LEVELS:
                levels[at] = read_level(own)
            if start is not None and 0 <= at < _LEVELS:
                starts[at] = number(start, "val", 0)
        return _List(definition, levels, starts)

    def _origin(self, definition: str) -> str:
        """Return the definition that another one stands for: it may only name a style's list."""
        for _ in range(_DEEPEST):
            element = self._definitions.get(definition)
            style = value(element, "numStyleLink")
            counted = self._styles.styles[style].counted if style in self._styles.styles else None
            linked = self._lists.get(counted.list_id or "") if counted else None
            if linked is None or linked.definition == definition:
                return definition
            definition = linked.definition
        return definition

    def _levels_of(self, definition: str) -> dict[int, Level]:
        if definition not in self._levels:
            element = self._definitions.get(self._origin(definition))
            found = () if element is None else element.iterfind(w("lvl"))
            levels = {number(one, "ilvl", -1): read_level(one) for one in found}
            self._levels[definition] = levels
        return self._levels[definition]


def _needs_blank(mark: str, text: str) -> bool:
    is_open = _OPEN.search(mark) is not None
    return is_open or (_POINTED.search(mark) is not None and text[0].isdigit())
