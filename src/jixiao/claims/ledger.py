"""The ledger of claims: facts named from their words, and the equations that hold between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce

from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity
from jixiao.language.expression import Comparator, Equation, Expression, Name, Operation
from jixiao.language.quantity import Measure
from jixiao.model.content import Constraint, Fact, Stated
from jixiao.source import Text

#: characters of the longest name; what is longer is cut at its front, where it says least
_LONGEST = 16
_LEAD = re.compile(
    r"^(?:其中|占|比|较|包括|含|分别为|分别是|以及|和|及|与|并|共计|合计|总计|累计|共|约|全年|今年|本年度?|20[0-9]{2}年度?|已|均|为|有)+"
)
_TRAIL = re.compile(r"(?:达到了?|达|共计|合计|总计|累计|共|约|有|为|是|了|的|数为|分别)+$")


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation that a sentence states; its failure is as grave as `severity`."""

    left: Expression
    comparator: Comparator
    right: Expression
    #: the words that state it, from the first of its numbers to the last
    shown: Text
    severity: Severity
    remark: str = ""


def stretch(sentence: Sentence, numbers: Iterable[Number]) -> Text:
    """Return the words of a sentence from the first of some numbers to the last."""
    spans = [(one.mention.start - len(one.label), one.mention.end) for one in numbers]
    return sentence.text.slice(min(start for start, _ in spans), max(end for _, end in spans))


class Ledger:
    """Collects facts and constraints, each fact under a name of its own."""

    def __init__(self, accounted: Iterable[Stated]) -> None:
        stated = tuple(accounted)
        self._accounted = {one.place.start for one in stated}
        #: a reduction stands in the accounts with its sign turned: its words are another number
        self._names = {_key(one): _full_name(one) for one in stated if not _is_turned(one)}
        self._taken = {one.name.partition(".")[0] for one in stated}
        self._facts: dict[str, Fact] = {}
        self.constraints: list[Constraint] = []

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in the order in which they were named."""
        return tuple(self._facts.values())

    def name(self, number: Number, fallback: str, *, is_given: bool = False) -> Name:
        """Return the name of a number as an expression; a number is named once.

        It is called by its own words, by the fallback where it has none, or where that is given.
        """
        key = _key(number)
        known = self._names.get(key)
        if known is None:
            words = fallback if is_given else name_of(number) or fallback
            known = Name(self._unique(words, number))
            self._names[key] = known
            self._facts[known.name] = _fact(known.name, number)
        return known

    def replace(self, name: Name, change: Callable[[Fact], Fact]) -> None:
        """Put what a change makes of the fact under a name in its place."""
        self._facts[name.name] = change(self._facts[name.name])

    def _unique(self, name: str, number: Number) -> str:
        if name in self._taken:
            name = f"{name}（{number.place.told}）"
        if name in self._taken:
            name = f"{name[:-1]}第{number.place.column}列）"
        self._taken.add(name)
        return name

    def are_accounted(self, numbers: Iterable[Number]) -> bool:
        """Return whether all of some numbers are in the accounts, which are verified anyway."""
        return all(one.place.start in self._accounted for one in numbers)

    def state(self, claim: Claim) -> None:
        """Note a relation that a sentence states."""
        equation = Equation((claim.left, claim.right), (claim.comparator,))
        self.constraints.append(
            Constraint(equation, claim.shown, claim.severity, claim.remark, is_claim=True)
        )


def total(names: Iterable[Expression]) -> Expression:
    """Return the sum of expressions."""
    return reduce(lambda left, right: Operation("+", left, right), names)


def name_of(number: Number) -> str:
    """Return how the words before a number call it; empty where there are none."""
    words = _TRAIL.sub("", _LEAD.sub("", number.label))
    return re.sub("[“”《》 ]", "", words)[-_LONGEST:]


def _key(number: Number | Stated) -> tuple[int, int]:
    return number.place.start, number.place.end


def _is_turned(stated: Stated) -> bool:
    return isinstance(stated.quantity, Measure) and stated.quantity.amount < 0


def _full_name(stated: Stated) -> Name:
    name, _, part = stated.name.partition(".")
    return Name(name, part)


def _fact(name: str, number: Number) -> Fact:
    place = number.place
    text = Text.standing(name, place)
    return Fact(text, Stated(name, number.measure, place))
