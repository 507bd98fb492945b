"""What a package declares: its parts' content types, and their links (ISO/IEC 29500-2).

Both are read from files that nobody vouches for, and written into those that are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jixiao.word.opc.markup import serialise
from jixiao.word.opc.parts import Relation, relative, resolve

TYPES_NAME = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
_RELATION = f"{{{RELATIONS}}}Relationship"


class Kinds:
    """The content types that a package declares, by part name and by extension."""

    def __init__(self, root: etree._Element) -> None:
        self._names = {
            str(one.get("PartName")).lstrip("/").lower(): str(one.get("ContentType"))
            for one in root.iter(f"{{{_TYPES}}}Override")
        }
        self._extensions = {
            str(one.get("Extension")).lower(): str(one.get("ContentType"))
            for one in root.iter(f"{{{_TYPES}}}Default")
        }

    def all(self) -> tuple[str, ...]:
        """Return every content type declared."""
        return (*self._names.values(), *self._extensions.values())

    def of(self, name: str) -> str:
        """Return the content type of a part; empty where none is declared."""
        extension = name.rpartition(".")[2].lower()
        return self._names.get(name.lower()) or self._extensions.get(extension, "")


def links(source: str, root: etree._Element) -> Iterator[Relation]:
    """Yield the links of a source part, the targets in the package by their names.

    Some packers write backslashes into these.
    """
    for one in root.iter(_RELATION):
        target = str(one.get("Target") or "")
        is_external = one.get("TargetMode") == "External"
        if not is_external:
            target = resolve(source, target.replace("\\", "/"))
        yield Relation(str(one.get("Id") or ""), str(one.get("Type") or ""), target, is_external)


def element(namespace: str, tag: str) -> etree._Element:
    """Return a root whose namespace needs no prefix."""
    return etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})  # type: ignore[dict-item]


def types_part(kinds: Iterable[tuple[str, str]]) -> bytes:
    """Return the content types of parts, given by name, as a part."""
    root = element(_TYPES, "Types")
    for extension, kind in (("rels", _RELATIONS_KIND), ("xml", "application/xml")):
        one = etree.SubElement(root, f"{{{_TYPES}}}Default")
        one.set("Extension", extension)
        one.set("ContentType", kind)
    for name, kind in kinds:
        one = etree.SubElement(root, f"{{{_TYPES}}}Override")
        one.set("PartName", "/" + name)
        one.set("ContentType", kind)
    return serialise(root)


def relations_part(source: str, relations: Iterable[Relation]) -> bytes:
    """Return the relationships part of a source part; the package's own has the empty name."""
    root = element(RELATIONS, "Relationships")
    for relation in relations:
        one = etree.SubElement(root, _RELATION)
        one.set("Id", relation.id)
        one.set("Type", relation.type)
        target = relation.target
        one.set("Target", target if relation.external else relative(source, target))
        if relation.external:
            one.set("TargetMode", "External")
    return serialise(root)
