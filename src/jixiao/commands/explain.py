"""`jixiao explain`: a rule's manual page, or the list of all rules, or of a family."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import groupby

from jixiao import console
from jixiao.catalogue import DEFECTS
from jixiao.console import Console
from jixiao.diagnostic import Defect
from jixiao.excerpt import width
from jixiao.export.manual import FAMILIES
from jixiao.workspace import EnvironmentFault

#: columns of the longest word for a severity, 请核实
_LABEL = 6


def run(arguments: Namespace) -> int:
    """Print a code's page, or the list of those that begin so; raises `EnvironmentFault`."""
    talk = console.standard()
    wanted = (arguments.code or "").strip().upper()
    for one in DEFECTS:
        if one.code == wanted:
            talk.say(f"{one.code} {one.name}（{one.severity.label}）\n\n{one.manual.strip()}")
            return 0
    listed = [one for one in DEFECTS if one.code.startswith(wanted)]
    if not listed:
        raise _unknown(arguments.code)
    _list(talk, listed)
    return 0


def _list(talk: Console, defects: Iterable[Defect]) -> None:
    for letter, members in groupby(defects, key=lambda one: one.code[0]):
        talk.say(f"{letter} {FAMILIES[letter]}")
        for one in members:
            blank = " " * (_LABEL - width(one.severity.label))
            talk.say(f"  {one.code}  {one.severity.label}{blank}  {one.name}")
        talk.say()
    talk.say("jixiao explain 编号：看一条规则的说明")


def _unknown(code: str) -> EnvironmentFault:
    near = get_close_matches(code.strip().upper(), [one.code for one in DEFECTS], n=1)
    hint = f"，是不是 {near[0]}？" if near else "；"
    return EnvironmentFault(f"没有编号为“{code}”的规则{hint}用 jixiao explain 列出全部")
