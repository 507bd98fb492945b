"""Totals split in a later sentence: 按支出性质分，基本支出A，占P%; 基本支出中，人员经费A."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise

from jixiao.claims.ledger import Claim, Ledger, stretch
from jixiao.claims.parts import are_foreign, state_parts, state_sum
from jixiao.claims.roles import Role, accounts_of
from jixiao.claims.sentence import Number, Passage, Sentence
from jixiao.diagnostic import Severity
from jixiao.language.expression import Operation

_BY_KIND = re.compile(r"按[㐀-鿿]{2,10}?(?:分类|划分|分)(?:[，：:,]|$)")
_WITHIN = re.compile(r"(?:^|[；;，,])(?P<whole>[㐀-鿿“”]{2,10}?)中[，,：:]")
_SHARE = re.compile(r"^[，,]占(?:比)?(?:为)?$")
_WHOLES = (Role.ACTUAL, Role.INCOME, Role.FINAL)
#: a list that misses its whole by more than this share is of something else
_NEAR = Fraction(1, 20)
_TWO = 2
#: splits that a sentence is searched for; real ones have two
_MOST = 8


def splits(passage: Passage, ledger: Ledger) -> None:
    """Note the splits of a passage's totals."""
    earlier: list[Number] = []
    for sentence in passage.sentences:
        for start, end in _stretches(sentence):
            _by_kind(sentence, start, end, earlier, ledger)
        _within(sentence, earlier, ledger)
        earlier.extend(sentence.numbers)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where each `按…分` begins its list, and where that ends."""
    found = [one.end() for one in islice(_BY_KIND.finditer(sentence.value), _MOST)]
    yield from pairwise([*found, len(sentence.value)])


def _by_kind(
    sentence: Sentence, start: int, end: int, earlier: Sequence[Number], ledger: Ledger
) -> None:
    inside = [one for one in sentence.numbers if start <= one.mention.start < end]
    parts = [one for one in inside if one.is_exact_money and not are_foreign([one])]
    before = [*earlier, *(one for one in sentence.numbers if one.mention.start < start)]
    whole = _whole(before, parts)
    if whole is None or len(parts) < _TWO:
        return
    state_sum(sentence, parts, whole, Severity.ERROR, ledger)
    for part, rate in pairwise(inside):
        if part.is_exact_money and rate.measure.unit == "%" and _SHARE.match(rate.gap):
            _state_share(sentence, part, whole, rate, ledger)


def _whole(before: Sequence[Number], parts: Sequence[Number]) -> Number | None:
    """Return the unit's total that a list of parts is of: the one that it comes nearest to."""
    amount = sum((Fraction(one.measure.amount) for one in parts), Fraction(0))
    totals = [
        (abs(Fraction(one.number.measure.amount) - amount), -at, one.number)
        for at, one in enumerate(accounts_of(before))
        if one.role in _WHOLES and one.is_of_the_unit
    ]
    if not totals:
        return None
    distance, _, nearest = min(totals, key=lambda one: one[:_TWO])
    return nearest if distance <= amount * _NEAR else None


def _state_share(
    sentence: Sentence, part: Number, whole: Number, rate: Number, ledger: Ledger
) -> None:
    if not rate.measure.is_exact or not whole.measure.amount:
        return
    claimed = Operation("/", ledger.name(part, "分项"), ledger.name(whole, "合计"))
    right = ledger.name(rate, "占比", is_given=True)
    ledger.state(Claim(claimed, "=", right, stretch(sentence, (rate,)), Severity.ERROR))


def _within(sentence: Sentence, earlier: Sequence[Number], ledger: Ledger) -> None:
    """Note `基本支出中，人员经费A，公用经费B`, whose whole was stated before."""
    for found in islice(_WITHIN.finditer(sentence.value), _MOST):
        name = found["whole"].strip("“”")
        before = (*earlier, *(n for n in sentence.numbers if n.mention.start < found.start()))
        whole = next((one for one in reversed(before) if one.label.endswith(name)), None)
        if whole is None:
            continue
        parts = list(_parts(sentence, found.end(), whole))
        if parts:
            state_parts(sentence, parts, whole, ledger, is_among=True)


def _parts(sentence: Sentence, start: int, whole: Number) -> Iterator[Number]:
    for number in sentence.numbers:
        if number.mention.start < start:
            continue
        if not number.is_like(whole) or "；" in sentence.value[start : number.mention.start]:
            return
        if are_foreign([number]):
            return
        yield number
