from __future__ import annotations

import pytest

from jixiao.report.cite.citations import Citations
from jixiao.report.derive import derive
from jixiao.report.outline.table import attachments

COLUMNS = ["名称", "年初", "追加", "支出", "执行率"]
EACH = [
    "【项目】",
    "【项目.年初预算】",
    "【项目.调整追加】",
    "【项目.支出】",
    "【项目.预算执行率】",
]
FULL = {"年初预算": "70万元", "调整追加": "30万元", "支出": "99.5万元"}


@pytest.fixture(scope="session")
def fill(make):
    """Return a function that fills tables from projects and facts."""

    def filling(*specs, projects=(), facts=(), **amounts):
        accounts = make.accounts(projects, **amounts)
        citations = Citations(derive(make.content(accounts=accounts, facts=facts)))
        return attachments(specs, citations), citations

    return filling


def values(row):
    return [one.value for one in row]


def test_a_row_a_project_in_the_unit_of_the_table_with_totals(make, fill):
    projects = [
        make.project("甲", **FULL),
        make.project("乙", 年初预算="1000000元", 调整追加="0元", 支出="50万元"),
    ]

    (table,), _ = fill(make.table(COLUMNS, each=EACH, total="合计", note="注"), projects=projects)

    assert table.unit_line == "单位：万元"
    assert [values(row) for row in table.rows] == [
        ["甲", "70.00", "30.00", "99.50", "99.50%"],
        ["乙", "100.00", "0.00", "50.00", "50.00%"],
    ]
    assert values(table.total) == ["合计", "170.00", "30.00", "149.50", "74.75%"]
    assert table.note == ""


def test_what_was_not_stated_is_a_dash_and_the_note_explains_it(make, fill):
    projects = [make.project("甲", **FULL), make.project("乙", 支出="50万元")]

    (table,), citations = fill(
        make.table(COLUMNS, each=EACH, total="合计", note="注：没有列明。"), projects=projects
    )

    assert values(table.rows[1]) == ["乙", "—", "—", "50.00", "—"]
    assert values(table.total) == ["合计", "70.00", "30.00", "149.50", "—"]
    assert table.note == "注：没有列明。"
    assert citations.diagnostics == []


def test_a_column_of_which_nothing_is_stated_has_a_dash_as_total(make, fill):
    (table,), _ = fill(
        make.table(COLUMNS, each=EACH, total="合计"), projects=[make.project("乙", 支出="5万元")]
    )

    assert values(table.total) == ["合计", "—", "—", "5.00", "—"]


def test_fixed_rows_print_amounts_without_and_rates_with_their_unit(make, fill):
    rows = [
        ["年初预算", "【年初预算】"],
        ["调整率", "【预算调整率】"],
        ["人数", "【在职人数】"],
        ["单位", "【全称】"],
        ["约数", "【约数】"],
        ["其他", "【其他资金】"],
        ["混合", "共【在职人数】"],
    ]

    (table,), citations = fill(
        make.table(["项目", "金额"], rows=rows, total="合计"),
        facts=[make.fact("约数", "10余万元")],
        年初预算="993.19万元",
        调整追加="366.27万元",
        在职人数="56名",
    )

    cells = [row[1].value for row in table.rows]
    assert cells == ["993.19", "36.88%", "56名", "甲市某局", "10余万元", "—", "共56名"]
    assert values(table.total) == ["合计", "993.19"]
    assert citations.used >= {"年初预算", "约数"}


def test_a_column_of_names_has_no_total(make, fill):
    spec = make.table(["额", "名"], each=["【项目.支出】", "【项目】"], total="合计")

    (table,), _ = fill(spec, projects=[make.project("甲", 支出="5万元")])

    assert values(table.total) == ["合计", ""]


def test_attachments_are_numbered_where_there_are_several(make, fill):
    spec = make.table(["甲"], rows=[["乙"]])

    one, _ = fill(spec)
    two, _ = fill(spec, spec)

    assert [table.label for table in one] == ["附件"]
    assert [table.label for table in two] == ["附件1", "附件2"]


def test_an_unknown_name_in_a_cell_is_found_in_the_outline(make, fill):
    _, citations = fill(make.table(["项目", "金额"], rows=[["年初", "【年初预标】"]]))

    found = citations.diagnostics[0]
    assert (found.code, found.place.file) == ("C101", "outline.yaml")


def test_a_table_without_a_unit_prints_quantities_as_they_are(make, fill):
    (table,), _ = fill(
        make.table(["项", "数"], rows=[["人", "【在职人数】"]], unit="", total="计"),
        在职人数="56名",
    )

    assert (table.unit_line, values(table.rows[0])) == ("", ["人", "56名"])
    assert values(table.total) == ["计", ""]
