"""The manuscripts that a path names: a file, or the text files of a folder, by name."""

from __future__ import annotations

from pathlib import Path

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.manuscript import defects
from jixiao.source import Source

_SUFFIX = ".txt"
#: how the names of hidden files and of Word's lock files begin
_HIDDEN = (".", "~$")
_HINT = "在 Word 或 WPS 里把报告另存为“纯文本（UTF-8）”，放在这个文件夹里"


def manuscripts(path: Path, name: str) -> Outcome[tuple[Path, ...]]:
    """Return the path itself, or a folder's text files in the order of their names.

    A path that is not there is returned as well: whoever opens it says why it cannot.
    """
    try:
        if not path.is_dir():
            return Outcome((path,))
    except OSError:
        return Outcome((path,))
    try:
        files = tuple(sorted(one for one in path.iterdir() if _is_manuscript(one)))
    except OSError:
        return Outcome((), (_unreadable(name, f"打不开文件夹“{name}”", "检查读取权限"),))
    if not files:
        message = f"文件夹“{name}”里没有文本文件（*.txt）"
        return Outcome((), (_unreadable(name, message, _HINT),))
    return Outcome(files)


def _is_manuscript(path: Path) -> bool:
    named = path.suffix.lower() == _SUFFIX and not path.name.startswith(_HIDDEN)
    return named and path.is_file()


def _unreadable(name: str, message: str, hint: str) -> Diagnostic:
    return defects.UNREADABLE.at(Source(name, "").place(0, 0), message, hint=hint)
