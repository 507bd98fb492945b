"""`jixiao import`: a report that somebody typed becomes the content of a year."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from jixiao import console
from jixiao.commands.init import bind_editor
from jixiao.commands.taken import told
from jixiao.diagnostic import Outcome
from jixiao.disk import write_folder
from jixiao.model.manuscript import Manuscript
from jixiao.pipeline.intake import Intake, UnknownUnit, UnusableUnit, take_in
from jixiao.pipeline.opening import manuscript_of, open_manuscript
from jixiao.workspace import UNIT_FILE, EnvironmentFault, Workspace

#: the folders of a workspace that a writer may stand in
_OWN_FOLDERS = {"content", "templates", "build"}


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
    taken = _taken(workspace, opened.value, arguments)
    kept = _write(workspace, taken, target)
    if is_new and not (workspace.root / ".vscode").exists():
        bind_editor(workspace.root)
    for line in told(taken, target, kept):
        talk.say(line)
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
        taken = take_in(workspace, manuscript, arguments.year, arguments.unit)
    except UnknownUnit as unknown:
        message = "报告里看不出单位的全称；用 --unit 写明，如 --unit 青河市档案馆"
        raise EnvironmentFault(message) from unknown
    except UnusableUnit as unusable:
        for one in unusable.diagnostics:
            console.standard().show(one)
        raise EnvironmentFault(f"{UNIT_FILE} 用不了，没有动它；先改好，或者把它移走") from unusable
    if arguments.unit and taken.unit != arguments.unit:
        raise EnvironmentFault(
            f"{UNIT_FILE} 写的全称是“{taken.unit}”，--unit 写的是“{arguments.unit}”；"
            "是同一个单位就去掉 --unit，或者改 单位.yaml；是两个单位，就换一个文件夹"
        )
    return taken


def _write(workspace: Workspace, taken: Intake, target: Path) -> Path | None:
    """Write the files of a year whole or not at all; return where a former year is kept."""
    files = {name: content.encode() for name, content in taken.draft.files}
    unit = files.pop(UNIT_FILE, None)
    new = {} if unit is None else {workspace.root / UNIT_FILE: unit}
    return write_folder(target, {Path(name).name: one for name, one in files.items()}, new)
