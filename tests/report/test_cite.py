from __future__ import annotations

import pytest

from jixiao.report.cite.citations import Citations
from jixiao.report.derive import derive


@pytest.fixture(scope="session")
def year(make):
    """Return a function from passages to the citations of a small year."""

    def citations(passages=None, *, whole=True):
        accounts = make.accounts(
            [
                make.project("甲专项", 年初预算="70万元", 调整追加="69.98万元", 支出="139.98万元"),
                make.project("乙专项", 支出="20万元"),
            ],
            年初预算="993.19万元",
            调整追加="366.27万元",
            支出合计="1359.46万元",
        )
        facts = [
            make.fact("个转企", "251户", "206户", "121.8%"),
            make.fact("净增", "9260户", "8772户"),
            make.fact("宣传资料", "3000余份"),
            make.fact("排名", "第一"),
        ]
        return Citations(
            derive(
                make.content(accounts=accounts, facts=facts, passages=passages or {}, whole=whole)
            )
        )

    return citations


def found(citations):
    return [(one.code, one.place.text) for one in citations.diagnostics]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("登记【个转企】，", "登记251户，"),
        ("【个转企.目标】【个转企.完成率】", "206户121.8%"),
        ("【净增.完成率】", "105.56%"),
        ("【宣传资料】居【排名】", "3000余份居第一"),
        ("【收入合计】【支出合计】", "1359.46万元1359.46万元"),
        ("【甲专项】【甲专项.支出】【甲专项.预算执行率】", "甲专项139.98万元100.00%"),
        ("【预算执行率】【预算调整率】", "100.00%36.88%"),
        ("【全称】【简称】【自称】", "甲市某局某局我局"),
        ("【上年】【本年】【下年】年，【年末】", "202220232024年，2023年12月31日"),
        ("见【【注】】。", "见【注】。"),
        ("没有引用", "没有引用"),
        ("", ""),
    ],
)
def test_citations_print_what_they_name(make, year, typed, printed):
    citations = year()

    assert citations.line(make.typed(typed)).value == printed
    assert found(citations) == []


def test_every_character_keeps_the_place_where_it_was_typed(make, year):
    text = year().line(make.typed("登记【个转企】，【【好】】。"))

    assert text.value == "登记251户，【好】。"
    assert text.place(0, 2).text == "登记"
    assert text.place(2, 6).text == "【个转企】"
    assert text.place(6, 7).text == "，"
    assert text.place(7, 8).text == "【【"
    assert text.place(8, 9).text == "好"
    assert text.place(10, 11).text == "。"


@pytest.mark.parametrize(
    ("typed", "code", "where", "hint"),
    [
        ("登记【个专企】户", "C101", "【个专企】", "是不是“个转企”？"),
        ("登记【没人知道】户", "C101", "【没人知道】", "事实.yaml"),
        ("登记【个转企，多", "C102", "【个转企", "补上】"),
        ("率【个转企.完成】", "C103", "【个转企.完成】", ".目标、.完成率"),
        ("率【预算执行率.目标】", "C103", "【预算执行率.目标】", "没有部分"),
        ("【】", "C105", "【】", "【名称】"),
        ("多】", "C105", "】", "】】"),
        ("【个转企|同比】", "C106", "【个转企|同比】", "【个转企】"),
        ("【宣传资料.目标】", "C107", "【宣传资料.目标】", "目标: ……"),
        ("【宣传资料.完成率】", "C107", "【宣传资料.完成率】", "值÷目标"),
        ("【乙专项.年初预算】", "C107", "【乙专项.年初预算】", "年初预算: ……"),
        ("【乙专项.预算执行率】", "C107", "【乙专项.预算执行率】", "补齐"),
        ("【其他资金】", "C107", "【其他资金】", "“其他资金”"),
        ("【在职人员控制率】", "C107", "【在职人员控制率】", "“在职人数”、“编制人数”"),
    ],
)
def test_a_wrong_citation_stays_as_typed_and_is_found(make, year, typed, code, where, hint):
    citations = year()

    assert citations.line(make.typed(typed)).value == typed
    assert found(citations) == [(code, where)]
    assert hint in citations.diagnostics[0].hint


def test_the_names_of_the_unit_that_are_not_given_are_asked_for(make):
    content = make.content()
    unit = type(content.unit)(content.unit.full_name, None, None, None, ())
    citations = Citations(derive(type(content)(**{**_fields(content), "unit": unit})))

    citations.line(make.typed("【简称】"))

    assert found(citations) == [("C107", "【简称】")]
    assert "单位.yaml" in citations.diagnostics[0].hint


def _fields(value):
    return {name: getattr(value, name) for name in type(value).__dataclass_fields__}


def test_names_that_may_stand_in_what_was_not_read_are_held_back(make, year):
    citations = year(whole=False)

    citations.line(make.typed("【没有】【乙专项.年初预算】【个转企.没有】"))

    assert [code for code, _ in found(citations)] == ["C103"]


def test_a_passage_is_expanded_with_its_own_citations(make, year):
    citations = year({"维权": ["受理【个转企】。"], "综述": ["先说：【维权】"]})

    line = citations.line(make.typed("全年【综述】完。"))

    assert line.value == "全年先说：受理251户。完。"
    assert line.place(2, 4).text == "先说"
    assert found(citations) == []


def test_a_paragraph_that_is_only_a_passage_becomes_its_paragraphs(make, year):
    citations = year({"维权": ["第一段。", "第二段。"]})

    texts = citations.paragraphs(make.typed(" 【维权】"))

    assert [one.value for one in texts] == ["第一段。", "第二段。"]


def test_several_paragraphs_in_a_sentence_are_run_together(make, year):
    citations = year({"维权": ["甲。", "乙。"]})

    assert citations.line(make.typed("（【维权】）")).value == "（甲。乙。）"


def test_passages_in_a_circle_are_told_once_and_stay_as_typed(make, year):
    citations = year(
        {"甲": ["甲【乙】"], "乙": ["乙【丙】"], "丙": ["丙【甲】"], "丁": ["丁【丁】"]}
    )

    line = citations.line(make.typed("【甲】"))

    assert [code for code, _ in found(citations)] == ["C104", "C104"]
    assert "“甲” → “乙” → “丙” → “甲”" in citations.diagnostics[0].message
    assert "“丁” → “丁”" in citations.diagnostics[1].message
    assert line.value == "甲乙丙【甲】"


def test_a_long_chain_of_passages_needs_no_stack(make, year):
    chain = {f"段{at}": [f"【段{at + 1}】"] for at in range(3000)} | {"段3000": ["到底"]}
    citations = year(chain)

    assert citations.line(make.typed("【段0】")).value == "到底"
    assert found(citations) == []


def test_passages_that_multiply_are_cut_short(make, year):
    bomb = {f"段{at}": [f"【段{at + 1}】" * 10] for at in range(12)} | {"段12": ["哈" * 10]}
    citations = year(bomb)

    line = citations.line(make.typed("【段0】"))

    assert "C110" in [code for code, _ in found(citations)]
    assert len(line) < 4_000_000


def test_the_project_at_hand_is_cited_where_there_is_one(make, year):
    citations = year()
    project = citations.register.project("甲专项")

    text = make.typed("“【项目】”【项目.支出】")

    assert citations.line(text, project).value == "“甲专项”139.98万元"
    assert citations.line(text).value == text.value


def test_names_that_are_cited_count_as_used(make, year):
    citations = year({"维权": ["【净增】"]})

    citations.line(make.typed("【个转企.目标】【维权】"))

    assert citations.used == {"净增", "个转企", "维权"}
