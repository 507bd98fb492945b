"""Family P: targets that were missed, and budgets not spent, of which nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.reasons import REASON, SHORTFALL, is_explained, problems
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, paragraphs, told
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.language.clause import sentences
from jixiao.language.measure import Measure

_COMPLETION = re.compile(
    r"(?:完成率|完成(?:了)?[\u4e00-\u9fff]{0,10}(?:目标|任务|计划|指标)(?:任务|总?数|值)?的|达到?[\u4e00-\u9fff]{0,8}目标(?:任务|值)?的)"
    r"(?:分别)?(?:达到?了?|为|是|约)*$"
)
#: what makes a rate no result of the year: a target, another year, the middle of the year, a budget
_NO_RESULT = re.compile(
    r"目标(?:完成率)?为|不低于|要求|力争|计划完成率|上年|去年|同期|预算|支出|执行|支付|上半年|季度|时序|[1-9]月底|1[01]月底"
    r"|投资完成率|化解"
)
#: 完成年度任务28平方公里的94.29%
_TARGET = re.compile(r"完成[\u4e00-\u9fff]{0,8}(?:目标|任务|计划|指标)(?:任务|总?数|值)?$")
_NOUN = 4
#: characters of the problems that are searched for each target
_LONGEST = 20_000


@rule("P204", "没有完成的目标在报告里没有交代", Severity.QUESTION)
def missed_target_unmentioned(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文写着完成率不到100%，存在的问题里没有提到，旁边也没有说明原因。

    **为什么**：自评要对照绩效目标，没有完成的必须写明偏差原因和改进措施；只字不提，评审会退回来补。

    **反例**：“新建公厕19座，完成率95%。”而“存在的问题”只谈绩效目标编得不细。

    **正例**：“新建公厕19座，完成率95%，其中1座因用地未落实推迟到次年。”

    **依据**：财预〔2020〕10号所附自评表“偏差原因分析及改进措施”栏。
    """
    owned = problems(reading)[:_LONGEST]
    if SHORTFALL.search(owned):
        return
    known = _told_by_facts(reading)
    missed = [
        (sentence, at)
        for sentence in told(reading)
        for at in range(len(sentence.mentions))
        if _is_missed(sentence, at)
        and sentence.words(at) not in known
        and not is_explained(sentence, at)
        and not _is_claimed_done(sentence, at)
        and not _is_named(sentence, at, owned)
    ]
    if missed:
        sentence, at = missed[0]
        yield defect.at(
            sentence.place(at),
            f"“{_phrase(sentence, at)}”没有完成目标，报告里没有说明原因，也没有列入存在的问题",
            hint="在存在的问题中写明未完成的原因和改进措施",
            related=further((one.place(i) for one, i in missed[1:]), "也没有完成"),
        )


def _is_missed(sentence: Sentence, at: int) -> bool:
    if not _is_short(sentence.mentions[at].measure):
        return False
    label = sentence.label(at)
    is_of_target = label == "的" and at > 0 and _TARGET.search(sentence.label(at - 1))
    is_completion = is_of_target or _COMPLETION.search(label)
    return bool(is_completion) and not _NO_RESULT.search(sentence.before(at))


def _is_short(measure: Measure) -> bool:
    return measure.unit == "%" and measure.is_exact and 0 < measure.amount < 1


def _told_by_facts(reading: Reading) -> set[str]:
    """Return the rates that P201 tells of, as printed: those of facts that state their target."""
    if reading.report.content.is_claimed:
        return set()
    rates = (one.completion_rate for one in reading.report.content.facts if one.target)
    return {str(one.quantity) for one in rates if one}


def _is_named(sentence: Sentence, at: int, owned: str) -> bool:
    """Return whether the problems name what was missed: its last characters before 完成率."""
    before = sentence.before(at - 1) if at else sentence.before(at)
    han = re.findall(r"[\u4e00-\u9fff]+", before.partition("完成")[0])
    noun = han[-1][-_NOUN:] if han else ""
    return len(noun) == _NOUN and noun in owned


def _phrase(sentence: Sentence, at: int) -> str:
    """Return a rate with its words, and the number before it where that stands right before."""
    own = f"{sentence.label(at)}{sentence.words(at)}"
    if not at or len(sentence.before(at)) > len(sentence.label(at)) + 1:
        return own
    return f"{sentence.label(at - 1)}{sentence.words(at - 1)}，{own}"


_DONE = re.compile(r"(?:圆满|全面|如期|超额|全部|顺利|按期|均已|高质量)(?:完成|实现)")
_ALL_DONE = re.compile(
    r"(?:各项|所有|全部)(?:年度|绩效|工作|预期|重点|既定)*(?:目标|任务|指标)(?:任务|值)?"
    r"(?:均|都|全部|全面|已|圆满|如期|按期|按时)+(?:完成|实现|达标|达到)"
    r"|(?:无|没有|不存在)未完成的?(?:绩效|年度)?(?:目标|指标|任务)"
)
_EXCEPT = re.compile("除|基本")


