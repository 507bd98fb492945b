"""署名 and 成文日期 set against each other as GB/T 9704-2012 7.3.5 wants them without a seal.

The name ends two characters from the right edge; the date is on the next line, its first character
two to the right of the name's first. Where the date is the longer one, it ends two characters from
the edge and the name moves left. Word has no indent that depends on another line's length, so the
widths are counted here. All measures are in twips.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from lxml import etree

from jixiao.word.opc.markup import number, text, w

LIST_STYLE, NAME_STYLE, DATE_STYLE = "附件说明", "署名", "成文日期"
_TWIPS_A_HALF_POINT = 10
#: 3号, in half points
_SIZE_3 = 32
#: styles are based on styles, and a broken file's on themselves
_DEEPEST = 10


def sign(root: etree._Element, styles: etree._Element) -> None:
    """Indent the first 成文日期 that follows a 署名, and keep both on a page with the text."""
    ids = {_style_id(styles, name) for name in (LIST_STYLE, NAME_STYLE, DATE_STYLE)} - {""}
    name_id, date_id = _style_id(styles, NAME_STYLE), _style_id(styles, DATE_STYLE)
    end = next((one for one in root.iter(w("p")) if _style(one) in {name_id, date_id} & ids), None)
    if end is None:
        return
    _keep_with_text(end, ids)
    date = end.getnext()
    if date is not None and _style(end) == name_id and _style(date) == date_id:
        _set(end, date, _measure(end, date, styles, _text_width(root)))


def _keep_with_text(end: etree._Element, ids: set[str]) -> None:
    """Keep the lines before the signature on its page, the last paragraph of the text included.

    A page with nothing but a signature could belong to any document.
    """
    before = end.getprevious()
    while before is not None and before.tag == w("p"):
        properties = _properties(before)
        if properties.find(w("keepNext")) is None:
            first = properties.find(w("pStyle"))
            properties.insert(0 if first is None else 1, etree.Element(w("keepNext")))
        if _style(before) not in ids:
            return
        before = before.getprevious()


@dataclass(frozen=True, slots=True)
class _Indents:
    name_right: int
    date_left: int


def _measure(
    name: etree._Element, date: etree._Element, styles: etree._Element, width: int
) -> _Indents | None:
    """Return where the two lines stand, or None where the name takes the whole line."""
    pitch = _pitch(styles, _style(name))
    name_width, date_width = (round(_characters(text(one)) * pitch) for one in (name, date))
    right = round(2 * pitch)
    # Two characters are also the step from the name's first character to the date's.
    start = width - right - max(name_width, date_width + (right if date_width > name_width else 0))
    if start < 0:
        return None
    return _Indents(width - start - name_width, start + right)


def _characters(line: str) -> float:
    """Return a line's width in Han characters; Latin letters and digits are half as wide."""
    return sum(1 if unicodedata.east_asian_width(one) in "FWA" else 0.5 for one in line)


def _set(name: etree._Element, date: etree._Element, indents: _Indents | None) -> None:
    if indents is None:
        return
    _indent(name, "right", indents.name_right, "right")
    _indent(date, "left", indents.date_left, "left")


def _indent(paragraph: etree._Element, side: str, twips: int, align: str) -> None:
    """Set one indent of a paragraph and clear the others, also those counted in characters."""
    properties = _properties(paragraph)
    for old in (*properties.findall(w("ind")), *properties.findall(w("jc"))):
        properties.remove(old)
    indent = etree.Element(w("ind"))
    for one in ("left", "right"):
        indent.set(w(f"{one}Chars"), "0")
        indent.set(w(one), str(twips if one == side else 0))
    indent.set(w("firstLineChars"), "0")
    indent.set(w("firstLine"), "0")
    justification = etree.Element(w("jc"))
    justification.set(w("val"), align)
    _insert(properties, indent)
    _insert(properties, justification)


def _properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    return properties


def _insert(properties: etree._Element, element: etree._Element) -> None:
    """Put a property where the schema's sequence has it."""
    later = _SEQUENCE[_SEQUENCE.index(element.tag) + 1 :]
    at = next((i for i, one in enumerate(properties) if one.tag in later), len(properties))
    properties.insert(at, element)


#: the end of the sequence of paragraph properties (ISO/IEC 29500-1, 17.3.1.26)
_SEQUENCE = tuple(
    w(one)
    for one in (
        *("ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
        *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
        "pPrChange",
    )
)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else str(found.get(w("val")))


def _style_id(styles: etree._Element, name: str) -> str:
    for style in styles.iterfind(w("style")):
        given = style.find(w("name"))
        if given is not None and given.get(w("val")) == name:
            return str(style.get(w("styleId")))
    return ""


def _text_width(root: etree._Element) -> int:
    """Return the width of the last section's type area, 0 where it is not given."""
    section = f"{w('body')}/{w('sectPr')}/"
    margins = root.find(section + w("pgMar"))
    sides = number(margins, "left", 0) + number(margins, "right", 0)
    return number(root.find(section + w("pgSz")), "w", 0) - sides


def _pitch(styles: etree._Element, style: str) -> float:
    """Return how far apart two Han characters of a style stand: its size and its spacing."""
    size = _inherited(styles, style, "sz", _SIZE_3)
    return size * _TWIPS_A_HALF_POINT + _inherited(styles, style, "spacing", 0)


def _inherited(styles: etree._Element, style: str, name: str, default: int) -> int:
    known = {str(one.get(w("styleId"))): one for one in styles.iterfind(w("style"))}
    for _ in range(_DEEPEST):
        found = known.get(style)
        if found is None:
            break
        value = found.find(f"{w('rPr')}/{w(name)}")
        if value is not None:
            return number(value, "val", default)
        base = found.find(w("basedOn"))
        style = "" if base is None else str(base.get(w("val")))
    return default
