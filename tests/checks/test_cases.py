"""Each rule finds what its cases mark, where they mark it, and leaves the rest alone.

`tests/rules/CODE.txt` holds the cases of a rule, each a short report under a heading line:

    === 应报：项目账里的半角逗号
    年初预算70万元,追加69.88万元。 # 应改[W101]〔,〕
    === 不报：英文里的逗号
    执行 Word, Excel 文件的规定。

A mark stands at the end of its line, behind one blank: severity, code and what is underlined.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from jixiao.checks.catalogue import RULES
from jixiao.pipeline.audit import audit_bytes
from jixiao.report.defects import account
from jixiao.report.defects.equation import BROKEN_EQUATION

FOLDER = Path(__file__).parents[1] / "rules"
HAN = re.compile("[\u4e00-\u9fff]")
MARK = re.compile(r"(必改|应改|请核实)\[([A-Z]\d{3})\]〔(.*?)〕(?= |$)")
MARKED = re.compile(r" # ((?:(?:必改|应改|请核实)\[[A-Z]\d{3}\]〔.*?〕 ?)+)$")
FEWEST = 2
#: what is verified by the vote over stated numbers, in YAML and in prose alike
RELATIONS = (
    account.UNBALANCED_INCOME,
    account.UNBALANCED_PROJECT,
    account.UNBALANCED_EXPENDITURE,
    account.WRONG_BALANCE,
    account.OVERSTAFFED,
    account.WRONG_COMPLETION_RATE,
    BROKEN_EQUATION,
)
#: a rule on the long form of facts; its cases are in test_rules.py
OF_FACTS = {"P201"}
#: the rules on Word files; their cases are in format/
OF_FORMAT = {one.defect.code for one in RULES if one.defect.code.startswith("F")}
OF_TEXT = {one.defect.code for one in RULES} - OF_FACTS - OF_FORMAT
CODES = sorted(OF_TEXT | {one.code for one in RELATIONS})


class Mark(NamedTuple):
    line: int
    severity: str
    text: str


class Case(NamedTuple):
    code: str
    title: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def must_find(self) -> bool:
        return self.title.startswith("应报")


def cases(path: Path) -> list[Case]:
    sections = re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))
    assert not sections[0].strip(), f"{path.name}: text before the first case"
    return [case(path.stem, one) for one in sections[1:]]


def case(code: str, section: str) -> Case:
    title, _, body = section.partition("\n")
    lines, marks = [], []
    for number, line in enumerate(body.splitlines(), 1):
        marked = MARKED.search(line)
        lines.append(line[: marked.start()] if marked else line)
        for severity, marked_code, text in MARK.findall(marked[1] if marked else ""):
            assert marked_code == code, f"{code}: a mark of {marked_code}"
            marks.append(Mark(number, severity, text))
    return Case(code, title, "\n".join(lines) + "\n", tuple(sorted(marks)))


CASES = [one for path in sorted(FOLDER.glob("*.txt")) for one in cases(path)]


def found(case: Case):
    told = audit_bytes(case.text.encode(), "报告.txt").diagnostics
    return [one for one in told if one.code == case.code]


@pytest.mark.parametrize("case", CASES, ids=lambda one: f"{one.code} {one.title}")
def test_a_rule_finds_exactly_what_is_marked(case):
    told = found(case)

    seen = sorted(Mark(one.place.line, one.severity.label, one.place.text) for one in told)
    assert seen == list(case.marks), [one.message for one in told]
    for one in told:
        assert HAN.search(one.message)
        assert HAN.search(one.hint), one.message


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_cases_that_it_must_find_and_cases_that_it_must_leave_alone(code):
    own = [one for one in CASES if one.code == code]

    assert sum(len(one.marks) for one in own if one.must_find) >= FEWEST
    assert sum(not one.marks for one in own if not one.must_find) >= FEWEST
    assert all(one.marks for one in own if one.must_find)
    assert not any(one.marks for one in own if not one.must_find)


def test_every_case_file_is_a_rules():
    assert {path.stem for path in FOLDER.iterdir()} <= set(CODES)
