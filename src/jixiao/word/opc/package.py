"""The .docx: parts in a fixed order with fixed dates in a zip.

The same parts and outline make the same bytes on any machine: no clock, no zone, no locale, no
system's zlib. The properties are the outline's; the template's are not carried over.
"""

from __future__ import annotations

import datetime
import struct
import zlib

from lxml import etree

from jixiao.model.outline import Outline
from jixiao.word.opc.declaring import (
    RELATIONS,
    TYPES_NAME,
    element,
    relations_part,
    types_part,
)
from jixiao.word.opc.deflate import deflate
from jixiao.word.opc.markup import serialise
from jixiao.word.opc.parts import MAIN_RELATION, Part, Parts, Relation, relations_name

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_RELATION = RELATIONS + "/metadata/core-properties"
_CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_APP_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
)
_APP_KIND = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
#: a zip knows no day before this one
_FIRST_DAY = datetime.date(1980, 1, 1)


def package(parts: Parts, outline: Outline) -> bytes:
    """Return the Word file of a template's filled parts, with the outline's properties."""
    members = sorted(parts.members, key=lambda one: (one.name != parts.main, one.name))
    own = (
        Part("docProps/app.xml", _APP_KIND, _app()),
        Part("docProps/core.xml", _CORE_KIND, _core(outline)),
    )
    kinds = (*own, *members)
    root = (
        Relation("rId1", MAIN_RELATION, parts.main),
        Relation("rId2", _CORE_RELATION, "docProps/core.xml"),
        Relation("rId3", _APP_RELATION, "docProps/app.xml"),
    )
    entries = [
        (TYPES_NAME, types_part((one.name, one.kind) for one in kinds)),
        (relations_name(""), relations_part("", root)),
    ]
    for part in kinds:
        entries.append((part.name, part.content))
        if part.relations:
            entries.append((relations_name(part.name), relations_part(part.name, part.relations)))
    return _zip(entries, outline.dated or _FIRST_DAY)


def _core(outline: Outline) -> bytes:
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    title = "".join(one.value for one in outline.title)
    for tag, value in (
        (f"{{{_DC}}}title", title),
        (f"{{{_DC}}}creator", outline.author),
        (f"{{{_DC}}}language", "zh-CN"),
        (f"{{{_CORE}}}lastModifiedBy", outline.author),
    ):
        etree.SubElement(root, tag).text = value
    if outline.dated:
        for tag in ("created", "modified"):
            one = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
            one.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            one.text = f"{outline.dated.isoformat()}T00:00:00Z"
    return serialise(root)


def _app() -> bytes:
    root = element(_APP, "Properties")
    etree.SubElement(root, f"{{{_APP}}}Application").text = "jixiao"
    return serialise(root)


def _zip(entries: list[tuple[str, bytes]], day: datetime.date) -> bytes:
    """Return a zip (PKWARE's APPNOTE 4.3) whose entries are all of one day."""
    day = max(day, _FIRST_DAY)
    date = (day.year - _FIRST_DAY.year) << 9 | day.month << 5 | day.day
    files, directory = bytearray(), bytearray()
    for name, content in entries:
        packed, encoded = deflate(content), name.encode()
        # version, flags (names in UTF-8), deflate, midnight, day, check, sizes, name, no extra
        head = struct.pack(
            "<5H3L2H", 20, 1 << 11, 8, 0, date, zlib.crc32(content), len(packed), len(content),
            len(encoded), 0,
        )  # fmt: skip
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head
        directory += struct.pack("<3H2L", 0, 0, 0, 0, len(files)) + encoded
        files += b"PK\x03\x04" + head + encoded + packed
    count = len(entries)
    end = struct.pack("<4H2LH", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory + b"PK\x05\x06" + end)
