"""Strict Office Open XML in the names that everything else knows (ISO/IEC 29500-1 and -4).

The two conformance classes differ in their namespaces and in the types of their relations: what
ECMA-376 began with `http://schemas.openxmlformats.org/`, Strict begins with `http://purl.oclc.org/`.
"""

from __future__ import annotations

import re

_STRICT = "http://purl.oclc.org/ooxml/"
_DECLARED = re.compile(rb"(\bxmlns(?::[\w.-]+)?\s*=\s*[\"'])(http://purl\.oclc\.org/ooxml/[^\"']*)")
#: what is not only begun otherwise; the rest is `…/ooxml/<x>` for `…/<x>/2006`
_SPECIAL = {
    "wordprocessingml/main": "wordprocessingml/2006/main",
    "spreadsheetml/main": "spreadsheetml/2006/main",
    "presentationml/main": "presentationml/2006/main",
    "drawingml/main": "drawingml/2006/main",
    "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
    "drawingml/picture": "drawingml/2006/picture",
    "drawingml/chart": "drawingml/2006/chart",
    "drawingml/diagram": "drawingml/2006/diagram",
    "drawingml/lockedCanvas": "drawingml/2006/lockedCanvas",
    "officeDocument/math": "officeDocument/2006/math",
    "officeDocument/relationships": "officeDocument/2006/relationships",
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/docPropsVTypes": "officeDocument/2006/docPropsVTypes",
    "officeDocument/customXml": "officeDocument/2006/customXml",
    "officeDocument/bibliography": "officeDocument/2006/bibliography",
}
_RENAMED = {
    "extendedProperties": "extended-properties",
    "customProperties": "custom-properties",
}


def transitional(name: str) -> str:
    """Return the transitional name of a namespace or of a relation's type; others as they are."""
    if not name.startswith(_STRICT):
        return name
    rest = name.removeprefix(_STRICT)
    if rest in _SPECIAL:
        return "http://schemas.openxmlformats.org/" + _SPECIAL[rest]
    kind = rest.removeprefix("officeDocument/relationships/")
    kind = _RENAMED.get(kind, kind)
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind


def translated(markup: bytes) -> bytes:
    """Return a part's XML in UTF-8 with the transitional namespaces."""
    if _STRICT.encode() not in markup:
        return markup
    return _DECLARED.sub(lambda one: one[1] + transitional(one[2].decode()).encode(), markup)
