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


def is_passed_over(element: etree._Element) -> bool:
    """Return whether an element stands in a form that another one is chosen over."""
    below = element
    for above in element.iterancestors():
        if above.tag == ALTERNATIVES and chosen(above) is not below:
            return True
        below = above
    return False
