"""`jixiao check`: all that is wrong with a year's content."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from jixiao.commands.forms import present
from jixiao.commands.selection import selection
from jixiao.diagnostic import Diagnostic, Severity
from jixiao.model.examined import Examined
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace


def run(arguments: Namespace) -> int:
    """Print every finding; 1 where one stops a build, or with --strict a warning is left."""
    workspace = Workspace.find(Path(arguments.folder))
    year = workspace.year(arguments.year)
    if arguments.fix or arguments.diff:
        from jixiao.commands.mending import mend_year

        mend_year(workspace, year, arguments)
    reviewed = review(workspace, year)
    content = Examined(f"content/{year}", reviewed.diagnostics, reviewed.outline, is_content=True)
    return tell((content,), arguments)


def tell(files: tuple[Examined, ...], arguments: Namespace) -> int:
    """Tell the findings that are selected, and return the exit code that they make.

    With --diff the diff is what was asked for: the findings are not told.
    """
    takes = selection(arguments).takes
    chosen = tuple(one.only(takes) for one in files)
    if not arguments.diff:
        present(chosen, arguments)
    found = (one for file in chosen for one in file.findings)
    return int(any(one.stops or (arguments.strict and _warns(one)) for one in found))


def _warns(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.WARNING and not diagnostic.settled
