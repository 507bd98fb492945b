from __future__ import annotations

import pytest

from jixiao.report.nearest import Nearest, suggestion


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("企业许可登记", "企业许可登记"),
        ("企业许可登计", "企业许可登记"),
        ("许可登记", "企业许可登记"),
        ("执行", "预算执行率"),
        ("率", None),
        ("风马牛", None),
        ("", None),
    ],
)
def test_the_name_most_like_a_slip_is_found(typed, near):
    names = Nearest(["企业许可登记", "个体许可", "预算执行率", "专利"])

    assert names.to(typed) == near


def test_it_is_found_among_thousands_of_names_too():
    names = Nearest([f"第{at}号企业登记" for at in range(5000)] + ["商标有效注册量"])

    assert names.to("商标有效注测量") == "商标有效注册量"


def test_a_hint_asks_only_where_there_is_a_name():
    assert suggestion("专利") == "是不是“专利”？"
    assert suggestion(None) == ""
