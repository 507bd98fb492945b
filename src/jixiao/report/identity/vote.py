"""The vote: where a relation fails, the numbers that other relations confirm are cleared.

Each number of a failing relation is given the value that would mend it. A value that breaks a
relation that holds is no candidate: that relation is the number's witness. Of the others the
one that mends most failing relations comes first, then the one that changes fewest digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jixiao.language.quantity import Measure
from jixiao.model.content import Stated
from jixiao.report.identity.correction import digits_changed, due, printings
from jixiao.report.identity.evaluate import Read
from jixiao.report.identity.judge import Given, Judgement, with_number
from jixiao.report.identity.relation import Relation

#: numbers that are weighed against a relation, in all votes of a report: 6,000 projects need 12,000
_MOST_WEIGHED = 100_000


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stated number, the value it may have to be, and what speaks for and against it."""

    stated: Stated
    value: Measure
    #: failing relations that hold with the value, and those that fail all the same
    mended: tuple[Relation, ...]
    unmended: tuple[Relation, ...]
    #: relations that hold as things are and fail with the value: they confirm the stated number
    witnesses: tuple[Relation, ...]
    digits_changed: int
    is_implausible: bool

    @property
    def rank(self) -> tuple[int, int]:
        """How badly the value fits, least first: what it leaves or makes wrong, what it mends."""
        wrong = len(self.unmended) + len(self.witnesses) + self.is_implausible
        return wrong, -len(self.mended)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the vote says of one failing relation."""

    #: the likeliest culprits, equally well supported, the smallest slip first; none if undecided
    suspects: tuple[Suspect, ...]
    #: numbers of the relation that another relation confirms
    cleared: tuple[Suspect, ...]

    @property
    def culprit(self) -> Suspect | None:
        """The one number that explains several failures at once, if there is such a one."""
        first = self.suspects[0] if len(self.suspects) == 1 else None
        return first if first and len(first.mended) > 1 else None


class Court:
    """All judgements of a report that may speak in a vote."""

    def __init__(
        self, judgements: Iterable[Judgement], stated: Iterable[Stated], read: Read, numbers: Given
    ) -> None:
        self._stated = {one.name: one for one in stated}
        self._read = read
        self._numbers = numbers
        self._concerned: dict[str, list[Judgement]] = {}
        self._room = _MOST_WEIGHED
        for judgement in judgements:
            if judgement.relation.votes and judgement.is_exact:
                for name in judgement.names:
                    self._concerned.setdefault(name, []).append(judgement)

    def verdict(self, judgement: Judgement) -> Verdict:
        """Return the verdict on a failing equality whose sides are exact.

        There is none once the votes have cost more than a report with a few slips can ask for.
        """
        self._room -= sum(len(self._concerned.get(one, ())) for one in judgement.names)
        if self._room < 0:
            return Verdict((), ())
        finest = self._finest(judgement)
        found = [self._suspect(judgement, name, finest) for name in judgement.names]
        possible = (one for one in found if one and (one.witnesses or not one.is_implausible))
        suspects = sorted(possible, key=lambda one: one.rank)
        best = suspects[0].rank if suspects else (0, 0)
        likeliest = [one for one in suspects if one.rank == best and not one.witnesses]
        # Of slips of one size, that of a stated total comes first: it is the shortest to say.
        likeliest.sort(key=lambda one: (one.digits_changed, not _is_side(judgement, one)))
        cleared = [one for one in suspects if one.witnesses]
        return Verdict(tuple(likeliest), tuple(cleared))

    def _finest(self, judgement: Judgement) -> dict[str, Decimal]:
        """Return the finest printed precision among a relation's numbers, by dimension."""
        finest: dict[str, Decimal] = {}
        for name in judgement.names:
            measure = self._numbers[name]
            known = finest.get(measure.dimension, measure.quantum)
            finest[measure.dimension] = min(known, measure.quantum)
        return finest

    def _suspect(
        self, judgement: Judgement, name: str, finest: dict[str, Decimal]
    ) -> Suspect | None:
        """Return a number with the value that mends a relation, or None where none does."""
        stated, old = self._stated[name], self._numbers[name]
        weighed = [
            one
            for failing in self._failing(name, judgement)
            if (amount := due(failing, name, old, self._read)) is not None
            for value in printings(old, amount, finest[old.dimension])
            if value != old
            and (one := self._weigh(stated, old, value))
            and judgement.relation in one.mended
        ]
        return min(weighed, key=lambda one: (one.rank, one.digits_changed), default=None)

    def _failing(self, name: str, judgement: Judgement) -> list[Judgement]:
        """Return the failing equalities that a number takes part in, this one first."""
        others = (
            one
            for one in self._concerned.get(name, [])
            if one is not judgement and one.is_equality and not one.holds
        )
        return [judgement, *others]

    def _weigh(self, stated: Stated, old: Measure, value: Measure) -> Suspect:
        mended: list[Relation] = []
        unmended: list[Relation] = []
        witnesses: list[Relation] = []
        for one in self._concerned.get(stated.name, []):
            changed = with_number(one, stated.name, old, value, self._read)
            holds = changed is not None and changed.holds
            if one.holds and not holds:
                witnesses.append(one.relation)
            elif not one.holds:
                (mended if holds else unmended).append(one.relation)
        return Suspect(
            stated,
            value,
            tuple(mended),
            tuple(unmended),
            tuple(witnesses),
            digits_changed(old, value),
            is_implausible=value.amount < 0 <= old.amount,
        )


def _is_side(judgement: Judgement, suspect: Suspect) -> bool:
    sides = (judgement.relation.left, judgement.relation.right)
    return any(str(side.name) == suspect.stated.name for side in sides)
