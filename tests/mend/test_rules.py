"""What the rules ask `--fix` to do: harmless all of it, done once and for all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.language.mark import leading, run_in
from jixiao.mend.harmless import is_harmless
from jixiao.mend.rounds import MOST_ROUNDS, mend
from jixiao.pipeline.audit import audit_source
from jixiao.source import Source

TESTS = Path(__file__).parents[1]
CASES = sorted(TESTS.joinpath("rules").glob("*.txt")) + sorted(
    TESTS.joinpath("clean").glob("*.txt")
)


def found(content):
    return audit_source(Source("报告.txt", content)).diagnostics


def mended(content):
    """Return a manuscript as `--fix` leaves it, and in how many rounds it got there."""
    made = mend(
        lambda amended: found(amended.get("报告.txt", content)), lambda *_: True
    ).drafts.get("报告.txt")
    return (made.content, len(made.rounds)) if made else (content, 0)


def letters(content):
    return re.findall(r"\w", content)


def unmarked(content):
    """Return the letters and digits of a text without its marks."""
    kept = []
    for line in content.split("\n"):
        bare = line.lstrip(" \t\u3000")
        first = leading(bare)
        marks = [one for one in (first, *run_in(bare, first.end if first else 0)) if one]
        for one in reversed(marks):
            bare = bare[: one.start] + bare[one.end :]
        bare = re.sub("（[一二三四五六七八九十]+）", "", bare)  # one that runs in is a mark as well
        kept += letters(bare)
    return kept


@pytest.mark.parametrize("path", CASES, ids=lambda one: one.name)
def test_every_edit_of_a_rule_is_harmless_and_makes_an_end_of_its_finding(path):
    content = re.sub(r"(?m)^===.*$| # (?:必改|应改|请核实)\[.*$", "", path.read_text("utf-8"))

    for one in found(content):
        assert all(is_harmless(edit) for edit in one.edits), f"{one.code}: {one.message}"
    once, rounds = mended(content)
    assert rounds < MOST_ROUNDS
    assert mended(once) == (once, 0)
    assert sorted(unmarked(once)) == sorted(unmarked(content))


@pytest.mark.parametrize(
    "content",
    [
        "一、概况\n编制3名。\n二、收支\n支出1万元。\n三、四好农村路建成36公里。\n三、绩效\n良好。\n",
        "一、概况\n编制3名。\n二、收支\n支出1万元。\n二、绩效\n良好。\n三、问题\n不够细。\n",
        "一、概况。编制3名。\n二、收支。支出1万元。\n二、绩效。良好，无误。\n",
    ],
)
def test_chapters_are_not_renumbered_for_one_that_repeats(content):
    assert mended(content) == (content, 0)


def test_a_chapter_that_repeats_is_renumbered_where_the_next_is_right_again():
    typed = "一、概况\n编制3名。\n二、收支\n支出1万元。\n二、绩效\n良好。\n四、问题\n不够细。\n"

    assert mended(typed)[0] == typed.replace("二、绩效", "三、绩效")


@pytest.mark.parametrize(
    "content",
    [
        "组织东山 西河 北塘三家单位验收，全部合格。\n",
        "修订《资产办法》、《采购细则》、《用车方案》（试行）、《接待意见》。\n",
    ],
)
def test_what_holds_the_items_of_a_list_apart_stays(content):
    assert mended(content) == (content, 0)


WORDS = st.sampled_from(
    ["全年完成培训", "年初预算", "追加", "实际支出", "甲专项", "“乙”", "《丙》", "GIS", "某县"]
)
NUMBERS = st.sampled_from(
    ["2023年", "300家", "69.88万元", "1,200元", "95%", "12:30", "2019", "365"]
)
SIGNS = st.sampled_from(
    [*'，,。.、；;：:？！（）()“”"《》 　\t', "。。", "，，", "……", "\n", "\n\n"]
)
MARKS = st.sampled_from(["一、", "（一）", "(二)", "1.", "2、", "（3）", "一是", "三是", "①"])
MARKED = st.builds("{}{}".format, st.sampled_from(["\n", "。", "；"]), MARKS)
UNMARKED = st.lists(WORDS | NUMBERS | SIGNS, max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(UNMARKED)
def test_no_letter_and_no_digit_of_a_text_without_marks_is_touched(content):
    once, rounds = mended(content)

    assert letters(once) == letters(content)
    assert rounds < MOST_ROUNDS
    assert mended(once) == (once, 0)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS | NUMBERS | SIGNS | MARKED, max_size=40).map("".join))
def test_of_a_text_with_marks_only_marks_are_touched(content):
    once, rounds = mended(content)

    without = re.compile(r"[0-9①-⑳一二三四五六七八九十百是要第]")
    assert without.sub("", "".join(letters(once))) == without.sub("", "".join(letters(content)))
    assert rounds < MOST_ROUNDS
    assert mended(once) == (once, 0)
