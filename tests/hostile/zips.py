"""Zips that lie: cut, doubled, overlapping, with sizes, sums and directories that are not so."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator

from tests.word.reading.markup import OFFICE, packed, relations, zipped

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
#: where fields stand behind the start of a central header (APPNOTE 4.3.12), with their formats
METHOD, SUM, PACKED, SIZE, OFFSET = (10, "<H"), (16, "<L"), (20, "<L"), (24, "<L"), (42, "<L")
Field = tuple[int, str]
#: how many bytes a local header has less before the fields that both have
_SHORTER = 2


def directory(content: bytes) -> Iterator[tuple[str, int]]:
    """Yield the names of a zip's entries with where their central headers start."""
    at = struct.unpack_from("<L", content, content.rindex(_END) + 16)[0]
    while content.startswith(_CENTRAL, at):
        length, extra, comment = struct.unpack_from("<3H", content, at + 28)
        yield content[at + 46 : at + 46 + length].decode(), at
        at += 46 + length + extra + comment


def lying(content: bytes, name: str, field: Field, value: int, *, both: bool = True) -> bytes:
    """Return a zip with a field of an entry changed, in the local header too if `both`."""
    changed = bytearray(content)
    at = dict(directory(content))[name]
    local = struct.unpack_from("<L", content, at + OFFSET[0])[0]
    place, form = field
    struct.pack_into(form, changed, at + place, value)
    if both and field != OFFSET:
        struct.pack_into(form, changed, local + place - _SHORTER, value)
    return bytes(changed)


def ending(content: bytes, at: int, form: str, value: int) -> bytes:
    """Return a zip with a field of its end record (APPNOTE 4.3.16) changed."""
    changed = bytearray(content)
    struct.pack_into(form, changed, content.rindex(_END) + at, value)
    return bytes(changed)


def doubled(content: bytes, name: str, other: str) -> bytes:
    """Return a zip in which an entry stands twice, the second time by another name or the same."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [(one, archive.read(one)) for one in archive.namelist()]
        entries.append((other, archive.read(name)))
    return stored(entries)


def stored(entries: list[tuple[str, bytes]]) -> bytes:
    """Return a zip of entries as they are, by any names: twice the same one, and empty ones."""
    files, central = bytearray(), bytearray()
    for name, content in entries:
        central += _header(name, content, len(content), zlib.crc32(content), len(files))
        files += _local(name, content, len(content), zlib.crc32(content), 0) + content
    return _closed(files, central, len(entries))


def undated(entries: list[tuple[str, bytes]]) -> bytes:
    """Return a zip of entries, of the first day that a zip knows; two may have one name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries by one name are meant
        for name, content in entries:
            told = zipfile.ZipInfo(name)
            told.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(told, content)
    return out.getvalue()


def entries(content: bytes) -> list[tuple[str, bytes]]:
    """Return the entries of a zip in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(one, archive.read(one)) for one in archive.namelist()]


def bomb(width: int, size: int) -> bytes:
    """Return a .docx whose headers, two to each stretch of bytes, unpack to `size` bytes each."""
    content = _inflating(size)
    names = [f"word/header{at}.xml" for at in range(width)]
    links = "".join(
        f'<Relationship Id="b{at}" Type="{OFFICE}/header" Target="header{at}.xml"/>'
        for at in range(width)
    )
    files, central = bytearray(), bytearray()
    plain = packed("<w:p/>")
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts["word/_rels/document.xml.rels"] = relations(links).encode()
    for name, part in parts.items():
        central += _header(name, part, len(part), zlib.crc32(part), len(files))
        files += _local(name, part, len(part), zlib.crc32(part), 0) + part
    for at, name in enumerate(names):
        if at % 2 == 0:
            start = len(files)
            files += _local(name, content, size, 0, zipfile.ZIP_DEFLATED) + content
        central += _header(name, content, size, 0, start, zipfile.ZIP_DEFLATED)
    return _closed(files, central, len(parts) + width)


class _Pipe(io.RawIOBase):
    """A stream that cannot go back, as programs write zips to."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        """Take bytes."""
        self.written += content
        return len(content)


def streamed(content: bytes) -> bytes:
    """Return a zip whose sizes stand behind each entry (APPNOTE 4.3.9), as a stream is written."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        for name, one in entries(content):
            archive.writestr(zipfile.ZipInfo(name), one)
    return bytes(pipe.written)


