"""Complex fields: their result is text, their code is not (ISO/IEC 29500-1, 17.16.18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.properties import switch

#: 带圈字符 of Word and WPS: a sign laid over another one
_ENCLOSED = re.compile(r"eq\s*\\o\s*(?:\\a[clr])?\s*\(([^,，;()]+)[,，;]([^()]+)\)", re.IGNORECASE)
_RINGS = "○〇◯"
_MOST_RINGED = 20
#: 拼音指南: \o\ad(\s\up 9(pīn),拼) shows the reading above the character; never tried twice
_GUIDED = re.compile(
    r"\s*+eq\s(?>.*?\\o)[^()]*+\(\s*+\\s\s*+\\up[^()]*+\([^()]*+\)\s*+[,，;]\s*+([^()]+)\)\s*+$",
    re.IGNORECASE | re.DOTALL,
)
#: characters of a field's code that are looked at; those that draw have a hundred
_LONGEST_CODE = 500
_APART = frozenset(map(w, ("del", "moveFrom", "txbxContent")))
_CHECKED, _UNCHECKED = "☑", "☐"


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code so far, and whether its result has begun."""

    code: str = ""
    is_result: bool = False
    is_contents: bool = False
    #: the check box that it is, ticked or not
    box: str = ""


class Fields:
    """The fields that are open while a story is read in order; one that never ends is none."""

    def __init__(self, story: etree._Element) -> None:
        self._loose = _loose(story)
        self._open: list[_Open] = []
        # Counted as they open and end: a hostile file has many thousands open at once.
        self._unshown = 0
        self._contents = 0

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is shown: in no field, or in the results of all."""
        return not self._unshown

    @property
    def is_contents(self) -> bool:
        """Whether what stands here is the result of a table of contents."""
        return self._contents > 0

    def read(self, mark: etree._Element) -> str:
        """Take a field's begin, middle or end, and return what is shown there if anything is."""
        if mark in self._loose:
            return ""
        match mark.get(w("fldCharType")):
            case "begin":
                self._open.append(_Open(box=_box(mark)))
                self._unshown += 1
            case "separate" if self._open and not self._open[-1].is_result:
                self._turn(self._open[-1])
            case "end" if self._open:
                return self._end(self._open.pop())
        return ""

    def _turn(self, field: _Open) -> None:
        """Begin a field's result."""
        field.is_result = True
        field.is_contents = field.code.split()[:1] == ["TOC"]
        self._unshown -= 1
        self._contents += field.is_contents

    def _end(self, field: _Open) -> str:
        """Take an ended field out of account, and return what it draws without a result."""
        self._unshown -= not field.is_result
        self._contents -= field.is_contents
        return field.box or ("" if field.is_result else _drawn(field.code))

    def code(self, words: str) -> None:
        """Take a stretch of the innermost field's code."""
        if self._open and not self._open[-1].is_result:
            field = self._open[-1]
            left = _LONGEST_CODE - len(field.code)
            field.code += " ".join(words[:left].splitlines())


def paired(
    story: etree._Element,
) -> Iterator[tuple[etree._Element | None, etree._Element | None]]:
    """Yield begin and end of each field of a story or a paragraph, an inner one before its outer.

    None stands for a begin or an end that is not there; a middle in no field is an end. What is
    deleted does not count, nor what stands in a text box: that is a story of its own.
    """
    begun: list[etree._Element] = []
    for mark in story.iter(w("fldChar")):
        if _is_apart(mark, story):
            continue
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            begun.append(mark)
        elif kind == "end":
            yield begun.pop() if begun else None, mark
        elif kind == "separate" and not begun:
            yield None, mark
    yield from ((one, None) for one in begun)


def _loose(story: etree._Element) -> frozenset[etree._Element]:
    """Return the begins that no end follows, and the ends that no begin precedes."""
    alone = (one for pair in paired(story) if None in pair for one in pair if one is not None)
    return frozenset(alone)


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
    guided = _GUIDED.match(code)
    return guided[1] if guided else ""


def _box(mark: etree._Element) -> str:
    """Return the check box of a form field, ticked or not (17.16.7); empty for any other field."""
    box = mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return ""
    ticked = switch(box, "checked")
    return _CHECKED if (switch(box, "default") if ticked is None else ticked) else _UNCHECKED
