"""WordprocessingML as trees: parsed without entities or network, read as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: nine digits hold any measure of a page, and fit any reader
_MOST_DIGITS = 9
#: a relation of the part, as an element of it names one
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class MarkupError(Exception):
    """A part is no well-formed XML, or carries a document type declaration."""


def w(name: str) -> str:
    """Return a name of WordprocessingML's namespace as lxml spells it."""
    return f"{{{_W}}}{name}"


def parse(content: bytes | str) -> etree._Element:
    """Return the root of a part's XML.

    Raises `MarkupError` where it is not well-formed, nested too deep, or has a DOCTYPE, which no
    Office part may have (ISO/IEC 29500-2, 9.1) and which entities would come from.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MarkupError(str(error)) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise MarkupError("DOCTYPE")
    return root


def serialise(root: etree._Element) -> bytes:
    """Return a part's XML in UTF-8."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def number(element: etree._Element | None, name: str, default: int) -> int:
    """Return a whole number from an attribute, or the default where it is none."""
    value = "" if element is None else str(element.get(w(name)) or "")
    digits = value.removeprefix("-")
    usable = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(value) if usable else default


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a part in the order of the file, those of tables and boxes too."""
    yield from root.iter(w("p"))


def text(paragraph: etree._Element) -> str:
    """Return a paragraph's own text; a tab is a tab, a line break is a line feed."""
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _APART:
            yield from _pieces(child)


_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
#: what lies in a paragraph without being its text: a box's paragraphs, properties, deleted text
_APART = {w("p"), w("pPr"), w("rPr"), w("del")}
