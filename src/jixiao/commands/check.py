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
    return tell(review(workspace, workspace.year(arguments.year)).diagnostics, arguments)


def tell(found: tuple[Diagnostic, ...], arguments: Namespace) -> int:
    """Print findings in the form asked for, and return the exit code that they make."""
    talk = console.standard()
    if arguments.format == "json":
        talk.say(as_json(found))
    else:
        for one in found:
            talk.show(one)
        talk.say(console.tally(found))
    return int(any(one.stops or (arguments.strict and _warns(one)) for one in found))


def _warns(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.WARNING and not diagnostic.settled
