"""Formulas as text in a line (Office Math, ISO/IEC 29500-1, 22.1): a/b, √(a), ∑(a).

They are read over elements whose depth `opc.markup.parse` bounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPOUND = re.compile(r"[+＋\-−－×÷*/·=＝]")
_INTEGRAL = "∫"
_BRACKETS = (("begChr", "("), ("endChr", ")"))


def spoken(element: etree._Element) -> str:
    """Return a formula as a person reads it, in one line."""
    form = _FORMS.get(str(element.tag).removeprefix(_M))
    if form:
        return form(element)
    children = (one for one in element if isinstance(one.tag, str) and one.tag.startswith(_M))
    return "".join(spoken(one) for one in children)


def _text(element: etree._Element) -> str:
    return " ".join(str(element.text or "").splitlines())


def _fraction(element: etree._Element) -> str:
    return f"{_part(element, 'num')}/{_part(element, 'den')}"


def _operator(element: etree._Element) -> str:
    sign = _sign(element, "nary", "chr", _INTEGRAL)
    return sign + "".join(_inner(element, one) for one in ("sub", "sup", "e"))


def _root(element: etree._Element) -> str:
    return f"{_inner(element, 'deg')}√{_part(element, 'e')}"


def _power(element: etree._Element) -> str:
    return f"{_part(element, 'e')}^{_part(element, 'sup')}"


def _inner(element: etree._Element, name: str) -> str:
    found = element.find(_M + name)
    return "" if found is None else spoken(found)


def _part(element: etree._Element, name: str) -> str:
    """Return a part, in brackets where it is more than one number or word."""
    inner = _inner(element, name)
    return f"({inner})" if _COMPOUND.search(inner) else inner


def _bracketed(element: etree._Element) -> str:
    opening, closing = (_sign(element, "d", one, sign) for one, sign in _BRACKETS)
    separator = _sign(element, "d", "sepChr", "|")
    return opening + separator.join(spoken(one) for one in element.iterfind(_M + "e")) + closing


def _sign(element: etree._Element, kind: str, name: str, default: str) -> str:
    found = element.find(f"{_M}{kind}Pr/{_M}{name}")
    return default if found is None else str(found.get(_M + "val") or "")


_FORMS: dict[str, Callable[[etree._Element], str]] = {
    "t": _text,
    "f": _fraction,
    "d": _bracketed,
    "nary": _operator,
    "rad": _root,
    "sSup": _power,
}
