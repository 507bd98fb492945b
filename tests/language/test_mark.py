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
