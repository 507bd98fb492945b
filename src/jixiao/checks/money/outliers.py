"""Family B: an amount in 元 among amounts in 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.checks.money.accounts import (
    is_of_the_accounts,
    is_per_head,
    is_wan,
    is_yuan,
    may_be_small,
    names_account,
)
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: accounts of a unit, which are never a few 元
_LARGE = re.compile(
    r"(?:基本支出|项目支出|年初预算|全年预算|预算收入|预算支出|总支出|全年支出|支出合计|收入合计|人员经费|公用经费|支出决算)"
    r"(?:金额|数|安排)?(?:总计|共计|合计|共|为|是)?$"
)
#: the words before a part of a list of costs
_COST = re.compile(r"(?:费|支出|经费|资金|类|追加|调减|调增)(?:为|共|计)?$")
#: sums that are paid out to many: a few 元 with two decimals are none
_PAID_OUT = re.compile(
    r"(?:发放|拨付|兑付|兑现|下达|投入|落实|争取)[\u4e00-\u9fff]{0,12}"
    r"(?:补贴|补助|奖补|资金|经费|救助金|贷款|返还|专款|款)(?:共|共计|合计|累计)?$"
)
_BESIDE = 6
_FEWEST = 2
_FEW_IN_REPORT = 3
_TEN_THOUSAND = 10000
_HUNDRED = 100
_MONEY_PLACES = 2


@rule("B301", "金额单位与其他金额不一致", Severity.ERROR)
def outlying_unit(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一句里的预算、追加、支出都以万元计，唯独一个金额写成了元。

    **为什么**：“万元”漏打一个“万”字，金额就差一万倍；单看这个数往往看不出来，要同前后的数一起看。
    同句的数按万元正好加得上，或者全文的收支都以万元计，就能断定；此外只作为疑问提出。

    **反例**：年初预算30万元，追加12.5万元，实际支出42.5元。

    **正例**：年初预算30万元，追加12.5万元，实际支出42.5万元。

    **依据**：部门决算、绩效自评各表以万元为单位的惯例；同一份报告口径一致。
    """
    found = [
        (sentence, at)
        for sentence in told(reading)
        for at, one in enumerate(sentence.mentions)
        if is_yuan(one.measure) and not is_per_head(sentence, at)
    ]
    is_only = bool(found) and _speaks_in_wan(reading)
    for sentence, at in found:
        words = sentence.words(at)
        before, after = _beside(sentence, at)
        fits = _fits(sentence, at, before, after)
        severity = (
            Severity.ERROR if fits else _suspicion(sentence, at, before + after, is_only=is_only)
        )
        if severity:
            reason = "，这样同句的数正好对得上" if fits else ""
            others = "同句其他金额" if before or after else "全文的收支"
            yield defect.at(
                sentence.place(at),
                f"“{sentence.label(at)}{words}”的单位是元，{others}都以万元计",
                hint=f"应为“{words.removesuffix('元')}万元”{reason}；改前核对账目",
                severity=severity,
            )


def _beside(sentence: Sentence, at: int) -> tuple[list[Decimal], list[Decimal]]:
    """Return the amounts in 万元 near an amount in its sentence, before and behind it."""
    mentions = sentence.mentions
    before = (one.measure for one in mentions[max(at - _BESIDE, 0) : at])
    after = (one.measure for one in mentions[at + 1 : at + 1 + _BESIDE])
    return [one.number for one in before if is_wan(one)], [
        one.number for one in after if is_wan(one)
    ]


def _fits(sentence: Sentence, at: int, before: list[Decimal], after: list[Decimal]) -> bool:
    """Return whether a number is what the amounts in 万元 beside it make, or one of them."""
    measure = sentence.mentions[at].measure
    is_account = is_of_the_accounts(sentence, at)
    if not measure.places and not is_account:
        return False
    if is_account and measure.number in (*before, *after):
        return True
    return measure.number in set(_made(before, after))


def _made(before: Sequence[Decimal], after: Sequence[Decimal]) -> Iterator[Decimal]:
    """Yield the sums of two or more amounts in a row, and what a whole leaves for one part."""
    for count in range(_FEWEST, max(len(before), len(after)) + 1):
        yield sum(before[-count:], Decimal(0))
        yield sum(after[:count], Decimal(0))
    for start, whole in enumerate(before):
        rest = whole - sum(before[start + 1 :], Decimal(0))
        for count in range(len(after) + 1):
            if start + 1 < len(before) or count:
                yield rest - sum(after[:count], Decimal(0))


def _suspicion(
    sentence: Sentence, at: int, beside: Sequence[Decimal], *, is_only: bool
) -> Severity | None:
    """Return how sure it is that a number that fits nothing is in 万元; None where it is not."""
    measure = sentence.mentions[at].measure
    label = sentence.label(at)
    is_paid = _PAID_OUT.search(label) and not is_per_head(sentence, at)
    if not measure.places or measure.number >= _TEN_THOUSAND:
        return None
    if is_only and is_paid and measure.places == _MONEY_PLACES:
        return Severity.QUESTION
    if may_be_small(sentence, at):
        return None
    if is_only and _LARGE.search(label) and measure.places == _MONEY_PLACES:
        return Severity.ERROR
    if len(beside) >= _FEWEST and names_account(sentence, at):
        has_size = min(beside) / _HUNDRED < measure.number <= sum(beside) * 2
        sure = Severity.ERROR if is_only else Severity.QUESTION
        return sure if has_size else None
    is_tiny = measure.number < _HUNDRED and measure.places == _MONEY_PLACES
    return Severity.QUESTION if beside and is_tiny and _COST.search(label) else None


def _speaks_in_wan(reading: Reading) -> bool:
    """Return whether all amounts of the accounts are in 万元 but for one."""
    wan = yuan = 0
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if one.measure.dimension == "元" and names_account(sentence, at):
                wan += is_wan(one.measure)
                yuan += is_yuan(one.measure) and not may_be_small(sentence, at)
    return yuan <= 1 and wan >= _FEW_IN_REPORT
