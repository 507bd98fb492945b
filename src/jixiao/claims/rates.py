"""Rates that prose states beside the numbers they come from: 完成率, 办结率, 占比, 同比."""

from __future__ import annotations

import re
from dataclasses import replace

from jixiao.claims.changes import change, difference, with_subject
from jixiao.claims.execution import is_quotient
from jixiao.claims.ledger import Claim, Ledger, stretch
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity
from jixiao.language.expression import Expression, Name, Operation
from jixiao.language.expression import Number as Hundred
from jixiao.model.content import Fact, Stated

_TARGET = re.compile(
    r"(?:目标(?:任务|值|数)?|任务(?:目标|数|指标)?|计划(?:数|任务)?|指标(?:任务|值)?|应(?:检|办|查|报|完成)(?:数|户)?)"
    r"(?:是|为|数为|的)?$"
)
_DONE = re.compile(
    r"(?:完成|实现|新增|达到|达|办理|开展|建成|改造|培训|实有|实际|检查|净增|引进|销号)"
)
_COMPLETION = re.compile(
    r"(?:完成率|完成(?:年度|全年|年初|市|区|县|省|下达|的)*(?:目标|任务|计划)?(?:任务|数)?(?:的|率))(?:为|达到?|达|是)?$"
)
_RATE = re.compile(r"(?P<stem>[㐀-鿿]{1,4})率(?:为|达到?|达|是)?$")
_SHARE = re.compile(
    r"占(?:比|全部|总数|总量|总额|总|其|全年)?(?:的)?(?:比重|比例)?(?:为|达到?|达|是|的)?$"
)
#: 占总人口18万人的19.8%
_OUT_OF = re.compile(r"占[㐀-鿿]{0,10}$")
#: what turns a part into the rest of its whole: 不合格8批次，合格率98%
_NEGATED = r"(?:不|未|非|没有?|无|正在|尚|待|缺|逾)[㐀-鿿]{0,2}?"
#: numbers before a rate that it may come from
REACH = 12
_TWO = 2


def rates(sentence: Sentence, earlier: tuple[Number, ...], ledger: Ledger) -> None:
    """Note what a sentence states of its rates and the numbers they come from.

    `earlier` are the last numbers of the passage before it.
    """
    for at, number in enumerate(sentence.numbers):
        difference(sentence, at, ledger)
        if number.measure.unit != "%" or not number.measure.is_exact:
            continue
        before = sentence.numbers[max(at - REACH, 0) : at]
        if _is_completion(number, before) and _completion(number, before, ledger):
            continue
        counts = _since_rate(before)
        if change(sentence, number, with_subject(counts, earlier), ledger):
            continue
        if _SHARE.search(number.label) or _is_out_of(number, before):
            _share(sentence, number, before, ledger)
        else:
            _named(sentence, number, before, ledger)


def _is_completion(rate: Number, before: tuple[Number, ...]) -> bool:
    """Return whether a rate is one of completion: `完成率98%`, or `完成目标300户的98%`."""
    if rate.gap == "的":
        return bool(before) and _TARGET.search(before[-1].label) is not None
    return _COMPLETION.search(rate.label) is not None


def _counts(before: tuple[Number, ...]) -> list[Number]:
    """Return the exact numbers with units that are no rates, in order."""
    return [
        one
        for one in before
        if one.mention.has_unit and one.measure.is_exact and one.measure.dimension != "%"
    ]


def _completion(rate: Number, before: tuple[Number, ...], ledger: Ledger) -> bool:
    """Note value, target and rate as one fact, where exactly one number is the target."""
    counts = _since_rate(before)
    targets = [one for one in counts if _TARGET.search(one.label)]
    if len(targets) != 1:
        return False
    done = [one for one in counts if one is not targets[0] and one.is_like(targets[0])]
    if len(done) != 1 or not _DONE.search(done[0].gap):
        return False
    name = ledger.name(done[0], "完成数")
    ledger.replace(name, lambda fact: _with_target(fact, targets[0], rate))
    return True


def _since_rate(before: tuple[Number, ...]) -> list[Number]:
    """Return the counts behind the last rate: those before it have a rate of their own."""
    rated = [at for at, one in enumerate(before) if one.measure.unit == "%"]
    return _counts(before[rated[-1] + 1 if rated else 0 :])


