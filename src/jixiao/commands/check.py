"""`jixiao check`: all that is wrong with a year's content."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from jixiao import console
from jixiao.diagnostic import Diagnostic, Severity
from jixiao.export.findings import as_json
from jixiao.pipeline import review
from jixiao.workspace import Workspace


def run(arguments: Namespace) -> int:
    """Print every finding; 1 where one stops a build, or with --strict a warning is left."""
    workspace = Workspace.find(Path(arguments.folder))
    year = workspace.year(arguments.year)
    if arguments.fix or arguments.diff:
        from jixiao.commands.mending import mend_year

        mend_year(workspace, year, arguments, lambda _: True)
    return tell(review(workspace, year).diagnostics, arguments)


def tell(found: tuple[Diagnostic, ...], arguments: Namespace) -> int:
    """Print findings in the form asked for, and return the exit code that they make.

    With --diff alone the diff was printed, and the findings are not.
    """
    if arguments.diff and not arguments.fix:
        return verdict(found, arguments)
    talk = console.standard()
    if arguments.format == "json":
        talk.say(as_json(found))
    else:
        for one in found:
            talk.show(one)
        talk.say(console.tally(found))
    return verdict(found, arguments)


def verdict(found: tuple[Diagnostic, ...], arguments: Namespace) -> int:
    """Return the exit code that findings make."""
    return int(any(one.stops or (arguments.strict and _warns(one)) for one in found))


def _warns(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.WARNING and not diagnostic.settled
