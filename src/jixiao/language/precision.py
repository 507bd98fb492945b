"""Precision: rounding as accountants do (四舍五入), and what an approximate number can mean."""

from __future__ import annotations

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

#: the least and the greatest amount; None where there is no end
Bounds = tuple[Decimal | None, Decimal | None]

_DIGITS = 60


def exact(amount: Decimal, quantum: Decimal = Decimal(1)) -> AbstractContextManager[Context]:
    """Return a context in which an amount of any size keeps every digit down to the quantum."""
    spread = amount.adjusted() - min(quantum.adjusted(), 0)
    return localcontext(prec=max(_DIGITS, spread + _DIGITS))


def rounded(amount: Decimal, quantum: Decimal) -> Decimal:
    """Return an amount rounded half up to a multiple of a power of ten; zero has no sign."""
    with exact(amount, quantum):
        unit = Decimal(1).scaleb(quantum.adjusted())
        found = amount.quantize(unit, rounding=ROUND_HALF_UP)
        return found or found.copy_abs()


def bounds(amount: Decimal, before: str, after: str, bound: str) -> Bounds:
    """Return what a number can mean, both ends included.

    余, 多 and 几 reach up to the next number of the same roundness (3000余 stays below 4000),
    近 down to the one before it, 约 and 左右 half as far to both sides; 超 and 以上 have no
    upper end, 不足 and 以下 no lower one.
    """
    step = _roundness(amount)
    if before in {"超", "超过"} or bound == "以上":
        return amount, None
    if before == "不足" or bound == "以下":
        return None, amount
    if before == "约" or bound == "左右":
        return amount - step / 2, amount + (step if after else step / 2)
    away = step.copy_sign(amount)
    if after:
        return _ascending(amount, amount + away)
    return _ascending(amount - away, amount) if before == "近" else (amount, amount)


def _ascending(one: Decimal, other: Decimal) -> Bounds:
    return min(one, other), max(one, other)


def _roundness(amount: Decimal) -> Decimal:
    """Return the power of ten of the last digit that is not zero: 1000 for 3000, 10 for 150."""
    _, _, exponent = amount.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent))
