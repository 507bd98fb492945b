"""Every defect has a page that helps, and every defect is really found by some test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.content.defects import DEFECTS

HERE = Path(__file__).parent


def test_codes_are_unique_and_in_their_families():
    codes = [one.code for one in DEFECTS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[LS]1\d\d", code) for code in codes)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.code)
def test_a_defect_has_a_name_and_a_page(defect):
    assert re.search("[\u4e00-\u9fff]", defect.name)
    headings = re.findall(r"^\*\*(.+?)\*\*", defect.manual, re.MULTILINE)
    assert headings == ["为什么", "反例", "正例", "依据"]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.code)
def test_a_defect_is_found_by_a_test(defect):
    cases = [path.stem for path in HERE.parent.joinpath("mistakes").glob("*.yaml")]
    typed = (HERE / "test_load.py").read_text("utf-8")
    is_last = defect.code == "L199"  # what no case is known for
    assert is_last or any(one.startswith(defect.code) for one in cases) or defect.code in typed
