"""Dimensions: what a number measures, and what becomes of it in products and quotients."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from jixiao.language.quantity import Measure

#: units with their powers, sorted: 元 is (("元", 1),); rates and plain numbers have none
Dimension = tuple[tuple[str, int], ...]

PLAIN: Dimension = ()

_RATES = {"%", "个百分点", ""}


def dimension_of(measure: Measure) -> Dimension:
    """Return the dimension of a measure; rates, percentage points and plain numbers are alike."""
    unit = measure.dimension
    return PLAIN if unit in _RATES else ((unit, 1),)


def scale_of(measure: Measure) -> Fraction:
    """Return what an amount is multiplied by: a percentage point is a hundredth."""
    return Fraction(1, 100) if measure.dimension == "个百分点" else Fraction(1)


def product(left: Dimension, right: Dimension, power: int = 1) -> Dimension:
    """Return the dimension of a product (with power -1, of a quotient)."""
    powers = Counter(dict(left))
    for unit, exponent in right:
        powers[unit] += exponent * power
    return tuple(sorted((unit, one) for unit, one in powers.items() if one))


def spell(dimension: Dimension) -> str:
    """Return a dimension as a unit: 元, 件/人, 元·元; empty for rates and plain numbers."""
    above = "·".join(unit for unit, power in dimension for _ in range(power))
    below = "·".join(unit for unit, power in dimension for _ in range(-power))
    return f"{above or '1'}/{below}" if below else above
