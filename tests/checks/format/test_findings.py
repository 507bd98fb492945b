"""The family as a whole: who it is for, and who it leaves alone."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from tests.checks.format.bureau import CLEAN, LONG, STYLES, p, style

from jixiao.checks.catalogue import RULES
from jixiao.diagnostic import Severity
from jixiao.pipeline.audit import audit_bytes
from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

ROOT = Path(__file__).parents[3]
FORMAT = [one.defect for one in RULES if one.defect.code.startswith("F")]
#: the rules of each module of tests that holds their cases
CASES = ["page", "fonts", "pasted", "paragraphs", "leftovers"]


def test_what_jixiao_builds_itself_has_nothing_to_be_found(told):
    workspace = Workspace(ROOT)
    built = produce(workspace, review(workspace, 2023), ("docx",))

    (content,) = built.products

    assert told(content) == []


def test_a_text_has_no_format_to_be_judged():
    told = audit_bytes(f"一、基本情况\n{LONG}\n".encode(), "报告.txt").diagnostics

    assert [one for one in told if one.code.startswith("F")] == []


def test_nothing_of_the_format_stops_a_report():
    assert {one.severity for one in FORMAT} == {Severity.WARNING, Severity.QUESTION}


@pytest.mark.parametrize("code", [one.code for one in FORMAT])
def test_a_rule_of_the_format_has_cases(code):
    folder = Path(__file__).parent
    tests = "".join((folder / f"test_{one}.py").read_text(encoding="utf-8") for one in CASES)

    assert f'"{code}"' in tests


def test_styles_that_are_based_on_each_other_in_a_circle_do_no_harm(codes):
    circle = style("one", "", "", based_on="two") + style("two", "", "", based_on="one")
    looped = p(LONG, properties='<w:pStyle w:val="one"/>')

    found = codes(replace(CLEAN, styles=STYLES + circle).with_body(looped))

    assert found == ["F215", "F222"]


def test_a_file_that_word_makes_new_is_told_of_a_handful_of_things(told):
    document = docx.Document()
    document.add_paragraph("一、预算单位基本情况")
    for _ in range(8):
        document.add_paragraph(LONG)
    out = io.BytesIO()
    document.save(out)

    found = told(out.getvalue())

    assert len(found) <= 10
    assert {"F201", "F202", "F203", "F212", "F221", "F222"} <= {one.code for one in found}
