"""What a Word file holds: its parts by name, their kinds, sizes and links, read or not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from jixiao.word.opc.declaring import TYPES_NAME, relations_part, types_part
from jixiao.word.opc.markup import parse
from jixiao.word.opc.parts import HYPERLINK, MAIN_RELATION, Relation, relations_name


@dataclass(frozen=True, slots=True)
class Member:
    """One part of a package: its name without the leading slash, content type, size in bytes."""

    name: str
    #: as the file declares it; empty where it does not
    kind: str
    size: int
    #: its links, those to nowhere too; the types in their transitional names
    relations: tuple[Relation, ...] = ()
    #: its XML in UTF-8 and transitional namespaces, where it was read; empty for all others
    content: bytes = b""
    #: the content type that its content was read as; that of a document for a .docm too
    read_as: str = ""

    def root(self) -> etree._Element | None:
        """Return the root of its XML, another one each time; None where it was not read."""
        return parse(self.content) if self.content else None


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file, in the order of its zip."""

    #: the name of the main part, as a rule `word/document.xml`
    main: str
    members: tuple[Member, ...]
    #: the package's own links: to the main part, to the properties
    relations: tuple[Relation, ...]
    #: whether the file is Strict, in other namespaces than `Member.content`
    is_strict: bool = False
    _by_name: Mapping[str, Member] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know the members by their names; a hostile file has many, and links to each."""
        object.__setattr__(self, "_by_name", {one.name: one for one in self.members})

    def member(self, name: str) -> Member | None:
        """Return a part by its name, or None."""
        return self._by_name.get(name)

    def own(self, relation: str) -> Member | None:
        """Return the first part with content that the package links to by a type's last word."""
        found = (one for one in self._led(self.relations, relation) if one.content)
        return next(found, None)

    def root(self, relation: str) -> etree._Element | None:
        """Return the root of the first part that the main one links to by a type's last word."""
        found = next(self.linked(relation), None)
        return found.root() if found else None

    def linked(self, relation: str, source: str = "") -> Iterator[Member]:
        """Yield the parts that a part (the main one if left out) links to by a type's last word."""
        holder = self.member(source or self.main)
        yield from self._led(holder.relations if holder else (), relation)

    def targets(self, source: str) -> dict[str, Member]:
        """Return the parts that a part's relations lead to, by the ids of these, the first each."""
        holder = self.member(source)
        found: dict[str, Member] = {}
        for one in holder.relations if holder else ():
            if not one.external and one.target in self._by_name:
                found.setdefault(one.id, self._by_name[one.target])
        return found

    def _led(self, relations: Iterable[Relation], relation: str) -> Iterator[Member]:
        for one in relations:
            if one.type.rpartition("/")[2] == relation and not one.external:
                target = self._by_name.get(one.target)
                if target:
                    yield target


def cleaned(package: Package) -> bytes:
    """Return a zip of the parts that were read, with no link that leads anywhere else."""
    read = {one.name: one for one in package.members if one.content}
    own = [one for one in _within(package.relations, read) if one.target != package.main]
    own = [Relation("main", MAIN_RELATION, package.main), *own]
    kinds = ((one.name, one.read_as) for one in read.values())
    entries = [(TYPES_NAME, types_part(kinds)), (relations_name(""), relations_part("", own))]
    for one in read.values():
        entries.append((one.name, one.content))
        links = _within(one.relations, read)
        entries.append((relations_name(one.name), relations_part(one.name, links)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _within(relations: Iterable[Relation], read: dict[str, Member]) -> list[Relation]:
    """Return the links to parts that were read and the hyperlinks, an id once."""
    kept: dict[str, Relation] = {}
    for one in relations:
        is_link = one.external and one.type == HYPERLINK
        if one.id and (is_link or (one.target in read and not one.external)):
            kept.setdefault(one.id, one)
    return list(kept.values())
