"""Complex fields: their result is text, their code is not (ISO/IEC 29500-1, 17.16.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.properties import switch

#: 带圈字符 of Word and WPS: a sign laid over another one
_ENCLOSED = re.compile(r"eq\s*\\o\s*(?:\\a[clr])?\s*\(([^,，;()]+)[,，;]([^()]+)\)", re.IGNORECASE)
_RINGS = "○〇◯"
_MOST_RINGED = 20
#: 拼音指南: \o\ad(\s\up 9(pīn),拼) shows the reading above the character
_GUIDED = re.compile(r"eq\s.*\\o.*\(\s*\\s\s*\\up.*\(.*\)\s*[,，;]\s*(.+?)\)\s*$", re.IGNORECASE)
_APART = frozenset(map(w, ("del", "moveFrom", "txbxContent")))
_CHECKED, _UNCHECKED = "☑", "☐"


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code so far, and whether its result has begun."""

    code: str = ""
    is_result: bool = False
    #: the check box that it is, ticked or not
    box: str = ""


class Fields:
    """The fields that are open while a story is read in order; one that never ends is none."""

    def __init__(self, story: etree._Element) -> None:
        self._loose = _loose(story)
        self._open: list[_Open] = []

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is shown: in no field, or in the results of all."""
        return not self._open or all(one.is_result for one in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether what stands here is the result of a table of contents."""
        return bool(self._open) and any(
            one.is_result and one.code.split()[:1] == ["TOC"] for one in self._open
        )

    def read(self, mark: etree._Element) -> str:
        """Take a field's begin, middle or end, and return what is shown there if anything is."""
        if mark in self._loose:
            return ""
        match mark.get(w("fldCharType")):
            case "begin":
                self._open.append(_Open(box=_box(mark)))
            case "separate" if self._open:
                self._open[-1].is_result = True
            case "end" if self._open:
                ended = self._open.pop()
                drawn = "" if ended.is_result else _drawn(ended.code)
                return ended.box or drawn
        return ""

    def code(self, words: str) -> None:
        """Take a stretch of the innermost field's code."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].code += " ".join(words.splitlines())


def _loose(story: etree._Element) -> frozenset[etree._Element]:
    """Return the begins that no end follows, and the ends that no begin precedes.

    What is deleted does not count, nor what stands in a text box: that is a story of its own.
    """
    begun: list[etree._Element] = []
    loose: list[etree._Element] = []
    for mark in story.iter(w("fldChar")):
        if _is_apart(mark, story):
            continue
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
        elif kind == "end" or (kind == "separate" and not begun):
            loose.append(mark)
    return frozenset((*begun, *loose))


def _is_apart(mark: etree._Element, story: etree._Element) -> bool:
    above = mark.getparent()
    while above is not None and above is not story:
        if above.tag in _APART:
            return True
        above = above.getparent()
    return False


def _drawn(code: str) -> str:
    """Return what a field without a result draws by its code: ①, or the characters of a guide."""
    enclosed = _ENCLOSED.search(code)
    if enclosed:
        ring, inner = enclosed[1].strip(), enclosed[2].strip()
        is_number = inner.isdecimal() and 0 < int(inner[:3]) <= _MOST_RINGED
        return chr(ord("①") + int(inner) - 1) if ring in _RINGS and is_number else inner
    guided = _GUIDED.search(code)
    return guided[1] if guided else ""


def _box(mark: etree._Element) -> str:
    """Return the check box of a form field, ticked or not (17.16.7); empty for any other field."""
    box = mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return ""
    ticked = switch(box, "checked")
    return _CHECKED if (switch(box, "default") if ticked is None else ticked) else _UNCHECKED
