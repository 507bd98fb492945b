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
_TOTAL = re.compile(r"(?:合计|总计|总额)为?$|总(?:收入|支出)为?$")
#: words that say that nothing is left
_SPENT = re.compile(r"[，；]无(?:结转)?结余|[，；]无结转|全部(?:支出|执行|使用)完毕")
_ADDED = (Role.INITIAL, Role.PRIOR_CARRY_OVER, Role.SUPPLEMENT)


def executions(passage: Passage, ledger: Ledger) -> None:
    """Note what the sentences of a passage state of a budget's sums and its execution rate."""
    _across(passage, ledger)
    for sentence in passage.sentences:
        accounts = accounts_of(sentence.numbers)
        sole = {one.role: one.number for one in accounts}
        is_known = len(_money_before(sentence, sole)) == len(
            set(sole) - {Role.BALANCE, Role.ACTUAL}
        )
        # A role that stands twice: two budgets in one sentence; another amount: not all is known.
        if len(sole) == len(accounts) and (is_known or Role.FINAL in sole):
            _final(sentence, sole, ledger)
            _balance(sentence, sole, ledger)
            _overspent(sentence, sole, ledger)
            _rate(sentence, sole, ledger)


def _across(passage: Passage, ledger: Ledger) -> None:
    """Note `收入合计A。支出合计B。年末结转结余C`, told in several sentences of one passage."""
    accounts = accounts_of(passage.numbers)
    sole = {one.role: one.number for one in accounts}
    wanted = (Role.INCOME, Role.ACTUAL, Role.BALANCE)
    if len(sole) != len(accounts) or not all(role in sole for role in wanted):
        return
    income, actual, balance = (sole[role] for role in wanted)
    is_total = all(_TOTAL.search(one.label) for one in (income, actual))
    is_one = any({income, actual, balance} <= set(one.numbers) for one in passage.sentences)
    if not is_total or is_one or ledger.are_accounted([balance]):
        return
    if _RETURNED.search(passage.text.value) or Role.OTHER_FUNDS in sole:
        return
    earned: Expression = ledger.name(income, "收入合计")
    if Role.PRIOR_CARRY_OVER in sole:
        earned = Operation("+", earned, ledger.name(sole[Role.PRIOR_CARRY_OVER], "上年结转"))
    left = Operation("-", earned, ledger.name(actual, "支出合计"))
    (sentence,) = (one for one in passage.sentences if balance in one.numbers)
    shown = stretch(sentence, (balance,))
    ledger.state(Claim(left, "=", ledger.name(balance, "结转结余"), shown, Severity.ERROR))


def _money_before(sentence: Sentence, sole: dict[Role, Number]) -> list[Number]:
    """Return the amounts before what was spent: what there was to spend, if all are known."""
    actual = sole.get(Role.ACTUAL)
    end = actual.mention.start if actual else len(sentence.value)
    return [one for one in sentence.numbers if one.is_exact_money and one.mention.start < end]


