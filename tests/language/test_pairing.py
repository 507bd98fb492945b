from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.pairing import pairing


def odd(text):
    return "".join(text[at] for at in pairing(text).odd)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（甲）“乙”《丙》", ""),
        ("（甲", "（"),
        ("甲）", "）"),
        ("“甲”乙”", "”"),
        ("（甲)", ""),
        ("《“甲》”", "“"),
        ("1）甲；2）乙；（3）丙", ""),
        ("a）甲；（见表1）", ""),
        ("（包括：1）甲；2）乙）", ""),
        ("一）甲", ""),
        ("共100）", "）"),
    ],
)
def test_a_mark_without_a_partner_is_odd(text, expected):
    assert odd(text) == expected


def test_a_pair_right_inside_its_own_kind_is_nested():
    assert pairing("《甲《乙》丙》").nested == ((2, 4),)
    assert pairing("“甲《“乙”》”").nested == ()
    assert pairing("“甲“乙”").nested == ()
    assert pairing("（甲（乙））").nested == ()


@given(st.text(alphabet="（()）“”《》甲1；"))
def test_what_is_odd_is_a_mark_and_told_once_in_order(text):
    found = pairing(text).odd

    assert list(found) == sorted(set(found))
    assert all(text[at] in "（()）“”《》" for at in found)


@given(st.text(alphabet="（）“”《》甲"))
def test_a_text_put_into_brackets_has_no_more_odd_marks(text):
    plain = pairing(text).odd
    if not plain:
        assert pairing(f"（{text}）").odd == ()
