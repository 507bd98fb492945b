from __future__ import annotations

import re

import pytest

from jixiao.report.defects import DEFECTS


def test_codes_are_unique():
    codes = [one.code for one in DEFECTS]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.code)
def test_every_defect_has_a_code_a_name_and_a_whole_manual_page(defect):
    headings = re.findall(r"^\*\*(.+?)\*\*：", defect.manual, re.MULTILINE)

    assert re.fullmatch(r"[BCIPS]\d{3}", defect.code)
    assert not defect.name.startswith(("允许", "禁止", "不得"))
    assert headings == ["为什么", "反例", "正例", "依据"]
