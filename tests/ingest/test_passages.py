"""What is told twice is written once, and put back it is what was told."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jixiao.ingest.passages import told_once

REPEATED = (
    "扎实做好企业年报工作，强化信用约束措施，完善信用监管机制。年报率达【年报率】，居全市第一。"
)


def expanded(told):
    texts = {one.name: one.text for one in told.passages}
    cited = re.compile("【([^】]*)】")
    return [cited.sub(lambda found: texts.get(found[1], found[0]), one) for one in told.paragraphs]


def test_sentences_that_recur_become_a_passage_that_both_places_cite():
    told = told_once(
        [f"一是信用监管。{REPEATED}二是其他。", f"1.信用监管。{REPEATED}"], set().__contains__
    )

    (passage,) = told.passages
    assert passage.text == "信用监管。" + REPEATED.rstrip("。")
    assert all(f"【{passage.name}】" in one for one in told.paragraphs)


def test_marks_of_points_stay_outside_a_passage():
    told = told_once([f"一是信用监管。{REPEATED}", f"1.信用监管。{REPEATED}"], set().__contains__)

    assert [one[:2] for one in told.paragraphs] == ["一是", "1."]


def test_a_short_phrase_that_recurs_stays_where_it_is():
    told = told_once(["成效明显。甲。", "成效明显。乙。"], set().__contains__)

    assert told.passages == ()


def test_a_passage_gets_no_name_that_a_fact_has():
    told = told_once([REPEATED, REPEATED], {"年报率情况"}.__contains__)

    (passage,) = told.passages
    assert passage.name != "年报率情况"


SENTENCES = st.lists(
    st.sampled_from(
        [REPEATED, "组织开展专项检查，发现问题【问题】，均已整改到位。", "一是", "1.", "好。"]
    ),
    max_size=6,
).map("".join)


@given(st.lists(SENTENCES, max_size=6))
def test_expanded_again_the_paragraphs_are_what_they_were(paragraphs):
    told = told_once(paragraphs, {"问题", "年报率"}.__contains__)

    assert expanded(told) == paragraphs


def test_passages_that_begin_alike_have_names_of_their_own():
    paragraphs = [
        f"【甲】扎实推进各项重点工作任务，圆满完成全年目标任务第{at}批。" for at in range(1200)
    ]

    told = told_once([*paragraphs, *paragraphs], set().__contains__)

    assert len({one.name for one in told.passages}) == 1200
