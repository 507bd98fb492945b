from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.content import Section, Table
from jixiao.model.outline import Heading
from jixiao.report.derive import derive
from jixiao.report.outline.weave import weave


@pytest.fixture(scope="session")
def woven(make):
    """Return a function that weaves content, given by keywords, into slots."""

    def weaving(*slots, tables=(), **given):
        return weave(derive(make.content(**given)), make.skeleton(*slots, tables=tables))

    return weaving


def lines(outcome):
    return [block.line for block in outcome.value.blocks]


def codes(outcome):
    return [one.code for one in outcome.diagnostics]


def test_headings_are_numbered_by_level_and_prose_stands_below(make, woven):
    outcome = woven(
        make.slot(
            "基本情况",
            "正文.引言",
            make.slot("职能", "单位.主要职能"),
            make.slot("人员", "正文.人员"),
        ),
        make.slot("绩效", "正文.绩效"),
        unit={"主要职能": ["【自称】管市场。"]},
        sections={
            "引言": ["某局很好。"],
            "人员": ["编制若干。"],
            "绩效": [
                "总述。",
                ("深化改革", "如下。", ("登记", "更快。"), ("注销", "更简。")),
                ("执法", "严格。"),
            ],
        },
    )

    assert lines(outcome) == [
        "一、基本情况",
        "某局很好。",
        "（一）职能",
        "我局管市场。",
        "（二）人员",
        "编制若干。",
        "二、绩效",
        "总述。",
        "（一）深化改革",
        "如下。",
        "1.登记",
        "更快。",
        "2.注销",
        "更简。",
        "（二）执法",
        "严格。",
    ]
    assert codes(outcome) == []


def test_headings_count_on_from_a_mark_that_was_typed_in_its_form(make, woven):
    outcome = woven(
        make.slot(
            "基本情况",
            None,
            make.slot("职能", None, make.slot("登记"), mark="1. "),
            make.slot("机构"),
            make.slot("问题", mark="（二）"),
            make.slot("措施"),
        ),
        make.slot("其他", mark="5、"),
    )

    assert lines(outcome) == [
        "一、基本情况",
        "1. 职能",
        "（1）登记",
        "2. 机构",
        "（二）问题",
        "（三）措施",
        "5、其他",
    ]
    assert [block.level for block in outcome.value.blocks] == [1, 3, 4, 3, 2, 2, 3]


def test_a_typed_mark_stands_where_it_was_typed(make, woven):
    outcome = woven(make.slot("其他", mark="5、"), make.slot("附则"))

    first, second = outcome.value.blocks
    assert (first.mark.place().text, second.mark.place().text) == ("5、", "")


def test_slots_below_are_counted_on_from_the_headings_of_the_prose(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲", make.slot("再说", "正文.乙")),
        sections={"甲": [("先说", "一句。")], "乙": ["两句。"]},
    )

    assert lines(outcome) == ["一、甲", "（一）先说", "一句。", "（二）再说", "两句。"]


def test_items_have_their_topic_sentence_run_in(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲"),
        sections={
            "甲": [
                [
                    "登记便捷。更多。",
                    ("公平竞争", "清理。", "第二段。"),
                    ("好！", "对。"),
                    ("只有题",),
                ]
            ]
        },
    )

    assert lines(outcome)[1:] == [
        "一是登记便捷。更多。",
        "二是公平竞争。清理。",
        "第二段。",
        "三是好！对。",
        "四是只有题。",
    ]
    assert [str(block.mark or "") for block in outcome.value.blocks[1:]] == [
        "一是",
        "二是",
        "",
        "三是",
        "四是",
    ]


def test_an_item_may_be_a_passage(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲"),
        passages={"维权": ["受理多。", "办结快。"]},
        sections={"甲": [["【维权】", ("维权", "【维权】")]]},
    )

    assert lines(outcome)[1:] == ["一是受理多。", "办结快。", "二是维权。受理多。", "办结快。"]


def test_boilerplate_stands_where_nothing_was_written(make, woven):
    outcome = woven(
        make.slot("其他", "正文.其他", empty="无其他需要说明的情况。"),
        make.slot("空", None, make.slot("下", "正文.下"), empty="无。"),
        sections={"下": ["有。"]},
    )

    assert lines(outcome) == [
        "一、其他",
        "无其他需要说明的情况。",
        "二、空",
        "（一）下",
        "有。",
    ]
    assert codes(outcome) == []


