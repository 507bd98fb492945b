"""Markup compatibility: what is there in several forms, for newer and older readers."""

from __future__ import annotations

from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = _MC + "AlternateContent"
FALLBACK = _MC + "Fallback"


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return the first choice, else what to fall back on; never both (ISO/IEC 29500-3, 7.6)."""
    choice = alternatives.find(_MC + "Choice")
    return alternatives.find(FALLBACK) if choice is None else choice
