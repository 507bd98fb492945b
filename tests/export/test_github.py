"""Findings as annotations of a pull request."""

from __future__ import annotations

import pytest

from jixiao.diagnostic import Defect, Severity
from jixiao.export.github import as_github
from jixiao.source import Source


def test_a_finding_is_a_command_with_its_place_and_the_gravest_come_first(found):
    lines = as_github(found).splitlines()

    assert lines[0] == (
        "::error file=稿 1.txt,line=6,endLine=6,col=16,endColumn=22,title=必改 B102 项目收支不平::"
        "年初与追加之和为26.10万元，支出为26.20万元%0A提示：追加应为6.20万元：100%25"
        "%0A另见：稿 1.txt:6:25（支出）%0A另见：稿 1.txt:7:7（合计）"
    )
    assert lines[1] == (
        "::warning file=稿 1.txt,line=4,endLine=4,col=6,endColumn=7,"
        "title=应改 W101 汉字之间的半角标点::“名,在”里的“,”是半角%0A提示：改为“，”"
    )
    assert [line.split()[0] for line in lines[2:]] == ["::notice"] * 3


def test_a_settled_finding_is_a_notice_with_its_reason(found):
    settled = as_github(found).splitlines()[-1]

    assert settled.startswith("::notice ")
    assert "title=已核实 P201" in settled
    assert settled.endswith("%0A核实：已与财务股核对")


def test_a_place_of_several_lines_has_no_columns(found):
    (several,) = [line for line in as_github(found).splitlines() if "跨了两行" in line]

    assert "line=7,endLine=8,title=" in several


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a:b,c%.txt", "a%3Ab%2Cc%25.txt"),
        ("a\r\nb", "a%0D%0Ab"),
        ("a::set-env x", "a%3A%3Aset-env x"),
    ],
)
def test_what_would_end_a_property_is_escaped(name, told):
    one = Defect("L201", "甲:乙,丙", Severity.ERROR, "")

    line = as_github([one.at(Source(name, "").place(0, 0), "一\r\n::error::二%")])

    assert line.startswith(f"::error file={told},line=1,")
    assert line.endswith("title=必改 L201 甲%3A乙%2C丙::一%0D%0A::error::二%25\n")
    assert line.count("\n") == 1


def test_no_findings_are_no_commands():
    assert as_github([]) == ""


def test_a_cell_of_a_word_file_is_told_by_its_address(in_table):
    told = as_github([in_table])

    assert "::金额写成了字母%0A位置：表1第1行第2格%0A另见：报告.docx:4:5（合计）" in told
