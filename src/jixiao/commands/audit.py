"""`jixiao audit`: all that is wrong with reports that were written elsewhere."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from jixiao.commands.check import tell
from jixiao.diagnostic import Outcome, in_order
from jixiao.pipeline import Review, audit_bytes, audit_file, settle_audits, settlements

#: the name of a file that stands for standard input
STDIN = "-"


def run(arguments: Namespace) -> int:
    """Print every finding of each file; 1 where one stops."""
    entries = settlements(Path(arguments.settled)) if arguments.settled else Outcome(())
    if arguments.fix or arguments.diff:
        from jixiao.commands.mending import mend_manuscripts

        paths = [Path(name) for name in arguments.files if name != STDIN]
        mend_manuscripts(paths, entries.value, arguments, lambda _: True)
    reviews, idle = settle_audits([_review(one) for one in arguments.files], entries.value)
    found = [*entries.diagnostics, *idle, *(found for one in reviews for found in one.diagnostics)]
    return tell(in_order(found), arguments)


def _review(name: str) -> Review:
    if name == STDIN:
        return audit_bytes(sys.stdin.buffer.read(), "标准输入")
    return audit_file(Path(name), name)
