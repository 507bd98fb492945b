"""Bytes as text: which encoding a file is in, and one kind of line end."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

UTF8, UTF16, GBK = "UTF-8", "UTF-16", "GBK"

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
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


def decode(content: bytes) -> Decoded:
    """Return bytes as text: UTF-8, UTF-16 or GBK (read as GB 18030), by their looks."""
    if _is_utf16(content):
        return Decoded(line_ends(_utf16(content)), UTF16)
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(line_ends(body.decode("utf-8")), UTF8)
    except UnicodeDecodeError as error:
        chinese = _as_gbk(body)
        if chinese is not None:
            return Decoded(line_ends(chinese), GBK)
        return Decoded(line_ends(body.decode("utf-8", "replace")), UTF8, error.start)


def line_ends(text: str) -> str:
    r"""Return a text with `\n` for every kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf16(content: bytes) -> bool:
    if content.startswith(_UTF16_MARKS):
        return True
    # Without a mark, every ASCII character (line ends, colons, digits) carries a zero byte.
    return content.count(0) * 16 >= len(content) > 1 and content.count(0) != len(content)


def _utf16(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_BE, codecs.BOM_UTF32_LE)):
        return content.decode("utf-32", "replace")
    if content.startswith(_UTF16_MARKS):
        return content.decode("utf-16", "replace")
    little = content[1::2].count(0) >= content[::2].count(0)
    return content.decode("utf-16-le" if little else "utf-16-be", "replace")


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
