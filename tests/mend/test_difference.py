"""The unified diff: what `patch` would make of it is what mending made."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.mend.difference import unified

HUNK = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def patched(before, diff):
    """Apply a unified diff as `patch` does, checking every line and every range of it."""
    old = re.findall(r"[^\n]*\n|[^\n]+$", before)
    made, at = [], 0
    lines = list(diff)[2:]
    for number, line in enumerate(lines):
        ends = number + 1 < len(lines) and lines[number + 1].startswith("\\")
        text = line[1:] + ("" if ends else "\n")
        if line.startswith("@@"):
            start, count, to, _ = map(int, HUNK.fullmatch(line).groups())
            first = start - 1 if count else start
            made += old[at:first]
            at = first
            assert to == len(made) + 1 or lines[number + 1 :] == [] or to == len(made)
        elif line.startswith("+"):
            made.append(text)
        elif line[0] in " -":
            assert old[at] == text
            if line[0] == " ":
                made.append(text)
            at += 1
    return "".join(made + old[at:])


LINES = st.lists(st.sampled_from(["", " ", "甲", "乙", "丙", "丁"]), max_size=30)


@given(LINES, LINES)
@example(["甲", "", ""], ["甲", ""])
@example(["甲"], ["甲", ""])
@example([], ["甲"])
@example(["甲"], [])
def test_the_diff_leads_from_one_text_to_the_other(before, after):
    before, after = "\n".join(before), "\n".join(after)

    diff = list(unified("报告.txt", before, after))

    assert (patched(before, diff) if diff else before) == after


def test_equal_texts_have_no_diff():
    assert list(unified("报告.txt", "甲\n乙\n", "甲\n乙\n")) == []


def test_a_diff_is_as_editors_show_it():
    before = "一\n二\n三\n四,\n五\n六\n七\n八\n"

    assert list(unified("报告.txt", before, before.replace(",", "，"))) == [
        "--- 报告.txt",
        "+++ 报告.txt",
        "@@ -1,7 +1,7 @@",
        " 一",
        " 二",
        " 三",
        "-四,",
        "+四，",
        " 五",
        " 六",
        " 七",
    ]


def test_changes_far_apart_are_shown_apart_and_a_missing_line_end_is_said():
    before = "甲,\n" + "乙\n" * 20 + "丙,"

    diff = list(unified("报告.txt", before, before.replace(",", "，")))

    assert sum(one.startswith("@@") for one in diff) == 2
    assert diff[-4:] == [
        "-丙,",
        "\\ No newline at end of file",
        "+丙，",
        "\\ No newline at end of file",
    ]


def test_a_blank_line_that_went_is_one_line_of_the_diff():
    diff = list(unified("报告.txt", "甲\n\n乙\n", "甲\n乙\n"))

    assert [one for one in diff[3:] if one[0] != " "] == ["-"]


def test_lines_of_every_kind_are_compared_once():
    before = "甲\n乙,\n" * 50_000

    # A square of the lines would take hours.
    assert len(list(unified("报告.txt", before, before.replace(",", "，")))) > 150_000
