"""A manuscript's bytes as a `Source`: bounded, decoded, with a note where that took a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jixiao import encoding
from jixiao.diagnostic import Defect, Diagnostic, Outcome, Severity
from jixiao.manuscript import defects
from jixiao.source import Source

#: bytes of the longest manuscript; a report is below a hundred kilobytes
LARGEST = 64 * 1024 * 1024
#: characters that no text has: controls but for tab, line feed and form feed
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: a file with more than one control character in so many is no text
_RARE = 200
_LOST = "\ufffd"
#: characters lost that still leave a report worth checking
_FEW = 4
#: characters that a text's codec is judged by, how many there must be, and the share: a half
_SAMPLE, _FEWEST, _MOSTLY = 20_000, 20, 2
_FOREIGN = re.compile("[^\x00-\x7f\u3000-\u303f\uff00-\uffef\u2010-\u203f]")
#: the first bytes in GB 18030 of the 3755 common characters
_LEVEL_1 = (0xB0, 0xD7)
_BINARY_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")


def read_file(path: Path, name: str) -> Outcome[bytes | None]:
    """Return the bytes of a file, under the name it is shown by; None where it is not read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"文件有{size / 1024 / 1024:.0f}MB，超过上限{LARGEST // 1024 // 1024}MB"
            hint = "只检查报告正文；请看看是不是选错了文件"
            return Outcome(None, refused(name, defects.TOO_LARGE, message, hint).diagnostics)
        with path.open("rb") as stream:
            return Outcome(stream.read(LARGEST))
    except OSError as error:
        message = f"打不开“{name}”：{_reason(error)}"
        return Outcome(None, refused(name, defects.UNREADABLE, message, _HINT).diagnostics)


def open_bytes(content: bytes, name: str) -> Outcome[Source]:
    """Return the source of a text's bytes; empty where it has no text."""
    if content.startswith(_BINARY_STARTS):
        return _not_text(name)
    decoded = encoding.decode(content)
    text = decoded.text.removeprefix("\ufeff")
    if not text.strip():
        hint = "看看是不是选错了文件，或者另存时没有写进去"
        return refused(name, defects.EMPTY, "文件里没有文字", hint)
    if len(_CONTROL.findall(text)) * _RARE > len(text):
        return _not_text(name)
    source = Source(name, text)
    return Outcome(source, tuple(notes(source, decoded)))


def _not_text(name: str) -> Outcome[Source]:
    hint = "请找到原来的 Word 或 WPS 文件；扫描件、图片先做文字识别（OCR），核对以后再检查"
    message = f"“{name}”里不是文字，也不是 Word、网页等读得出的文件"
    return refused(name, defects.NOT_TEXT, message, hint)


def notes(source: Source, decoded: encoding.Decoded) -> Iterator[Diagnostic]:
    """Yield what is told of bytes that were no UTF-8: which encoding was guessed, what is lost."""
    if decoded.encoding != encoding.UTF8:
        message = f"文件是{decoded.encoding}编码，已按{decoded.encoding}读入"
        hint = "建议另存为UTF-8编码；如果下面引用的文字是乱码，说明编码猜错了"
        yield defects.OTHER_ENCODING.at(source.place(0, 0), message, hint=hint)
    lost = source.content.find(_LOST) if decoded.broken_at is not None else -1
    if lost >= 0:
        yield _damaged(source, lost, decoded)
    elif decoded.encoding != encoding.UTF8 and _is_garbled(source.content):
        message = f"文件不是UTF-8编码，按{decoded.encoding}读出来的多半是乱码，检查没有意义"
        hint = "用原来的程序打开（可能是Big5等编码），另存为UTF-8编码再检查"
        yield defects.DAMAGED.at(source.place(0, 0), message, hint=hint, severity=Severity.ERROR)


def _damaged(source: Source, lost: int, decoded: encoding.Decoded) -> Diagnostic:
    """Return what is told of a text with losses: where they are many, it passes for no text."""
    count = source.content.count(_LOST)
    is_far_gone = count > _FEW
    told = f"，全文{count}处" if count > 1 else ""
    return defects.DAMAGED.at(
        source.place(lost),
        f"第{(decoded.broken_at or 0) + 1}个字节起有读不出的文字{told}",
        hint="文件不是UTF-8编码，也不是GBK；用原来的程序打开，另存为UTF-8编码再检查"
        if is_far_gone
        else "对照原件重新输入这里的字，保存为UTF-8编码",
        severity=Severity.ERROR if is_far_gone else Severity.WARNING,
    )


def _is_garbled(text: str) -> bool:
    """Return whether few of a text's characters are common ones: it was read in a wrong codec."""
    foreign = _FOREIGN.findall(text[:_SAMPLE])
    common = sum(_LEVEL_1[0] <= one.encode("gb18030")[0] <= _LEVEL_1[1] for one in foreign)
    return len(foreign) >= _FEWEST and common * _MOSTLY < len(foreign)


def refused(name: str, defect: Defect, message: str, hint: str) -> Outcome[Source]:
    """Return an empty source with the one finding on it: why the file is not read."""
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