def test_each_project_has_a_heading_in_the_order_of_the_accounts(make, woven):
    projects = [make.project("甲专项", 支出="1万元"), make.project("乙专项", 支出="2万元")]
    outcome = woven(
        make.slot("项目", "正文.项目", each=make.slot("“【项目】”", "正文.各项目")),
        accounts=make.accounts(projects),
        sections={"项目": ["总额【项目支出】。"]},
        project_sections={
            "乙专项": ["支出【乙专项.支出】。"],
            "甲专项": [("抽检", "【项目.支出】。")],
        },
    )

    assert lines(outcome) == [
        "一、项目",
        "总额3万元。",
        "（一）“甲专项”",
        "1.抽检",
        "1万元。",
        "（二）“乙专项”",
        "支出2万元。",
    ]
    assert codes(outcome) == []


def test_a_project_without_prose_is_found_at_its_name(make, woven):
    outcome = woven(
        make.slot("项目", each=make.slot("【项目】", "正文.各项目")),
        accounts=make.accounts([make.project("知识产权专项")]),
        project_sections={"知识产权项目": ["x"]},
    )

    found = outcome.diagnostics[0]
    assert (found.code, found.place.text) == ("S205", "知识产权专项")
    assert "是不是“知识产权项目”？" in found.hint


def test_a_section_that_no_slot_takes_is_found_and_its_citations_are_looked_up(make, woven):
    outcome = woven(
        make.slot("问题", "正文.存在的问题", empty="无。"),
        sections={"存在问题": ["【没有】"]},
    )

    assert codes(outcome) == ["C101", "S201"]
    assert outcome.diagnostics[1].place.text == "存在问题"
    assert "存在的问题" in outcome.diagnostics[1].hint


def test_project_prose_without_a_place_is_told_once(make, woven):
    projects = [make.project("甲专项"), make.project("乙专项")]
    outcome = woven(
        make.slot("甲", "正文.甲"),
        accounts=make.accounts(projects),
        sections={"甲": ["一"]},
        project_sections={"甲专项": ["一"], "乙专项": ["二"]},
    )

    assert codes(outcome) == ["S201"]
    assert len(outcome.diagnostics[0].related) == 1


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("正文.人员情况", "在 正文.yaml 里加“人员情况:”"),
        ("单位.历史", "在 单位.yaml 里加"),
        ("人员", "写成“正文."),
    ],
)
def test_a_slot_that_asks_for_what_does_not_exist_is_found_in_the_outline(make, woven, key, hint):
    outcome = woven(make.slot("人员情况", key))

    found = outcome.diagnostics[0]
    assert (found.code, found.place.text) == ("S202", key)
    assert hint in found.hint


def test_what_may_stand_in_an_unread_file_is_not_missed(make, woven):
    outcome = woven(
        make.slot("人员", "正文.人员"),
        make.slot("项目", each=make.slot("【项目】", "正文.各项目")),
        accounts=make.accounts([make.project("甲专项")]),
        facts=[make.fact("闲置", "3户")],
        passages={"闲段": ["x"]},
        whole=False,
    )

    assert codes(outcome) == []


def test_a_fifth_level_is_found_and_its_words_are_kept(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲"),
        sections={"甲": [("二", ("三", ("四", ("五", "底。"))))]},
    )

    assert lines(outcome) == ["一、甲", "（一）二", "1.三", "（1）四", "五。", "底。"]
    assert codes(outcome) == ["S203"]


@pytest.mark.parametrize(("count", "expected"), [(99, []), (100, ["S204"]), (150, ["S204"])])
def test_more_than_ninety_nine_items_are_numbered_and_told_of_once(make, woven, count, expected):
    outcome = woven(make.slot("甲", "正文.甲"), sections={"甲": [["项"] * count]})

    assert codes(outcome) == expected
    assert lines(outcome)[99] == "九十九是项"


def test_headings_past_ninety_nine_are_told_of_where_they_are_chinese(make, woven):
    blocks = [(f"题{at}", "文。") for at in range(101)]

    second = woven(make.slot("甲", "正文.甲"), sections={"甲": blocks})
    third = woven(make.slot("甲", "正文.甲"), sections={"甲": [("总", *blocks)]})

    assert codes(second) == ["S204"]
    assert lines(second)[-2] == "（一百零一）题100"
    assert codes(third) == []
    assert lines(third)[-2] == "101.题100"


def test_ten_thousand_items_do_not_stop_the_weaving(make, woven):
    outcome = woven(make.slot("甲", "正文.甲"), sections={"甲": [["项"] * 10_001]})

    assert lines(outcome)[-1] == "10001.项"


def test_title_signature_and_date_are_resolved(make):
    content = make.content(signature=("【全称】", "2024年5月10日"))
    skeleton = make.skeleton(title=("【全称】", "【本年】年度报告"))

    outline = weave(derive(content), skeleton).value

    assert [one.value for one in outline.title] == ["甲市某局", "2023年度报告"]
    assert (str(outline.signature), str(outline.date)) == ("甲市某局", "2024年5月10日")
    assert (outline.author, outline.dated) == ("甲市某局", datetime.date(2024, 5, 10))


