"""`jixiao import`: a report that somebody typed becomes the content of a year."""

from __future__ import annotations

import secrets
import shutil
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jixiao import console
from jixiao.commands.init import bind_editor
from jixiao.console import Console
from jixiao.diagnostic import Outcome
from jixiao.disk import write_file
from jixiao.excerpt import visible
from jixiao.model.manuscript import Manuscript, TraceKind
from jixiao.model.outline import StrayKind, Table
from jixiao.pipeline.intake import Intake, UnknownUnit, UnusableUnit, take_in
from jixiao.pipeline.opening import manuscript_of, open_manuscript
from jixiao.workspace import OUTLINE_FILE, UNIT_FILE, EnvironmentFault, Workspace

_STRAYS = {
    StrayKind.INDENT: "段首空格",
    StrayKind.TRAILING: "段末空格",
    StrayKind.BLANK: "空段",
    StrayKind.PAGE_NUMBER: "页码",
    StrayKind.REMNANT: "书签的残留",
    StrayKind.CONTENTS: "目录",
    StrayKind.NOTE: "脚注",
    StrayKind.HEADER: "页眉",
    StrayKind.FOOTER: "页脚",
}
_TRACES = {
    TraceKind.CHANGE: "修订（按接受以后的样子导入）",
    TraceKind.COMMENT: "批注（没有带过来）",
    TraceKind.HIDDEN: "隐藏文字（没有带过来）",
}
#: the folders of a workspace that a writer may stand in
_OWN_FOLDERS = {"content", "templates", "build"}
#: differences that are listed
_MOST = 8


def run(arguments: Namespace) -> int:
    """Write the year's files; 1 where something of the report is not printed again.

    Raises `EnvironmentFault` where the year is there already, or the unit's name is not known.
    """
    opened = _opened(arguments.file)
    talk = console.standard()
    for one in opened.diagnostics:
        talk.show(one)
    if opened.value is None:
        return 2
    workspace, is_new = _workspace(Path(arguments.folder))
    target = workspace.root / "content" / str(arguments.year)
    if target.exists() and not arguments.force:
        raise EnvironmentFault(
            f"{target} 已经有了，没有动它；要重新导入，加 --force（原来的会改名保留）"
        )
    try:
        taken = _taken(workspace, opened.value, arguments)
    except UnusableUnit as unusable:
        for one in unusable.diagnostics:
            talk.show(one)
        raise EnvironmentFault(f"{UNIT_FILE} 用不了，没有动它；先改好，或者把它移走") from unusable
    kept = _write(workspace, taken, target)
    if is_new:
        bind_editor(workspace.root)
    _tell(talk, taken, target, kept)
    return 1 if taken.differences else 0


def _opened(name: str) -> Outcome[Manuscript | None]:
    if name == "-":
        return open_manuscript(sys.stdin.buffer.read(), "标准输入")
    path = Path(name)
    return manuscript_of(path, path.as_posix())


def _workspace(folder: Path) -> tuple[Workspace, bool]:
    """Return the workspace that a folder is, or is a part of; else the folder as a new one.

    A folder of its own below a workspace, as one made for a report, is no part of it.
    """
    if not folder.is_dir():
        raise EnvironmentFault(f"没有这个文件夹：{folder}")
    here = folder.resolve()
    try:
        found = Workspace.find(here)
    except EnvironmentFault:
        return Workspace(here), True
    below = here.relative_to(found.root).parts
    is_part = not below or below[0] in _OWN_FOLDERS
    return (found, False) if is_part else (Workspace(here), True)


def _taken(workspace: Workspace, manuscript: Manuscript, arguments: Namespace) -> Intake:
    try:
        return take_in(workspace, manuscript, arguments.year, arguments.unit)
    except UnknownUnit as unknown:
        message = "报告里看不出单位的全称；用 --unit 写明，如 --unit 青河市档案馆"
        raise EnvironmentFault(message) from unknown


