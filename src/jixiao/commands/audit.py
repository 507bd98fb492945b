"""`jixiao audit`: all that is wrong with reports that were written elsewhere."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from jixiao.commands.check import tell
from jixiao.diagnostic import Diagnostic, in_order
from jixiao.pipeline import audit_bytes, audit_file

#: the name of a file that stands for standard input
STDIN = "-"


def run(arguments: Namespace) -> int:
    """Print every finding of each file; 1 where one stops."""
    found: list[Diagnostic] = []
    for name in arguments.files:
        if name == STDIN:
            found.extend(audit_bytes(sys.stdin.buffer.read(), "标准输入").diagnostics)
        else:
            found.extend(audit_file(Path(name), name).diagnostics)
    return tell(in_order(found), arguments)
