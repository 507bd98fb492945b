"""The numbers that a browser puts before the items of a list (CSS Counter Styles Level 3, 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from lxml import etree

from jixiao.language import numeral
from jixiao.language.counting import BRANCHES, FORMAL, STEMS, respelt, roman
from jixiao.manuscript.page.seen import style, tag

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
#: UEditor, which most bureaus' sites are written in, has kinds of its own as classes
_CLASS = re.compile(r"\bcustom_(num|num1|num2|cn|cn1|cn2)\b")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman"}
_TYPES["I"] = "upper-roman"
_LARGEST_ROMAN = 3999
#: beyond this a number is no number of an item
_LARGEST = 99_999


def _roman(number: int) -> str:
    return roman(number) if number <= _LARGEST_ROMAN else ""


def _alphabetic(signs: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        """Return a count in these letters: a to z, then aa."""
        made = ""
        while number:
            number, at = divmod(number - 1, len(signs))
            made = signs[at] + made
        return made

    return write


def _fixed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _han(number: int) -> str:
    return numeral.chinese(number) if number <= numeral.LARGEST else str(number)


def _formal(number: int) -> str:
    return respelt(number, *FORMAL)


_HAN_STYLES = (
    "cjk-ideographic",
    "simp-chinese-informal",
    "trad-chinese-informal",
    "japanese-informal",
)
#: a style's numeral, and what stands before and behind it
_STYLES: dict[str, tuple[Callable[[int], str], str, str]] = {
    "decimal": (str, "", "."),
    "decimal-leading-zero": (lambda number: f"{number:02}", "", "."),
    "lower-alpha": (_alphabetic(ascii_lowercase), "", "."),
    "lower-latin": (_alphabetic(ascii_lowercase), "", "."),
    "upper-alpha": (_alphabetic(ascii_uppercase), "", "."),
    "upper-latin": (_alphabetic(ascii_uppercase), "", "."),
    "lower-roman": (_roman, "", "."),
    "upper-roman": (lambda number: _roman(number).upper(), "", "."),
    "cjk-heavenly-stem": (_fixed(STEMS), "", "、"),
    "cjk-earthly-branch": (_fixed(BRANCHES), "", "、"),
    "num": (str, "", "."),
    "num1": (str, "", "）"),
    "num2": (str, "（", "）"),
    "cn": (_han, "", "、"),
    "cn1": (_han, "", "）"),
    "cn2": (_han, "（", "）"),
    "simp-chinese-formal": (_formal, "", "、"),
    **dict.fromkeys(_HAN_STYLES, (_han, "", "、")),
}


@dataclass(slots=True)
class Counter:
    """A list that is being read: in which style it counts, and where it is."""

    style: str
    number: int
    step: int = 1

    @classmethod
    def of(cls, element: etree._Element) -> Counter:
        """Return the counter of an `ol` or `ul` before its first item (HTML Standard, 4.4.5)."""
        if tag(element) != "ol":
            return cls(_style(element, ""), 1)
        items = sum(tag(one) == "li" for one in element)
        is_reversed = element.get("reversed") is not None
        start = _number(element.get("start"), items if is_reversed else 1)
        kind = _TYPES.get(str(element.get("type")), "decimal")
        return cls(_style(element, kind), start, -1 if is_reversed else 1)

    def mark(self, item: etree._Element) -> str:
        """Return the number of the next item as seen, and count on; empty where none is seen."""
        self.number = _number(item.get("value"), self.number)
        number, own = self.number, _style(item, self.style)
        self.number += self.step
        if own not in _STYLES or not 0 < number <= _LARGEST:
            return ""
        write, before, behind = _STYLES[own]
        written = write(number)
        return f"{before}{written}{behind}" if written else ""


def _style(element: etree._Element, default: str) -> str:
    found = _STYLE.search(style(element)) or _CLASS.search(str(element.get("class") or ""))
    return found[1].lower() if found else default


def _number(value: str | None, default: int) -> int:
    found = re.fullmatch(r"\s*(-?[0-9]{1,6})", value or "", re.ASCII)
    return int(found[1]) if found else default
