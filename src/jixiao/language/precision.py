"""Precision: rounding as accountants do (四舍五入), and what an approximate number can mean."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

#: the least and the greatest amount; None where there is no end
Bounds = tuple[Decimal | None, Decimal | None]


def rounded(amount: Decimal, quantum: Decimal) -> Decimal:
    """Return an amount rounded half up to a multiple of a power of ten."""
    with localcontext() as context:
        context.prec = 60
        exponent = quantum.adjusted()
        return amount.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP)


def bounds(amount: Decimal, before: str, after: str, bound: str) -> Bounds:
    """Return what a number can mean, both ends included.

    余, 多 and 超 reach up to the next number of the same roundness (3000余 stays below 4000),
    近 and 不足 down to the one before it, 约 and 左右 half as far to both sides.
    """
    step = _roundness(amount)
    if after or before in {"超", "超过"}:
        return amount, None if bound == "以上" else amount + step
    if before in {"近", "不足"}:
        return amount - step, amount
    if before == "约" or bound == "左右":
        return amount - step / 2, amount + step / 2
    if bound == "以上":
        return amount, None
    if bound == "以下":
        return None, amount
    return amount, amount


def _roundness(amount: Decimal) -> Decimal:
    """Return the power of ten of the last digit that is not zero: 1000 for 3000, 10 for 150."""
    _, _, exponent = amount.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent))
