"""What a file says of itself: its properties (ISO/IEC 29500-2, 8; ISO/IEC 29500-1, 22.2)."""

from __future__ import annotations

import datetime
import re

from lxml import etree

from jixiao.model.layout import Properties
from jixiao.word.reading.package import Package

_CORE = "core-properties"
_EXTENDED = "extended-properties"
_DAY = re.compile(r"\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def properties(package: Package) -> Properties:
    """Return a package's properties; a day that is none is left out."""
    core, extended = _root(package, _CORE), _root(package, _EXTENDED)
    return Properties(
        _said(core, "title"),
        _said(core, "creator"),
        _said(core, "lastModifiedBy"),
        _said(extended, "Company"),
        _said(extended, "Template"),
        _day(core, "created"),
        _day(core, "modified"),
        _day(core, "lastPrinted"),
    )


def _root(package: Package, relation: str) -> etree._Element | None:
    found = package.own(relation)
    return found.root() if found else None


def _said(root: etree._Element | None, name: str) -> str:
    found = None if root is None else root.find(f"{{*}}{name}")
    return "" if found is None else " ".join((found.text or "").split())


def _day(root: etree._Element | None, name: str) -> datetime.date | None:
    """Return the day of a W3CDTF time, as it is written, in whatever zone."""
    found = _DAY.match(_said(root, name))
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