def test_a_report_without_a_date_is_dated_the_last_day_of_its_year(make):
    outline = weave(derive(make.content()), make.skeleton()).value

    assert (outline.signature, outline.date) == (None, None)
    assert outline.dated == datetime.date(2023, 12, 31)


def test_facts_and_passages_used_nowhere_are_found(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲"),
        facts=[make.fact(name, "3户") for name in ("引用", "勾稽", "入表", "闲置")],
        constraints=[make.constraint("勾稽 <= 9户")],
        passages={"闲段": ["x"]},
        sections={"甲": ["【引用】"]},
        tables=[make.table(["名", "数"], rows=[["入表", "【入表】"]])],
    )

    assert [(one.code, one.place.text) for one in outcome.diagnostics] == [
        ("C108", "闲置"),
        ("C109", "闲段"),
    ]


def test_a_paragraph_keeps_the_places_of_its_words(make, woven):
    outcome = woven(
        make.slot("甲", "正文.甲"),
        facts=[make.fact("登记", "3户")],
        sections={"甲": [[("公平", "办理【登记】。")]]},
    )

    text = outcome.value.blocks[1].text
    assert text.value == "公平。办理3户。"
    assert text.place(0, 2).text == "公平"
    assert text.place(3, 5).text == "办理"
    assert text.place(5, 7).text == "【登记】"


LETTERS = "甲乙丙丁戊己庚辛"
words = st.text(LETTERS, min_size=1, max_size=4)
blocks = st.recursive(
    words | st.lists(words, min_size=1, max_size=4),
    lambda inner: st.tuples(words, inner) | st.tuples(words, inner, inner),
    max_leaves=8,
)


def depth(block):
    return 1 + max(depth(one) for one in block[1:]) if isinstance(block, tuple) else 0


def characters(block):
    return block if isinstance(block, str) else "".join(characters(one) for one in block)


@given(st.lists(st.lists(blocks, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_character_of_the_content_reaches_the_outline_in_order(make, woven, parts):
    slots = [make.slot("题", f"正文.节{at}") for at in range(len(parts))]

    outcome = woven(*slots, sections={f"节{at}": part for at, part in enumerate(parts)})

    texts = [b.title if isinstance(b, Heading) else b.text for b in outcome.value.blocks]
    written = "".join(one for text in texts for one in text.value if one in LETTERS)
    assert written == "".join(characters(block) for part in parts for block in part)
    assert ("S203" in codes(outcome)) == any(depth(b) > 3 for part in parts for b in part)


@given(st.lists(st.lists(blocks, min_size=1, max_size=4), min_size=1, max_size=12))
def test_siblings_are_numbered_from_one_without_a_gap_at_every_level(make, woven, parts):
    slots = [make.slot("题", f"正文.节{at}") for at in range(len(parts))]

    outcome = woven(*slots, sections={f"节{at}": part for at, part in enumerate(parts)})

    han = ["", *"一二三四五六七八九十", "十一", "十二", "十三"]
    counts = [0, 0, 0, 0]
    for block in outcome.value.blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (4 - block.level)
            n = counts[block.level - 1]
            marks = [f"{han[n]}、", f"（{han[n]}）", f"{n}.", f"（{n}）"]
            assert block.mark.value == marks[block.level - 1]


def test_thousands_of_projects_and_facts_are_woven(make, woven):
    projects = [make.project(f"第{at}号", 支出="1.00万元") for at in range(6000)]
    facts = [make.fact(f"事实{at}", "3户") for at in range(10_000)]

    outcome = woven(
        make.slot("甲", "正文.甲"),
        make.slot("项目", each=make.slot("【项目】", "正文.各项目")),
        accounts=make.accounts(projects),
        facts=facts,
        sections={"甲": ["".join(f"【{one.name}】" for one in facts)]},
        project_sections={one.name.value: ["【项目.支出】"] for one in projects},
    )

    assert codes(outcome) == ["S204"]
    assert lines(outcome)[-1] == "1.00万元"


def test_the_cells_of_a_table_are_resolved_one_by_one(make):
    typed = make.typed
    table = Table(((typed("项目"), typed("数")), (typed("登记"), typed("【登记】"))))
    section = Section(make.typed("绩效"), (table,))
    made = weave(
        derive(
            dataclasses.replace(
                make.content(facts=(make.fact("登记", "3户"),)), sections=(section,)
            )
        ),
        make.skeleton(make.slot("绩效", "正文.绩效")),
    )

    (_, block) = made.value.blocks
    assert [[cell.value for cell in row] for row in block.rows] == [["项目", "数"], ["登记", "3户"]]
