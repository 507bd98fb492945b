"""Compound files ([MS-CFB]): what the root of one holds, which tells .doc, .xls and .ppt apart."""

from __future__ import annotations

import struct
from collections.abc import Iterator

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_NAME = 64
#: sector numbers from here on are no sectors: ends of chains, free ones (2.1)
_LAST_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_SECTOR_SHIFTS = (9, 12)
_IN_HEADER = 109


def streams(content: bytes) -> frozenset[str]:
    """Return the names of what lies in the root of a compound file; none where it is damaged.

    What is embedded, a sheet in a document, lies deeper and is not among them.
    """
    try:
        return frozenset(_File(content).root())
    except (struct.error, IndexError):
        return frozenset()


class _File:
    """A compound file's sectors and its directory; every walk ends, whatever they say."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift = struct.unpack_from("<H", content, 30)[0]
        if shift not in _SECTOR_SHIFTS:
            raise IndexError
        self._size = 1 << shift
        self._most = len(content) // self._size + 1
        self._table = tuple(self._fat())

    def root(self) -> Iterator[str]:
        """Yield the names of the root's children: a tree of siblings (2.6.4)."""
        directory = b"".join(map(self._sector, self._chain(self._number(48))))
        seen: set[int] = set()
        waiting = [struct.unpack_from("<I", directory, 76)[0]]
        while waiting:
            at = waiting.pop()
            if at == _NO_ENTRY or at in seen or (at + 1) * _ENTRY > len(directory):
                continue
            seen.add(at)
            entry = directory[at * _ENTRY : (at + 1) * _ENTRY]
            length = struct.unpack_from("<H", entry, _NAME)[0]
            yield entry[: min(max(length - 2, 0), _NAME)].decode("utf-16-le", "replace")
            waiting.extend(struct.unpack_from("<II", entry, 68))

    def _number(self, at: int) -> int:
        return int(struct.unpack_from("<I", self._content, at)[0])

    def _sector(self, number: int) -> bytes:
        start = _HEADER if self._size == _HEADER else self._size
        start += number * self._size
        return self._content[start : start + self._size]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self._sector(sector))

    def _fat(self) -> Iterator[int]:
        """Yield the sectors of the file allocation table: in the header, then in a chain (2.5)."""
        yield from struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76)
        number, left = self._number(68), self._most
        while number < _LAST_SECTOR and left:
            *sectors, number = self._numbers(number)
            yield from sectors
            left -= 1

    def _chain(self, number: int) -> Iterator[int]:
        """Yield the sectors of a chain from its first one."""
        each = self._size // 4
        left = self._most
        while number < _LAST_SECTOR and left:
            yield number
            number = self._numbers(self._table[number // each])[number % each]
            left -= 1
