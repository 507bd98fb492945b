"""The parts of an Office package (ISO/IEC 29500-2): what a .docx holds, out of its zip."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."

HYPERLINK = _OFFICE + "hyperlink"
MAIN_RELATION = _OFFICE + "officeDocument"
MAIN_KIND = _WORD + "document.main+xml"
#: a .dotx has a main part of its own kind; as a template it is as good
TEMPLATE_KIND = _WORD + "template.main+xml"
STYLES_KIND = _WORD + "styles+xml"
SETTINGS_KIND = _WORD + "settings+xml"
#: the kinds of part that may hold tags, and what a writer calls them
SHEETS = {
    MAIN_KIND: "正文",
    _WORD + "header+xml": "页眉",
    _WORD + "footer+xml": "页脚",
    _WORD + "footnotes+xml": "脚注",
    _WORD + "endnotes+xml": "尾注",
}
#: relations to what a report has no use for: editing leftovers, and ways out of the file
IDLE = frozenset(
    _OFFICE + name
    for name in (
        "attachedTemplate",
        "customXml",
        "glossaryDocument",
        "printerSettings",
        "webSettings",
    )
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from a part: to another part by its name, or out of the package by its address."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name without the leading slash, its content type, its bytes, its links."""

    name: str
    kind: str
    content: bytes
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A package's parts, the main one named."""

    main: str
    members: tuple[Part, ...]

    def of_kind(self, kind: str) -> Part | None:
        """Return the first part of a content type, or None."""
        return next((one for one in self.members if one.kind == kind), None)

    def used(self) -> Parts:
        """Return the parts that the main one needs, without idle relations, in their order."""
        kept = tuple(_busy(one) for one in self.members)
        links = {one.name: [to.target for to in one.relations if not to.external] for one in kept}
        reached: set[str] = set()
        waiting = [self.main]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(links.get(name, ()))
        return Parts(self.main, tuple(one for one in kept if one.name in reached))

    def with_contents(self, contents: Iterable[tuple[str, bytes]]) -> Parts:
        """Return the parts with the bytes of some of them replaced, by name."""
        new = dict(contents)
        members = tuple(
            replace(one, content=new.get(one.name, one.content)) for one in self.members
        )
        return replace(self, members=members)


def _busy(part: Part) -> Part:
    return replace(part, relations=tuple(one for one in part.relations if one.type not in IDLE))


def relations_name(part: str) -> str:
    """Return where a part's relations lie; the package's own are those of the empty name."""
    folder, _, leaf = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def relative(source: str, target: str) -> str:
    """Return a part's name as a relation of a source part gives it."""
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


def resolve(source: str, target: str) -> str:
    """Return the name of the part that a relation of a source part points at."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
