"""Bytes as text: which encoding a file is in, and one kind of line end."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

UTF8, UTF16, GBK = "UTF-8", "UTF-16", "GBK"

#: the mark of UTF-32 begins with that of UTF-16
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HAN = re.compile("[\u4e00-\u9fff]")
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""What bytes were read as: the text with `\n` line ends, and the encoding that was found.

    `broken_at` is the index of the first byte that is no UTF-8 where the bytes are in no known
    encoding; the text then has U+FFFD where something was lost.
    """

    text: str
    encoding: str
    broken_at: int | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """Bytes as they were typed: the mark that they begin with, the codec, the text behind it."""

    mark: bytes
    codec: str
    #: with the line ends of the file
    text: str
    encoding: str
    broken_at: int | None = None

    def written(self, text: str) -> bytes:
        """Return another text as bytes with the same mark, in the same codec.

        Raises `UnicodeEncodeError` where the codec has no such character.
        """
        return self.mark + text.encode(self.codec)


def decode(content: bytes) -> Decoded:
    """Return bytes as text: UTF-8, UTF-16 or GBK (read as GB 18030), by their looks."""
    made = typed(content)
    return Decoded(line_ends(made.text), made.encoding, made.broken_at)


def typed(content: bytes) -> Typed:
    """Return bytes as text likewise, with all that is needed to write them again."""
    if _is_utf16(content):
        mark, codec = _utf16(content)
        return Typed(mark, codec, content[len(mark) :].decode(codec, "replace"), UTF16)
    body = content.removeprefix(codecs.BOM_UTF8)
    mark = content[: len(content) - len(body)]
    try:
        return Typed(mark, "utf-8", body.decode("utf-8"), UTF8)
    except UnicodeDecodeError as error:
        chinese = _as_gbk(body)
        if chinese is not None:
            return Typed(mark, "gb18030", chinese, GBK)
        return Typed(mark, "utf-8", body.decode("utf-8", "replace"), UTF8, error.start)


def line_ends(text: str) -> str:
    r"""Return a text with `\n` for every kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf16(content: bytes) -> bool:
    if content.startswith(tuple(mark for mark, _ in _WIDE_MARKS)):
        return True
    # Without a mark, every ASCII character (line ends, colons, digits) carries a zero byte.
    return content.count(0) * 16 >= len(content) > 1 and content.count(0) != len(content)


def _utf16(content: bytes) -> tuple[bytes, str]:
    """Return the byte order mark and the codec of UTF-16, or of UTF-32 that is told by its mark."""
    for mark, codec in _WIDE_MARKS:
        if content.startswith(mark):
            return mark, codec
    little = content[1::2].count(0) >= content[::2].count(0)
    return b"", "utf-16-le" if little else "utf-16-be"


def _as_gbk(body: bytes) -> str | None:
    """Return the text of a GBK file; None where the bytes are rather a damaged UTF-8."""
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError:
        return None
    damaged = body.decode("utf-8", "replace")
    foreign = len(_OUTSIDE_ASCII.findall(text))
    is_chinese = 2 * len(_HAN.findall(text)) >= foreign
    return text if is_chinese and damaged.count(_REPLACEMENT) > len(_HAN.findall(damaged)) else None
