"""A zip of which a few entries are changed: all others stay as they lie in it, byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.word.opc.deflate import deflate

_UTF8, _DEFLATED = 1 << 11, 8
#: the lowest version of an unzip that inflates (APPNOTE 4.4.3.2)
_VERSION = 20
#: the extra field that holds sizes beyond four gigabytes (APPNOTE 4.5.3); none is as large here
_ZIP64 = 1
#: midnight of 1 January 1980, the first moment that a zip knows
_FIRST = (1980, 1, 1, 0, 0, 0)


def rewritten(
    content: bytes, changed: Mapping[str, bytes], added: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """Return a zip with the contents of some entries changed and entries added behind them all.

    What is not changed stays as it was compressed, in its place and order; what is keeps its name
    and date; what is added bears the first date of a zip. Raises what `zipfile` raises.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries, end, comment = archive.infolist(), archive.start_dir, archive.comment
    by_start = {one.header_offset: one for one in entries}
    starts = sorted(by_start)
    out = bytearray(content[: starts[0]] if starts else b"")
    moved: dict[int, int] = {}
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        moved[start] = len(out)
        one = by_start[start]
        if one.filename in changed:
            out += _packed(one, changed[one.filename]).local()
        else:
            out += content[start:stop]
    records = [
        _packed(one, changed[one.filename]) if one.filename in changed else _Record.of(one)
        for one in entries
    ]
    directory = [
        record.central(moved[one.header_offset])
        for record, one in zip(records, entries, strict=True)
    ]
    for name, new in added:
        record = _packed(_entry(name), new)
        directory.append(record.central(len(out)))
        out += record.local()
    return bytes(out + b"".join(directory)) + _end(len(out), directory, comment)


def _end(start: int, directory: Sequence[bytes], comment: bytes) -> bytes:
    count = len(directory)
    size = sum(map(len, directory))
    return (
        struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment
    )


@dataclass(frozen=True, slots=True)
class _Record:
    """What a zip's directory says of an entry, and the packed bytes of a new one."""

    entry: zipfile.ZipInfo
    name: bytes
    flags: int
    method: int
    check: int
    size: int
    packed_size: int
    extra: bytes
    packed: bytes = b""

    @classmethod
    def of(cls, one: zipfile.ZipInfo) -> _Record:
        """Return what is said of an entry that stays."""
        return cls(
            one,
            _name(one),
            one.flag_bits,
            one.compress_type,
            one.CRC,
            one.file_size,
            one.compress_size,
            _without_zip64(one.extra),
        )

    @property
    def _described(self) -> bytes:
        """Flags, method, time, check, sizes: what both headers say alike."""
        return struct.pack(
            "<4H3L",
            self.flags,
            self.method,
            *_moment(self.entry.date_time),
            self.check,
            self.packed_size,
            self.size,
        )

    def local(self) -> bytes:
        """Return a new entry as it lies in the zip: its header (APPNOTE 4.3.7), then its bytes."""
        head = b"PK\3\4" + struct.pack("<H", _VERSION) + self._described
        return head + struct.pack("<2H", len(self.name), 0) + self.name + self.packed

    def central(self, offset: int) -> bytes:
        """Return the entry's record in the directory (APPNOTE 4.3.12)."""
        one = self.entry
        versions = (one.create_version, one.create_system, one.extract_version, one.reserved)
        lengths = (len(self.name), len(self.extra), len(one.comment))
        said = (*lengths, 0, one.internal_attr, one.external_attr, offset)
        head = b"PK\1\2" + struct.pack("<4B", *versions) + self._described
        return (
            head + struct.pack("<5H2L", *said[:5], *said[5:]) + self.name + self.extra + one.comment
        )


def _packed(one: zipfile.ZipInfo, content: bytes) -> _Record:
    """Return the record of an entry with other contents, which any machine packs alike."""
    packed = deflate(content)
    return _Record(
        one,
        _name(one),
        one.flag_bits & _UTF8,
        _DEFLATED,
        zlib.crc32(content),
        len(content),
        len(packed),
        b"",
        packed,
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST)
    entry.create_system = 0  # what wrote it is the same on any system
    entry.flag_bits = 0 if name.isascii() else _UTF8
    return entry


def _name(one: zipfile.ZipInfo) -> bytes:
    """Return an entry's name as the zip spells it; what is not UTF-8 zipfile reads as CP437."""
    return one.orig_filename.encode("utf-8" if one.flag_bits & _UTF8 else "cp437")


def _moment(date_time: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    """Return time and date as a zip counts them, by two seconds from 1980 on."""
    year, month, day, hour, minute, second = date_time
    return hour << 11 | minute << 5 | second // 2, (year - _FIRST[0]) << 9 | month << 5 | day


def _without_zip64(extra: bytes) -> bytes:
    """Return extra fields without the one whose sizes the record itself has room for."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept + extra[at:]
