"""Documents become content: every value where it belongs, every mistake told once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.content.load import load
from jixiao.content.validate import validate, validate_outline
from jixiao.diagnostic import Severity
from jixiao.language.equation import show
from jixiao.language.quantity import Measure
from jixiao.model.content import Enumerated, Paragraph, Table, Titled

NAMES = ["content/单位.yaml"] + [
    f"content/2023/{name}.yaml" for name in ("预算", "事实", "勾稽", "正文", "核实")
]


@pytest.fixture
def content(workspace):
    """Return the content of the workspace with some of its files replaced."""

    def made(**texts: str):
        for name, text in texts.items():
            folder = "content" if name == "单位" else "content/2023"
            (workspace / folder / f"{name}.yaml").write_text(text, "utf-8", newline="\n")
        outcome = validate([load(workspace, name).value for name in NAMES], 2023)
        return outcome.value

    return made


def test_the_unit_and_its_sections(content):
    unit = content().unit
    assert unit.full_name.value == "某区市场监督管理局"
    assert unit.short_name.value == "区市场监管局"
    assert unit.self_reference.value == "我局"
    assert unit.template is None
    assert [one.name.value for one in unit.sections] == ["主要职能", "机构情况"]
    assert unit.sections[1].prose[0].text.value == "内设机构12个。"


def test_the_accounts_and_what_is_not_stated(content):
    accounts = content().accounts
    assert accounts.initial_budget.quantity.amount == Decimal(9931900)
    assert accounts.initial_budget.name == "年初预算"
    assert str(accounts.authorised_staff.quantity) == "68名"
    assert accounts.total_income is None
    (project,) = accounts.projects
    assert project.name.value == "知识产权专项"
    assert project.actual_expenditure.name == "知识产权专项.支出"
    assert project.actual_expenditure.place.text == "65.47万元"


def test_facts_out_of_their_groups(content):
    licences, growth, leaflets = content().facts
    assert [one.name.value for one in (licences, growth, leaflets)] == [
        "企业许可登记",
        "个转企新增",
        "宣传资料",
    ]
    assert growth.value.quantity == Measure("251", "户")
    assert growth.target.name == "个转企新增.目标"
    assert str(growth.completion_rate.quantity) == "121.8%"
    assert licences.target is None
    assert not leaflets.value.quantity.is_exact


def test_what_the_long_form_says_besides(content):
    made = content(
        事实="甲:\n  值: 1户\n  来源: 系统\n  科室: 法规股\n  口径: 含个体\n"
        "  说明: 一行\n    两行\n"
    )
    (fact,) = made.facts
    assert (fact.origin, fact.office, fact.scope, fact.remark) == (
        "系统",
        "法规股",
        "含个体",
        "一行两行",
    )


def test_constraints(content):
    plain, long = content(
        勾稽="- 甲 = 乙 +\n    丙\n- {式: 甲 <= 乙, 级别: 请核实, 说明: 部分}\n"
    ).constraints
    assert show(plain.equation) == "甲 = 乙 + 丙"
    assert plain.severity is Severity.ERROR
    assert plain.text.place(8, 9).text == "丙"
    assert (long.severity, long.remark) == (Severity.QUESTION, "部分")


def test_sections_projects_passages_signature_settlements(content):
    made = content()
    assert [one.name.value for one in made.sections] == ["预算收支情况", "整体支出绩效情况"]
    assert [one.name.value for one in made.project_sections] == ["知识产权专项"]
    assert [one.name.value for one in made.passages] == ["登记"]
    assert made.passages[0].prose[0].text.value == "全年登记【企业许可登记】。"
    assert made.signature.name.value == "【全称】"
    assert made.signature.date.value == "2024年5月10日"
    (settled,) = made.settlements
    assert (settled.code.value, settled.subject, settled.file) == ("I101", "个转企新增", "")
    assert settled.date == "2024年4月3日"
    assert [one.name.rpartition("/")[2] for one in made.sources] == [
        "单位.yaml",
        "预算.yaml",
        "事实.yaml",
        "勾稽.yaml",
        "正文.yaml",
        "核实.yaml",
    ]
    assert made.year == 2023
    assert made.whole


def test_blocks_of_prose(content):
    (titled,) = content().sections[1].prose
    assert isinstance(titled, Titled)
    assert titled.title.value == "深化商事制度改革"
    paragraph, listed = titled.body
    assert isinstance(paragraph, Paragraph)
    assert isinstance(listed, Enumerated)
    plain, topical = listed.items
    assert plain.title is None
    assert plain.paragraphs[0].text.value == "登记审批更加便捷。"
    assert topical.title.value == "办事更加高效"
    assert topical.paragraphs[0].text.value == "平均一天办结。"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- 一行，\n    二行。", ["一行，二行。"]),
        ("- |\n    一段。\n\n    二段，\n    二行。\n", ["一段。", "二段，二行。"]),
        ("|\n    一段。\n     　\n    二段。", ["一段。", "二段。"]),
        ("- 用的是ISO\n    9001标准", ["用的是ISO 9001标准"]),
        ("- 用的是ISO\n    标准", ["用的是ISO标准"]),
        ("- 标准\n    ISO9001", ["标准ISO9001"]),
        ('- "一\\n\\n二\\\n    三"', ["一", "二三"]),
        ("- |\n    　　首行缩进。　\n", ["首行缩进。"]),
        ("- 引用【甲】\n    【乙.目标】。", ["引用【甲】【乙.目标】。"]),
    ],
)
def test_lines_into_paragraphs(content, typed, expected):
    (section,) = content(正文=f"预算收支情况:\n  {typed}\n").sections
    assert [one.text.value for one in section.prose] == expected
    for paragraph in section.prose:
        for at, character in enumerate(paragraph.text.value):
            place = paragraph.text.place(at, at + 1)
            assert place.text in {character, ""}


def test_a_broken_entry_is_left_out_and_the_content_is_not_whole(content):
    made = content(事实="甲: 5487\n乙: 3户\n")
    assert [one.name.value for one in made.facts] == ["乙"]
    assert not made.whole


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("单位", "全称: @"),
        ("预算", "收入: 1万元"),
        ("事实", "甲: [1户]"),
        ("事实", "甲:\n  值: 1户\n  <<: 乙\n"),
        ("事实", "一 二: 3户"),
        ("正文", "段落: 一段"),
        ("正文", "- 一段"),
    ],
)
def test_what_costs_a_name_makes_the_content_unwhole(content, file, text):
    assert not content(**{file: text}).whole


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("勾稽", "- 甲 =\n"),
        ("核实", "- 规则: 1\n"),
        ("正文", "预算收支情况:\n  - 标题: 甲\n"),
        ("事实", "甲: 1户\n乙: {丙: 1户, 甲: 2户}\n"),
    ],
)
def test_what_costs_no_name_leaves_the_content_whole(content, file, text):
    assert content(**{file: text}).whole


def test_nothing_at_all_is_content_too():
    outcome = validate([], 2023)
    assert outcome.diagnostics == ()
    assert not outcome.value.whole
    assert outcome.value.unit.full_name.value == ""
    assert outcome.value.unit.full_name.place().file == "单位.yaml"


def test_a_duplicate_fact_is_told_with_both_places(findings):
    (found,) = findings(
        {"content/2023/事实.yaml": "企业许可登记: 1户\n个转企新增: 2户\n段: {企业许可登记: 3户}\n"}
    )
    (related,) = found.related
    assert (found.code, found.place.line, related.place.line) == ("S121", 3, 1)


def test_a_near_name_is_the_hint(findings):
    told = findings(
        {"content/2023/预算.yaml": "收人:\n  年初预算: 1万元\n项目:\n- 名称: 知识产权专项\n"}
    )
    assert [one.hint for one in told] == ["是不是“收入”？"]


def test_an_outline(workspace):
    outcome = validate_outline(load(workspace, "templates/五部分/outline.yaml").value)
    assert outcome.diagnostics == ()
    made = outcome.value
    assert made.name.value == "五部分"
    assert [line.value for line in made.title] == [
        "【全称】",
        "【本年】年度部门整体支出绩效自评报告",
    ]
    income, results = made.slots
    assert income.section.value == "正文.预算收支情况"
    overall, projects = results.slots
    assert overall.boilerplate.value == "无。"
    assert projects.each_project.title.value == "“【项目】”"
    fixed, by_project = made.tables
    assert [cell.value for cell in fixed.rows[0]] == ["年初预算", "【年初预算】"]
    assert [cell.value for cell in by_project.each_project] == ["【项目】", "【项目.支出】"]
    assert (by_project.total.value, by_project.gap_note) == ("合计", None)


def test_a_table_that_is_switched_off_is_not_in_the_outline(workspace):
    path = workspace / "templates/五部分/outline.yaml"
    path.write_text(path.read_text("utf-8").replace("启用: 是", "启用: 否"), "utf-8")
    outcome = validate_outline(load(workspace, "templates/五部分/outline.yaml").value)
    assert [table.title.value for table in outcome.value.tables] == ["项目支出情况表"]


@pytest.mark.parametrize(
    "text", ["名称: 五部分\n", "[]\n", "名称: @\n", "", "名称: 甲\n标题: 乙\n部分: 丙\n"]
)
def test_an_outline_at_fault_is_none(workspace, text):
    (workspace / "templates/五部分/outline.yaml").write_text(text, "utf-8")
    loaded = load(workspace, "templates/五部分/outline.yaml")
    outcome = validate_outline(loaded.value)
    assert outcome.value is None
    assert loaded.diagnostics or outcome.diagnostics


def test_the_title_of_an_outline_may_be_one_line(workspace):
    path = workspace / "templates/五部分/outline.yaml"
    path.write_text("名称: 甲\n标题: 乙\n部分: []\n", "utf-8")
    made = validate_outline(load(workspace, "templates/五部分/outline.yaml").value).value
    assert [line.value for line in made.title] == ["乙"]


SAMPLE = Path(__file__).parents[2]


def test_the_sample_has_no_findings():
    names = [*NAMES, "templates/五部分/outline.yaml"]
    loaded = [load(SAMPLE, name) for name in names]
    outline = validate_outline(loaded.pop().value)
    made = validate([one.value for one in loaded], 2023)
    assert [found for one in (*loaded, outline, made) for found in one.diagnostics] == []
    assert made.value.whole
    assert outline.value is not None


def test_a_table_within_the_prose_has_a_row_a_line(content):
    text = "整体支出绩效情况:\n  - 表: |-\n      项目 | 预算 ｜ 支出\n\n      修复 |  | 【修复】\n"

    (section,) = content(正文=text).sections

    (table,) = section.prose
    assert isinstance(table, Table)
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "预算", "支出"],
        ["修复", "", "【修复】"],
    ]
    assert table.rows[1][2].place().text == "【修复】"


def test_a_table_in_a_frame_of_bars_has_no_cells_outside_it(content):
    text = "整体支出绩效情况:\n  - 表: |-\n      | 项目 | 预算 |\n      | 修复 | 40 |\n"

    (section,) = content(正文=text).sections

    (table,) = section.prose
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "预算"],
        ["修复", "40"],
    ]


@pytest.mark.parametrize("row", ["|---|---|", "　"])
def test_a_table_without_rows_is_none(content, row):
    text = f"整体支出绩效情况:\n  - 以下是表。\n  - 表: '{row}'\n"

    (section,) = content(正文=text).sections

    assert [type(block) for block in section.prose] == [Paragraph]