def wide(content: bytes) -> bytes:
    """Return a zip whose entries have the fields of zip64 (APPNOTE 4.5.3) without need."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, one in entries(content):
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as entry:
                entry.write(one)
    return out.getvalue()


def _inflating(size: int) -> bytes:
    """Return a deflated stream of blanks, without ever holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = b" " * 1_000_000
    pieces = [packer.compress(block) for _ in range(size // len(block))]
    return b"".join((*pieces, packer.flush()))


def _local(name: str, packed_content: bytes, size: int, checked: int, method: int) -> bytes:
    encoded = name.encode()
    return (
        struct.pack(
            "<4s5H3L2H",
            *(_LOCAL, 20, 0, method, 0, 33, checked, len(packed_content), size, len(encoded), 0),
        )
        + encoded
    )


def _header(
    name: str, packed_content: bytes, size: int, checked: int, start: int, method: int = 0
) -> bytes:
    encoded = name.encode()
    fields = (20, 20, 0, method, 0, 33, checked, len(packed_content), size, len(encoded))
    return struct.pack("<4s6H3L5H2L", _CENTRAL, *fields, 0, 0, 0, 0, 0, start) + encoded


def _closed(files: bytearray, central: bytearray, count: int) -> bytes:
    end = struct.pack("<4s4H2LH", _END, 0, 0, count, count, len(central), len(files), 0)
    return bytes(files + central + end)


def archive_files(plain: bytes) -> dict[str, tuple[bytes, str]]:
    """Return zips made of a good Word file, each with what is told of it: a code or `read`."""
    main = "word/document.xml"
    start = dict(directory(plain))[main]
    directory_start = min(at for _, at in directory(plain))
    cut = {f"cut at {part}/8": (plain[: len(plain) * part // 8], "L209") for part in range(1, 8)}
    return cut | {
        "cut in the directory": (plain[: start + 20], "L209"),
        "cut in the end": (plain[:-7], "L209"),
        "without a directory": (plain[:directory_start], "L209"),
        "only an end": (zipped({}), "L208"),
        "larger than it says": (lying(plain, main, SIZE, 10), "L209"),
        "smaller than it says": (lying(plain, main, SIZE, 9_000), "L209"),
        "far smaller than it says": (lying(plain, main, SIZE, 2**32 - 2), "L210"),
        "packed larger than the file": (lying(plain, main, PACKED, 10**6), "L209"),
        "sizes of two minds": (lying(plain, main, SIZE, 9_000, both=False), "L209"),
        "wrong sum": (lying(plain, main, SUM, 1), "L209"),
        "larger than 4 GB, it says": (lying(plain, main, SIZE, 2**32 - 1), "L210"),
        "packed larger than 4 GB, it says": (lying(plain, main, PACKED, 2**32 - 1), "L209"),
        "sizes behind its entries": (streamed(plain), "read"),
        "of zip64": (wide(plain), "read"),
        "of zip64, its main part larger": (lying(wide(plain), main, SIZE, 10), "L209"),
        "a zip in a zip": (stored([("报告.docx", plain)]), "L208"),
        "unknown method": (lying(plain, main, METHOD, 99), "L209"),
        "stored, it says": (lying(plain, main, METHOD, 0), "L209"),
        "overlapping": (lying(plain, "word/styles.xml", OFFSET, 0), "L209"),
        "starts behind its end": (lying(plain, main, OFFSET, 10**8), "L209"),
        "directory elsewhere": (ending(plain, 16, "<L", 7), "L209"),
        "directory behind the end": (ending(plain, 16, "<L", 2**31), "L209"),
        "directory too long": (ending(plain, 12, "<L", 2**31), "L209"),
        "too few entries, it says": (ending(plain, 10, "<H", 1), "read"),
        "in two volumes": (ending(plain, 4, "<H", 3), "read"),
        "with a tail": (plain + bytes(99), "read"),
        "with a head": (b"MZ" + bytes(98) + plain, "read"),
        "twice the main part": (doubled(plain, main, main), "L209"),
        "twice but for case": (doubled(plain, main, "WORD/Document.XML"), "L209"),
        "twice by a detour": (doubled(plain, main, "word/../word/document.xml"), "L209"),
        "twice by a slash": (doubled(plain, main, "/word/document.xml"), "L209"),
        "out of the folder": (doubled(plain, main, "../../../../tmp/evil.xml"), "read"),
        "from the root": (doubled(plain, main, "/etc/cron.d/evil"), "read"),
        "on a drive": (doubled(plain, main, "C:\\Windows\\evil.xml"), "read"),
        "without a name": (doubled(plain, main, ""), "read"),
        "with a strange name": (doubled(plain, main, "word/\x07\u202e.xml"), "read"),
        "30,000 entries": (stored([(f"a/{at}", b"") for at in range(30_000)]), "L210"),
        "a bomb": (bomb(42, 30_000_000), "L210"),
    }
