"""Family C: a part that is larger than the whole that holds it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jixiao.checks.consistency.statements import statements
from jixiao.checks.consistency.tallies import NAMING, Tally, tallies
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure

_TOTAL = re.compile(r"共计?|合计|总计|累计|全年|各平台|各类|各级|全[市区县省州]|总")
#: what comes of what: of the cases filed those closed, of the dangers found those removed
_COMES_OF = (
    (
        re.compile(r"(?:立案|受理|收案|收件)[\u4e00-\u9fff]{0,10}$"),
        r"(?:已|全部|均)?(?:结案|办结|审结)",
    ),
    (
        re.compile(r"(?:排查|发现|查出)[\u4e00-\u9fff]{0,10}$"),
        r"(?:已|全部|均)?(?:完成)?(?:整改|销号|消除)(?:完成|到位)?",
    ),
    (re.compile(r"(?:抽检|抽查|检测|送检)[\u4e00-\u9fff]{0,10}$"), r"(?:检测|抽检)?合格"),
    (
        re.compile(r"(?:发放|发出|投放)[\u4e00-\u9fff]{0,4}问卷$"),
        r"(?:收回|回收)(?:有效)?(?:问卷)?",
    ),
)
#: what makes more come of it than there was this year
_EARLIER = re.compile(r"上年|去年|往年|历年|旧存|存案|积案|结转|跨年|遗留|含|累计|次年|以前")
#: what a part and its whole have in common: what was done
_VERB = re.compile(
    r"拆除|清理|清运|治理|整治|改造|新建|修复|维修|更换|安装|查处|处置|处理|检查|排查|发放|培训|救助|投放"
    r"|建成|种植|疏浚|接待|服务|办理|登记|检测|抽检|转移|安置|资助|补助|补贴|拨付|采购|处罚|罚款"
)
#: characters around the two numbers that may say why there are more
_REACH = 60
_OF_WHICH = "其中"


@rule("C205", "部分大于整体", Severity.QUESTION)
def part_larger_than_whole(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一段里先写了总数，后面一项专门工作的同名数反而更大。

    **为什么**：后一项工作若已计入前面的总数，部分就不会大于整体；没有计入的，文字上看不出来。

    **反例**：“全年受理消费投诉2100件，为群众挽回损失3.2万元。开展预付卡专项整治，挽回损失48万元。”

    **正例**：改正错的数；或者写明“上述投诉之外，预付卡专项整治另挽回损失48万元”。

    **依据**：公文惯例：写明数据的范围；分项之和不大于总数。
    """
    found: defaultdict[tuple[str, str, str], list[tuple[Tally, Tally]]] = defaultdict(list)
    for whole, part in _wholes_and_parts(tallies(statements(reading))):
        found[part.words, whole.written, part.written].append((whole, part))
    yield from _more_than_there_were(defect, reading)
    for (words, total, more), pairs in found.items():
        (whole, part), *copies = pairs
        copied = (one.related for pair in copies[:3] for one in pair)
        yield defect.at(
            part.place,
            f"“{words}”前面的总数是{total}，这里的一项就有{more}，部分大于整体",
            hint="核对两个数和各自的统计范围：这一项若已计入总数，总数不应少于它；若另计，在正文里写明",
            # a passage that is cited twice has one place
            related=dict.fromkeys(
                one for one in (whole.related, *copied) if one.place != part.place
            ),
            subjects=[words, total, more],
        )


def _wholes_and_parts(tallies: Iterable[Tally]) -> Iterator[tuple[Tally, Tally]]:
    """Yield each later, narrower number that is larger than the total of its name in one item."""
    wholes: dict[tuple[int, int, str], Tally] = {}
    for one in tallies:
        measure, clause = one.mention.measure, one.statement
        if len(one.words) < NAMING or not measure.unit or measure.dimension == "%":
            continue
        key = (clause.passage.item, clause.point, measure.dimension)
        whole = wholes.get((*key[:2], one.words[-NAMING:] + key[2]))
        if whole is None:
            if _is_total(one):
                wholes[*key[:2], one.words[-NAMING:] + key[2]] = one
        elif _is_part(one, whole):
            yield whole, one


def _is_total(one: Tally) -> bool:
    clause = one.statement
    value = clause.passage.line.value
    said = value[max(0, clause.start - 60) : one.mention.start]
    return _TOTAL.search(re.split("[。！？]", said)[-1]) is not None


def _is_part(one: Tally, whole: Tally) -> bool:
    clause = one.statement
    return (
        clause.sentence != whole.statement.sentence
        and clause.mask == one.words + "#"
        and whole.words.endswith(one.words)
        and one.mention.measure.amount > whole.mention.measure.amount
        and clause.agrees_in_scope(whole.statement)
        and not _is_total(one)
    )


def _more_than_there_were(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """Yield the numbers of a sentence that are more than those they come of or are parts of."""
    for sentence in told(reading):
        for whole, part in (*_outcomes(sentence), *_listed_parts(sentence)):
            first = sentence.mentions[whole]
            start = max(sentence.start, first.start - _REACH)
            end = min(sentence.end, sentence.mentions[part].end + _REACH)
            if _EARLIER.search(sentence.line.value, start, end):
                continue
            here = f"{sentence.label(part)}{sentence.words(part)}"
            there = f"{sentence.label(whole)}{sentence.words(whole)}"
            yield defect.at(
                sentence.place(part),
                f"“{here}”比前面的“{there}”还多，部分大于整体",
                hint="核对两个数；范围不同的（如含上年结转的），在正文里写明",
                related=[sentence.line.related(first.start, first.end, "前面的数")],
                subjects=[sentence.words(part), sentence.words(whole)],
            )


def _outcomes(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield a number and the one right behind it that comes of it, where it is larger."""
    for at in range(1, len(sentence.mentions)):
        if not _is_more(sentence, at - 1, at):
            continue
        label, source = sentence.label(at), sentence.label(at - 1)
        if any(one.search(source) and re.fullmatch(what, label) for one, what in _COMES_OF):
            yield at - 1, at


def _listed_parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield a number and a later one of its unit that 其中 makes a part, where that is larger.

    Both are told with one verb; the part right behind 其中 is in a sum that is verified elsewhere.
    """
    value = sentence.value
    cut = value.find(_OF_WHICH) + sentence.start
    if cut < sentence.start or "；" in value[cut - sentence.start :]:
        return
    wholes = {
        one.measure.dimension: at for at, one in enumerate(sentence.mentions) if one.end <= cut
    }
    verb = {one[0] for one in _VERB.finditer(sentence.line.value, sentence.start, cut)}
    for at, one in enumerate(sentence.mentions):
        whole = wholes.get(one.measure.dimension)
        if one.start < cut or whole is None or not _is_more(sentence, whole, at):
            continue
        own = {found[0] for found in _VERB.finditer(sentence.label(at))}
        if own & verb and _OF_WHICH not in sentence.before(at):
            yield whole, at


def _is_more(sentence: Sentence, whole: int, part: int) -> bool:
    one, other = sentence.mentions[whole].measure, sentence.mentions[part].measure
    return (
        _is_count(one) and _is_count(other) and one.unit == other.unit and other.amount > one.amount
    )


def _is_count(measure: Measure) -> bool:
    return bool(measure.unit) and measure.is_exact and measure.dimension != "%"
