"""The tree of an equation, and how it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from jixiao.language.measure import Measure

Operator = Literal["+", "-", "*", "/"]
Comparator = Literal["=", "<=", ">=", "<", ">"]


@dataclass(frozen=True, slots=True)
class Name:
    """A stated or computed number by its name, and the part of it that is meant."""

    name: str
    part: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.name}.{self.part}" if self.part else self.name


@dataclass(frozen=True, slots=True)
class Number:
    """A number typed into the equation, with a unit or without one."""

    digits: str
    magnitude: str = ""
    unit: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def value(self) -> Decimal:
        """The number in the base unit of its dimension."""
        return self.measure.amount

    @property
    def measure(self) -> Measure:
        """The number as a measure; its unit is empty where none was typed."""
        return Measure(self.digits, self.unit, self.magnitude)

    def __str__(self) -> str:
        return f"{self.digits}{self.magnitude}{self.unit}"


@dataclass(frozen=True, slots=True)
class Bare:
    """`数值(…)`: the number of what is inside, its unit left aside."""

    inner: Expression
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """The inside with its sign turned."""

    inner: Expression


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions and what is done with them."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Name | Number | Bare | Negative | Operation


@dataclass(frozen=True, slots=True)
class Equation:
    """Two or more sides, and the comparator between each two neighbours."""

    sides: tuple[Expression, ...]
    comparators: tuple[Comparator, ...]


_STRENGTH: dict[str, int] = {"+": 1, "-": 1, "*": 2, "/": 2}
_NEGATIVE, _ATOM = 3, 4


def show(equation: Equation) -> str:
    """Return the equation in its canonical form: half-width, blanks, no needless brackets."""
    written = [_show(equation.sides[0])]
    for comparator, side in zip(equation.comparators, equation.sides[1:], strict=True):
        written += [comparator, _show(side)]
    return " ".join(written)


def _show(expression: Expression) -> str:
    match expression:
        case Operation(operator, left, right):
            strength = _STRENGTH[operator]
            # Operators bind to the left: the right side needs brackets at its own strength too.
            return f"{_within(left, strength)} {operator} {_within(right, strength + 1)}"
        case Negative(inner):
            return f"-{_within(inner, _NEGATIVE)}"
        case Bare(inner):
            return f"数值({_show(inner)})"
    return str(expression)


def _within(expression: Expression, strength: int) -> str:
    written = _show(expression)
    return f"({written})" if _strength(expression) < strength else written


def _strength(expression: Expression) -> int:
    if isinstance(expression, Operation):
        return _STRENGTH[expression.operator]
    return _NEGATIVE if isinstance(expression, Negative) else _ATOM


def names(equation: Equation) -> tuple[Name, ...]:
    """Return the names in an equation in their order, each as often as it stands there."""
    return tuple(one for side in equation.sides for one in _names(side))


def _names(expression: Expression) -> Iterator[Name]:
    match expression:
        case Name():
            yield expression
        case Operation(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case Bare(inner) | Negative(inner):
            yield from _names(inner)