@rule("P217", "没有完成却写作完成", Severity.QUESTION)
def missed_target_called_done(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """完成率不到100%，同一句却说“圆满完成”，或者别处说各项目标均已完成。

    **为什么**：前后矛盾，评审一眼就能看出来；没有完成的目标，要如实写，并写明原因。

    **反例**：新建公厕19座，完成年度任务20座的95%，圆满完成目标任务。

    **正例**：新建公厕19座，完成年度任务20座的95%，其中1座因用地未落实推迟到次年。

    **依据**：财预〔2020〕10号所附自评表“偏差原因分析及改进措施”栏；数据前后一致是公文惯例。
    """
    claim = _claim(reading)
    missed = [
        (sentence, at)
        for sentence in told(reading)
        for at in range(len(sentence.mentions))
        if _is_missed(sentence, at)
        and not is_explained(sentence, at)
        and (claim or _is_claimed_done(sentence, at))
    ]
    if missed:
        sentence, at = missed[0]
        elsewhere = [] if _is_claimed_done(sentence, at) else claim
        yield defect.at(
            sentence.place(at),
            f"“{_phrase(sentence, at)}”没有完成目标，{'报告' if elsewhere else '这里'}却写作完成",
            hint="如实写明没有完成，并写明原因和改进措施；数有误的，改正数",
            related=[*elsewhere, *further((one.place(i) for one, i in missed[1:]), "也没有完成")],
        )


def _is_claimed_done(sentence: Sentence, at: int) -> bool:
    """Return whether the sentence of a rate goes on to say that all was done."""
    return _DONE.search(sentence.after(at)) is not None


def _claim(reading: Reading) -> list[Related]:
    """Return where the report says that all its targets were met, if it does."""
    for line in paragraphs(reading):
        for start, end in sentences(line.value):
            found = _ALL_DONE.search(line.value, start, end)
            if found and not _EXCEPT.search(line.value, start, found.start()):
                return [line.related(*found.span(), "这里说都完成了")]
    return []


_EXECUTION = re.compile(
    r"(?:预算|资金|支出|支付)?(?:预算执行率|执行率|预算完成率|支出进度|支付进度|执行进度|预算支出率)"
    r"(?:仅|只)?(?:达到?了?|为|是|约|仅|只有)*$"
)
_NOT_OF_THE_YEAR = re.compile(
    r"上年|去年|同期|目标|要求|不低于|上半年|季度|时序|[1-9]月底|1[01]月底|低于|小于|达不到"
)
#: a month before the last, or a stretch of months that ends with one: 1—6月, 截至9月底
_MIDYEAR = re.compile(r"(?<![0-9])(?:[1-9]|1[01])\s*月|[前一二三]季度|半年")
_YEARLY = re.compile(r"全年|年度|年末|年底|本年|(?<![0-9])12\s*月")
_REACH = 40
_LOW = 0.9
_BUDGET = re.compile(r"执行率|预算执行|支出进度|支付进度|未支付|结转|结余")


@rule("P205", "预算执行率偏低而没有说明原因", Severity.QUESTION)
def low_execution_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """预算执行率不到90%，全文没有一句话说明原因。

    **为什么**：执行率是自评表的第一项指标；不到90%的要写明原因，不写的会被要求补充说明。

    **反例**：全年预算500万元，实际支出410万元，预算执行率82%。

    **正例**：预算执行率82%，主要原因是二期设备年底才到货，尾款结转下年支付。

    **依据**：财预〔2020〕10号所附自评表有“执行率”一栏；偏低的写明原因是各地自评的惯例。
    """
    low = [
        (sentence, at)
        for sentence in told(reading)
        for at, one in enumerate(sentence.mentions)
        if _is_short(one.measure)
        and float(one.measure.amount) < _LOW
        and _EXECUTION.search(sentence.label(at))
        and not _NOT_OF_THE_YEAR.search(sentence.before(at))
        and not _is_midyear(sentence, at)
        and not is_explained(sentence, at)
    ]
    if low and not _explains_budget(reading):
        sentence, at = low[0]
        yield defect.at(
            sentence.place(at),
            f"“{_clause(sentence, at)}”低于90%，全文没有说明原因",
            hint="写明执行率偏低的原因，以及结转资金的安排",
            related=further((one.place(i) for one, i in low[1:]), "也低于90%"),
        )


def _clause(sentence: Sentence, at: int) -> str:
    """Return a rate with the words before it, back to a mark: 1—12月 is not cut in two."""
    number = sentence.mentions[at]
    start = max(sentence.start, number.start - _REACH)
    return re.split("[，。；：、（）]", sentence.line.value[start : number.end])[-1]


def _is_midyear(sentence: Sentence, at: int) -> bool:
    """Return whether the words before a rate, back to the rate before it, end the year early."""
    rates = (one.end for one in sentence.mentions[:at] if one.measure.unit == "%")
    start = sentence.mentions[at].start
    floor = max((sentence.start, start - _REACH, *rates))
    told = sentence.line.value[floor:start]
    months, years = (list(one.finditer(told)) for one in (_MIDYEAR, _YEARLY))
    return bool(months) and not any(one.start() > months[-1].start() for one in years)


def _explains_budget(reading: Reading) -> bool:
    """Return whether a sentence somewhere gives a reason for how the budget was spent."""
    return any(
        _BUDGET.search(line.value, start, end) and REASON.search(line.value, start, end)
        for line in paragraphs(reading)
        for start, end in sentences(line.value)
    )
