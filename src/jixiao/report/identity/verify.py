"""Identities verified: every relation between stated numbers, and the culprit where one fails."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.diagnostic import Diagnostic
from jixiao.language.equation import Name, names
from jixiao.language.quantity import Measure
from jixiao.model.content import Constraint
from jixiao.model.report import Report
from jixiao.report.defects.equation import UNKNOWN_NAME
from jixiao.report.identity.accounts import account_relations
from jixiao.report.identity.amount import Amount
from jixiao.report.identity.equations import equation_relations, name_faults
from jixiao.report.identity.evaluate import Fault, Term
from jixiao.report.identity.finding import Teller
from jixiao.report.identity.judge import Judgement, judge, stated_term
from jixiao.report.identity.relation import Relation
from jixiao.report.identity.vote import Court, Suspect, Verdict
from jixiao.report.register import Numbered, Register, printed


def verify(report: Report) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the year's numbers: relations that fail or cannot be worked out.

    Failures that one wrong number explains are told once, at that number.
    """
    verifier = _Verifier(report)
    for relation in account_relations(report.content):
        verifier.take(relation)
    for constraint in report.content.constraints:
        verifier.take_equation(constraint)
    return tuple(verifier.findings())


def holding(report: Report) -> tuple[Constraint, ...]:
    """Return the equations of a report's content that can be worked out and hold."""
    verifier = _Verifier(report)
    return tuple(one for one in report.content.constraints if verifier.holds(one))


class _Verifier:
    """Judges relations one by one, then votes on those that fail."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._register = Register.of(report)
        self._stated = {one.name: one for one in report.stated}
        every: tuple[Numbered, ...] = (*report.figures, *report.stated)
        printings = ((one.name, printed(one)) for one in every)
        self._numbers = {name: one for name, one in printings if isinstance(one, Measure)}
        self._judgements: list[Judgement] = []
        self._faults: dict[Diagnostic, None] = {}

    def take(self, relation: Relation) -> None:
        """Judge a relation; one that cannot be worked out is found fault with."""
        judged = judge(relation, self._read, self._numbers)
        if isinstance(judged, Judgement):
            self._judgements.append(judged)
        else:
            self._faults[_faulty(relation, judged)] = None

    def take_equation(self, constraint: Constraint) -> None:
        """Judge the relations of an equation, unless a name in it stands for no number."""
        self._faults |= dict.fromkeys(name_faults(constraint, self._register))
        if all(str(one) in self._numbers for one in names(constraint.equation)):
            for relation in equation_relations(constraint):
                self.take(relation)

    def holds(self, constraint: Constraint) -> bool:
        """Return whether every relation of an equation can be worked out and holds."""
        if not all(str(one) in self._numbers for one in names(constraint.equation)):
            return False
        judged = [judge(one, self._read, self._numbers) for one in equation_relations(constraint)]
        return all(isinstance(one, Judgement) and one.holds for one in judged)

    def _read(self, name: Name) -> Term | Fault:
        """Return the value under a name; a computed figure does not move with any one number."""
        measure = self._numbers.get(str(name))
        if measure is None:
            return Fault(UNKNOWN_NAME, f"没有“{name}”这个数")
        return stated_term(str(name), measure) if str(name) in self._stated else _fixed(measure)

    def findings(self) -> Iterator[Diagnostic]:
        """Yield a finding for each failure, or one for all that a single number explains."""
        yield from self._faults
        teller = Teller(self._stated, self._numbers)
        verdicts = self._verdicts()
        explained: dict[tuple[str, Measure], list[Judgement]] = {}
        for failing, verdict in verdicts:
            if verdict.culprit:
                explained.setdefault(_key(verdict.culprit), []).append(failing)
        for alike in explained.values():
            # The shortest relation says it best; of two, the one within a single project.
            alike.sort(key=lambda one: (len(one.names), not one.relation.subject))
        for failing, verdict in verdicts:
            alike = explained[_key(verdict.culprit)] if verdict.culprit else [failing]
            if alike[0] is failing:
                yield teller.finding(failing, verdict, alike[1:])

    def _verdicts(self) -> list[tuple[Judgement, Verdict]]:
        court = Court(self._judgements, self._stated.values(), self._read, self._numbers)
        failures = [one for one in self._judgements if not one.holds]
        verdicts = [(one, _verdict(court, one)) for one in failures]
        culprits = [verdict.culprit for _, verdict in verdicts if verdict.culprit]
        return self._again(verdicts, culprits) if culprits else verdicts

    def _again(
        self, verdicts: list[tuple[Judgement, Verdict]], culprits: list[Suspect]
    ) -> list[tuple[Judgement, Verdict]]:
        """Vote once more with the culprits mended: a relation that they broke may testify now."""
        mended = _Verifier(self._report)
        mended._numbers |= {one.stated.name: one.value for one in culprits}
        for judgement in self._judgements:
            mended.take(judgement.relation)
        court = Court(mended._judgements, self._stated.values(), mended._read, mended._numbers)
        later = {one.relation: one for one in mended._judgements if not one.holds}
        return [
            (one, verdict)
            if verdict.culprit or one.relation not in later
            else (one, _verdict(court, later[one.relation]))
            for one, verdict in verdicts
        ]


def _verdict(court: Court, failing: Judgement) -> Verdict:
    return court.verdict(failing) if _is_votable(failing) else Verdict((), ())


def _is_votable(failing: Judgement) -> bool:
    return failing.is_equality and failing.is_exact and failing.relation.votes


def _key(culprit: Suspect) -> tuple[str, Measure]:
    return culprit.stated.name, culprit.value


def _fixed(measure: Measure) -> Term:
    return Term(Amount.of(measure))


def _faulty(relation: Relation, fault: Fault) -> Diagnostic:
    """Return the finding of a relation that cannot be worked out, told of the whole equation."""
    about = f"“{relation.equation}”" if relation.equation else relation.left.label
    return fault.defect.at(
        relation.place,
        f"{about}：{fault.message}",
        hint=fault.hint,
        subjects=[relation.equation or relation.subject],
    )
