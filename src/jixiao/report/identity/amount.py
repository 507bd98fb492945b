"""Amounts: exact or approximate numbers with a dimension, and what is done with them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.quantity import Measure
from jixiao.report.identity.dimension import PLAIN, Dimension, dimension_of, product, scale_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the base units of its dimension, between bounds; None where there is none.

    An exact number is its own two bounds.
    """

    low: Fraction | None
    high: Fraction | None
    dimension: Dimension = PLAIN

    @classmethod
    def exactly(cls, number: Fraction, dimension: Dimension = PLAIN) -> Amount:
        """Return an exact amount."""
        return cls(number, number, dimension)

    @classmethod
    def of(cls, measure: Measure) -> Amount:
        """Return the amount of a measure, with the bounds that 余, 近 or 以上 leave it."""
        scale = scale_of(measure)
        low, high = measure.bounds
        return cls(
            None if low is None else Fraction(low) * scale,
            None if high is None else Fraction(high) * scale,
            dimension_of(measure),
        )

    @property
    def exact(self) -> Fraction | None:
        """The number, or None where it is only known approximately."""
        return self.low if self.low == self.high else None

    def __neg__(self) -> Amount:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Amount(low, high, self.dimension)

    def __add__(self, other: Amount) -> Amount:
        return Amount(_sum(self.low, other.low), _sum(self.high, other.high), self.dimension)

    def __sub__(self, other: Amount) -> Amount:
        return self + -other

    def __mul__(self, other: Amount) -> Amount:
        low, high = _spread(self, other)
        return Amount(low, high, product(self.dimension, other.dimension))

    def __truediv__(self, other: Amount) -> Amount:
        """Divide by an amount that `may_be_zero` has ruled out."""
        inverse = Amount(_inverse(other.high), _inverse(other.low))
        low, high = _spread(self, inverse)
        return Amount(low, high, product(self.dimension, other.dimension, -1))

    @property
    def may_be_zero(self) -> bool:
        """Whether zero lies within the bounds, so that nothing can be divided by it."""
        return not ((self.low is not None and self.low > 0) or (self.high or 0) < 0)

    def without_unit(self) -> Amount:
        """Return the bare number, in base units."""
        return Amount(self.low, self.high)


def _sum(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left + right


def _inverse(number: Fraction | None) -> Fraction | None:
    # What has no bound has an inverse as near to zero as one likes.
    return Fraction(0) if number is None else 1 / number


def _spread(left: Amount, right: Amount) -> tuple[Fraction | None, Fraction | None]:
    """Return the bounds of a product; none where one factor has none."""
    ends = (left.low, left.high, right.low, right.high)
    if any(one is None for one in ends):
        return None, None
    a, b, c, d = (one or Fraction(0) for one in ends)
    products = (a * c, a * d, b * c, b * d)
    return min(products), max(products)
