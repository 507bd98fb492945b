"""A manuscript's bytes as a `Source`: bounded, decoded, with a note where that took a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jixiao import encoding
from jixiao.diagnostic import Defect, Diagnostic, Outcome
from jixiao.manuscript import defects
from jixiao.source import Source

#: bytes of the longest manuscript; a report is below a hundred kilobytes
LARGEST = 64 * 1024 * 1024
#: characters that no text has: controls but for tab, line feed and form feed
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: a file with more than one control character in so many is no text
_RARE = 200
_BINARY_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")


def open_file(path: Path, name: str) -> Outcome[Source]:
    """Return the source of a file, under the name it is shown by; empty where it has no text."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"文件有{size / 1024 / 1024:.0f}MB，超过上限{LARGEST // 1024 // 1024}MB"
            hint = "只检查报告正文；请看看是不是选错了文件"
            return _refused(name, defects.TOO_LARGE, message, hint)
        with path.open("rb") as stream:
            content = stream.read(LARGEST)
    except OSError as error:
        return _refused(name, defects.UNREADABLE, f"打不开“{name}”：{_reason(error)}", _HINT)
    return open_bytes(content, name)


def open_bytes(content: bytes, name: str) -> Outcome[Source]:
    """Return the source of a manuscript's bytes, likewise."""
    if content.startswith(_BINARY_STARTS):
        return _not_text(name)
    decoded = encoding.decode(content)
    text = decoded.text.removeprefix("\ufeff")
    if not text.strip():
        hint = "看看是不是选错了文件，或者另存时没有写进去"
        return _refused(name, defects.EMPTY, "文件里没有文字", hint)
    if len(_CONTROL.findall(text)) * _RARE > len(text):
        return _not_text(name)
    source = Source(name, text)
    return Outcome(source, tuple(_notes(source, decoded)))


def _not_text(name: str) -> Outcome[Source]:
    hint = "在 Word 或 WPS 里打开，另存为“纯文本（UTF-8）”再检查"
    return _refused(name, defects.NOT_TEXT, f"“{name}”不是文本文件", hint)


def _notes(source: Source, decoded: encoding.Decoded) -> Iterator[Diagnostic]:
    if decoded.encoding != encoding.UTF8:
        message = f"文件是{decoded.encoding}编码，已按{decoded.encoding}读入"
        hint = "建议另存为UTF-8编码；如果下面引用的文字是乱码，说明编码猜错了"
        yield defects.OTHER_ENCODING.at(source.place(0, 0), message, hint=hint)
    lost = source.content.find("\ufffd") if decoded.broken_at is not None else -1
    if lost >= 0:
        message = f"第{decoded.broken_at}个字节起有读不出的文字"
        hint = "对照原件重新输入这里的字，保存为UTF-8编码"
        yield defects.DAMAGED.at(source.place(lost), message, hint=hint)


def _refused(name: str, defect: Defect, message: str, hint: str) -> Outcome[Source]:
    source = Source(name, "")
    return Outcome(source, (defect.at(source.place(0, 0), message, hint=hint),))


_HINT = "检查文件名和路径；文件正被别的程序占用时，先关掉那个程序"


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "没有这个文件"
    if isinstance(error, IsADirectoryError):
        return "这是一个文件夹"
    if isinstance(error, PermissionError):
        return "没有权限"
    return error.strerror or str(error)