def _write(workspace: Workspace, taken: Intake, target: Path) -> Path | None:
    """Write the files of a year whole or not at all; return where a former year is kept."""
    draft = target.with_name(f".jixiao-{secrets.token_hex(4)}")
    unit = dict(taken.draft.files).get(UNIT_FILE)
    kept: Path | None = None
    try:
        for name, content in taken.draft.files:
            if name != UNIT_FILE:
                write_file(draft / Path(name).name, content.encode())
        if unit is not None:
            write_file(workspace.root / UNIT_FILE, unit.encode())
        kept = _put_aside(target) if target.exists() else None
        draft.rename(target)
    except BaseException:
        _take_back(workspace, target, kept, is_new=unit is not None)
        raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return kept


def _take_back(workspace: Workspace, target: Path, kept: Path | None, *, is_new: bool) -> None:
    """Leave everything as it was before a write that failed."""
    if kept and not target.exists():
        kept.rename(target)
    if is_new:
        (workspace.root / UNIT_FILE).unlink(missing_ok=True)


def _put_aside(target: Path) -> Path:
    """Give a year's folder a name that is no year's, and return it."""
    number = 1
    while (kept := target.with_name(f"{target.name}（原来的{number}）")).exists():
        number += 1
    target.rename(kept)
    return kept


def _tell(talk: Console, taken: Intake, target: Path, kept: Path | None) -> None:
    for line in (*_summary(taken, target), *_set_aside(taken)):
        talk.say(line)
    if taken.own_unit and taken.own_unit != taken.unit:
        told = f"报告的单位好像是“{visible(taken.own_unit)}”，按“{visible(taken.unit)}”导入"
        talk.say(f"注意：{told}；不对就改 单位.yaml 的全称")
    if taken.own_year not in {0, int(target.name)}:
        talk.say(f"注意：报告说的好像是{taken.own_year}年，导入成了{target.name}年")
    if kept:
        talk.say(f"原来的内容改名为 {kept.name}")
    if taken.differences:
        talk.say(f"有{len(taken.differences)}处与原稿不同，请对照原稿补上：")
        for one in taken.differences[:_MOST]:
            talk.say(f"  {one.where}：{visible(one.text[:60])}")
    else:
        talk.say(f"照新内容生成一遍，与原稿的{taken.characters:,}个字逐字相同")
    talk.say(
        f"下一步：jixiao check {target.name} 看看有什么问题，jixiao build {target.name} 生成报告"
    )


def _summary(taken: Intake, target: Path) -> Iterator[str]:
    tally = taken.draft.tally
    names = {Path(name).name for name, _ in taken.draft.files}
    yield f"已导入 {target}："
    yield f"  事实.yaml  {tally.facts}个数"
    yield f"  预算.yaml  收支和人员{tally.accounts}个数，{tally.projects}个项目"
    yield f"  勾稽.yaml  {tally.equations}条原文说到的关系"
    yield f"  正文.yaml  {tally.sections}节，{tally.passages}个重复的段落只写一次"
    if OUTLINE_FILE in names:
        added = "" if taken.outline.title else "；原稿没有标题，补了通用的"
        yield f"  提纲.yaml  原稿的标题和编号（与模板的提纲不同）{added}"
    if UNIT_FILE in {name for name, _ in taken.draft.files}:
        yield "  单位.yaml  单位全称，请核对"


def _set_aside(taken: Intake) -> Iterator[str]:
    """Yield what of the file is no part of the report, in a line."""
    tables = sum(isinstance(one, Table) for one in taken.outline.blocks)
    if tables:
        yield f"正文里的{tables}张表，一行一段写在文字里；要印成表，请移到提纲的“附件”"
    changed = Counter(_TRACES[one.kind] for one in taken.traces if one.kind in _TRACES)
    if changed:
        told = "、".join(f"{name}{count}处" for name, count in changed.items())
        yield f"原稿里留着的：{told}；audit 原稿可以看到在哪里"
    cells = sum(
        not cell.value.strip()
        for one in taken.outline.attachments
        for row in (one.columns, *one.rows, one.total)
        for cell in row
    )
    if cells:
        yield f"附件里空着的{cells}格写成了“—”"
    if taken.marked:
        yield f"没有编号的标题{taken.marked}个，加上了编号"
    counted = Counter(_STRAYS[one.kind] for one in taken.strays if one.kind in _STRAYS)
    if counted:
        told = "、".join(f"{name}{count}处" for name, count in counted.items())
        yield f"没有带过来的：{told}"