def _final(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note `年初A，上年结转B，追加C，调减D，全年预算E`, which must add up."""
    final, initial = sole.get(Role.FINAL), sole.get(Role.INITIAL)
    changes = {Role.SUPPLEMENT, Role.REDUCTION, Role.PRIOR_CARRY_OVER} & set(sole)
    if final is None or initial is None or not changes or Role.OTHER_FUNDS in sole:
        return
    if ledger.are_accounted([final, initial]):
        return
    if _unread(sentence, sole, initial, final):
        return  # an amount that nothing is known of may be one more change
    claimed = _available(sole, ledger)
    numbers = [number for role, number in sole.items() if role in {*_ADDED, Role.REDUCTION}]
    shown = stretch(sentence, (*numbers, final))
    claim = Claim(claimed, "=", ledger.name(final, "全年预算"), shown, Severity.ERROR)
    ledger.state(claim)


def _unread(
    sentence: Sentence, sole: dict[Role, Number], initial: Number, final: Number
) -> list[Number]:
    """Return the amounts between the initial budget and the final one that have no role."""
    start, end = sorted((initial.mention.start, final.mention.start))
    between = [one for one in sentence.numbers if start < one.mention.start < end]
    known = {one.mention.start for one in sole.values()}
    return [one for one in between if one.is_exact_money and one.mention.start not in known]


def _balance(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note `全年预算E，支出F，结转结余G`: what was not spent is left."""
    actual, balance = sole.get(Role.ACTUAL), sole.get(Role.BALANCE)
    given = {Role.FINAL, Role.INCOME} & set(sole)
    is_changed = {Role.SUPPLEMENT, Role.REDUCTION} & set(sole) and Role.INITIAL in sole
    if actual is None or not (given or is_changed) or _RETURNED.search(sentence.value):
        return
    if Role.FINAL in sole and Role.PRIOR_CARRY_OVER in sole:
        return  # it may or may not be within the final budget
    whole = _denominator(sole, ledger)
    if Role.INCOME in sole and Role.PRIOR_CARRY_OVER in sole:
        whole = Operation("+", whole, ledger.name(sole[Role.PRIOR_CARRY_OVER], "上年结转"))
    spent = ledger.name(actual, "支出")
    if balance:
        left = Operation("-", whole, spent)
        shown = stretch(sentence, (actual, balance))
        claim = Claim(left, "=", ledger.name(balance, "结转结余"), shown, Severity.ERROR)
        ledger.state(claim)
    elif _SPENT.search(sentence.value):
        ledger.state(Claim(whole, "=", spent, stretch(sentence, (actual,)), Severity.ERROR))


def _overspent(sentence: Sentence, sole: dict[Role, Number], ledger: Ledger) -> None:
    """Note `预算E，支出F` with no change told: no more is spent than was given."""
    actual, given = sole.get(Role.ACTUAL), sole.get(Role.FINAL) or sole.get(Role.INITIAL)
    changes = {Role.SUPPLEMENT, Role.REDUCTION, Role.PRIOR_CARRY_OVER, Role.OTHER_FUNDS}
    if actual is None or given is None or changes & set(sole):
        return
    if given.mention.start < actual.mention.start:
        names = ledger.name(actual, "支出"), ledger.name(given, "预算")
        shown = stretch(sentence, (given, actual))
        claim = Claim(names[0], "<=", names[1], shown, Severity.QUESTION, _OVERSPENT)
        ledger.state(claim)


_OVERSPENT = "没有写追加，支出就不会多于预算；补上追加数，或者核对这两个数"


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
    if Role.INCOME in sole and Role.PRIOR_CARRY_OVER in sole:
        yield _amount(sole[Role.INCOME]) + _amount(sole[Role.PRIOR_CARRY_OVER])
    if Role.INITIAL in sole:
        added = sum((_amount(sole[role]) for role in _ADDED if role in sole), Fraction(0))
        yield added - (_amount(sole[Role.REDUCTION]) if Role.REDUCTION in sole else 0)


def _denominator(sole: dict[Role, Number], ledger: Ledger) -> Expression:
    for role in (Role.FINAL, Role.INCOME):
        if role in sole:
            return ledger.name(sole[role], "全年预算")
    return _available(sole, ledger)


def is_quotient(part: Number, whole: Number, rate: Number) -> bool:
    """Return whether a rate is the quotient of two numbers, rounded half up as it is printed."""
    return _fits(part, _amount(whole), rate)


def _fits(actual: Number, base: Fraction, rate: Number) -> bool:
    quantum = Fraction(rate.measure.quantum)
    quotient = _amount(actual) / base
    rounded = (quotient / quantum + Fraction(1, 2)) // 1 * quantum
    return rounded == Fraction(rate.measure.amount)


def _amount(number: Number) -> Fraction:
    return Fraction(number.measure.amount)
