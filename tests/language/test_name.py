"""What may stand in a name."""

from __future__ import annotations

import pytest

from jixiao.language.name import name_mistake


@pytest.mark.parametrize(
    "name",
    [
        "企业许可登记",
        "“个转企”新增",
        "全国12315平台办结率",
        "ISO9001认证企业",
        "《条例》宣传",
        "甲·乙—丙",
    ],
)
def test_a_name_of_letters_digits_quotes_and_dashes_is_good(name):
    assert name_mistake(name) is None


@pytest.mark.parametrize(
    ("name", "at", "said"),
    [
        ("", 0, "空的"),
        ("12315办结率", 0, "以数字开头"),
        ("平台１２３１５", 2, "全角的“１”"),
        ("甲-乙", 1, "不能有“-”"),
        ("【甲】", 0, "不能有“【”"),
        ("互联网+监管", 3, "不能有“+”"),
        ("企业 登记", 2, "不能有空格"),
        ("资金（整体）", 2, "不能有“（”"),
        ("甲.乙", 1, "不能有“.”"),
        ("甲|乙", 1, "不能有“|”"),
        ("名" * 61, 0, "超过60个字"),
    ],
)
def test_a_sign_with_a_meaning_of_its_own_is_pointed_at(name, at, said):
    mistake = name_mistake(name)

    assert mistake is not None
    assert mistake.start == at
    assert said in mistake.message
