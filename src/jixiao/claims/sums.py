"""Sums that prose states: 甲3场、乙5场，共计8场; 共检查20家（甲12家、乙8家）; 收入X，其中A、B."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.claims.ledger import Ledger
from jixiao.claims.parts import add_up, are_foreign, state_parts, state_sum
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity

#: the total that follows its parts: 共计8场; a verb between (共检查8家) counts something else
_TOTAL = re.compile(
    r"(?:^|[，,、；：])(?:以上)?(?:共计|合计|总计|总共|合共|一共|共|小计)"
    r"(?:为|达|约|金额|人数|数量|资金)?$"
)
#: what introduces parts that need not be all of the whole
_AMONG = re.compile(r"(?:其中|包括|包含|含|含有|内含)[:：，,]?")
#: the number's own clause may go on: 为126人提供康复救助，其中
_BEHIND = re.compile(rf"(?:[㐀-鿿]{{1,10}}[，：])?{_AMONG.pattern}")
_SPLIT = re.compile(r"分别(?:为|是)|分为")
#: words of a number behind the parts that begin something else: 其中食品20件，受理投诉300件
_VERB = re.compile(
    r"(?:已|均|全部|并)?(?:受理|检查|开展|发放|完成|办理|累计|全年|共|收到|查处|移送|发现|整改|建成|组织|举办|新增|实现|投入|处理|下达)"
)
#: 两项合计, at the head of a sentence
_ITEMS = re.compile(
    r"(?:以上|上述|这)?(?P<count>[两二三四五六])(?:项|者|类)(?:共计|合计|总计|共)(?:为)?"
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_TWO = 2
#: parts that one sum may have
_MOST = 40


def sums(sentence: Sentence, ledger: Ledger) -> None:
    """Note the sums of a sentence, and the parts that cannot be more than their whole."""
    for at, number in enumerate(sentence.numbers):
        is_count = number.mention.has_unit and number.measure.dimension != "%"
        if not number.measure.is_exact or not is_count:
            continue
        if are_foreign([number]):
            continue
        if _TOTAL.search(number.gap):
            _total_after(sentence, at, ledger)
        _parts_behind(sentence, at, ledger)


def sum_of_earlier(sentence: Sentence, earlier: Sequence[Number], ledger: Ledger) -> None:
    """Note `两项合计N` at the head of a sentence: the sum of the last numbers before it."""
    whole = sentence.numbers[0] if sentence.numbers else None
    found = _ITEMS.match(sentence.value)
    if whole is None or found is None or found.end() != whole.mention.start:
        return
    count = _COUNTS[found["count"]]
    parts = [one for one in earlier if one.is_like(whole) and one.mention.has_unit][-count:]
    if len(parts) == count and not are_foreign(parts):
        state_sum(sentence, parts, whole, Severity.ERROR, ledger)


def _total_after(sentence: Sentence, at: int, ledger: Ledger) -> None:
    """Note `A、B，共计N`; where some last ones of the list add up, those were meant."""
    whole = sentence.numbers[at]
    parts = list(_run_before(sentence, at))
    if len(parts) < _TWO:
        return
    meant = next((one for one in _tails(parts) if add_up(one, whole)), None)
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
        if are_foreign([number]):
            return iter(())
        if _AMONG.search(number.gap):
            break  # the number before is the whole of these parts
    return reversed(found)


def _tails(parts: Sequence[Number]) -> Iterator[Sequence[Number]]:
    return (parts[start:] for start in range(len(parts) - 1))


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
    if words.startswith(("（", "：")) and "）" not in words:
        return words
    opening = words.lstrip("，,：: ")
    is_introduced = _BEHIND.match(opening) or _SPLIT.search(opening)
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
        if are_foreign([number]) or _TOTAL.search(number.gap):
            return
        if before is not whole and _AMONG.search(words):
            return  # parts of the part before
        if before is not whole and not rest:
            return  # the parts before are all of it
        if before is not whole and not opened and _VERB.match(number.label):
            return
        rest -= Fraction(number.measure.amount)
        yield number
