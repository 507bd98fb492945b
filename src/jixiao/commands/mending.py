"""`--fix` and `--diff`: what can be mended without a change of meaning, shown or done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jixiao import console
from jixiao.commands.forms import aside
from jixiao.commands.selection import selection
from jixiao.console import Console
from jixiao.diagnostic import Diagnostic
from jixiao.excerpt import visible
from jixiao.manuscript.form import form
from jixiao.manuscript.open import open_bytes, read_file
from jixiao.mend.difference import unified
from jixiao.mend.file import Unwritable, save
from jixiao.mend.rounds import Draft, Mending, mend
from jixiao.model.content import Settlement
from jixiao.model.examined import Examined
from jixiao.pipeline.audit import audit_source
from jixiao.pipeline.mending import is_still
from jixiao.pipeline.settling import settle_audits
from jixiao.pipeline.year import review
from jixiao.source import Source
from jixiao.workspace import SETTLED_FILE, EnvironmentFault, Workspace

_NOTHING = "没有可以自动改的"
_NO_TEXT_FILE = (
    "只有文本（.txt、.md）能自动改；"
    "Word 文件用 --annotate 写成批注，照着在 Word 里改，网页在网站上改"
)
_COLOURS = {"-": "31", "+": "32", "@": "36"}


def mend_year(workspace: Workspace, year: int, arguments: Namespace) -> None:
    """Mend a year's files, or show what mending would change; what is settled stays as it is.

    Raises `EnvironmentFault` where a form is asked for that a diff has not.
    """
    _refuse_forms(arguments)
    takes = selection(arguments).takes
    settled = workspace.year_file(year, SETTLED_FILE)

    def examine(amended: Mapping[str, str]) -> Iterable[Diagnostic]:
        """Return what is found in the year's files as amended so far."""
        found = review(workspace, year, amended).diagnostics
        refuse_unsettled(one for one in found if one.place.file == settled)
        return (one for one in found if takes(one.code) and _lies_in(workspace, one))

    _deliver([mend(examine, is_still)], workspace.root, arguments)


def refuse_unsettled(found: Iterable[Diagnostic]) -> None:
    """Raise `EnvironmentFault` where findings on `核实.yaml` leave open what is settled."""
    if any(one.stops for one in found):
        raise EnvironmentFault("核实的文件里有“必改”，说不准哪些已经核实；先改好它，再自动改别的")


def _lies_in(workspace: Workspace, finding: Diagnostic) -> bool:
    """Return whether a finding is on a file of the workspace, not on one that comes with jixiao."""
    root = workspace.root.resolve()
    path = root / finding.place.file
    return path.exists() and path.resolve().is_relative_to(root)


def mend_manuscripts(
    paths: Sequence[Path], entries: Sequence[Settlement], arguments: Namespace
) -> None:
    """Mend manuscripts, or show what mending would change; what entries settle stays as it is.

    Only a file that is the text itself is mended; of others that is said. Raises
    `EnvironmentFault` likewise.
    """
    _refuse_forms(arguments)
    mendings: list[Mending] = []
    untouched: list[str] = []
    for path in paths:
        name = path.as_posix()
        content = read_file(path, name).value or b""
        if form(content, name).is_typed:
            source = open_bytes(content, name).value
            mendings.append(_manuscript(source, entries, arguments))
        else:
            untouched.append(f"没有改 {visible(name)}：{_NO_TEXT_FILE}")
    _deliver(mendings, Path(), arguments, untouched)


def _manuscript(source: Source, entries: Sequence[Settlement], arguments: Namespace) -> Mending:
    takes = selection(arguments).takes

    def examine(amended: Mapping[str, str]) -> Iterable[Diagnostic]:
        """Return what is found in the manuscript as amended so far."""
        reviewed = audit_source(Source(source.name, amended.get(source.name, source.content)))
        file = Examined(source.name, reviewed.diagnostics, reviewed.outline).only(takes)
        (settled,), _ = settle_audits([file], entries)
        return settled.findings

    return mend(examine, lambda _before, _changes, _after: True)


def _refuse_forms(arguments: Namespace) -> None:
    if arguments.diff and (arguments.output or arguments.format not in {None, "text"}):
        raise EnvironmentFault(
            "--diff 只打印改动，不能同时用 --format 或 -o；要检查结果，去掉 --diff"
        )


def _deliver(
    mendings: Sequence[Mending], root: Path, arguments: Namespace, untouched: Sequence[str] = ()
) -> None:
    """Show the diffs, or write the files and say what was done; --diff is a look, with --fix too.

    What is said goes where it is in nobody's way: a diff, or a form for other programs, has
    standard output for itself.
    """
    drafts = [one for made in mendings for one in made.drafts.values()]
    refused = list(untouched) + [
        f"没有改 {visible(name)}：改了以后它就不是原来的结构了"
        for made in mendings
        for name in made.refused
    ]
    if arguments.diff:
        _say(console.errors(), [*refused, _promised(drafts)])
        for draft in drafts:
            _show(console.standard(), draft)
        return
    # All is written before a word is said: a reader that goes away stops no file half-way.
    done = [_saved(draft, root) for draft in drafts] or [_NOTHING]
    _say(aside(arguments), [*refused, *done])


def _promised(drafts: Sequence[Draft]) -> str:
    places = sum(one.count for one in drafts)
    told = f"可以自动改{places}处（{len(drafts)}个文件），还没有写；写入用 --fix，不带 --diff"
    return told if drafts else _NOTHING


def _say(talk: Console, lines: Sequence[str]) -> None:
    """Say what was done; where nobody reads it to the end, say it as an error."""
    try:
        for line in (*lines, ""):
            talk.say(line)
        talk.stream.flush()
    except BrokenPipeError:
        for line in lines:
            console.errors().say(line)
        raise


def _saved(draft: Draft, root: Path) -> str:
    name = draft.source.name
    try:
        save(root / name, draft)
    except Unwritable as fault:
        return f"没有改 {visible(name)}：{fault}"
    return f"改了 {visible(name)}：{draft.count}处"


def _show(talk: Console, draft: Draft) -> None:
    """Print a diff: for `patch` as it is, for a terminal with nothing in it that steers one."""
    for line in unified(draft.source.name, draft.source.content, draft.content):
        colour = _COLOURS.get(line[0], "")
        shown = visible(line) if talk.stream.isatty() else line
        talk.say(talk.paint(shown, colour) if colour else shown)
