"""The relations that a report's words state and that hold, as equations between its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jixiao.language.equation import parse
from jixiao.language.expression import (
    Bare,
    Equation,
    Expression,
    Name,
    Negative,
    Number,
    Operation,
    show,
)
from jixiao.model.content import Constraint, Content

#: the names of numbers by where they stand in the source
Names = Mapping[tuple[int, int], str]


def equations(holding: Sequence[Constraint], claimed: Content, names: Names) -> tuple[str, ...]:
    """Return the equations of claims that hold, each once; one with an unnamed number is left out.

    `claimed` says where the numbers of the claims stand, `names` what they are called there.
    """
    places = {one.name.value: one.value.place for one in claimed.facts}
    places |= {one.name: one.place for one in claimed.accounts.stated}
    known = {
        name: names[place.start, place.end]
        for name, place in places.items()
        if (place.start, place.end) in names
    }
    made = (_renamed(one.equation, known) for one in holding)
    return tuple(dict.fromkeys(one for one in made if one))


def _renamed(equation: Equation, known: Mapping[str, str]) -> str:
    sides = [_side(one, known) for one in equation.sides]
    whole = [one for one in sides if one is not None]
    if len(whole) < len(sides) or len({str(one) for one in whole}) < len(whole):
        return ""
    text = show(Equation(tuple(whole), equation.comparators))
    return text if isinstance(parse(text), Equation) else ""


def _side(expression: Expression, known: Mapping[str, str]) -> Expression | None:
    match expression:
        case Name():
            name, _, part = known.get(_full(expression), "").partition(".")
            return Name(name, part) if name else None
        case Number():
            return expression
        case Operation(operator, left, right):
            one, other = _side(left, known), _side(right, known)
            return Operation(operator, one, other) if one and other else None
        case Bare(inner) | Negative(inner):
            renamed = _side(inner, known)
            return replace(expression, inner=renamed) if renamed else None


def _full(name: Name) -> str:
    return f"{name.name}.{name.part}" if name.part else name.name
