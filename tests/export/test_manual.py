"""The page of all rules."""

from __future__ import annotations

from jixiao.diagnostic import Defect, Severity
from jixiao.export.manual import rules_manual


def test_rules_stand_by_family_in_the_order_of_their_codes():
    page = rules_manual(
        [
            Defect("L102", "乙", Severity.WARNING, "说明乙\n"),
            Defect("B101", "丙", Severity.ERROR, "说明丙"),
            Defect("L101", "甲", Severity.QUESTION, "说明甲"),
        ]
    )

    headings = [line for line in page.splitlines() if line.startswith("##")]
    assert headings == ["## B 收支", "### B101 丙", "## L 读文件", "### L101 甲", "### L102 乙"]
    assert "级别：请核实\n\n说明甲\n" in page
