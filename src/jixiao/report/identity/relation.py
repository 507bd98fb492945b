"""Relations: two sides that must agree, from an equation of `勾稽.yaml` or from the accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from jixiao.diagnostic import Defect, Severity
from jixiao.language.equation import Bare, Expression, Name, Operation
from jixiao.language.expression import Comparator
from jixiao.model.content import Stated
from jixiao.source import Place


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a relation, and how a sentence calls it."""

    expression: Expression
    label: str

    @property
    def name(self) -> Name | None:
        """The one name that this side is, bare or not; None for anything longer."""
        inner = self.expression.inner if isinstance(self.expression, Bare) else self.expression
        return inner if isinstance(inner, Name) else None


@dataclass(frozen=True, slots=True)
class Relation:
    """What must hold between two sides, and what to say where it does not."""

    defect: Defect
    left: Side
    comparator: Comparator
    right: Side
    #: where the relation itself is seen: the equation, or the total of the accounts
    place: Place
    severity: Severity
    #: the project or fact that the relation is about: its parts are called by their bare names
    subject: str = ""
    #: how a hint calls this relation as a witness for one of its numbers
    testimony: str = ""
    #: the equation as typed; empty for what is built in
    equation: str = ""
    remark: str = ""

    @property
    def votes(self) -> bool:
        """Whether it says which number is right: a question says nothing for certain."""
        return self.severity is not Severity.QUESTION


def name_of(number: Stated) -> Name:
    """Return the name of a stated number as an expression."""
    name, _, part = number.name.partition(".")
    return Name(name, part)


def total(numbers: Iterable[Stated]) -> Expression:
    """Return the sum of one or more stated numbers as an expression."""
    names: Iterable[Expression] = (name_of(one) for one in numbers)
    return reduce(lambda left, right: Operation("+", left, right), names)
