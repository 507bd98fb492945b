"""Changes against the year before that prose states: 同比增长P%, 比上年Y增加Z."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.claims.ledger import Claim, Ledger, stretch
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity
from jixiao.language.expression import Expression, Name, Operation

_VERB = r"(?P<verb>增长|上升|增加|提高|增|下降|减少|降低|减)"
_CHANGE = re.compile(
    rf"(?:^|同比|环比|上年|去年|度|同期|年)(?:的)?{_VERB}(?:了|率|幅度|幅)?(?:为|达到?|达)?$"
)
_FALLING = {"下降", "减少", "降低", "减"}
_YEAR = r"(?:上年度?|去年|20[0-9]{2}年)(?:全年|同期)?"
#: 上年为10万人次, 去年同期1180起
_PRIOR = re.compile(rf"(?:{_YEAR}|同期)(?:的|为|是)?[㐀-鿿]{{0,8}}$")
#: 比上年960万元, 较2021年的30场次
_AGAINST = re.compile(rf"(?P<noun>[㐀-鿿]*)[比较](?:{_YEAR}|年初)(?:的)?[㐀-鿿]{{0,8}}$")
_TWO, _THREE = 2, 3


@dataclass(frozen=True, slots=True)
class _Change:
    """The number now, the one before if stated, the difference if stated."""

    now: Number
    prior: Number | None
    difference: Number | None
    falls: bool


def change(sentence: Sentence, rate: Number, counts: Sequence[Number], ledger: Ledger) -> bool:
    """Note what a rate of change and the numbers before it state; False where it is none."""
    found = _CHANGE.search(rate.label)
    if found is None:
        return False
    made = _read(counts, falls=found["verb"] in _FALLING)
    if made:
        shown = stretch(sentence, [rate])
        claimed = _ratio(made, ledger)
        right = ledger.name(rate, "增幅")
        ledger.state(Claim(claimed, "=", right, shown, Severity.ERROR))
    return True


def with_subject(counts: list[Number], earlier: Sequence[Number]) -> list[Number]:
    """Return the counts before a rate, with this year's number before last year's.

    `全年支出较上年的8236万元增长9%` has only last year's: this year's was stated earlier, under the
    same words.
    """
    found = _AGAINST.search(counts[-1].label) if counts else None
    noun = found["noun"] if found else ""
    if len(noun) < _THREE or (len(counts) > 1 and counts[-2].label.endswith(noun)):
        return counts
    now = next((one for one in reversed(earlier) if one.label.endswith(noun)), None)
    return [now, counts[-1]] if now else counts


def difference(sentence: Sentence, at: int, ledger: Ledger) -> None:
    """Note `今年X，比上年Y增加Z`: the difference of the two years."""
    number = sentence.numbers[at]
    found = re.fullmatch(rf"{_VERB}(?:了)?", number.gap)
    if found is None or at < _TWO:
        return
    now, prior = sentence.numbers[at - _TWO], sentence.numbers[at - 1]
    if not _is_against(now, prior) or not (now.is_like(prior) and prior.is_like(number)):
        return
    first, second = (prior, now) if found["verb"] in _FALLING else (now, prior)
    left = Operation("-", ledger.name(first, "本年数"), ledger.name(second, "上年数"))
    shown = stretch(sentence, (number,))
    ledger.state(Claim(left, "=", ledger.name(number, "增减数"), shown, Severity.ERROR))


def _read(counts: Sequence[Number], *, falls: bool) -> _Change | None:
    """Return what the last two or three counts before a rate of change are, if that is clear."""
    last = list(counts[-_THREE:])
    if len(last) >= _TWO and _is_difference(last[-1]):
        *others, step = last
        if _AGAINST.search(others[-1].label) and _alike([others[-1], step]):
            return _Change(step, others[-1], step, falls)
        is_stepped = len(others) == 1 and re.search(rf"[比较]{_YEAR}", step.label)
        return _Change(others[0], None, step, falls) if is_stepped and _alike(last) else None
    last = last[-_TWO:]
    is_clear = len(counts) == _TWO or (len(last) == _TWO and _is_against(*last))
    return _two_years(last, falls=falls) if is_clear else None


def _is_against(now: Number, prior: Number) -> bool:
    """Return whether a number is what the one right before it is compared with.

    Behind a semicolon, or the parts of a whole, it is compared with something said before.
    """
    if _AGAINST.search(prior.label) is None or "；" in prior.gap:
        return False
    return not now.gap.startswith("、") and "其中" not in now.gap


def _two_years(last: list[Number], *, falls: bool) -> _Change | None:
    prior = [one for one in last if _PRIOR.search(one.label)]
    if len(prior) != 1 or not _alike(last) or not prior[0].measure.amount:
        return None
    now = last[0] if prior[0] is last[1] else last[1]
    return _Change(now, prior[0], None, falls)


def _is_difference(number: Number) -> bool:
    return re.search(rf"{_VERB}(?:了)?$", number.label) is not None


def _alike(numbers: Sequence[Number]) -> bool:
    return all(one.is_like(numbers[0]) for one in numbers)


def _ratio(made: _Change, ledger: Ledger) -> Expression:
    """Return the rate that the numbers make: the change over the year before."""
    if made.prior is not None and made.difference is not None:
        step, then = (ledger.name(one, "上年数") for one in (made.difference, made.prior))
        return Operation("/", step, then)
    now = ledger.name(made.now, "本年数")
    if made.prior is not None:
        then = ledger.name(made.prior, "上年数")
        return Operation("/", _gap(now, then, falls=made.falls), then)
    step = ledger.name(made.difference, "增减数") if made.difference else now
    return Operation("/", step, Operation("+" if made.falls else "-", now, step))


def _gap(now: Name, then: Name, *, falls: bool) -> Expression:
    return Operation("-", then, now) if falls else Operation("-", now, then)
