"""A YAML file as a `Document`: found, bounded and read, or it is said why not."""

from __future__ import annotations

import difflib
import stat
from pathlib import Path

from jixiao.content.defects import file as defects
from jixiao.content.reading.decode import decode
from jixiao.content.reading.nodes import read
from jixiao.diagnostic import Defect, Outcome
from jixiao.model.document import Document
from jixiao.source import Source

#: A year of a large bureau is below 1 MB; what is larger is not content.
LARGEST = 8 * 1024 * 1024

Bytes = Outcome[bytes | None]


def load(root: Path, name: str) -> Outcome[Document]:
    """Return the document of a file named relative to the workspace; its root None on failure."""
    taken = _take(root, name)
    if taken.value is None:
        return Outcome(Document(Source(name, ""), None), taken.diagnostics)
    return _decoded(name, taken.value)


def load_file(path: Path, name: str) -> Outcome[Document]:
    """Return the document of a file outside any workspace, under the name it is shown by."""
    try:
        taken = _read(path, name)
    except FileNotFoundError:
        taken = _told(defects.MISSING, name, f"找不到文件“{name}”", "请检查文件名和路径")
    except (OSError, RuntimeError, ValueError) as error:
        taken = _unreadable(name, error)
    if taken.value is None:
        return Outcome(Document(Source(name, ""), None), taken.diagnostics)
    return _decoded(name, taken.value)


def load_source(source: Source) -> Outcome[Document]:
    """Return the document of a text that was decoded before."""
    made = read(source)
    return Outcome(Document(source, made.value), made.diagnostics)


def _decoded(name: str, content: bytes) -> Outcome[Document]:
    decoded = decode(name, content)
    if decoded.diagnostics:
        return Outcome(Document(decoded.value, None), decoded.diagnostics)
    return load_source(decoded.value)


def _take(root: Path, name: str) -> Bytes:
    """Return the bytes of a file, or why there are none."""
    path = root / name
    try:
        if not _inside(root, path):
            return _escaped(name)
        return _read(path, name)
    except (FileNotFoundError, NotADirectoryError):
        return _missing(root, name)
    except (OSError, RuntimeError, ValueError) as error:
        return _unreadable(name, error)


def _inside(root: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _read(path: Path, name: str) -> Bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return _not_a_file(name, folder=stat.S_ISDIR(status.st_mode))
    if status.st_size > LARGEST:
        return _too_large(name, status.st_size)
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    # The file may have grown since it was measured.
    return Outcome(content) if len(content) <= LARGEST else _too_large(name, len(content))


def _told(defect: Defect, name: str, message: str, hint: str) -> Bytes:
    return Outcome(None, (defect.at(Source(name, "").place(0, 0), message, hint=hint),))


def _missing(root: Path, name: str) -> Bytes:
    folder = (root / name).parent
    if not folder.is_dir():
        shown = name.rpartition("/")[0] or "."
        return _told(
            defects.MISSING,
            name,
            f"找不到文件“{name}”：文件夹“{shown}”不存在",
            "请检查文件夹的名称；新的一年用 jixiao new 建立，新的工作区用 jixiao init 建立",
        )
    return _told(defects.MISSING, name, f"找不到文件“{name}”", _missing_hint(folder, name))


def _missing_hint(folder: Path, name: str) -> str:
    wanted = name.rpartition("/")[2]
    if (folder / wanted).is_symlink():
        return "这个文件是符号链接，它指向的文件已不存在；请换成文件本身"
    near = _nearest(folder, wanted)
    if near:
        return f"文件夹里有“{near}”；文件名应为“{wanted}”，请改名（注意被隐藏的扩展名）"
    return f"请建立这个文件；暂时没有内容的，也要有文件（{_stub(wanted)}）"


def _stub(wanted: str) -> str:
    return "列表写 []" if wanted in {"勾稽.yaml", "核实.yaml"} else "写上必需的键"


def _nearest(folder: Path, wanted: str) -> str:
    try:
        names = [one.name for one in folder.iterdir() if one.is_file()]
    except OSError:
        return ""
    stem = wanted.partition(".")[0]
    same = [one for one in names if one.partition(".")[0] == stem]
    return next(iter(same or difflib.get_close_matches(wanted, names, n=1, cutoff=0.75)), "")


def _not_a_file(name: str, *, folder: bool) -> Bytes:
    kind = "一个文件夹" if folder else "一个设备或管道"
    hint = f"请把“{name}”这个{kind[2:]}移走或改名，再放上同名的文件"
    return _told(defects.NOT_A_FILE, name, f"“{name}”是{kind}，不是文件", hint)


def _too_large(name: str, size: int) -> Bytes:
    message = f"文件“{name}”有{size / 1024 / 1024:.1f}MB，超过上限{LARGEST // 1024 // 1024}MB"
    hint = "一年的内容通常不到1MB；请检查是否放错了文件，或粘贴进了图片、附件"
    return _told(defects.TOO_LARGE, name, message, hint)


def _escaped(name: str) -> Bytes:
    message = f"“{name}”是符号链接，指到了工作区之外"
    hint = "工作区以外的文件不读；请把文件本身复制到这个位置"
    return _told(defects.ESCAPED, name, message, hint)


def _unreadable(name: str, error: Exception) -> Bytes:
    if isinstance(error, PermissionError):
        message = f"没有权限读取文件“{name}”"
        hint = "请关闭正打开它的程序，或在文件属性里允许当前用户读取"
    else:
        message = f"文件“{name}”读不出来"
        hint = "请检查磁盘、网络盘或循环的链接是否正常，或另存一份再试"
    return _told(defects.UNREADABLE, name, message, hint)
