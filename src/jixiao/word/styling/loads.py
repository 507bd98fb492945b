"""What a file carries besides text and pictures: macros, links outward, objects, templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jixiao.model.layout import Load, LoadKind
from jixiao.source import Place, Source
from jixiao.word.opc.markup import w
from jixiao.word.opc.parts import HYPERLINK, Relation
from jixiao.word.reading.package import Member, Package

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_ATTACHED = "attachedTemplate"
_OBJECTS = frozenset({"oleObject", "package", "control"})
#: formulas are objects of these programs; nobody can take them for anything else
_FORMULAS = ("equation", "mathtype", "kqee", "ksee", "wpsequation")
#: fields that fetch something from outside (ISO/IEC 29500-1, 17.16.5)
_FETCHING = re.compile(r"\s*(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK)\s+(\"[^\"]*\"|\S+)")


class Loads:
    """Finds what a package carries, and where in the text it hangs."""

    def __init__(
        self, package: Package, body: etree._Element, places: dict[etree._Element, Place]
    ) -> None:
        self._package = package
        self._body = body
        self._places = _nearest(body, places)
        self._hung: dict[str, etree._Element] | None = None

    def of(self, source: Source) -> Iterator[Load]:
        """Yield what is carried; what hangs nowhere in the body, at the source's beginning."""
        start = source.place(0, 0)
        if any(_is_macro(one) for one in self._package.members):
            yield Load(LoadKind.MACRO, "vbaProject", start)
        for member in self._package.members:
            for relation in member.relations:
                kind = _kind(relation)
                element = self._element(relation) if member.name == self._package.main else None
                program = "" if element is None else str(element.get("ProgID") or "")
                if kind is None or program.lower().startswith(_FORMULAS):
                    continue
                name = program or relation.target
                yield Load(kind, name, self._place(element) or start)
        for code in self._body.iter(w("instrText")):
            fetched = _FETCHING.match(str(code.text or ""))
            if fetched:
                yield Load(LoadKind.LINK, fetched[2].strip('" '), self._place(code) or start)

    def _element(self, relation: Relation) -> etree._Element | None:
        """Return the element of the body that a relation of the main part is used by."""
        if self._hung is None:
            self._hung = {}
            for one in self._body.iter():
                for name, used in one.attrib.items():
                    if str(name).startswith(_RELATIONS):
                        self._hung.setdefault(str(used), one)
        return self._hung.get(relation.id)

    def _place(self, element: etree._Element | None) -> Place | None:
        """Return the text of the paragraph that an element is in, or of the nearest one before."""
        paragraph = None if element is None else next(element.iterancestors(w("p")), None)
        if paragraph is None:
            return None
        return self._places.get(paragraph)


def _nearest(
    body: etree._Element, places: dict[etree._Element, Place]
) -> dict[etree._Element, Place]:
    """Return for each paragraph its text's place, or that of the last one before it with text."""
    nearest: dict[etree._Element, Place] = {}
    last: Place | None = None
    for paragraph in body.iter(w("p")):
        last = places.get(paragraph, last)
        if last is not None:
            nearest[paragraph] = last
    return nearest


def _is_macro(member: Member) -> bool:
    is_linked = any(one.type.endswith("/vbaProject") for one in member.relations)
    return is_linked or "vbaProject" in member.kind or "macroEnabled" in member.kind


def _kind(relation: Relation) -> LoadKind | None:
    name = relation.type.rpartition("/")[2]
    if relation.external:
        if name == _ATTACHED:
            return LoadKind.TEMPLATE
        return None if relation.type == HYPERLINK else LoadKind.LINK
    return LoadKind.OBJECT if name in _OBJECTS else None
