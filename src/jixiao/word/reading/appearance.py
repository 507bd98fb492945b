"""How a paragraph appears: the styles it has, and the look that most of its characters share."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.draft import Appearance
from jixiao.word.reading.properties import outline, value
from jixiao.word.reading.shown import Shown
from jixiao.word.reading.styles import Stylesheet

_Look = tuple[str, int, bool]


def appearance(paragraph: etree._Element, shown: Shown, styles: Stylesheet) -> Appearance:
    """Return how a paragraph appears, whose properties are those of an element."""
    properties = paragraph.find(w("pPr"))
    style = styles.paragraph_style(properties)
    chain = styles.chain(style.id)
    levels = (outline(properties), *(one.outline for one in chain))
    alignments = (value(properties, "jc"), *(one.alignment for one in chain))
    looks = _looks(shown)
    font, size, is_bold = max(looks, key=lambda one: looks[one]) if looks else ("", 0, False)
    # A style that the file names and does not define is still known by its name.
    named = value(properties, "pStyle")
    return Appearance(
        tuple(one.name for one in chain) if named in {"", style.id} else (named,),
        next((one for one in levels if one is not None), None),
        next(filter(None, alignments), ""),
        font,
        size,
        is_bold,
        len(looks) == 1,
    )


def _looks(shown: Shown) -> Counter[_Look]:
    """Return how many characters of a paragraph have each look, blank stretches not counted."""
    looks: Counter[_Look] = Counter()
    for one in shown.atoms:
        if not one.text.isspace():
            look = (one.look.font or "", one.look.size or 0, bool(one.look.bold))
            looks[look] += len(one.text)
    return looks
