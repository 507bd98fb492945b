"""Expressions worked out: their amount, and how it moves with each stated number in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.diagnostic import Defect
from jixiao.language.equation import Bare, Expression, Name, Negative, Number, Operation
from jixiao.report.defects.equation import MIXED_UNITS, UNWORKABLE_EQUATION
from jixiao.report.identity.amount import Amount
from jixiao.report.identity.dimension import spell


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an expression has no value: the defect, what to say of it, and the way out."""

    defect: Defect
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """The value of an expression.

    `slopes` says by how much it grows with each stated number, the others standing still; it is
    not constant for the names in `curved` (a number that is divided by).
    """

    amount: Amount
    slopes: dict[str, Fraction] = field(default_factory=dict)
    curved: frozenset[str] = frozenset()


Read = Callable[[Name], Term | Fault]


def evaluate(expression: Expression, read: Read) -> Term | Fault:
    """Return the value of an expression whose names `read` looks up, or why it has none.

    It walks the tree without recursion: a sum over thousands of projects is one long branch.
    """
    terms: list[Term] = []
    for node in _children_first(expression):
        made = _value(node, terms, read)
        if isinstance(made, Fault):
            return made
        terms.append(made)
    return terms.pop()


def names_in(expression: Expression) -> tuple[str, ...]:
    """Return the full names in an expression, each once, in their order."""
    nodes = _children_first(expression)
    return tuple(dict.fromkeys(str(one) for one in nodes if isinstance(one, Name)))


def _children_first(expression: Expression) -> list[Expression]:
    waiting, ordered = [expression], []
    while waiting:
        node = waiting.pop()
        ordered.append(node)
        match node:
            case Operation(_, left, right):
                waiting += (left, right)
            case Bare(inner) | Negative(inner):
                waiting.append(inner)
    return ordered[::-1]


def _value(node: Expression, terms: list[Term], read: Read) -> Term | Fault:
    match node:
        case Name():
            return read(node)
        case Number():
            return Term(Amount.of(node.measure))
        case Bare():
            inner = terms.pop()
            return Term(inner.amount.without_unit(), inner.slopes, inner.curved)
        case Negative():
            inner = terms.pop()
            return Term(-inner.amount, _scaled(inner.slopes, Fraction(-1)), inner.curved)
        case Operation(operator):
            right, left = terms.pop(), terms.pop()
            return _OPERATIONS[operator](left, right)


def mixed(left: Amount, right: Amount, doing: str) -> Fault:
    """Return the fault of two amounts that cannot be added or compared."""
    units = [spell(one.dimension) for one in (left, right)]
    named = [f"“{one}”" if one else "没有单位的数" for one in units]
    return Fault(
        MIXED_UNITS,
        f"{named[0]}与{named[1]}不能{doing}",
        "确实只比数字的，写成 数值(名称)；单位填错的，改单位",
    )


def _added(left: Term, right: Term) -> Term | Fault:
    if left.amount.dimension != right.amount.dimension:
        return mixed(left.amount, right.amount, "相加")
    return Term(left.amount + right.amount, _merged(left, right, 1), left.curved | right.curved)


def _subtracted(left: Term, right: Term) -> Term | Fault:
    if left.amount.dimension != right.amount.dimension:
        return mixed(left.amount, right.amount, "相减")
    return Term(left.amount - right.amount, _merged(left, right, -1), left.curved | right.curved)


def _multiplied(left: Term, right: Term) -> Term:
    amount = left.amount * right.amount
    one, other = left.amount.exact, right.amount.exact
    if one is None or other is None:
        return Term(amount, {}, frozenset((*left.slopes, *right.slopes)))
    both = left.slopes.keys() & right.slopes.keys()
    slopes = _scaled(left.slopes, other) | _scaled(right.slopes, one)
    return Term(amount, slopes, left.curved | right.curved | both)


def _divided(left: Term, right: Term) -> Term | Fault:
    if right.amount.may_be_zero:
        hint = "核对作分母的数；它确实是零的，删去这一条"
        return Fault(UNWORKABLE_EQUATION, "分母是零，算不出来", hint)
    amount = left.amount / right.amount
    divisor = right.amount.exact
    if divisor is None:
        return Term(amount, {}, frozenset((*left.slopes, *right.slopes)))
    curved = left.curved | right.curved | right.slopes.keys()
    slopes = {name: Fraction(0) for name in right.slopes} | _scaled(left.slopes, 1 / divisor)
    return Term(amount, slopes, curved)


_OPERATIONS: dict[str, Callable[[Term, Term], Term | Fault]] = {
    "+": _added,
    "-": _subtracted,
    "*": _multiplied,
    "/": _divided,
}


def _scaled(slopes: dict[str, Fraction], factor: Fraction) -> dict[str, Fraction]:
    return {name: slope * factor for name, slope in slopes.items()}


def _merged(left: Term, right: Term, sign: int) -> dict[str, Fraction]:
    """Return the slopes of a sum or difference.

    Each term is used once, so the left one's own slopes take up the right one's: a sum of n
    names costs n steps, not n².
    """
    slopes = left.slopes
    for name, slope in right.slopes.items():
        slopes[name] = slopes.get(name, Fraction(0)) + sign * slope
    return slopes
