"""The page number of a header or footer: what is printed around it, and where it stands."""

from __future__ import annotations

import re

from lxml import etree

from jixiao.model.layout import PageNumber
from jixiao.word.opc.markup import w
from jixiao.word.reading.alternatives import is_passed_over
from jixiao.word.reading.styles import Stylesheet
from jixiao.word.styling.paragraphs import Settings

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
#: PAGE, and no NUMPAGES or PAGEREF (17.16.5.44)
_PAGE = re.compile(r"(?:^|\s)PAGE(?:\s|\\|$)", re.IGNORECASE)
_IN_DASHES = re.compile(r"ArabicDash", re.IGNORECASE)
_DASHED = "numberInDash"
_PLAIN, _WITH_DASHES = "1", "- 1 -"


def page_number(
    root: etree._Element | None,
    pages: str,
    styles: Stylesheet,
    settings: Settings,
    *,
    is_dashed: bool,
) -> PageNumber | None:
    """Return the page number in a header or footer, whose root this is; None where none is.

    A section may put dashes around its numbers (`is_dashed`), and so may the field.
    """
    field = next(filter(_is_page, () if root is None else root.iter()), None)
    paragraph = None if field is None else next(field.iterancestors(w("p")), None)
    if field is None or paragraph is None:
        return None
    is_dashed = is_dashed or _IN_DASHES.search(_code(field)) is not None
    run = field if field.tag == w("r") else next(field.iter(w("r")), None)
    run = next(field.iterancestors(w("r")), None) if run is None else run
    properties = None if run is None else run.find(w("rPr"))
    style = styles.paragraph_style(paragraph.find(w("pPr")))
    return PageNumber(
        pages,
        _text(paragraph, _WITH_DASHES if is_dashed else _PLAIN),
        _frame(paragraph) or settings.of(paragraph).alignment,
        styles.look(style.id, properties).size or 0,
    )


def has_dashes(section: etree._Element) -> bool:
    """Return whether a section has its page numbers in dashes (17.6.12)."""
    form = section.find(w("pgNumType"))
    return form is not None and form.get(w("fmt")) == _DASHED


def _code(element: etree._Element) -> str:
    return str(element.get(w("instr")) or element.text or "")


def _is_page(element: etree._Element) -> bool:
    """Return whether an element is a field of the page's number (or the old sign for it)."""
    if element.tag == w("pgNum"):
        return True
    return element.tag in {w("instrText"), w("fldSimple")} and bool(_PAGE.search(_code(element)))


def _text(paragraph: etree._Element, number: str) -> str:
    """Return the text of a paragraph with a number for each of its fields, results left out."""
    out, depth, is_result = "", 0, False
    for one in paragraph.iter(w("t"), w("fldChar"), w("instrText"), w("fldSimple"), w("pgNum")):
        kind = one.get(w("fldCharType"))
        if is_passed_over(one):
            continue
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        is_result = depth > 0 and (is_result or kind == "separate")
        if one.tag == w("t") and not is_result and not _is_in_field(one):
            out += one.text or ""
        elif one.tag in {w("fldSimple"), w("pgNum")} or _is_page(one):
            out += number if _is_page(one) else "?"
    return out


def _is_in_field(element: etree._Element) -> bool:
    return next(element.iterancestors(w("fldSimple")), None) is not None


def _frame(paragraph: etree._Element) -> str:
    """Return how a frame or a box around a paragraph is aligned; empty where there is none."""
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    aligned = "" if frame is None else str(frame.get(w("xAlign")) or "")
    for anchor in paragraph.iterancestors(_DRAWING + "anchor"):
        found = anchor.find(f"{_DRAWING}positionH/{_DRAWING}align")
        return aligned or ("" if found is None else str(found.text or ""))
    return aligned
