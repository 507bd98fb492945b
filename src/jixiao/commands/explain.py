"""`jixiao explain`: a rule's manual page, or the list of all rules."""

from __future__ import annotations

from argparse import Namespace
from difflib import get_close_matches

from jixiao import console
from jixiao.catalogue import DEFECTS
from jixiao.workspace import EnvironmentFault


def run(arguments: Namespace) -> int:
    """Print the page of a code; raises `EnvironmentFault` for a code that does not exist."""
    talk = console.standard()
    if arguments.code is None:
        for one in DEFECTS:
            talk.say(f"{one.code}  {one.severity.label}  {one.name}")
        return 0
    wanted = arguments.code.strip().upper()
    for one in DEFECTS:
        if one.code == wanted:
            talk.say(f"{one.code} {one.name}（{one.severity.label}）\n\n{one.manual.strip()}")
            return 0
    near = get_close_matches(wanted, [one.code for one in DEFECTS], n=1)
    hint = f"，是不是 {near[0]}？" if near else "；"
    raise EnvironmentFault(f"没有编号为“{arguments.code}”的规则{hint}用 jixiao explain 列出全部")
