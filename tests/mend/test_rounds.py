"""Mending in rounds: until nothing is left to mend, never for ever, never what is settled."""

from __future__ import annotations

import re
from dataclasses import replace

from jixiao.diagnostic import Defect, Edit, Severity
from jixiao.mend.rounds import MOST_ROUNDS, mend
from jixiao.source import Source

DEFECT = Defect("W101", "汉字之间的半角标点", Severity.WARNING, "")


def always(*_):
    return True


def examiner(content, pattern, replacement, **changed):
    """Return what finds a pattern in a text, and what was asked of it."""
    asked = []

    def examine(amended):
        asked.append(dict(amended))
        source = Source("报告.txt", amended.get("报告.txt", content))
        return [
            replace(
                DEFECT.at(
                    source.place(*found.span()),
                    "半角标点",
                    edits=[Edit(source.place(*found.span()), found.expand(replacement))],
                ),
                **changed,
            )
            for found in re.finditer(pattern, source.content)
        ]

    return examine, asked


def test_what_is_found_is_mended_and_looked_at_again():
    examine, asked = examiner("甲,乙,丙", ",", "，")

    made = mend(examine, always)

    draft = made.drafts["报告.txt"]
    assert (draft.content, draft.count) == ("甲，乙，丙", 2)
    assert asked == [{}, {"报告.txt": "甲，乙，丙"}]


def test_what_only_then_shows_is_mended_as_well():
    examine, _ = examiner("甲，，，，乙", "，，", "，")

    assert mend(examine, always).drafts["报告.txt"].content == "甲，乙"


def test_rules_that_undo_each_other_come_to_an_end():
    def examine(amended):
        content = amended.get("报告.txt", "甲,乙")
        pattern, replacement = (",", "，") if "," in content else ("，", ",")
        return examiner(content, pattern, replacement)[0]({})

    assert len(mend(examine, always).drafts["报告.txt"].rounds) == MOST_ROUNDS


def test_what_a_person_has_settled_is_left_alone():
    examine, _ = examiner("甲,乙", ",", "，", settled="照录原件")

    assert mend(examine, always).drafts == {}


def test_a_finding_without_an_edit_leaves_the_file_alone():
    examine, _ = examiner("甲,乙", ",", "，", edits=())

    assert mend(examine, always).drafts == {}


def test_an_edit_of_a_number_is_dropped_with_all_of_its_finding():
    source = Source("报告.txt", "支出5,000万元,甲")
    edits = (Edit(source.place(3, 4), ""), Edit(source.place(9, 10), "，"))
    found = replace(DEFECT.at(source.place(3, 4), "半角标点"), edits=edits)

    assert mend(lambda _: [found], always).drafts == {}


def test_a_file_that_would_not_be_what_it_was_is_left_as_it_was():
    examine, _ = examiner("甲,乙", ",", "，")

    made = mend(examine, lambda *_: False)

    assert (made.drafts, list(made.refused)) == ({}, ["报告.txt"])


def test_a_file_is_left_as_it_was_even_if_only_the_second_round_breaks_it():
    examine, _ = examiner("甲，，，，乙", "，，", "，")

    made = mend(examine, lambda _before, _changes, after: after != "甲，乙")

    assert (made.drafts, list(made.refused)) == ({}, ["报告.txt"])
