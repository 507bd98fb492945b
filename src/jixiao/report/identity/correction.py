"""Corrections: the value that a number should have, printed the way the number was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest

from jixiao.language.quantity import Measure, measure_of
from jixiao.report.derive import decimals_for
from jixiao.report.exact import decimal
from jixiao.report.identity.evaluate import Read
from jixiao.report.identity.judge import Judgement, with_number

_TEN_THOUSAND = "万"


def due(judgement: Judgement, name: str, old: Measure, read: Read) -> Fraction | None:
    """Return the amount of one number with which both sides of a relation are equal, or None.

    The sides are linear in it, or in its inverse where it is divided by; nothing else is solved.
    """
    gap = _gap(judgement)
    if gap is None:
        return None
    now = Fraction(old.amount)
    if name not in judgement.left.curved | judgement.right.curved:
        slope = judgement.left.slopes.get(name, Fraction(0))
        slope -= judgement.right.slopes.get(name, Fraction(0))
        return now - gap / slope if slope else None
    doubled = with_number(judgement, name, old, _times(old, 2), read) if now else None
    other = _gap(doubled) if doubled else None
    if other is None or other == gap:
        return None
    # gap = a + b / x, so two points give a and b, and the root is -b / a.
    inverse = 2 * now * (gap - other)
    constant = gap - inverse / now
    return -inverse / constant if constant else None


def _gap(judgement: Judgement) -> Fraction | None:
    left, right = judgement.left.amount.exact, judgement.right.amount.exact
    return None if left is None or right is None else left - right


def _times(measure: Measure, factor: int) -> Measure:
    return measure_of(measure.amount * factor, measure)


def printings(old: Measure, amount: Fraction, finest: Decimal) -> Iterator[Measure]:
    """Yield ways to print an amount in a number's place, the likeliest slip first.

    They are: the same digits in 元 or 万元; as many decimals as typed; as fine as `finest`.
    """
    if old.dimension == "元" and old.magnitude in {"", _TEN_THOUSAND}:
        slipped = replace(old, magnitude="" if old.magnitude else _TEN_THOUSAND)
        if Fraction(slipped.amount) == amount:
            yield slipped
    yield measure_of(decimal(amount), old)
    if finest < old.quantum:
        yield measure_of(decimal(amount), old, decimals_for(old, finest))


def digits_changed(old: Measure, new: Measure) -> int:
    """Return how many digits differ between two printings; two swapped neighbours are one slip.

    A digit that was not typed counts as changed: 70 to 70.10 changes two, 69.88 to 69.98 one.
    """
    if old.digits == new.digits:
        return int(old != new)
    pairs = _aligned(old.digits.replace(",", ""), new.digits)
    differing = [at for at, (one, other) in enumerate(pairs) if one != other]
    if len(differing) == 2 and differing[1] - differing[0] == 1:  # noqa: PLR2004 -- a swap
        first, second = (pairs[at] for at in differing)
        if first == second[::-1]:
            return 1
    return len(differing)


def _aligned(old: str, new: str) -> list[tuple[str, str]]:
    """Return two numbers digit by digit, aligned at the decimal point."""
    (old_whole, _, old_part), (new_whole, _, new_part) = old.partition("."), new.partition(".")
    whole = list(zip_longest(reversed(old_whole), reversed(new_whole), fillvalue=""))
    return [*reversed(whole), *zip_longest(old_part, new_part, fillvalue="")]
