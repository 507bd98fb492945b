"""Lengths as files write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.word.opc.markup import w
from jixiao.word.reading.measure import half_points, twips


def element(value: str):
    one = etree.Element(w("ind"))
    one.set(w("left"), value)
    return one


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("1588", 1588),
        ("-640", -640),
        ("1440.0", 1440),
        ("28.95pt", 579),
        ("37mm", 2098),
        ("2.8cm", 1587),
        ("1in", 1440),
        ("1pc", 240),
    ],
)
def test_a_length_is_read_in_twips_whatever_its_unit(written, length):
    assert twips(element(written), "left", 7) == length


@pytest.mark.parametrize(
    "written", ["", "auto", "1e9", "１２", "9999999999", "5 feet", "--1", "NaN"]
)
def test_what_is_no_length_is_the_default(written):
    assert twips(element(written), "left", 7) == 7


def test_a_length_that_is_not_there_is_the_default():
    assert twips(None, "left", 7) == 7
    assert twips(element("5"), "right", 7) == 7


@pytest.mark.parametrize(
    ("written", "size"), [("32", 32), ("16pt", 32), ("10.5pt", 21), ("21.0", 21)]
)
def test_a_size_is_read_in_half_points(written, size):
    assert half_points(element(written), "left", 0) == size


@given(st.integers(-(10**6), 10**6))
def test_points_are_twenty_twips(length):
    assert twips(element(f"{length / 20:.2f}pt"), "left", 0) == length


@given(st.text(max_size=30).filter(lambda one: one.isprintable()))
def test_any_text_is_a_length_or_the_default(written):
    assert isinstance(twips(element(written), "left", 7), int)
