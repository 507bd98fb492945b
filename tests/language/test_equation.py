"""Equations between facts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.equation import (
    Bare,
    Equation,
    Name,
    Negative,
    Number,
    Operation,
    names,
    parse,
    show,
)
from jixiao.language.mistake import Mistake, MistakeKind

NAMES = st.builds(
    Name,
    st.sampled_from(["立案", "企业净增", "“三考”值守", "平台12315办结率"]),
    st.sampled_from(["", "目标"]),
)
NUMBERS = st.builds(
    Number,
    st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,2})?", fullmatch=True),
    st.just(""),
    st.sampled_from(["", "%", "户", "元"]),
)
EXPRESSIONS = st.recursive(
    st.one_of(NAMES, NUMBERS),
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
        st.builds(Bare, inner),
        st.builds(Negative, inner),
    ),
    max_leaves=12,
)


@st.composite
def equations(draw):
    sides = draw(st.lists(EXPRESSIONS, min_size=2, max_size=3))
    comparators = [draw(st.sampled_from(["=", "<=", ">=", "<", ">"])) for _ in sides[1:]]
    return Equation(tuple(sides), tuple(comparators))


@given(equations())
def test_printing_and_reading_are_inverse(equation):
    assert parse(show(equation)) == equation


@given(st.text(alphabet="甲乙=<+-*/()（）数值2%. 【", max_size=30))
def test_any_text_is_an_equation_or_one_mistake_in_it(text):
    read = parse(text)

    if isinstance(read, Mistake):
        assert 0 <= read.start <= read.end <= len(text)
        assert read.message
        assert read.hint
    else:
        assert parse(show(read)) == read


def test_full_width_operators_mean_the_same():
    assert parse("撤回率＝（监督撤回－其他）÷申请×１００％") == parse(
        "撤回率 = (监督撤回 - 其他) / 申请 * 100%"
    )
    assert parse("结案≤立案") == parse("结案 <= 立案")


def test_operators_bind_as_in_arithmetic():
    assert parse("甲 = 乙 - 丙 - 丁 * 2") == parse("甲 = (乙 - 丙) - (丁 * 2)")
    assert show(parse("甲 = 乙-(丙-丁)")) == "甲 = 乙 - (丙 - 丁)"


def test_comparisons_may_be_chained():
    equation = parse("案件 = 处罚决定书 = 结案")

    assert len(equation.sides) == 3
    assert equation.comparators == ("=", "=")


def test_a_name_may_carry_a_part_and_knows_where_it_stands():
    text = "企业净增.完成率 = 企业净增 / 企业净增.目标"

    found = names(parse(text))

    assert [str(one) for one in found] == ["企业净增.完成率", "企业净增", "企业净增.目标"]
    assert [text[one.start : one.end] for one in found] == [str(one) for one in found]


def test_names_are_found_in_every_corner():
    found = names(parse("数值(甲) = -乙 + (丙 - 数值(丁 * 2))"))

    assert [one.name for one in found] == ["甲", "乙", "丙", "丁"]


def test_a_number_has_its_unit():
    equation = parse("甲 = 3.5万元 + 100%")

    assert equation.sides[1].left.value == Decimal(35000)
    assert equation.sides[1].right.value == Decimal(1)


@pytest.mark.parametrize(
    ("text", "kind", "said", "at"),
    [
        ("", MistakeKind.EMPTY, "空的", ""),
        ("甲", MistakeKind.SYNTAX, "没有 =", "甲"),
        ("甲 = ", MistakeKind.SYNTAX, "没有写完", " "),
        ("甲 = (乙", MistakeKind.SYNTAX, "括号没有配对", "("),
        ("甲 = 乙)", MistakeKind.SYNTAX, "少了运算符", ")"),
        ("甲 = 乙 丙", MistakeKind.SYNTAX, "少了运算符", "丙"),
        ("甲 = + 乙", MistakeKind.SYNTAX, "应是名称", "+"),
        ("甲 = 乙 + 【丙】", MistakeKind.SYNTAX, "不能有“【”", "【"),
        ("甲 = 企业净增。完成率", MistakeKind.SYNTAX, "不能有“。”", "。"),
        ("甲 = 1,2 户", MistakeKind.SYNTAX, "千位逗号", "1,2"),
        (
            "甲 = 12345678901234567890123456789",
            MistakeKind.SYNTAX,
            "太长",
            "1234567890" * 2 + "123456789",
        ),
        ("甲 = （乙", MistakeKind.SYNTAX, "在“（”处", "（"),
        ("甲 = __import__", MistakeKind.SYNTAX, "不能有“_”", "_"),
    ],
)
def test_a_mistake_is_pointed_at(text, kind, said, at):
    mistake = parse(text)

    assert isinstance(mistake, Mistake)
    assert mistake.kind is kind
    assert said in mistake.message
    assert text[mistake.start : mistake.end] == at


def test_the_longest_equation_can_be_shown_compared_and_searched():
    equation = parse("甲 = " + "乙 - " * 118 + "乙")

    assert len(names(equation)) == 120
    assert parse(show(equation)) == equation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("甲 = " + "(" * 100 + "乙" + ")" * 100, MistakeKind.TOO_DEEP),
        ("甲 = " + "-" * 100 + "乙", MistakeKind.TOO_DEEP),
        ("(" * 100_000, MistakeKind.TOO_LONG),
        ("甲 = " + "9" * 1_000_000, MistakeKind.TOO_LONG),
        ("甲 = " + "乙+" * 300 + "乙", MistakeKind.TOO_LONG),
    ],
)
def test_a_hostile_equation_is_one_mistake(text, kind):
    assert parse(text).kind is kind
