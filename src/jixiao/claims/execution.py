"""Budgets within one sentence: what was given and changed, what was spent, at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.claims.ledger import Claim, Ledger, stretch, total
from jixiao.claims.roles import Role, accounts_of
from jixiao.claims.sentence import Number, Passage, Sentence
from jixiao.diagnostic import Severity
from jixiao.language.expression import Expression, Operation

_EXECUTION = re.compile(
    r"(?:预算)?(?:执行率|支付率|支出率|支付进度|执行进度|支出进度|完成率)(?:为|达到?|达|是)?$"
)
#: money that went back to the treasury is neither spent nor left
_RETURNED = re.compile(r"收回|上缴|核销|退回|缴回")
_ADDED = (Role.INITIAL, Role.PRIOR_CARRY_OVER, Role.SUPPLEMENT)


def executions(passage: Passage, ledger: Ledger) -> None:
    """Note what the sentences of a passage state of a budget's sums and its execution rate."""
    for sentence in passage.sentences:
        accounts = accounts_of(sentence.numbers)
        sole = {one.role: one.number for one in accounts}
        if len(sole) == len(accounts):  # a role that stands twice: two budgets in one sentence
            _final(sentence, sole, ledger)
            _balance(sentence, sole, ledger)
            _rate(sentence, sole, ledger)


def _final(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note `年初A，上年结转B，追加C，调减D，全年预算E`, which must add up."""
    final, initial = sole.get(Role.FINAL), sole.get(Role.INITIAL)
    changes = {Role.SUPPLEMENT, Role.REDUCTION, Role.PRIOR_CARRY_OVER} & set(sole)
    if final is None or initial is None or not changes or Role.OTHER_FUNDS in sole:
        return
    if ledger.are_accounted([final, initial]):
        return
    claimed = _available(sole, ledger)
    numbers = [number for role, number in sole.items() if role in {*_ADDED, Role.REDUCTION}]
    shown = stretch(sentence, (*numbers, final))
    claim = Claim(claimed, "=", ledger.name(final, "全年预算"), shown, Severity.ERROR)
    ledger.state(claim)


def _balance(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note `全年预算E，支出F，结转结余G`: what was not spent is left."""
    actual, balance = sole.get(Role.ACTUAL), sole.get(Role.BALANCE)
    given = sole.get(Role.FINAL) or sole.get(Role.INCOME)
    if not (actual and balance and given) or _RETURNED.search(sentence.value):
        return
    left = Operation("-", ledger.name(given, "全年预算"), ledger.name(actual, "支出"))
    shown = stretch(sentence, (given, actual, balance))
    ledger.state(Claim(left, "=", ledger.name(balance, "结转结余"), shown, Severity.ERROR))


def _available(sole: dict[Role, Number], ledger: Ledger) -> Expression:
    added = [ledger.name(sole[role], "预算") for role in _ADDED if role in sole]
    whole = total(added)
    if Role.REDUCTION in sole:
        return Operation("-", whole, ledger.name(sole[Role.REDUCTION], "调减"))
    return whole


def _rate(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note an execution rate beside what was spent, unless it is of another denominator."""
    actual = sole.get(Role.ACTUAL)
    rated = [one for one in sentence.numbers if one.measure.unit == "%" and _is_rate(one)]
    if actual is None or len(rated) != 1 or rated[0].mention.start < actual.mention.start:
        return
    rate = rated[0]
    bases = [base for base in _bases(sole) if base]
    if not bases or any(_fits(actual, base, rate) for base in bases):
        return
    shown = stretch(sentence, (rate,))
    claimed = Operation("/", ledger.name(actual, "支出"), _denominator(sole, ledger))
    ledger.state(Claim(claimed, "=", ledger.name(rate, "执行率"), shown, Severity.ERROR))


def _is_rate(number: Number) -> bool:
    return number.measure.is_exact and _EXECUTION.search(number.label) is not None


def _bases(sole: dict[Role, Number]) -> Iterator[Fraction]:
    """Yield what a report may divide by: the final budget, the initial one, all there was."""
    for role in (Role.FINAL, Role.INCOME, Role.INITIAL):
        if role in sole:
            yield _amount(sole[role])
    if Role.INITIAL in sole:
        added = sum((_amount(sole[role]) for role in _ADDED if role in sole), Fraction(0))
        yield added - (_amount(sole[Role.REDUCTION]) if Role.REDUCTION in sole else 0)


def _denominator(sole: dict[Role, Number], ledger: Ledger) -> Expression:
    for role in (Role.FINAL, Role.INCOME):
        if role in sole:
            return ledger.name(sole[role], "全年预算")
    return _available(sole, ledger)


def _fits(actual: Number, base: Fraction, rate: Number) -> bool:
    """Return whether a rate is the quotient, rounded half up as it is printed."""
    quantum = Fraction(rate.measure.quantum)
    quotient = _amount(actual) / base
    rounded = (quotient / quantum + Fraction(1, 2)) // 1 * quantum
    return rounded == Fraction(rate.measure.amount)


def _amount(number: Number) -> Fraction:
    return Fraction(number.measure.amount)
