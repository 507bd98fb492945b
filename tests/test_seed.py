"""The published report as it was typed: every defect that a reviewer found is found, none invented.

The names of the defects are those of the analysis that the report was taken apart in: A arithmetic,
N numbering, W wording; OK what holds. The report is no part of the repository.
"""

from __future__ import annotations

import pytest

from jixiao.diagnostic import Severity
from jixiao.pipeline.audit import audit_bytes

#: what is certainly wrong: where, and words that the message must have
CERTAIN = [
    ("A1", 26, "139.88万元"),
    ("A2", 32, "65.47元"),
    ("A3", 32, "10万"),
    ("A5", 21, "10万元"),
    ("A5", 36, "14万元"),
    ("N1", 44, "5、"),
    ("N2", 38, "（二）下一步改进措施"),
    ("N3", 19, "三是"),
    ("N4", 39, "1、"),
    ("N4", 40, "1、"),
    ("N4", 42, "1、"),
    ("N4", 43, "1、"),
    ("N5", 3, "空格"),
    ("N5", 5, "主要职能"),
    ("N5", 7, "人员情况"),
    ("N7", 28, "1."),
    ("N7", 30, "1."),
    ("N7", 35, "1."),
    ("N11", 37, "项目实施及绩效情况如下"),
    ("W1", 14, "[bookmark: _GoBack]"),
    ("W2", 47, "— 2 —"),
    ("W3", 1, "空格"),
    ("W3", 2, "空格"),
    ("W14", 30, "督导率完成率"),
    ("W14", 30, "23年"),
    ("W20", 26, ","),
    ("W21", 35, "(餐饮服务日常监督检查要点表)"),
    ("W22", 33, "、"),
    ("W22", 35, "、"),
    ("W24", 21, "IEC63076：2019"),
    ("W24", 36, "IEC63076：2019"),
    ("W30", 31, "截至目前"),
]
#: what is probably wrong, and may be asked about
SUSPECT = [
    ("A4", 11, "2.92万元"),
    ("A6", 23, "54起"),
    ("A7", 19, "252万元"),
    ("A8", 31, "4854户次"),
    ("A9", 33, "98%"),
    ("A12", 17, "99.75%"),
    ("N6", 3, "1."),
    ("N8", 31, "2.药品药械监管"),
    ("N10", 34, "食品安全监督抽检及工作经费"),
    ("W5", 10, "收支出情况"),
    ("W6", 25, "情况下如下"),
    ("W7", 21, "知产权"),
    ("W8", 19, "认证认等"),
    ("W8", 28, "认证认等"),
    ("W10", 31, "专项行为"),
    ("W23", 34, "逗号和顿号"),
    ("W25", 23, "100个批次"),
    ("W26", 36, "我局"),
    ("W28", 17, "市场主体"),
]
#: the only places where something is certainly wrong; the identities OK1 to OK23 are elsewhere
ERRORS = {
    ("N101", 19),
    ("C201", 21),
    ("W301", 14),
    ("B102", 26),
    ("B301", 32),
    ("N104", 44),
}


@pytest.fixture(scope="module")
def findings(published):
    return audit_bytes(published.encode(), "石峰.txt").diagnostics


def told(findings, line, words):
    """Return the findings that stand on a line, or name it as related, and have these words."""
    return [
        one
        for one in findings
        if line in {one.place.line, *(other.place.line for other in one.related)}
        and words in one.message + one.place.text + "".join(r.place.text for r in one.related)
    ]


@pytest.mark.parametrize(("name", "line", "words"), CERTAIN)
def test_a_certain_defect_is_called_wrong_where_it_stands(name, line, words, findings):
    severities = {one.severity for one in told(findings, line, words)}

    assert severities & {Severity.ERROR, Severity.WARNING}, name


@pytest.mark.parametrize(("name", "line", "words"), SUSPECT)
def test_a_suspect_is_asked_about_where_it_stands(name, line, words, findings):
    assert told(findings, line, words), name


def test_nothing_else_is_called_certainly_wrong(findings):
    found = {(one.code, one.place.line) for one in findings if one.severity is Severity.ERROR}

    assert found == ERRORS


def test_the_sum_of_the_projects_names_the_culprit(findings):
    (found,) = [one for one in findings if (one.code, one.place.line) == ("B102", 26)]

    assert "六个项目合计361.37万元支持139.98万元" in found.hint
    assert "调整追加应为69.98万元" in found.hint
    assert "年初预算应为70.10万元" in found.hint


def test_every_finding_says_what_would_be_right(findings):
    assert [one.message for one in findings if not one.hint] == []
