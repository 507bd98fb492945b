"""`jixiao audit`: all that is wrong with reports that were written elsewhere."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from jixiao.commands.annotating import annotation
from jixiao.commands.check import tell
from jixiao.commands.forms import aside
from jixiao.commands.selection import selection
from jixiao.content.defects.file import MISSING, NOT_A_FILE
from jixiao.content.defects.file import UNREADABLE as UNREADABLE_ENTRIES
from jixiao.diagnostic import Outcome, in_order
from jixiao.manuscript.defects import NOT_TEXT, TOO_LARGE, UNCONVERTED, UNREADABLE
from jixiao.manuscript.folder import manuscripts
from jixiao.model.content import Settlement
from jixiao.model.examined import Examined
from jixiao.model.review import Review
from jixiao.pipeline.audit import audit_bytes, audit_file
from jixiao.pipeline.settling import settle_audits, settlements
from jixiao.word.reading import defects as word
from jixiao.workspace import EnvironmentFault

#: the name of a file that stands for standard input, and what it is shown as
_STDIN, _STDIN_SHOWN = "-", "标准输入"
#: what tells that something named could not be read, and the exit code that it makes
_UNREAD = {
    one.code
    for one in (
        *(NOT_TEXT, TOO_LARGE, UNREADABLE, UNCONVERTED),
        *(word.LOCKED, word.NOT_WORD, word.DAMAGED, word.TOO_LARGE, word.TOO_DEEP),
        *(MISSING, NOT_A_FILE, UNREADABLE_ENTRIES),
    )
}
_MISUSED = 2


def run(arguments: Namespace) -> int:
    """Print every finding of each file; 1 where one stops, 2 where a file could not be read."""
    copy = annotation(arguments)
    entries = settlements(Path(arguments.settled)) if arguments.settled else Outcome(())
    if arguments.fix or arguments.diff:
        _mend(arguments, entries)
    found = (
        [copy.examined()] if copy else [one for name in arguments.files for one in _examine(name)]
    )
    examined = {one.name: one for one in found}
    files, idle = settle_audits(tuple(examined.values()), entries.value)
    own = in_order((*entries.diagnostics, *idle))
    if own:
        files = (*files, Examined(Path(arguments.settled).as_posix(), own))
    written = copy.write(files) if copy else ""
    code = tell(files, arguments)
    if written:
        aside(arguments).say(written)
    takes = selection(arguments).takes
    unread = _UNREAD & {one.code for file in files for one in file.findings}
    return _MISUSED if any(map(takes, unread)) else code


def _mend(arguments: Namespace, entries: Outcome[tuple[Settlement, ...]]) -> None:
    from jixiao.commands.mending import mend_manuscripts, refuse_unsettled

    refuse_unsettled(entries.diagnostics)
    if _STDIN in arguments.files:
        raise EnvironmentFault("标准输入不是文件，不能改；存成文件，再用 --fix 或 --diff")
    paths = {Path(name): None for name in arguments.files}
    files = [one for path in paths for one in manuscripts(path, path.as_posix()).value]
    mend_manuscripts(tuple(dict.fromkeys(files)), entries.value, arguments)


def _examine(name: str) -> Iterator[Examined]:
    if name == _STDIN:
        yield _examined(_STDIN_SHOWN, audit_bytes(sys.stdin.buffer.read(), _STDIN_SHOWN))
        return
    path = Path(name)
    found = manuscripts(path, path.as_posix())
    if found.diagnostics:
        yield Examined(path.as_posix(), found.diagnostics)
    for one in found.value:
        yield _examined(one.as_posix(), audit_file(one, one.as_posix()))


def _examined(name: str, reviewed: Review) -> Examined:
    return Examined(name, reviewed.diagnostics, reviewed.outline)
