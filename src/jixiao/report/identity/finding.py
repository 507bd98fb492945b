"""A failing relation as one finding: at the likeliest culprit, the other numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.diagnostic import Diagnostic, Related
from jixiao.model.content import Stated
from jixiao.report import vocabulary as v
from jixiao.report.identity.judge import Given, Judgement
from jixiao.report.identity.relation import Relation
from jixiao.report.identity.vote import Verdict
from jixiao.report.identity.wording import advice, failure
from jixiao.source import Place

#: second places that a finding tells at most: a sum over all projects has very many terms
_MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of failures; it knows where each number is stated and how it is printed."""

    stated: Mapping[str, Stated]
    numbers: Given

    def finding(
        self, failing: Judgement, verdict: Verdict, also: Sequence[Judgement]
    ) -> Diagnostic:
        """Return the finding of a failure, and of others that the same number explains."""
        relation = failing.relation
        place = _place(relation, verdict)
        related = [*self._also(also), *self._terms(failing, place)]
        return relation.defect.at(
            place,
            failure(failing, self.numbers),
            hint=self._hint(relation, verdict),
            related=related[:_MOST_RELATED],
            subjects=dict.fromkeys(one for each in (failing, *also) for one in subjects(each)),
            severity=relation.severity,
        )

    def _hint(self, relation: Relation, verdict: Verdict) -> str:
        if verdict.suspects or verdict.cleared:
            return advice(relation, verdict)
        return relation.remark or "对照原始凭证，核对这几个数"

    def _also(self, also: Sequence[Judgement]) -> Iterator[Related]:
        for one in also:
            yield Related(one.relation.place, failure(one, self.numbers))

    def _terms(self, failing: Judgement, place: Place) -> Iterator[Related]:
        relation = failing.relation
        if relation.equation and relation.place != place:
            yield Related(relation.place, f"勾稽：{relation.equation}")
        for name in failing.mentioned:
            one = self.stated.get(name)
            if one is not None and one.place != place:
                yield Related(one.place, f"{v.spoken(name)}{one.quantity}")


def _place(relation: Relation, verdict: Verdict) -> Place:
    """Return the likeliest culprit's place; the relation's own where several are as likely."""
    first, *others = verdict.suspects or (None,)
    if first is None or any(one.digits_changed == first.digits_changed for one in others if one):
        return relation.place
    return first.stated.place


def subjects(judgement: Judgement) -> Iterator[str]:
    """Yield what `核实.yaml` may call a failure by: its equation, its numbers, their owners."""
    if judgement.relation.equation:
        yield judgement.relation.equation
    for name in judgement.mentioned:
        yield name
        yield name.partition(".")[0]
