"""Files that are something else, whatever they are called."""

from __future__ import annotations

import random
import struct
import zlib

from tests.word.reading.markup import OFFICE, relations, zipped

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def compound(*streams: str) -> bytes:
    """Return a compound file ([MS-CFB]) with empty streams of some names in its root."""
    entries = [_entry("Root Entry", 5, child=1)]
    entries += [
        _entry(name, 2, right=at + 1 if at < len(streams) else _FREE)
        for at, name in enumerate(streams, 1)
    ]
    directory = b"".join(entries).ljust(_SECTOR * 4, b"\0")
    sectors = [_TABLE, 2, 3, 4, _END]
    table = struct.pack("<128I", *sectors, *[_FREE] * (128 - len(sectors)))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108) + table + directory


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE) -> bytes:
    spelt = name.encode("utf-16-le")
    head = spelt.ljust(64, b"\0") + struct.pack(
        "<HBB3I", len(spelt) + 2, kind, 1, _FREE, right, child
    )
    return head + bytes(36) + struct.pack("<IQ", _END, 0)


def office(kind: str) -> bytes:
    """Return a package that holds another kind of Office file."""
    declared = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/a.xml" ContentType="{declared}"/></Types>'
    )
    link = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="a.xml"/>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": relations(link), "a.xml": "<a/>"})


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">L", zlib.crc32(kind + content))
    return struct.pack(">L", len(content)) + kind + content + checked


def picture() -> bytes:
    """Return a PNG of one dot."""
    head = struct.pack(">2L5B", 1, 1, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def foreign_files() -> dict[str, tuple[bytes, str]]:
    """Return files named .docx that are none, each with what is told of it."""
    pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF"
    program = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + bytes(46) + b"\x80\0\0\0" + bytes(64)
    noise = random.Random(5)  # noqa: S311 -- a test's bytes
    return {
        "zero bytes": (b"", "L201"),
        "one byte": (b"P", "read"),
        "only zeros": (bytes(4096), "L208"),
        "random bytes": (noise.randbytes(4096), "L208"),
        "random bytes behind PK": (b"PK\x03\x04" + noise.randbytes(4096), "L209"),
        "random bytes behind OLE": (
            bytes.fromhex("D0CF11E0A1B11AE1") + noise.randbytes(4096),
            "L208",
        ),
        "locked": (compound("EncryptionInfo", "EncryptedPackage"), "L207"),
        "a .doc": (compound("WordDocument", "1Table"), "L213"),
        "an .xls": (compound("Workbook"), "L208"),
        "a .ppt": (compound("PowerPoint Document"), "L208"),
        "a mail": (compound("__properties_version1.0"), "L208"),
        "an .xlsx": (office("spreadsheetml.sheet"), "L208"),
        "a .pptx": (office("presentationml.presentation"), "L208"),
        "an .odt": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}, 0),
            "L213",
        ),
        "an .ods": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, 0),
            "L208",
        ),
        "a .pdf": (pdf, "L208"),
        "an .rtf": (b"{\\rtf1\\ansi x}", "L213"),
        "an .html": ("<!DOCTYPE html><html><body><p>编制20名。</p></body></html>".encode(), "read"),
        "a .txt": ("编制20名，实有在职人员18名。".encode(), "read"),
        "a .png": (picture(), "L208"),
        "a .zip": (zipped({"报告.doc": b"x", "附件/表.xls": b"y"}), "L208"),
        "an .exe": (program, "L208"),
    }
