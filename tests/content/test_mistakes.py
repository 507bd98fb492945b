"""Each mistake of tests/mistakes is found where it is marked, once, and nothing else is.

A case's first line names the file that it stands for. A mistake is marked by a comment behind
it, or below or above it with an arrow for each line between: code, then what is underlined.

    编制人数：68名    # 必改[L121]〔：〕
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = sorted(Path(__file__).parents[1].joinpath("mistakes").glob("*.yaml"))
MARK = re.compile(r"(必改|应改|请核实)\[([A-Z]\d{3})\](?: ([↑↓]+))?〔(.*?)〕")
HAN = re.compile("[\u4e00-\u9fff]")


class Mark(NamedTuple):
    line: int
    code: str
    label: str
    text: str


def marks(text: str) -> list[Mark]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for label, code, arrows, shown in MARK.findall(line):
            line_meant = number - arrows.count("↑") + arrows.count("↓")
            found.append(Mark(line_meant, code, label, shown))
    return sorted(found)


def test_the_workspace_under_the_mistakes_has_none(findings):
    assert findings() == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake(case, findings):
    text = case.read_text("utf-8")
    file = text.partition("\n")[0].removeprefix("# ")
    told = findings({file: text})
    seen = sorted(
        Mark(one.place.line, one.code, one.severity.label, one.place.text) for one in told
    )
    assert seen == marks(text)
    assert marks(text), "a case marks at least one mistake"
    for one in told:
        assert one.place.file == file
        assert HAN.search(one.message)
        assert HAN.search(one.hint), one.message
        assert one.place.line == one.place.end_line


def test_every_case_is_named_after_a_defect_in_it():
    for case in CASES:
        code = case.stem.partition("-")[0]
        assert code in {mark.code for mark in marks(case.read_text("utf-8"))}, case.name
