"""Sums that prose states: 甲3场、乙5场，共计8场; 共检查20家（甲12家、乙8家）; 收入X，其中A、B."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.claims.ledger import Claim, Ledger, stretch, total
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity

#: the total that follows its parts: 共计8场; a verb between (共检查8家) counts something else
_TOTAL = re.compile(
    r"(?:^|[，,、；：])(?:以上)?(?:共计|合计|总计|总共|合共|一共|共)(?:为|达|约|金额|人数|数量|资金)?$"
)
_LISTED = re.compile(r"^[^，。；：（）]{0,24}[、，及和与]?[^，。；：（）]{0,24}$")
#: what introduces parts that need not be all of the whole
_AMONG = re.compile(r"(?:其中|包括|包含|含|含有|内含)[:：，,]?")
_SPLIT = re.compile(r"分别(?:为|是)|分为")
#: words of a part that show it to be no share of the number before: a change, another year, a rate
_FOREIGN = re.compile(
    r"上年(?!度?结)|去年|同期|同比|增长|增加|减少|下降|[比较](?:上|去|前|20)|超过|超额|超出|人均|平均|目标|任务"
    r"|计划|惠及|每|节约|挽回|罚|在职|实有|现有|分值|满分|权重|限额|上限|标准|原值|单价|得分"
)
#: words of a number behind the parts that begin something else: 其中食品20件，受理投诉300件
_VERB = re.compile(
    r"受理|检查|开展|发放|完成|办理|累计|全年|共|收到|查处|移送|发现|整改|建成|组织|举办|新增|实现|投入|处理|下达"
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
#: a sum that misses by no more than this share of the whole was probably meant to add up
_NEAR = Fraction(3, 100)
_TWO = 2
#: parts that one sum may have
_MOST = 40


def sums(sentence: Sentence, ledger: Ledger) -> None:
    """Note the sums of a sentence, and the parts that cannot be more than their whole."""
    for at, number in enumerate(sentence.numbers):
        is_count = number.mention.has_unit and number.measure.dimension != "%"
        if not number.measure.is_exact or not is_count:
            continue
        if _FOREIGN.search(number.label):
            continue
        if _TOTAL.search(number.gap):
            _total_after(sentence, at, ledger)
        _parts_behind(sentence, at, ledger)


def are_foreign(numbers: Iterable[Number]) -> bool:
    """Return whether some numbers are no shares of a whole, by their words."""
    return any(_FOREIGN.search(one.label) for one in numbers)


def _total_after(sentence: Sentence, at: int, ledger: Ledger) -> None:
    """Note `A、B，共计N`; where some last ones of the list add up, those were meant."""
    whole = sentence.numbers[at]
    parts = list(_run_before(sentence, at))
    if len(parts) < _TWO:
        return
    meant = next((one for one in _tails(parts) if _adds_up(one, whole)), None)
    is_plain = all("、" in sentence.between(a, b) for a, b in itertools.pairwise(parts))
    severity = Severity.ERROR if meant or is_plain else Severity.QUESTION
    state_sum(sentence, meant or parts, whole, severity, ledger)


def _run_before(sentence: Sentence, at: int) -> Iterator[Number]:
    """Return the numbers right before one that count the same kind of thing, in order."""
    whole, found = sentence.numbers[at], []
    for number in reversed(sentence.numbers[max(at - _MOST, 0) : at]):
        if not number.is_like(whole) or "；" in sentence.between(number, whole):
            break
        found.append(number)
        if _FOREIGN.search(number.label):
            return iter(())
        if _AMONG.search(number.gap):
            break  # the number before is the whole of these parts
    return reversed(found)


def _tails(parts: Sequence[Number]) -> Iterator[Sequence[Number]]:
    return (parts[start:] for start in range(len(parts) - 1))


def _adds_up(parts: Sequence[Number], whole: Number) -> bool:
    return _sum(parts) == Fraction(whole.measure.amount)


def _sum(parts: Sequence[Number]) -> Fraction:
    return sum((Fraction(one.measure.amount) for one in parts), Fraction(0))


def state_sum(
    sentence: Sentence, parts: Sequence[Number], whole: Number, severity: Severity, ledger: Ledger
) -> None:
    """Note that parts make a whole, unless the accounts say so already."""
    if ledger.are_accounted((*parts, whole)):
        return
    left = total([ledger.name(one, "分项") for one in parts])
    shown = stretch(sentence, sentence.own((*parts, whole)))
    ledger.state(Claim(left, "=", ledger.name(whole, "合计"), shown, severity))


def _parts_behind(sentence: Sentence, at: int, ledger: Ledger) -> None:
    """Note `N（A、B）` and `N，其中A、B`: the parts and their whole."""
    whole = sentence.numbers[at]
    lead = _lead(sentence, at)
    if lead is None:
        return
    parts = list(_parts(sentence, at))
    if not parts:
        return
    is_among = _AMONG.search(lead) is not None or not _closes(sentence, parts[-1], lead)
    if len(parts) < _TWO and not _AMONG.search(lead):
        return  # a single number in brackets explains, it does not divide
    state_parts(sentence, parts, whole, ledger, is_among=is_among)


def _lead(sentence: Sentence, at: int) -> str | None:
    """Return the words between a number and the parts that follow it, or None where none do."""
    if at + 1 >= len(sentence.numbers):
        return None
    words = sentence.between(sentence.numbers[at], sentence.numbers[at + 1])
    if words.startswith("（") and "）" not in words:
        return words
    opening = words.lstrip("，,：: ")
    is_introduced = _AMONG.match(opening) or _SPLIT.search(opening)
    return words if is_introduced and "。" not in words and "；" not in words else None


def _closes(sentence: Sentence, last: Number, lead: str) -> bool:
    """Return whether nothing follows the last part that may be a further one (等, 其余…)."""
    rest = sentence.value[last.mention.end :]
    if lead.startswith("（"):
        return rest.startswith("）")
    return not rest.startswith(("等", "、", "，其余", "，其他"))


def _parts(sentence: Sentence, at: int) -> Iterator[Number]:
    """Yield the numbers behind one that are its parts, until the bracket or the clause ends."""
    whole = sentence.numbers[at]
    opened = sentence.value[whole.mention.end :].startswith("（")
    rest = Fraction(whole.measure.amount)
    for before, number in itertools.pairwise(sentence.numbers[at : at + _MOST]):
        words = sentence.between(before, number)
        if (opened and "）" in words) or "；" in words or "。" in words:
            return
        if not number.is_like(whole) or not number.mention.has_unit:
            return
        if _FOREIGN.search(number.label) or _TOTAL.search(number.gap):
            return
        if before is not whole and _AMONG.search(words):
            return  # parts of the part before
        if before is not whole and not rest:
            return  # the parts before are all of it
        if before is not whole and not opened and _VERB.match(number.label):
            return
        rest -= Fraction(number.measure.amount)
        yield number


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


_PART = "其中的一项不会大于总数；核对这两个数和它们的单位"


def _weight(parts: list[Number], whole: Number, *, is_among: bool) -> Severity | None:
    """Return how grave it is that parts miss their whole; None where they need not add up."""
    if _adds_up(parts, whole):
        return Severity.ERROR  # it holds, and may speak for its numbers
    if _is_whole_set(parts):
        return Severity.ERROR
    if not is_among:
        return Severity.ERROR
    amount = Fraction(whole.measure.amount)
    is_near = abs(_sum(parts) - amount) <= amount * _NEAR
    return Severity.QUESTION if is_near else None


def _is_whole_set(parts: list[Number]) -> bool:
    """Return whether the parts are all the kinds there are, one of each."""
    return any(
        len(kinds) == len(parts) and all(any(kind in one.gap for one in parts) for kind in kinds)
        for kinds in _WHOLE_SETS
    )
