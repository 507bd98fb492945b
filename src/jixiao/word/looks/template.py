"""A template's file: found in its folder, measured before it is inflated, and opened as parts."""

from __future__ import annotations

import stat
from pathlib import Path

from jixiao.diagnostic import Outcome
from jixiao.source import Source
from jixiao.word import defects
from jixiao.word.opc.archive import Archive, Fault, Limits, Unfit, strays
from jixiao.word.opc.opening import open_parts
from jixiao.word.opc.parts import Parts
from jixiao.word.opc.refusal import Refused

#: what the file is called in a template's folder
FILE = "report.docx"
LARGEST_FILE = 16 * 1024 * 1024
LARGEST_CONTENT = 32 * 1024 * 1024
MOST_ENTRIES = 400
#: XML deflates to a tenth or so; what deflates to a hundredth, and is large, was made to
STEEPEST = 100
_MEASURED_FROM = 1024 * 1024
_LIMITS = Limits(MOST_ENTRIES, LARGEST_CONTENT, STEEPEST, _MEASURED_FROM)
_SAVE_AGAIN = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"


def take(home: Path, name: str) -> Outcome[bytes | None]:
    """Return the bytes of a template file named relative to its home, or why there are none."""
    path = home / name
    try:
        return Outcome(_read(path, name, home))
    except Refused as refused:
        return _told(name, refused)
    except (FileNotFoundError, NotADirectoryError):
        hint = "版式和 outline.yaml 放在同一个文件夹；也可以从 jixiao 自带的“五部分”复制一份"
        return _told(name, Refused(defects.MISSING, f"找不到版式文件“{name}”", hint))
    except (OSError, RuntimeError, ValueError):
        hint = "请关闭正打开它的程序，检查读取权限和磁盘，再试一次"
        return _told(name, Refused(defects.UNREADABLE, f"版式文件“{name}”读不出来", hint))


def _told(name: str, refused: Refused) -> Outcome[None]:
    place = Source(name, "").place(0, 0)
    return Outcome(None, (refused.defect.at(place, str(refused), hint=refused.hint),))


def _read(path: Path, name: str, home: Path) -> bytes:
    if not path.resolve().is_relative_to(home.resolve()):
        message = f"“{name}”是符号链接，指到了工作区之外"
        raise Refused(defects.ESCAPED, message, "请把文件本身复制到这个位置")
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        kind = "文件夹" if stat.S_ISDIR(status.st_mode) else "设备或管道"
        hint = f"请把这个{kind}移走，放上版式文件本身"
        raise Refused(defects.UNREADABLE, f"“{name}”是{kind}，不是文件", hint)
    with path.open("rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise _bomb(f"版式文件“{name}”超过 {LARGEST_FILE // 1024**2} MB")
    return content


def _bomb(message: str) -> Refused:
    return Refused(defects.TOO_LARGE, message, "请检查是否放错了文件；版式里不放高清图片")


def open_template(content: bytes, name: str) -> Outcome[Parts | None]:
    """Return a template's parts, those that a report uses, or what is wrong with the file.

    Nothing is inflated before the declared sizes, their sum and their ratios are within bounds.
    """
    try:
        return Outcome(open_parts(_inflate(content)))
    except Refused as refused:
        return _told(name, refused)


def _inflate(content: bytes) -> dict[str, bytes]:
    try:
        archive = Archive(content, _LIMITS)
        entries = archive.inflate()
    except Unfit as unfit:
        raise _refused(unfit) from unfit
    for name in entries:
        if strays(name):
            raise _broken(f"部件“{name}”的路径指到了文件包之外")
    return entries


def _refused(unfit: Unfit) -> Refused:
    match unfit.fault:
        case Fault.LOCKED:
            return Refused(
                defects.ENCRYPTED, "版式文件加了密码", "在 Word 里取消打开密码，再存一份"
            )
        case Fault.COMPOUND:
            return Refused(defects.NOT_WORD, "版式是旧格式的 Word 文件（.doc）", _SAVE_AGAIN)
        case Fault.NOT_ZIP:
            return Refused(defects.NOT_WORD, "版式不是 Word 文件（.docx）", _SAVE_AGAIN)
        case Fault.TOO_LARGE:
            return _bomb(str(unfit))
        case Fault.BROKEN:
            return _broken(str(unfit))


def _broken(message: str) -> Refused:
    return Refused(defects.BROKEN, message, "在 Word 里打开（按提示修复），另存一份")
