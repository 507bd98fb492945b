"""Parts and their whole: which numbers can be parts, and how surely they must add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.claims.ledger import Claim, Ledger, stretch, total
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity

#: words of a part that show it to be no share of the number before: a change, another year, a rate
_FOREIGN = re.compile(
    r"上年(?!度?结)|去年|同期|同比|增长|增加|减少|下降|[比较](?:上|去|前|20)|超过|超额|超出|人均|平均|目标|任务"
    r"|计划|惠及|每|节约|挽回|罚|在职|实有|现有|分值|满分|权重|限额|上限|标准|原值|单价|得分"
)
#: kinds that are all there is of a whole, so that such parts must add up to it
_WHOLE_SETS = (
    ("基本支出", "项目支出"),
    ("人员", "公用"),
    ("货物", "工程", "服务"),
    ("接待", "车", "出国"),
    ("线上", "线下"),
    ("男", "女"),
)
#: what shares of the whole a list may miss it by, and was still meant to add up: 2, 3, 4 parts
_NEAR = (Fraction(3, 100), Fraction(5, 100), Fraction(10, 100))
_TWO = 2
#: how far parts may exceed their whole and still be meant as its parts
_EXCESS = Fraction(6, 5)
_QUALITY = re.compile(r"岁|女|男|党员|学历|职称|民族|以上|以下|重点|骨干|兼|新增|首次")
#: kinds told in order, which do not overlap: 一级、二级、三级
_GRADED = re.compile(r"(?:[一二三四五甲乙丙丁]|[省市县区乡村]|国家)[级类等][^，、]{0,4}$")
_RESPECTIVELY = re.compile(r"(?P<names>[^，。；：]+?)(?:共计|合计|共)?，?分别(?:为|是)?$")
_PART = "其中的一项不会大于总数；核对这两个数和它们的单位"


def are_foreign(numbers: Iterable[Number]) -> bool:
    """Return whether some numbers are no shares of a whole, by their words."""
    return any(_FOREIGN.search(one.label) for one in numbers)


def add_up(parts: Sequence[Number], whole: Number) -> bool:
    """Return whether parts make their whole exactly."""
    return _sum(parts) == Fraction(whole.measure.amount)


def _sum(parts: Sequence[Number]) -> Fraction:
    return sum((Fraction(one.measure.amount) for one in parts), Fraction(0))


def state_sum(
    sentence: Sentence, parts: Sequence[Number], whole: Number, severity: Severity, ledger: Ledger
) -> None:
    """Note that parts make a whole, unless the accounts say so already."""
    if ledger.are_accounted((*parts, whole)):
        return
    listed = _listed(parts, whole)
    for name, part in zip(listed, parts, strict=False):
        ledger.name(part, name, is_given=True)
    if listed:
        ledger.name(whole, "合计", is_given=True)
    left = total([ledger.name(one, "分项") for one in parts])
    shown = stretch(sentence, sentence.own((*parts, whole)))
    ledger.state(Claim(left, "=", ledger.name(whole, "合计"), shown, severity))


def _listed(parts: Sequence[Number], whole: Number) -> list[str]:
    """Return the names of parts told in a list: 新办、延续、注销分别为800件、500件、300件."""
    found = _RESPECTIVELY.search(whole.gap + parts[0].gap if "、" in whole.gap else parts[0].gap)
    if found is None:
        return []
    names = re.split(r"[、和与及]", found["names"].strip("，"))
    return names if len(names) == len(parts) and all(names) else []


def _firm(sentence: Sentence, parts: list[Number]) -> Iterator[Number]:
    """Yield the parts that surely are parts: the first, and those that 、 or 和 joins to it."""
    for before, part in zip([None, *parts], parts, strict=False):
        if before and not re.match("[、和及]", sentence.between(before, part)):
            return
        yield part


def state_parts(
    sentence: Sentence, parts: list[Number], whole: Number, ledger: Ledger, *, is_among: bool
) -> None:
    """Note what parts and their whole state: none is larger, and they may have to add up.

    `is_among` says that they are told as some of the whole (其中), which need not be all of it.
    """
    firm = _firm(sentence, parts)
    larger = [one for one in firm if one.measure.amount > whole.measure.amount]
    for part in larger:
        shown = stretch(sentence, sentence.own((whole, part)))
        names = ledger.name(part, "其中一项"), ledger.name(whole, "总数")
        ledger.state(Claim(names[0], "<=", names[1], shown, Severity.ERROR, _PART))
    if larger or len(parts) < _TWO:
        return
    severity = _weight(parts, whole, is_among=is_among)
    if severity:
        state_sum(sentence, parts, whole, severity, ledger)


def _weight(parts: list[Number], whole: Number, *, is_among: bool) -> Severity | None:
    """Return how grave it is that parts miss their whole; None where they need not add up."""
    if add_up(parts, whole):
        return Severity.ERROR  # it holds, and may speak for its numbers
    if not is_among or _is_whole_set(parts):
        return Severity.ERROR
    amount = Fraction(whole.measure.amount)
    near = _NEAR[min(len(parts), len(_NEAR) + 1) - _TWO]
    is_near = abs(_sum(parts) - amount) <= amount * near
    is_over = amount < _sum(parts) <= amount * _EXCESS and not any(map(_overlaps, parts))
    is_graded = _sum(parts) > amount and all(_GRADED.search(one.label) for one in parts)
    return Severity.QUESTION if is_near or is_over or is_graded else None


def _overlaps(part: Number) -> bool:
    """Return whether a part is told by a quality that others may have as well: 女, 35岁以下."""
    return _QUALITY.search(part.label + part.follow) is not None or bool(part.measure.bound)


def _is_whole_set(parts: list[Number]) -> bool:
    """Return whether the parts are all the kinds there are, one of each."""
    return any(
        len(kinds) == len(parts) and all(any(kind in one.gap for one in parts) for kind in kinds)
        for kinds in _WHOLE_SETS
    )
