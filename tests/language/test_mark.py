from __future__ import annotations

import pytest

from jixiao.language.mark import leading, run_in


def marks(text):
    return [one.text for one in run_in(text)]


def test_items_run_in_behind_a_comma_but_points_do_not():
    assert marks("有两个问题，一是进度慢，二是结余多。1.加快进度，2.压减结余") == [
        "一是",
        "二是",
        "1.",
    ]


def test_items_run_in_behind_a_closing_quote_and_a_blank():
    assert marks("做到“应保尽保。”二是发放及时。 三是公开透明") == ["二是", "三是"]


@pytest.mark.parametrize("text", ["三要素保障到位", "四要件齐全", "十要闻"])
def test_words_that_begin_like_an_item_are_none(text):
    assert leading(text) is None


@pytest.mark.parametrize(
    ("text", "number", "due"),
    [
        ("三是公开透明", 4, "四是"),
        ("2、加快进度", 3, "3、"),
        ("（二）机构", 3, "（三）"),
        ("(1)编制", 2, "(2)"),
        ("①编制", 2, "②"),
        ("第一，加快", 2, "第二，"),
    ],
)
def test_a_mark_is_renumbered_the_way_it_was_typed(text, number, due):
    assert leading(text).renumbered(number) == due


@pytest.mark.parametrize(
    "text",
    [
        "三、四级河道清淤36公里",
        "三、四线道路照明改造",
        "二、三产业增加值",
        "一、二季度支出",
        "三、四楼改造",
        "四、五月份宣传",
        "一、二、三等奖各1个",
        "一、三季度支出",
        "七、八十户受益",
        "第三、四季度投资",
        "第一、二批资金",
    ],
)
def test_the_first_of_two_numerals_that_count_one_thing_is_no_mark(text):
    assert leading(text) is None
    assert marks(f"建成投用。{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "二、三公经费",
        "三、四好农村路",
        "一、一般公共预算",
        "二、三农工作",
        "三、五年规划",
        "一、二十大精神",
    ],
)
def test_a_heading_may_begin_with_a_numeral(text):
    assert leading(text).kind.level == 1
