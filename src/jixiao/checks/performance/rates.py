"""Family P: rates that are more than the whole, or printed so that they hide a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.language.measure import Measure, rate

_RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{1,12}?)率(?:达到?了?|为|是|均为|均达|约)*$")
#: words of a rate that is no result: a target, another year's, a limit
_NO_RESULT = re.compile(
    r"目标|任务要求|要求|标准|计划|上年|去年|同期|不低于|不超过|增长|提高|下降|提升|增幅"
)
_FEWEST_PRECISE = 3
#: numbers before a rate among which the whole is looked for
_BEFORE = 5
_TWO = 2


def _is_partial(measure: Measure) -> bool:
    """Return whether a rate is exact, and neither nothing nor the whole."""
    return measure.unit == "%" and measure.is_exact and measure.amount not in {0, 1}


def _rates(reading: Reading) -> Iterator[tuple[Sentence, int, str]]:
    """Yield the rates that are told as results, each with what it is the rate of."""
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if not _is_partial(one.measure):
                continue
            label = sentence.label(at)
            found = _RATE.search(label)
            if found and not _NO_RESULT.search(label):
                yield sentence, at, found["stem"]


@rule("P202", "比率少印了小数", Severity.QUESTION)
def coarse_rate(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """由同一句的两个数算出的比率只印到个位，而全文其他比率都印小数。

    **为什么**：95.61%印成96%，高出0.39个百分点；别的比率都印两位小数，单这一个取整，评审会问是不是有意拔高。

    **反例**：受理申请228件，办结218件，办结率96%；年报率91.35%，覆盖率84.07%，回访率98.62%。

    **正例**：受理申请228件，办结218件，办结率95.61%。

    **依据**：GB/T 8170-2008 数值修约规则；同一份报告的比率，小数位数一致是公文惯例。
    """
    yield from _coarse_among_siblings(defect, reading)
    rated = list(_rates(reading))
    places = [sentence.mentions[at].measure.places for sentence, at, _ in rated]
    precise = [one for one in places if one]
    if len(precise) < _FEWEST_PRECISE or len(precise) * _TWO <= len(places):
        return
    for sentence, at, stem in rated:
        measure = sentence.mentions[at].measure
        exact = _quotient(sentence, at, stem) if not measure.places else None
        if exact is None:
            continue
        part, whole = exact
        ratio = Decimal(part.numerator) / Decimal(whole.numerator)
        precise_rate = rate(ratio, max(precise))
        if precise_rate.amount == measure.amount or not _rounds_to(part / whole, measure):
            continue
        words = sentence.words(at)
        yield defect.at(
            sentence.place(at),
            f"“{stem}率{words}”只印到个位，{part}÷{whole}为{precise_rate}，文中其他比率多印小数",
            hint=f"写作“{precise_rate}”，与其他比率的位数一致",
        )


_OF_TARGET = re.compile(r"完成[\u4e00-\u9fff]{0,8}(?:目标|任务|计划)(?:数|任务|值)?的$")


def _coarse_among_siblings(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """Yield the one rate of completion of a sentence that has no decimals, where others have."""
    for sentence in told(reading):
        alike = [
            at
            for at, one in enumerate(sentence.mentions)
            if _is_partial(one.measure) and _OF_TARGET.search(sentence.label(at))
        ]
        coarse = [at for at in alike if not sentence.mentions[at].measure.places]
        if len(coarse) != 1 or len(alike) < _FEWEST_PRECISE:
            continue
        words = sentence.words(coarse[0])
        precise = next(at for at in alike if at != coarse[0])
        yield defect.at(
            sentence.place(coarse[0]),
            f"“{sentence.label(coarse[0])}{words}”只印到个位，同句的其他完成率都印小数",
            hint="按完成数和目标数重新计算，小数位数与同句的其他比率一致",
            related=[Related(sentence.place(precise), "这里印小数")],
        )


def _quotient(sentence: Sentence, at: int, stem: str) -> tuple[Fraction, Fraction] | None:
    """Return the part and the whole that stand right before a rate named after the part."""
    if at < _TWO:
        return None
    part = sentence.mentions[at - 1].measure
    earlier = (one.measure for one in sentence.mentions[max(at - _BEFORE, 0) : at - 1][::-1])
    whole = next((one for one in earlier if one.dimension != "%"), None)
    if whole is None:
        return None
    alike = whole.unit == part.unit and whole.is_exact and part.is_exact
    if not alike or not part.unit or part.dimension == "%":
        return None
    if stem[-_TWO:] not in sentence.before(at - 1) or not 0 < part.amount < whole.amount:
        return None
    return Fraction(part.amount), Fraction(whole.amount)


def _rounds_to(ratio: Fraction, printed: Measure) -> bool:
    """Return whether a ratio is the printed rate, rounded half up to its digits."""
    return abs(ratio - Fraction(printed.amount)) * _TWO <= Fraction(printed.quantum)


#: rates of a part of a whole, which is never more than all of it
_WITHIN = re.compile(
    r"(?:覆盖率|合格率|及时率|公示率|满意度|满意率|知晓率|出勤率|参与率|通过率|达标率|公开率|准确率|回访率|整改率|审查率"
    r"|处置率|上传率|建档率|优良率|受理率|响应率|完好率|成活率|办证率|参保率|参会率|正确率|真实率|合规率)"
    r"(?:达到?了?|为|是|均为|均达|高达|约)*$"
)
#: rates that may exceed it where the denominator is an earlier budget or an earlier stock
_SELDOM_ABOVE = re.compile(
    r"(?:办结率|结案率|执行率|支付率|支出率|到位率|发放率|兑现率)(?:达到?了?|为|是|均为|均达|高达|约)*$"
)


@rule("P203", "比率超过100%", Severity.WARNING)
def rate_above_whole(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """覆盖率、合格率、满意度这样的比率，写成了超过100%的数。

    **为什么**：部分不会比全体多。超过100%，不是分子分母填反，就是把“完成率”写成了“覆盖率”。
    完成率、增长率可以超过100%；办结率、执行率一般不会，超过时只作为疑问提出。

    **反例**：抽查覆盖率达102%，群众满意度101.5%。

    **正例**：抽查任务完成率达102%，抽查覆盖率100%。

    **依据**：覆盖率等比率的定义：部分除以全体。
    """
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if one.measure.unit != "%" or one.measure.amount <= 1:
                continue
            label = sentence.label(at)
            is_within = _WITHIN.search(label)
            found = is_within or _SELDOM_ABOVE.search(label)
            if found:
                yield defect.at(
                    sentence.place(at),
                    f"“{label[-12:]}{sentence.words(at)}”超过了100%",
                    hint="核对分子和分母；若说的是任务完成情况，写作“完成率”",
                    severity=Severity.WARNING if is_within else Severity.QUESTION,
                )
