"""`--fix` and `--diff`: what can be mended without a change of meaning, shown or done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from jixiao import console
from jixiao.diagnostic import Diagnostic
from jixiao.manuscript.open import open_file
from jixiao.mend.difference import unified
from jixiao.mend.file import Unwritable, save
from jixiao.mend.rounds import Draft, Mending, mend
from jixiao.model.content import Settlement
from jixiao.pipeline import audit_source, is_still, review, settle_audits
from jixiao.source import Source
from jixiao.workspace import EnvironmentFault, Workspace

#: whether findings of a code are asked for
Takes = Callable[[str], bool]
_RED, _GREEN, _BLUE = "31", "32", "36"


def mend_year(workspace: Workspace, year: int, arguments: Namespace, takes: Takes) -> None:
    """Mend a year's files, or show what mending would change; what is settled stays as it is."""

    def examine(amended: Mapping[str, str]) -> Iterable[Diagnostic]:
        found = review(workspace, year, amended).diagnostics
        return (one for one in found if takes(one.code) and _lies_in(workspace, one))

    made = mend(examine, is_still)
    _deliver([(made, workspace.root)], arguments)


def _lies_in(workspace: Workspace, finding: Diagnostic) -> bool:
    """Return whether a finding is on a file of the workspace, not on one that comes with jixiao."""
    root = workspace.root.resolve()
    path = root / finding.place.file
    return path.exists() and path.resolve().is_relative_to(root)


def mend_manuscripts(
    paths: Sequence[Path], entries: Sequence[Settlement], arguments: Namespace, takes: Takes
) -> None:
    """Mend manuscripts, or show what mending would change; entries settle what stays as it is."""
    made = [_manuscript(path, entries, takes) for path in paths]
    _deliver([(one, Path()) for one in made], arguments)


def _manuscript(path: Path, entries: Sequence[Settlement], takes: Takes) -> Mending:
    source = open_file(path, path.as_posix()).value

    def examine(amended: Mapping[str, str]) -> Iterable[Diagnostic]:
        content = amended.get(source.name, source.content)
        reviews, _ = settle_audits([audit_source(Source(source.name, content))], entries)
        return (one for review in reviews for one in review.diagnostics if takes(one.code))

    return mend(examine, lambda _before, _changes, _after: True)


def refuse_forms(arguments: Namespace) -> None:
    """Raise `EnvironmentFault` where a form is asked for that a diff has not."""
    if arguments.diff and not arguments.fix and arguments.format not in {None, "text"}:
        raise EnvironmentFault(
            f"--diff 打印的是改动，没有 {arguments.format} 的形式；去掉 --format，或者去掉 --diff"
        )


def _deliver(mendings: Sequence[tuple[Mending, Path]], arguments: Namespace) -> None:
    """Show the diffs, write the files, say what was done: as the arguments ask."""
    is_talk = arguments.format in {None, "text"} and (arguments.fix or not arguments.diff)
    talk = console.standard() if is_talk else console.errors()
    drafts = [(one, root) for made, root in mendings for one in made.drafts.values()]
    for one, _ in drafts if arguments.diff else ():
        _show(one)
    for name in (name for made, _ in mendings for name in made.refused):
        talk.say(f"没有改 {name}：改了以后它就不是原来的结构了")
    if not drafts:
        talk.say("没有可以自动改的")
    elif not arguments.fix:
        places = sum(one.count for one, _ in drafts)
        talk.say(f"可以自动改{places}处（{len(drafts)}个文件），还没有写；写入用 --fix")
    for one, root in drafts if arguments.fix else ():
        talk.say(_saved(one, root))


def _saved(draft: Draft, root: Path) -> str:
    name = draft.source.name
    try:
        save(root / name, draft)
    except Unwritable as fault:
        return f"没有改 {name}：{fault}"
    return f"改了 {name}：{draft.count}处"


def _show(draft: Draft) -> None:
    talk = console.standard()
    for line in unified(draft.source.name, draft.source.content, draft.content):
        colour = {"-": _RED, "+": _GREEN, "@": _BLUE}.get(line[0])
        talk.say(talk.paint(line, colour) if colour else line)
