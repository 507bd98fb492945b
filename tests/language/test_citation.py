"""Citations in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.citation import Citation, Literal, parse, show
from jixiao.language.mistake import MistakeKind

NAMES = st.text(alphabet="企业许可登记“”12", min_size=1, max_size=6)
PARTS = st.sampled_from(["", "目标", "完成率"])
PIECES = st.lists(
    st.one_of(
        st.builds(Citation, NAMES, PARTS, st.sampled_from(["", "同比"])),
        st.builds(Literal, st.text(alphabet="甲乙，。 a", min_size=1, max_size=5)),
    ),
    max_size=6,
)


def unescaped(parts):
    return "".join(one.text if isinstance(one, Literal) else str(one) for one in parts)


@given(PIECES)
def test_printing_and_reading_are_inverse(pieces):
    text = show(tuple(pieces))

    parts, mistakes = parse(text)

    assert mistakes == ()
    assert [one for one in parts if isinstance(one, Citation)] == [
        one for one in pieces if isinstance(one, Citation)
    ]
    assert unescaped(parts) == unescaped(pieces)
    assert show(parts) == text


@given(st.text(alphabet="【】|.甲乙，a", max_size=30))
def test_any_text_is_covered_without_a_gap(text):
    parts, mistakes = parse(text)

    at = 0
    for part in parts:
        assert part.start == at
        at = part.end
    assert at == len(text)
    assert all(text[one.start : one.end] for one in mistakes)


def test_a_citation_has_a_name_a_part_and_a_filter():
    parts, _ = parse("新增【个转企新增.完成率】，【企业许可登记|同比】。")

    assert [one for one in parts if isinstance(one, Citation)] == [
        Citation("个转企新增", "完成率"),
        Citation("企业许可登记", "", "同比"),
    ]


def test_blanks_around_a_name_do_not_count():
    assert parse("【 企业许可登记 】")[0] == (Citation("企业许可登记"),)


def test_a_doubled_bracket_is_the_bracket_itself():
    parts, mistakes = parse("【【注】】")

    assert (unescaped(parts), mistakes) == ("【注】", ())


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("共【企业许可登记，", MistakeKind.UNCLOSED, "【企业许可登记"),
        ("共【甲【乙】", MistakeKind.UNCLOSED, "【甲"),
        ("共】户", MistakeKind.STRAY_CLOSE, "】"),
        ("共【】户", MistakeKind.EMPTY, "【】"),
        ("共【 】户", MistakeKind.EMPTY, "【 】"),
        ("共【甲.】户", MistakeKind.EMPTY, "【甲.】"),
        ("共【甲|】户", MistakeKind.EMPTY, "【甲|】"),
        ("共【甲。完成率】户", MistakeKind.FULL_WIDTH, "【甲。完成率】"),
        ("共【甲｜同比】户", MistakeKind.FULL_WIDTH, "【甲｜同比】"),
        ("共【甲【乙】】户", MistakeKind.NESTED, "【甲【乙】】"),
        ("共【甲.乙.丙】户", MistakeKind.SYNTAX, "【甲.乙.丙】"),
        ("共【甲|乙|丙】户", MistakeKind.SYNTAX, "【甲|乙|丙】"),
    ],
)
def test_a_broken_citation_stays_as_text_and_is_pointed_at(text, kind, at):
    parts, (mistake, *_) = parse(text)

    assert mistake.kind is kind
    assert text[mistake.start : mistake.end] == at
    assert mistake.hint
    assert at in unescaped(parts)


def test_the_way_out_of_a_full_width_dot_is_shown():
    _, (mistake,) = parse("【个转企新增．完成率】")

    assert mistake.hint == "改成【个转企新增.完成率】"


@pytest.mark.parametrize(
    "text", ["【甲" * 200_000, "【甲【乙" * 100_000, "】" * 99_999, "【" + "甲" * 10**6]
)
def test_a_hostile_text_is_kept_as_it_is(text):
    parts, mistakes = parse(text)

    assert mistakes
    assert all(len(one.message) < 200 for one in mistakes)
    assert parts[-1].end == len(text)


def test_a_long_text_of_brackets_is_read_in_one_pass():
    _, mistakes = parse("【" * 99_999)

    assert len(mistakes) == 1
