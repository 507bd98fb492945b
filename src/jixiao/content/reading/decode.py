"""Bytes as text: UTF-8 with or without a mark, one kind of line end, nothing invisible."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from jixiao import encoding
from jixiao.content.defects import file as defects
from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.source import Source

#: Characters that no editor shows: controls, bidirectional and zero-width marks, surrogates,
#: the breaks U+2028 and U+2029, and U+FFFD, which stands where text was lost before.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")

_RECODE = "请用WPS、记事本或VS Code打开，另存为UTF-8编码"


def decode(name: str, content: bytes) -> Outcome[Source]:
    """Return a file's source; with diagnostics its text is only good for showing the place."""
    decoded = encoding.decode(content)
    if decoded.encoding == encoding.UTF16:
        return _utf16(name)
    source = Source(name, decoded.text)
    if decoded.encoding == encoding.GBK:
        return _gbk(source)
    if decoded.broken_at is not None:
        return _undecodable(source, content, decoded.broken_at)
    return Outcome(source, tuple(_unseen(source)))


def unseen_name(character: str) -> str:
    """Return the code point of an unseen character as the writer can search for it."""
    return f"U+{ord(character):04X}"


def _utf16(name: str) -> Outcome[Source]:
    source = Source(name, "")
    message = f"文件“{name}”是UTF-16编码（记事本称“Unicode”），应为UTF-8编码"
    return Outcome(source, (defects.UTF16.at(source.place(0, 0), message, hint=_RECODE),))


def _undecodable(source: Source, content: bytes, broken_at: int) -> Outcome[Source]:
    body = content.removeprefix(codecs.BOM_UTF8)
    start = len(encoding.line_ends(body[:broken_at].decode("utf-8")))
    message = f"第{broken_at + 1}个字节0x{body[broken_at]:02X}不是UTF-8编码的文字"
    hint = "这里的文字已经损坏，请删去后重新输入，并保存为UTF-8编码"
    return Outcome(source, (defects.BAD_UTF8.at(source.place(start), message, hint=hint),))


def _gbk(source: Source) -> Outcome[Source]:
    first = _OUTSIDE_ASCII.search(source.content)
    place = source.place(first.start() if first else 0)
    message = f"文件“{source.name}”是GBK编码（记事本称“ANSI”），应为UTF-8编码"
    return Outcome(source, (defects.GBK.at(place, message, hint=_RECODE),))


def _unseen(source: Source) -> Iterator[Diagnostic]:
    """Yield one finding a line: a pasted run of such characters is one mistake."""
    lines: set[int] = set()
    for found in UNSEEN.finditer(source.content):
        place = source.place(*found.span())
        if place.line not in lines:
            lines.add(place.line)
            yield defects.UNSEEN.at(
                place,
                f"这里有看不见的字符{unseen_name(found.group())}",
                hint="多是从网页或Word粘贴带来的；请删去这一处，重新输入前后的字",
            )
