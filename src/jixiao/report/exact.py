"""Exact arithmetic: fractions inside, decimals where numbers are stated or printed.

A sum or quotient is never rounded on the way; 四舍五入 happens once, at the printed precision.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from math import floor

#: digits of a quotient that does not end: far more than any report prints
_DIGITS = 60


def decimal(number: Fraction) -> Decimal:
    """Return a fraction as a decimal: exactly where it ends within 60 digits, else to 60."""
    context = Context(prec=_DIGITS + len(str(abs(number.numerator))))
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def half_up(number: Fraction, quantum: Fraction) -> Fraction:
    """Return a number rounded to a multiple of a quantum, halves away from zero (四舍五入).

    A quantum of zero leaves the number as it is.
    """
    if not quantum:
        return number
    steps = floor(abs(number) / quantum + Fraction(1, 2))
    return steps * quantum if number >= 0 else -steps * quantum


def places_of(number: Fraction, most: int) -> int | None:
    """Return how many decimals write a number exactly, or None where `most` are not enough."""
    for places in range(most + 1):
        if (number * 10**places).denominator == 1:
            return places
    return None
