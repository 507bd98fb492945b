"""A place as it is shown: what stands around it, how wide it is, what hides made visible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.excerpt import CUT, excerpts, visible, width
from jixiao.source import Source


def shown(content, start, end, columns=92):
    return [
        (one.line, one.before, one.marked, one.after)
        for one in excerpts(Source("稿.txt", content).place(start, end), columns)
    ]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("追加: 69", 8),
        ("e\u0301", 1),
        ("☂\ufe0f", 1),
        ("\u20e3", 0),
        ("　", 2),
        ("（", 2),
        ("ｶ", 1),
        ("𠮷", 2),
        ("😀", 2),
        ("", 0),
    ],
)
def test_han_are_two_columns_wide_and_combining_characters_none(text, columns):
    assert width(text) == columns


def test_a_short_line_is_shown_whole():
    assert shown("甲\n  乙,丙\n", 5, 6) == [(2, "  乙", ",", "丙")]


def test_a_place_of_no_characters_marks_the_one_that_stands_there():
    assert shown("甲乙", 1, 1) == [(1, "甲", "乙", "")]
    assert shown("甲乙", 2, 2) == [(1, "甲乙", "", "")]


@pytest.mark.parametrize(("content", "at"), [("", 0), ("甲\n   \n乙", 3), ("甲\n\n乙", 2)])
def test_a_line_without_text_shows_nothing(content, at):
    assert shown(content, at, at + 1) == []


def test_a_long_line_is_cut_around_the_place():
    content = "甲" * 300 + "【无此事实】" + "乙" * 300

    ((_, before, marked, after),) = shown(content, 300, 306)

    assert marked == "【无此事实】"
    assert before == CUT + "甲" * 12
    assert after.startswith("乙")
    assert after.endswith(CUT)
    assert width(before + marked + after) <= 92


def test_a_place_at_the_end_of_a_long_line_has_more_before_it():
    ((_, before, marked, after),) = shown("甲" * 300 + "乙", 300, 301)

    assert (marked, after) == ("乙", "")
    assert 88 <= width(before + marked) <= 92


def test_a_place_that_is_too_long_itself_is_cut():
    ((_, before, marked, after),) = shown("甲" * 5 + "乙" * 300 + "丙", 5, 305)

    assert marked.endswith("乙" + CUT)
    assert before in {"甲" * 5, CUT, ""}
    assert after == ""
    assert width(before + marked) <= 92


def test_a_place_of_several_lines_is_marked_in_each_without_the_indent():
    content = "- 甲乙\n  丙丁\n    戊\n己\n"

    assert shown(content, 2, content.index("己")) == [
        (1, "- ", "甲乙", ""),
        (2, "  ", "丙丁", ""),
        (3, "    ", "戊", ""),
    ]


def test_of_a_place_of_many_lines_the_first_and_the_last_are_shown():
    content = "甲\n乙\n丙\n丁\n戊己"

    assert shown(content, 0, len(content) - 1) == [(1, "", "甲", ""), (5, "", "戊", "己")]


def test_what_does_not_show_gets_a_sign_of_the_same_place():
    assert visible("甲\t乙\x1b[31m丙\x7f\u202e丁\u200b\u2028\udcff") == "甲 乙␛[31m丙␡�丁���"
    assert visible("甲\u3000乙\u00a0丙") == "甲\u3000乙\u00a0丙"
    assert visible("plain (text)") == "plain (text)"


def test_a_line_as_cut_marks_another_place_that_it_shows_whole():
    source = Source("稿.txt", "题\n" + "甲" * 100 + "乙丙" + "丁" * 20 + "戊" + "己" * 100)
    (one,) = excerpts(source.place(102, 103), 92)

    other = one.marking(source.place(124, 125))

    assert (other.line, other.text, other.marked) == (2, one.text, "戊")
    assert one.marking(source.place(102, 104)).marked == "乙丙"
    for start, end in ((0, 1), (60, 70), (124, 220), (240, 400), (125, 125)):
        assert one.marking(source.place(start, end)) is None


@given(st.text(), st.integers(0, 60), st.integers(0, 60), st.integers(20, 100))
def test_an_excerpt_is_printable_and_within_its_columns(content, start, length, columns):
    start = min(start, len(content))
    place = Source("稿.txt", content).place(start, min(start + length, len(content)))

    for one in excerpts(place, columns):
        assert width(one.text) <= columns
        assert visible(one.text) == one.text
        assert "\n" not in one.text
        if one.marked == visible(place.text) != "":
            assert one.marking(place) == one


def test_a_line_of_five_million_characters_is_shown_at_a_thousand_places():
    source = Source("稿.txt", "甲" * 5_000_000)

    # A copy of the line for each of these would take minutes.
    shown = [excerpts(source.place(at, at + 1), 92) for at in range(0, 5_000_000, 5000)]

    assert all(width(one.text) <= 92 for each in shown for one in each)