def _with_target(fact: Fact, target: Number, rate: Number) -> Fact:
    name = fact.name.value
    return replace(
        fact,
        target=Stated(f"{name}.目标", target.measure, target.place),
        completion_rate=Stated(f"{name}.完成率", rate.measure, rate.place),
    )


def _is_out_of(rate: Number, before: tuple[Number, ...]) -> bool:
    return rate.gap == "的" and bool(before) and _OUT_OF.search(before[-1].label) is not None


def _share(sentence: Sentence, rate: Number, before: tuple[Number, ...], ledger: Ledger) -> None:
    """Note `共N，其中A，占P%` and `A，占总数N的P%`: part and whole stand right before."""
    counts = _since_rate(before)
    if len(counts) != _TWO or not counts[0].is_like(counts[1]):
        return
    is_out_of = _is_out_of(rate, before)
    part, whole = counts if is_out_of else (counts[1], counts[0])
    if not whole.measure.amount or part.measure.amount > whole.measure.amount:
        return
    noun = "" if is_out_of else rate.label.partition("占")[0]
    if noun and (noun[-_TWO:] not in part.label or part.label.startswith(tuple("非不未"))):
        return  # the share of something else
    is_sure = is_out_of or "其中" in sentence.between(whole, part)
    severity = Severity.ERROR if is_sure else Severity.QUESTION
    claimed = _ratio(part, whole, ledger)
    ledger.name(rate, "占比", is_given=True)
    _state(sentence, claimed, rate, severity, ledger)


def _named(sentence: Sentence, rate: Number, before: tuple[Number, ...], ledger: Ledger) -> None:
    """Note `受理N件，办结A件，办结率P%`: a rate named after the number that it is of."""
    found = _RATE.search(rate.label)
    counts = _since_rate(before)
    if found is None or len(found["stem"]) < _TWO or len(counts) < _TWO:
        return
    *others, part = counts
    is_open = found["stem"].endswith("完成")  # more can be done than was planned
    wholes = [one for one in others if _can_hold(one, part, is_open=is_open)]
    stem = found["stem"][-_TWO:]
    if not wholes or stem not in part.gap:
        return
    if re.search(_NEGATED + stem, part.gap):
        _complement(sentence, rate, part, wholes, ledger)
        return
    # It may be of any number before: 采购预算1496万元，实际采购1412万元，节约83万元，节约率5.57%.
    whole = next((one for one in wholes if is_quotient(part, one, rate)), None)
    if whole is None and len(wholes) > 1:
        return
    is_bare = _RATE.fullmatch(rate.label) is not None
    severity = Severity.ERROR if is_bare else Severity.QUESTION
    _state(sentence, _ratio(part, whole or wholes[-1], ledger), rate, severity, ledger)


def _complement(
    sentence: Sentence, rate: Number, part: Number, wholes: list[Number], ledger: Ledger
) -> None:
    """Note `抽检N批次，不合格A批次，合格率P%`: the rate is of the rest."""
    if len(wholes) > 1 or is_quotient(part, wholes[0], rate):
        return
    names = ledger.name(part, "其余"), ledger.name(wholes[0], "分母")
    claimed = Operation("-", Hundred("100", unit="%"), Operation("/", *names))
    _state(sentence, claimed, rate, Severity.QUESTION, ledger)


def _can_hold(whole: Number, part: Number, *, is_open: bool) -> bool:
    """Return whether one number can be the whole of another."""
    if not whole.is_like(part) or whole.measure.amount <= 0:
        return False
    return is_open or whole.measure.amount >= part.measure.amount


def _ratio(part: Number, whole: Number, ledger: Ledger) -> Expression:
    names: tuple[Name, Name] = (ledger.name(part, "分子"), ledger.name(whole, "分母"))
    return Operation("/", *names)


def _state(
    sentence: Sentence,
    claimed: Expression,
    rate: Number,
    severity: Severity,
    ledger: Ledger,
) -> None:
    right = ledger.name(rate, "比率")
    ledger.state(Claim(claimed, "=", right, stretch(sentence, (rate,)), severity))
