"""Edits put into a text: in order, apart, and everything else as it was."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jixiao.diagnostic import Edit
from jixiao.mend.splice import Change, Shift, compatible, splice
from jixiao.source import Source

SOURCE = Source("报告.txt", "年初预算,追加,支出。")


def edit(start, end, replacement):
    return Edit(SOURCE.place(start, end), replacement)


def test_edits_are_made_in_the_order_of_their_places():
    changes = compatible([[edit(7, 8, "，")], [edit(4, 5, "，")]])

    assert splice(SOURCE.content, changes) == "年初预算，追加，支出。"


def test_of_two_edits_that_overlap_the_first_is_made():
    changes = compatible([[edit(4, 6, "，追")], [edit(5, 7, "增加")]])

    assert changes == (Change(4, 6, "，追"),)


def test_a_group_is_made_whole_or_not_at_all():
    changes = compatible([[edit(4, 5, "，")], [edit(4, 6, "（"), edit(9, 10, "）")]])

    assert changes == (Change(4, 5, "，"),)


def test_deletions_that_touch_wait_for_each_other():
    assert compatible([[edit(4, 5, "")], [edit(5, 6, "")]]) == (Change(4, 5, ""),)


def test_replacements_that_touch_are_made_together():
    assert len(compatible([[edit(4, 5, "，")], [edit(5, 6, "加")]])) == 2


def test_an_insertion_beside_another_edit_waits():
    assert compatible([[edit(4, 5, "，")], [edit(5, 5, " ")]]) == (Change(4, 5, "，"),)
    assert compatible([[edit(4, 4, " ")], [edit(4, 4, " ")]]) == (Change(4, 4, " "),)


def test_a_group_that_is_at_odds_with_itself_keeps_no_other_from_being_made():
    odd = [edit(4, 6, "，"), edit(5, 7, "，")]

    assert compatible([odd, [edit(7, 8, "，")]]) == (Change(7, 8, "，"),)


EDITS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 3), st.sampled_from(["", "，", "——"])).map(
        lambda one: edit(one[0], min(one[0] + one[1], 11), one[2])
    ),
    max_size=8,
)


@given(st.lists(EDITS, max_size=4))
def test_what_is_made_is_apart_and_leaves_the_rest_as_it_was(groups):
    changes = compatible(groups)
    mended, shift = splice(SOURCE.content, changes), Shift(changes)

    assert all(one.end <= other.start for one, other in pairwise(changes))
    touched = {at for one in changes for at in range(one.start, one.end)}
    for at in range(len(SOURCE.content)):
        if at not in touched:
            assert mended[shift(at)] == SOURCE.content[at]
    assert shift(len(SOURCE.content)) == len(mended)


@given(st.lists(EDITS, min_size=1, max_size=4))
def test_something_is_made_where_a_group_is_not_at_odds_with_itself(groups):
    sound = [one for one in groups if one and len(compatible([one])) == len(one)]

    assert bool(sound) == bool(compatible(groups))
