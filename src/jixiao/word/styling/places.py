"""Where the paragraphs of the body stand: their sections, their pages, their tables and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.alternatives import is_passed_over
from jixiao.word.reading.properties import value
from jixiao.word.styling.paragraphs import Setting, Settings

#: kinds of section that go on without a new page (17.18.77)
_SAME_PAGE = frozenset({"continuous", "nextColumn"})
_TEXT = (w("t"), w("sym"))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a paragraph stands in the body, and how it is set there."""

    section: int
    sheet: int
    setting: Setting
    is_in_cell: bool = False
    is_in_box: bool = False


class _Walk:
    """Goes through the body in the order of the file and counts sections and page breaks."""

    def __init__(self, settings: Settings, section_starts: list[bool]) -> None:
        self._settings = settings
        #: for each section, whether it begins on a page of its own
        self._starts = section_starts
        self._section = self._sheet = 0
        #: the styles of tables, asked for once: `find` looks at every row
        self._table_styles: dict[etree._Element, str] = {}

    def paragraph(self, paragraph: etree._Element) -> Whereabouts:
        """Return where a paragraph stands, and count the breaks in it; in a box there are none."""
        is_in_cell, is_in_box, table_style = self._within(paragraph)
        setting = self._settings.of(paragraph, table_style)
        if is_in_box or is_passed_over(paragraph):
            return Whereabouts(self._section, self._sheet, setting, is_in_cell, is_in_box)
        self._sheet += setting.breaks_page
        breaks = list(_breaks(paragraph))
        self._sheet += sum(is_before for is_before in breaks)
        here = Whereabouts(self._section, self._sheet, setting, is_in_cell, is_in_box)
        self._sheet += sum(not is_before for is_before in breaks)
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            self._section += 1
            is_last = self._section >= len(self._starts)
            self._sheet += is_last or self._starts[self._section]
        return here

    def _within(self, paragraph: etree._Element) -> tuple[bool, bool, str]:
        """Return whether a paragraph is in a cell, in a box, and its nearest table's style."""
        for one in paragraph.iterancestors(w("tc"), w("txbxContent")):
            if one.tag == w("txbxContent"):
                return False, True, ""
            table = next(one.iterancestors(w("tbl")), None)
            return True, False, "" if table is None else self._table_style(table)
        return False, False, ""

    def _table_style(self, table: etree._Element) -> str:
        if table not in self._table_styles:
            self._table_styles[table] = value(table.find(w("tblPr")), "tblStyle")
        return self._table_styles[table]


def whereabouts(body: etree._Element, settings: Settings) -> dict[etree._Element, Whereabouts]:
    """Return where each paragraph of a body stands."""
    starts = [value(one, "type") not in _SAME_PAGE for one in sections(body)]
    walk = _Walk(settings, starts)
    return {one: walk.paragraph(one) for one in body.iter(w("p"))}


def sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of the sections in order, without those that a change left behind."""
    for one in body.iter(w("sectPr")):
        is_apart = any(True for _ in one.iterancestors(w("sectPrChange"), w("txbxContent")))
        if not is_apart and not is_passed_over(one):
            yield one


def _breaks(paragraph: etree._Element) -> Iterator[bool]:
    """Yield the page breaks set in a paragraph: whether each stands before its first text."""
    has_text = False
    for one in paragraph.iter(*_TEXT, w("br")):
        is_break = one.tag == w("br")
        if one.get(w("type")) != "page" if is_break else has_text:
            continue
        if next(one.iterancestors(w("p"))) is not paragraph or is_passed_over(one):
            continue
        if is_break:
            yield not has_text
        has_text = has_text or not is_break
