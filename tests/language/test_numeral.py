"""Chinese numerals and the marks they make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.numeral import chinese, heading_mark, item_mark, number


@given(st.integers(1, 9999))
def test_a_number_and_its_numeral_are_inverse(value):
    assert number(chinese(value)) == value


def test_numerals_are_written_as_people_write_them():
    expected = {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        99: "九十九",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        1001: "一千零一",
        9999: "九千九百九十九",
    }

    assert {value: chinese(value) for value in expected} == expected


@pytest.mark.parametrize("numeral", ["", "一十", "零", "十零", "一二", "壹", "1", "百"])
def test_what_is_no_numeral_is_no_number(numeral):
    assert number(numeral) is None


@pytest.mark.parametrize("value", [0, -1, 10000])
def test_numbers_beyond_the_numerals_are_refused(value):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese(value)


def test_each_level_has_its_mark():
    assert [heading_mark(level, 12) for level in (1, 2, 3, 4)] == [
        "十二、",
        "（十二）",
        "12.",
        "（12）",
    ]
    assert item_mark(3) == "三是"
    with pytest.raises(ValueError, match="no heading of level 5"):
        heading_mark(5, 1)
