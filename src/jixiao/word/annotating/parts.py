"""The parts of a package that a comment changes, as text that is given back in its own encoding."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import quoteattr

from jixiao.word.annotating.names import STRICT
from jixiao.word.annotating.tags import appended, name_at, tagged
from jixiao.word.opc.declaring import RELATIONS, TYPES_NAME
from jixiao.word.opc.markup import parse, serialise
from jixiao.word.opc.parts import relations_name, relative
from jixiao.word.opc.rewriting import rewritten
from jixiao.word.reading.opening import part_name
from jixiao.word.reading.package import Package

_TRANSITIONAL_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_LINK = STRICT.replace("wordprocessingml/main", "officeDocument/relationships/comments")
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")
#: how parts in UTF-16 begin; no other encodings but UTF-8 are allowed (ISO/IEC 29500-2, 8.2.5)
_WIDE = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A part's text and the encoding that it is in."""

    markup: str
    encoding: str = "utf-8"

    @classmethod
    def of(cls, content: bytes) -> Written:
        """Return the text of XML that was parsed before; in a foreign encoding, turned to UTF-8."""
        for start, encoding in _WIDE:
            if content.startswith(start):
                return cls(content.decode(encoding), encoding)
        declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf").lstrip())
        if declared and declared[1].lower() not in {b"utf-8", b"utf8"}:
            content = serialise(parse(content))
        return cls(content.decode())


class Parts:
    """The parts of a Word file by name, read as they were, and what is to stand in their place."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._entries = {part_name(one): one for one in self._archive.namelist()}
        self._spelt = {one.lower(): one for one in self._entries}
        self._changed: dict[str, bytes] = {}
        self._added: list[tuple[str, bytes]] = []

    def read(self, name: str) -> Written | None:
        """Return a part's text, or None where there is no such part."""
        entry = self._entries.get(self._spelt.get(name.lower(), ""))
        return None if entry is None else Written.of(self._archive.read(entry))

    def write(self, name: str, part: Written) -> None:
        """Give a part another text; one that there is not is added behind all others."""
        content = part.markup.encode(part.encoding)
        known = self._spelt.get(name.lower())
        if known is None:
            self._added.append((name, content))
        else:
            self._changed[self._entries[known]] = content

    def free_name(self, name: str) -> str:
        """Return a part's name, with a number before its extension where it is taken."""
        stem, dot, extension = name.rpartition(".")
        numbered = (f"{stem}{number}{dot}{extension}" for number in count(1))
        while name.lower() in self._spelt:
            name = next(numbered)
        return name

    def packed(self) -> bytes:
        """Return the Word file with what was written in it; all else is what it was."""
        return rewritten(self._content, self._changed, self._added)


def comments_name(parts: Parts, package: Package) -> str:
    """Return the name of the comments' part, made known to the package where there is none."""
    linked = next(package.linked("comments"), None)
    if linked is not None:
        return linked.name
    main = package.member(package.main)
    known = [] if main is None else [one for one in main.relations if not one.external]
    to_nowhere = [one.target for one in known if one.type == _TRANSITIONAL_LINK]
    if to_nowhere:
        name = to_nowhere[0]
    else:
        name = parts.free_name(posixpath.join(posixpath.dirname(package.main), "comments.xml"))
        _link(parts, package, name)
    _declare(parts, name)
    return name


def _link(parts: Parts, package: Package, name: str) -> None:
    """Let the main part's relations lead to the comments."""
    where = relations_name(package.main)
    links = parts.read(where)
    links = links or Written(f'{_DECLARATION}<Relationships xmlns="{RELATIONS}"></Relationships>')
    taken = {one.get("Id") for one in parse(links.markup.encode(links.encoding)).iterchildren("*")}
    own = next(one for one in (f"rId{number}" for number in count(1)) if one not in taken)
    kind = _STRICT_LINK if package.is_strict else _TRANSITIONAL_LINK
    target = relative(package.main, name)
    said = f"Id={quoteattr(own)} Type={quoteattr(kind)} Target={quoteattr(target)}"
    parts.write(where, _with(links, "Relationship", said))


def _declare(parts: Parts, name: str) -> None:
    """Tell the content type of the comments' part, where it is not told."""
    types = parts.read(TYPES_NAME)
    if types is None:
        return
    known = parse(types.markup.encode(types.encoding)).iterchildren("*")
    if f"/{name}".lower() not in {str(one.get("PartName")).lower() for one in known}:
        said = f"PartName={quoteattr('/' + name)} ContentType={quoteattr(_KIND)}"
        parts.write(TYPES_NAME, _with(types, "Override", said))


def _with(part: Written, name: str, said: str) -> Written:
    """Return a part with an element of one tag at the end of its root, of the root's prefix."""
    root = name_at(part.markup, tagged(part.markup)[0].start)
    prefix, colon, _ = root.rpartition(":")
    return Written(appended(part.markup, f"<{prefix}{colon}{name} {said}/>"), part.encoding)
