"""The levels of lists, as a definition gives them (ISO/IEC 29500-1, 17.9.6)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, w
from jixiao.word.reading.alternatives import FALLBACK
from jixiao.word.reading.properties import value
from jixiao.word.reading.symbols import glyph, is_symbolic

#: characters of a mark's pattern that are read; each paragraph of the level takes them over
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a definition; the text has %1 to %9 for the numbers of the levels."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    #: the 1-based level whose use starts this one again; 0 never, None any level above
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    suffix: str = "tab"


def read_level(element: etree._Element) -> Level:
    """Return a level as a definition or a list gives it (`w:lvl`)."""
    restart = element.find(w("lvlRestart"))
    form, text = _format(element), " ".join(value(element, "lvlText")[:_LONGEST].splitlines())
    font = element.find(f"{w('rPr')}/{w('rFonts')}")
    name = "" if font is None else str(font.get(w("ascii")) or font.get(w("hAnsi")) or "")
    legal = element.find(w("isLgl"))
    return Level(
        number(element.find(w("start")), "val", 0),
        form,
        _bullet(text, name) if form == "bullet" else text,
        None if restart is None else number(restart, "val", 0),
        legal is not None and legal.get(w("val")) not in {"0", "false", "off"},
        value(element, "pStyle"),
        value(element, "suff") or "tab",
    )


def _format(element: etree._Element) -> str:
    """Return a level's format; one of Word 2010's is wrapped, with an older one to fall back on."""
    found = element.find(w("numFmt"))
    if found is None:
        found = element.find(f".//{FALLBACK}/{w('numFmt')}")
    return "decimal" if found is None else str(found.get(w("val")) or "decimal")


def _bullet(text: str, font: str) -> str:
    if not text:
        return "•"
    if text == "o":
        return "○"  # of Courier New, which Word's second level has
    return "".join(
        glyph(font, ord(one)) if is_symbolic(font) or "\ue000" <= one <= "\uf8ff" else one
        for one in text
    )
