"""What prose claims, as content: accounts, projects, the year; and in woven prose nothing twice."""

from __future__ import annotations

import pytest

from jixiao.claims.extract import extract
from jixiao.cli import main
from jixiao.manuscript.lines import lines
from jixiao.manuscript.read import read
from jixiao.pipeline.audit import audit_bytes
from jixiao.pipeline.year import review
from jixiao.source import Source
from jixiao.workspace import Workspace

BUDGET = """二、收支情况
{}
"""


def claimed(text):
    source = Source("报告.txt", text)
    return extract(read(lines(source)), source)


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年预算收入900万元，其中年初预算800万元，调整追加100万元。",
        "年初批复预算800万元，年中追加预算100万元，全年预算数为900万元。",
        "本年部门总收入为900万元，其中：年初预算安排800万元，预算追加100万元。",
        "年初部门预算800万元；年中调增100万元；调整后全年预算900万元。",
        "年初预算数800万元，年中增加100万元，全年预算数900万元。",
    ],
)
def test_income_is_understood_in_the_wordings_of_bureaus(sentence):
    accounts = claimed(BUDGET.format(sentence)).accounts

    stated = (accounts.initial_budget, accounts.adjustment, accounts.total_income)
    assert [str(one.quantity) for one in stated] == ["800万元", "100万元", "900万元"]


@pytest.mark.parametrize(
    "sentence",
    [
        "上年预算收入900万元，其中年初预算800万元，调整追加100万元。",
        "基本支出年初预算800万元，追加100万元，全年预算数900万元。",
        "年初预算约800万元，追加100万元，全年预算数900万元。",
        "年初预算800万元，上年结转50万元，追加50万元，全年预算数900万元。",
    ],
)
def test_amounts_of_other_years_other_scopes_or_only_about_are_no_accounts(sentence):
    assert claimed(BUDGET.format(sentence)).accounts.total_income is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("1.“馆藏修复专项”年初预算40万元", "馆藏修复专项"),
        ("（1）馆藏修复专项：年初预算40万元", "馆藏修复专项"),
        ("1.馆藏修复专项经费年初预算40万元", "馆藏修复专项经费"),
        ("“馆藏修复经费”，年初预算40万元", "馆藏修复经费"),
    ],
)
def test_a_project_is_named_by_the_head_of_its_paragraph(head, name):
    (project,) = claimed(
        f"（二）项目情况\n{head}，追加20万元，实际支出60万元。\n"
    ).accounts.projects

    assert project.name.value == name
    assert [str(one.quantity) for one in project.stated] == ["40万元", "20万元", "60万元"]
    assert project.actual_expenditure.place.text == "60万元"


def test_the_year_is_that_of_the_title_or_of_most_of_the_text():
    titled = (
        "青河市水利局2021年度部门整体支出绩效自评报告\n一、基本情况\n2022年、2022年、2022年。\n"
    )

    assert claimed(titled).year == 2021
    assert claimed("一、情况\n2022年一件。2022年二件。2021年结转。\n").year == 2022
    assert claimed("一、情况\n2022年一件。2021年二件。\n").year == 0


def test_the_vote_names_the_culprit_that_the_sum_of_the_projects_leaves():
    text = """二、收支情况
2022年支出1000.00万元，其中基本支出850.00万元，项目支出150.00万元。
（二）项目支出
1.“甲专项”年初预算60万元，追加9.88万元，实际支出69.98万元。
2.“乙专项”年初预算50万元，追加30.02万元，实际支出80.02万元。
"""
    (found,) = [
        one for one in audit_bytes(text.encode(), "报告.txt").diagnostics if one.code == "B102"
    ]

    assert found.place.line == 4
    assert "两个项目合计150.00万元支持69.98万元" in found.hint
    assert "调整追加应为9.98万元" in found.hint


@pytest.fixture
def workspace(tmp_path, capsys):
    assert main(["init", str(tmp_path), "--year", "2023"]) == 0
    capsys.readouterr()
    return Workspace(tmp_path)


def edited(workspace, name, old, new):
    path = workspace.root / "content" / "2023" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sum_typed_into_the_prose_of_a_year_is_verified(workspace):
    edited(workspace, "正文.yaml", "【接待查档】", "【接待查档】；举办讲座3场、展览5场，共计9场")

    (found,) = review(workspace, 2023).diagnostics

    assert (found.code, found.place.file) == ("I101", "content/2023/正文.yaml")


def test_a_fact_that_its_own_equation_finds_wrong_is_not_told_again_where_it_is_cited(workspace):
    edited(workspace, "预算.yaml", "310.00万元        #", "311.00万元        #")

    assert [one.place.file for one in review(workspace, 2023).diagnostics] == [
        "content/2023/预算.yaml"
    ]
