"""Deflate with fixed codes (RFC 1951, 3.2.6): the same bytes on any machine.

zlib's output differs between zlib, zlib-ng and the systems' own builds, so a file that must come
out the same everywhere cannot be left to it. A report is small: this takes a few hundredths of a
second and comes to about 1.4 times zlib's size. Any inflate reads it.
"""

from __future__ import annotations

_SHORTEST, _LONGEST, _WINDOW = 4, 258, 32768
_BYTE = 8
#: up to this distance each has a code of its own
_NEAREST = 2
_END = 256


def _reversed(code: int, bits: int) -> int:
    return int(f"{code:0{bits}b}"[::-1], 2)


def _symbol(value: int) -> tuple[int, int]:
    """Return the fixed code of a literal or length symbol, ready to be written, and its bits."""
    ranges = ((144, 8, 0x30), (256, 9, 0x190 - 144), (280, 7, -256), (288, 8, 0xC0 - 280))
    bits, base = next((bits, base) for limit, bits, base in ranges if value < limit)
    return _reversed(base + value, bits), bits


def _lengths() -> list[tuple[int, int]]:
    """Return, by length, the code with its extra bits and how many bits that is."""
    table = [(0, 0)] * (_LONGEST + 1)
    length = 3
    for symbol in range(257, 285):
        extra = max(0, (symbol - 261) // 4)
        code, bits = _symbol(symbol)
        for rest in range(1 << extra):
            table[length] = (code | rest << bits, bits + extra)
            length += 1
    table[_LONGEST] = _symbol(285)
    return table


def _distances() -> list[tuple[int, int, int]]:
    """Return each distance code: its first distance, its code, its extra bits."""
    table = []
    first = 1
    for symbol in range(30):
        extra = max(0, symbol // 2 - 1)
        table.append((first, _reversed(symbol, 5), extra))
        first += 1 << extra
    return table


_LITERALS = [_symbol(value) for value in range(257)]
_LENGTHS = _lengths()
_DISTANCES = _distances()


def _distance(distance: int) -> tuple[int, int]:
    symbol = distance - 1
    if distance > _NEAREST:
        # Two codes for each power of two: the number's length and its second bit are the code.
        reach = (distance - 1).bit_length()
        symbol = 2 * reach - 2 + ((distance - 1) >> (reach - 2) & 1)
    first, code, extra = _DISTANCES[symbol]
    return code | (distance - first) << 5, 5 + extra


class _Bits:
    """Bits written from the lowest of each byte on."""

    def __init__(self) -> None:
        self.out = bytearray()
        self.held = 0
        self.count = 0

    def write(self, value: int, bits: int) -> None:
        """Write a value's lowest bits."""
        self.held |= value << self.count
        self.count += bits
        while self.count >= _BYTE:
            self.out.append(self.held & 255)
            self.held >>= _BYTE
            self.count -= _BYTE

    def finish(self) -> bytes:
        """Return all that was written, the last byte filled with zeros."""
        if self.count:
            self.out.append(self.held)
        return bytes(self.out)


def deflate(content: bytes) -> bytes:
    """Return content as one raw deflate block with fixed codes."""
    bits = _Bits()
    bits.write(0b011, 3)
    seen: dict[bytes, int] = {}
    at = 0
    while at < len(content):
        key = content[at : at + _SHORTEST]
        before = seen.get(key, -_WINDOW - 1)
        seen[key] = at
        if at - before > _WINDOW or len(key) < _SHORTEST:
            bits.write(*_LITERALS[content[at]])
            at += 1
            continue
        length = _match(content, before, at)
        bits.write(*_LENGTHS[length])
        bits.write(*_distance(at - before))
        at += length
    bits.write(*_LITERALS[_END])
    return bits.finish()


def _match(content: bytes, before: int, at: int) -> int:
    """Return how many bytes at two positions are the same, at least the shortest match."""
    length = _SHORTEST
    most = min(_LONGEST, len(content) - at)
    while length < most and content[before + length] == content[at + length]:
        length += 1
    return length
