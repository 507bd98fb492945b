"""Relations judged: both sides worked out, compared at the printed precision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.equation import Expression, Name, Number, Operation
from jixiao.language.expression import Comparator
from jixiao.language.quantity import Measure
from jixiao.report.exact import half_up
from jixiao.report.identity.amount import Amount
from jixiao.report.identity.dimension import PLAIN, scale_of
from jixiao.report.identity.evaluate import Fault, Read, Term, evaluate, mixed, names_in
from jixiao.report.identity.relation import Relation, Side

#: two computed rates are compared as the text would print them, at 0.01 %
_RATE_QUANTUM = Fraction(1, 10000)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation with the values of its sides, and whether it holds."""

    relation: Relation
    left: Term
    right: Term
    #: the stated measures among the two sides, for precision and for the unit to print in
    measures: tuple[Measure | None, Measure | None]

    @property
    def holds(self) -> bool:
        """Whether the sides agree at the printed precision."""
        quantum = _quantum(self.relation, self.measures)
        return _agree(self.relation.comparator, self.left.amount, self.right.amount, quantum)

    @property
    def is_exact(self) -> bool:
        """Whether both sides are known exactly."""
        return self.left.amount.exact is not None and self.right.amount.exact is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The exact stated numbers in it, each once, in their order."""
        return tuple({**self.left.slopes, **self.right.slopes})

    @property
    def mentioned(self) -> tuple[str, ...]:
        """All names in it, computed and approximate ones too."""
        sides = (self.relation.left, self.relation.right)
        return tuple(dict.fromkeys(name for one in sides for name in names_in(one.expression)))

    @property
    def is_equality(self) -> bool:
        """Whether it says that the sides are equal."""
        return self.relation.comparator == "="


Given = Mapping[str, Measure]


def judge(relation: Relation, read: Read, numbers: Given) -> Judgement | Fault:
    """Return the judgement on a relation, or why it cannot be worked out.

    `numbers` holds the measures by full name, for the sides that are one name.
    """
    left = evaluate(relation.left.expression, read)
    right = evaluate(relation.right.expression, read)
    if isinstance(left, Fault):
        return left
    if isinstance(right, Fault):
        return right
    if left.amount.dimension != right.amount.dimension:
        return mixed(left.amount, right.amount, "相比")
    measures = (_stated(relation.left, numbers), _stated(relation.right, numbers))
    return Judgement(relation, left, right, measures)


def _stated(side: Side, numbers: Given) -> Measure | None:
    """Return the measure that a side states: that of its one name, or a typed rate."""
    if side.name is not None:
        return numbers.get(str(side.name))
    if isinstance(side.expression, Number) and side.expression.unit in {"%", "‰"}:
        return side.expression.measure
    return None


def _quantum(relation: Relation, measures: tuple[Measure | None, Measure | None]) -> Fraction:
    """Return the precision to compare at: the coarser of the stated sides, else exactly."""
    # A stated zero is not a rounded number: nobody prints 0.18万元 as 0万元.
    stated = [one for one in measures if one and one.is_exact and one.amount]
    quanta = [Fraction(one.quantum) * scale_of(one) for one in stated]
    if quanta:
        return max(quanta)
    sides = (relation.left.expression, relation.right.expression)
    return _RATE_QUANTUM if any(_divides(one) for one in sides) else Fraction(0)


def _divides(expression: Expression) -> bool:
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Operation):
            if node.operator == "/":
                return True
            waiting += (node.left, node.right)
        elif not isinstance(node, Name | Number):
            waiting.append(node.inner)
    return False


def _agree(comparator: Comparator, left: Amount, right: Amount, quantum: Fraction) -> bool:
    """Return whether two amounts can agree: approximate ones do where their bounds allow it."""
    one, other = left.exact, right.exact
    if one is not None and other is not None and comparator not in {"<", ">"}:
        left = Amount.exactly(half_up(one, quantum), PLAIN)
        right = Amount.exactly(half_up(other, quantum), PLAIN)
    match comparator:
        case "=":
            return _at_most(left.low, right.high) and _at_most(right.low, left.high)
        case "<=":
            return _at_most(left.low, right.high)
        case ">=":
            return _at_most(right.low, left.high)
        case "<":
            return _below(left.low, right.high)
        case ">":
            return _below(right.low, left.high)


def _at_most(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high


def _below(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low < high


def with_number(
    judgement: Judgement, name: str, old: Measure, new: Measure, read: Read
) -> Judgement | None:
    """Return the judgement as it would be were one stated number another, or None.

    Where the sides grow evenly with it, this costs no second evaluation.
    """
    relation = judgement.relation
    sides: list[Term] = []
    for term, side in ((judgement.left, relation.left), (judgement.right, relation.right)):
        moved: Term | Fault = _moved(term, name, old, new) or evaluate(
            side.expression, _overridden(read, name, new)
        )
        if isinstance(moved, Fault):
            return None
        sides.append(moved)
    measures = [
        new if side.name is not None and str(side.name) == name else measure
        for side, measure in zip((relation.left, relation.right), judgement.measures, strict=True)
    ]
    return Judgement(relation, sides[0], sides[1], (measures[0], measures[1]))


def _moved(term: Term, name: str, old: Measure, new: Measure) -> Term | None:
    value = term.amount.exact
    if name in term.curved or value is None:
        return None
    step = Fraction(new.amount) - Fraction(old.amount)
    number = value + term.slopes.get(name, Fraction(0)) * step
    return Term(Amount.exactly(number, term.amount.dimension), term.slopes, term.curved)


def _overridden(read: Read, name: str, measure: Measure) -> Read:
    def answer(asked: Name) -> Term | Fault:
        """Return what is read of a name: the measure in place of the one that is asked about."""
        if str(asked) == name:
            return stated_term(name, measure)
        return read(asked)

    return answer


def stated_term(name: str, measure: Measure) -> Term:
    """Return the value of a stated number: it grows with itself, unless it is approximate."""
    slopes = {name: scale_of(measure)} if measure.is_exact else {}
    return Term(Amount.of(measure), slopes)
