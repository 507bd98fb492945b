from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.counting import FORMAL, respelt, roman

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@given(st.integers(1, 3999))
def test_a_roman_numeral_adds_up_to_its_number(number):
    values = [_VALUES[one] for one in roman(number)]

    signed = (-one if one < max(values[at:]) else one for at, one in enumerate(values))
    assert sum(signed) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "壹"),
        (10, "壹拾"),
        (11, "壹拾壹"),
        (20, "贰拾"),
        (101, "壹佰零壹"),
        (1010, "壹仟零壹拾"),
        (0, ""),
    ],
)
def test_formal_counting_writes_ten_with_its_one(number, written):
    assert respelt(number, *FORMAL) == written
