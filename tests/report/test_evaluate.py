from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.language.equation import parse
from jixiao.report.exact import decimal, half_up, places_of
from jixiao.report.identity.amount import Amount
from jixiao.report.identity.dimension import product, spell
from jixiao.report.identity.evaluate import Term, evaluate


def read(name):
    numbers = {"甲": Fraction(6), "乙": Fraction(2), "丙": Fraction(3)}
    return Term(Amount.exactly(numbers[str(name)]), {str(name): Fraction(1)})


def value(text):
    return evaluate(parse(f"{text} = 0").sides[0], read)


@pytest.mark.parametrize(
    ("text", "number", "slopes"),
    [
        ("甲 + 乙 - 丙", 5, {"甲": 1, "乙": 1, "丙": -1}),
        ("甲 - (乙 - 丙)", 7, {"甲": 1, "乙": -1, "丙": 1}),
        ("-甲 + 甲", 0, {"甲": 0}),
        ("甲 * 乙", 12, {"甲": 2, "乙": 6}),
        ("数值(甲) * 2 + 1", 13, {"甲": 2}),
        ("甲 / 乙", 3, {"甲": Fraction(1, 2), "乙": 0}),
    ],
)
def test_an_expression_knows_how_it_moves_with_each_number(text, number, slopes):
    term = value(text)

    assert term.amount.exact == number
    assert term.slopes == slopes


def test_what_is_divided_by_or_squared_does_not_move_evenly():
    assert value("甲 / 乙").curved == {"乙"}
    assert value("甲 * 甲").curved == {"甲"}


@pytest.mark.parametrize(
    ("left", "right", "bounds"),
    [
        ((1, 2), (3, 4), (3, 8)),
        ((-1, 2), (3, 4), (-4, 8)),
        ((1, None), (3, 4), (None, None)),
    ],
)
def test_products_of_approximate_numbers_are_bounded_by_their_ends(left, right, bounds):
    product_of = _amount(*left) * _amount(*right)

    assert (product_of.low, product_of.high) == bounds


def test_quotients_of_approximate_numbers_are_bounded_by_their_ends():
    quotient = _amount(6, 12) / _amount(2, 3)
    open_ended = _amount(6, 6) / _amount(2, None)

    assert (quotient.low, quotient.high) == (2, 6)
    assert (open_ended.low, open_ended.high) == (0, 3)
    assert _amount(-1, 1).may_be_zero
    assert _amount(None, 1).may_be_zero
    assert not _amount(None, -1).may_be_zero


def _amount(low, high):
    ends = (None if one is None else Fraction(one) for one in (low, high))
    return Amount(*ends)


def test_compound_units_are_spelled_as_quotients():
    each = product((("件", 1),), (("人", 1),), -1)

    assert spell(each) == "件/人"
    assert spell(product(each, (("人", 1),))) == "件"
    assert spell(product((), (("人", 1),), -1)) == "1/人"
    assert spell(product((("元", 1),), (("元", 1),))) == "元·元"


def test_halves_are_rounded_away_from_zero():
    cent = Fraction(1, 100)

    assert half_up(Fraction(5, 1000), cent) == cent
    assert half_up(Fraction(-5, 1000), cent) == -cent
    assert half_up(Fraction(4999, 10**6), cent) == 0
    assert half_up(Fraction(1, 3), Fraction(0)) == Fraction(1, 3)


def test_fractions_become_decimals_without_loss_where_they_end():
    assert str(decimal(Fraction(1, 8))) == "0.125"
    assert str(decimal(Fraction(10**40 + 1, 2))).startswith("5000")
    assert str(decimal(Fraction(1, 3))).startswith("0.33333333333333333333333333333333")
    assert places_of(Fraction(1, 8), 6) == 3
    assert places_of(Fraction(1, 3), 6) is None
