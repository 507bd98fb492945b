"""`--annotate`: a copy of the Word file that is audited, with the findings as comments."""

from __future__ import annotations

import datetime
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.commands.selection import selection
from jixiao.disk import write_file
from jixiao.excerpt import visible
from jixiao.manuscript.form import Form, form
from jixiao.manuscript.open import read_file
from jixiao.model.examined import Examined
from jixiao.pipeline.audit import audit_bytes
from jixiao.workspace import EnvironmentFault

_STDIN = "-"
#: what a Word file is called by what it may hold; a copy under another one Word does not open
_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_SAVE_AS = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”，再用 --annotate"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A copy to be: of which file, whose bytes were read, where to, with what comments."""

    name: str
    content: bytes
    target: Path
    date: datetime.date | None
    takes: Callable[[str], bool]

    def examined(self) -> Examined:
        """Return what is found in the bytes that the copy is made of."""
        reviewed = audit_bytes(self.content, self.name)
        return Examined(self.name, reviewed.diagnostics, reviewed.outline)

    def write(self, files: Sequence[Examined]) -> str:
        """Write the copy with what was found in the file, and return what to say of it."""
        from jixiao.word.annotating.annotate import MOST, annotate

        own = (one.only(self.takes).findings for one in files if one.name == self.name)
        found = [finding for findings in own for finding in findings if not finding.settled]
        made = annotate(self.content, self.name, found, self.date).value
        target = visible(self.target.as_posix())
        if made is None:
            return f"没有写 {target}：{visible(self.name)} 读不出来，没法加批注"
        write_file(self.target, made.content)
        if not found:
            return f"没有要批注的：{target} 和原来的文件完全一样"
        left = (
            f"，另有{made.left}条没有写：Word 打开的文件里最多有{MOST}条批注" if made.left else ""
        )
        return f"批注写在 {target}：{made.told}条{left}"


def annotation(arguments: Namespace) -> Annotation | None:
    """Return the copy that the arguments ask for; None where none is, or the file is not read.

    Raises `EnvironmentFault` where what is asked for cannot be.
    """
    if not arguments.annotate:
        if arguments.date:
            raise EnvironmentFault("--date 是批注的日期，要和 --annotate 一起用")
        return None
    path, target = Path(_only(arguments)), Path(arguments.annotate)
    name = path.as_posix()
    content = read_file(path, name).value
    if content is None:
        return None
    if form(content, name) is not Form.WORD:
        raise EnvironmentFault(f"只有 Word 文件（.docx）能加批注，{visible(name)} 不是；{_SAVE_AS}")
    _check_target(target, path, arguments)
    return Annotation(name, content, target, arguments.date, selection(arguments).takes)


def _only(arguments: Namespace) -> str:
    """Return the one file that is to be annotated."""
    if arguments.fix or arguments.diff:
        raise EnvironmentFault("--annotate 只加批注、不改原文，不能和 --fix、--diff 一起用")
    names: list[str] = arguments.files
    if len(names) > 1:
        raise EnvironmentFault(f"--annotate 一次批注一个文件，这里有{len(names)}个；请分几次")
    if names[0] == _STDIN:
        raise EnvironmentFault("标准输入不能加批注；存成 .docx 文件，再用 --annotate")
    if Path(names[0]).is_dir():
        raise EnvironmentFault(f"{visible(names[0])} 是文件夹；--annotate 一次批注一个 .docx 文件")
    return names[0]


def _check_target(target: Path, path: Path, arguments: Namespace) -> None:
    shown = visible(target.as_posix())
    if target.is_dir():
        raise EnvironmentFault(f"--annotate 要指到一个文件，而 {shown} 是文件夹")
    given = path.suffix.lower()
    suffix = given if given in _SUFFIXES else ".docx"
    if target.suffix.lower() != suffix:
        raise EnvironmentFault(f"加了批注的还是 {suffix} 文件，{shown} 要改成以 {suffix} 结尾")
    if _is_same(target, path):
        raise EnvironmentFault(f"--annotate 指的 {shown} 就是要检查的文件，没有动它；换一个文件名")
    others = (("-o", arguments.output), ("--settled", arguments.settled))
    for option, other in others:
        if other and _is_same(target, Path(other)):
            raise EnvironmentFault(f"--annotate 和 {option} 指的是同一个文件 {shown}；换一个文件名")


def _is_same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.absolute() == other.absolute()
