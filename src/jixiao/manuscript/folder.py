"""The manuscripts that a path names: a file, or the reports of a folder, by name."""

from __future__ import annotations

from pathlib import Path

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.manuscript import defects
from jixiao.manuscript.form import SUFFIXES
from jixiao.source import Source

#: how the names of hidden files and of Word's lock files begin
_HIDDEN = (".", "~$")
_HINT = "能读的有 Word、WPS 文件（.docx .doc .wps 等）、文本（.txt .md）和网页（.html）"


def manuscripts(path: Path, name: str) -> Outcome[tuple[Path, ...]]:
    """Return the path itself, or a folder's reports in the order of their names.

    A report that lies there in two forms is two files: which one is sent is not for us to say.

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
        message = f"文件夹“{name}”里没有读得出的报告"
        return Outcome((), (_unreadable(name, message, _HINT),))
    return Outcome(files)


def _is_manuscript(path: Path) -> bool:
    named = path.suffix.lower() in SUFFIXES and not path.name.startswith(_HIDDEN)
    return named and path.is_file()


def _unreadable(name: str, message: str, hint: str) -> Diagnostic:
    return defects.UNREADABLE.at(Source(name, "").place(0, 0), message, hint=hint)
