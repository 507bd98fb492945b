"""A template's file: found in its folder, measured before it is inflated, and opened as parts."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path

from jixiao.diagnostic import Outcome
from jixiao.source import Source
from jixiao.word import defects
from jixiao.word.opc.opening import Refused, open_parts
from jixiao.word.opc.parts import Parts

#: what the file is called in a template's folder
FILE = "report.docx"
LARGEST_FILE = 16 * 1024 * 1024
LARGEST_CONTENT = 32 * 1024 * 1024
MOST_ENTRIES = 400
#: XML deflates to a tenth or so; what deflates to a hundredth, and is large, was made to
STEEPEST = 100
_MEASURED_FROM = 1024 * 1024
#: what zipfile raises for bytes that are no zip, or a broken one
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


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
    if content.startswith(_OLE):
        raise _compound(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            _measure(entries)
            return {one.filename: _entry(archive, one) for one in entries}
    except _ZIP_FAULTS as error:
        if content.startswith(b"PK"):
            raise _broken("文件包不完整") from error
        hint = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"
        raise Refused(defects.NOT_WORD, "版式不是 Word 文件（.docx）", hint) from error


def _compound(content: bytes) -> Refused:
    """Return what to say of an OLE file: an encrypted .docx, or an old .doc."""
    if _ENCRYPTED_STREAM in content:
        return _locked()
    hint = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"
    return Refused(defects.NOT_WORD, "版式是旧格式的 Word 文件（.doc）", hint)


def _locked() -> Refused:
    return Refused(defects.ENCRYPTED, "版式文件加了密码", "在 Word 里取消打开密码，再存一份")


def _broken(message: str) -> Refused:
    return Refused(defects.BROKEN, message, "在 Word 里打开（按提示修复），另存一份")


def _measure(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise _bomb(f"文件包里有 {len(entries)} 个部件，超过 {MOST_ENTRIES} 个")
    if sum(one.file_size for one in entries) > LARGEST_CONTENT:
        raise _bomb(f"展开后超过 {LARGEST_CONTENT // 1024**2} MB")
    names = {one.filename.lower() for one in entries}
    if len(names) < len(entries):
        raise _broken("文件包里有同名的部件")
    for one in entries:
        if one.flag_bits & 1:
            raise _locked()
        if one.file_size > max(_MEASURED_FROM, STEEPEST * one.compress_size):
            raise _bomb(f"部件“{one.filename}”展开后是原来的 {STEEPEST} 倍以上")
        if _strays(one.filename):
            raise _broken(f"部件“{one.filename}”的路径指到了文件包之外")


def _strays(name: str) -> bool:
    return "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise _broken(f"部件“{entry.filename}”的大小与标明的不符")
    return content
