"""Bytes as text: UTF-8 with or without a mark, one kind of line end, nothing invisible."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from jixiao.content.defects import file as defects
from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.source import Source

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

#: Characters that no editor shows: controls, bidirectional and zero-width marks, surrogates,
#: the breaks U+2028 and U+2029, and U+FFFD, which stands where text was lost before.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_REPLACEMENT = "\ufffd"

_RECODE = "请用WPS、记事本或VS Code打开，另存为UTF-8编码"


def decode(name: str, content: bytes) -> Outcome[Source]:
    """Return a file's source; with diagnostics its text is only good for showing the place."""
    if _is_utf16(content):
        return _utf16(name)
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(name, body, error)
    source = Source(name, _lines(text))
    return Outcome(source, tuple(_unseen(source)))


def unseen_name(character: str) -> str:
    """Return the code point of an unseen character as the writer can search for it."""
    return f"U+{ord(character):04X}"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf16(content: bytes) -> bool:
    if content.startswith(_UTF16_MARKS):
        return True
    # Without a mark, every ASCII character (line ends, colons, digits) carries a zero byte.
    return content.count(0) * 16 >= len(content) > 1 and content.count(0) != len(content)


def _utf16(name: str) -> Outcome[Source]:
    source = Source(name, "")
    message = f"文件“{name}”是UTF-16编码（记事本称“Unicode”），应为UTF-8编码"
    return Outcome(source, (defects.UTF16.at(source.place(0, 0), message, hint=_RECODE),))


def _undecodable(name: str, body: bytes, error: UnicodeDecodeError) -> Outcome[Source]:
    chinese = _as_gbk(body)
    if chinese is not None:
        return _gbk(Source(name, _lines(chinese)))
    start = len(_lines(body[: error.start].decode("utf-8")))
    source = Source(name, _lines(body.decode("utf-8", "replace")))
    message = f"第{error.start + 1}个字节0x{body[error.start]:02X}不是UTF-8编码的文字"
    hint = "这里的文字已经损坏，请删去后重新输入，并保存为UTF-8编码"
    return Outcome(source, (defects.BAD_UTF8.at(source.place(start), message, hint=hint),))


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
