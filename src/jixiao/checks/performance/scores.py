"""Family P: the score of a self-evaluation, its grade, its parts and what was taken off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.performance.score import (
    FEWEST_PARTS,
    FULL,
    NO_SCORE,
    due_grade,
    is_own,
    misgraded,
    missummed,
    scores,
)
from jixiao.checks.reading import Reading
from jixiao.checks.reasons import REASON
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, paragraphs, told
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity

#: a scale of the report's own: 90分（含）以上为优
_SCALE = re.compile(
    r"[0-9]分?(?:（含[0-9]*分?）)?(?:及以上|以上|以下|[-—～~至][0-9])[^。；]{0,12}[“\"（]?(?:优|良|中|差)"
)


@rule("P206", "自评等级与得分不符", Severity.WARNING)
def grade_mismatched(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评得分落在一个等级里，写的却是另一个等级。

    **为什么**：等级由得分定：90分（含）以上为优，80（含）至90分为良，60（含）至80分为中，60分以下为差。
    得分改过而等级没有改，是常见的疏漏。报告自己写明了别的分档，就不查。

    **反例**：自评得分88分，评价等级为“优”。

    **正例**：自评得分88分，评价等级为“良”。

    **依据**：财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）：总分一般为100分，等级划分为四档。
    """
    if _has_scale(reading):
        return
    for score in scores(reading):
        found = misgraded(score)
        if found:
            sentence, end = score.sentence, score.sentence.mentions[score.at].end
            yield defect.at(
                sentence.line.place(end + found.start("grade"), end + found.end("grade")),
                f"得分{sentence.words(score.at)}，等级写的是“{found['grade']}”",
                hint=f"按通行的分档应为“{due_grade(score)}”；核对得分和等级",
                severity=Severity.WARNING if is_own(score) else Severity.QUESTION,
            )


def _has_scale(reading: Reading) -> bool:
    return any(_SCALE.search(line.value) for line in paragraphs(reading))


@rule("P207", "各部分得分之和不等于总分", Severity.ERROR)
def parts_unequal_to_score(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一句话里列出了各部分的得分和总分，加起来不是总分。

    **为什么**：总分就是各部分之和；对不上，不是改了一处没有改另一处，就是漏了一部分。

    **反例**：预算执行得9.8分，产出指标得48分，效益指标得29分，满意度得10分，自评总分98分。

    **正例**：预算执行得9.8分，产出指标得48分，效益指标得29分，满意度得10分，自评总分96.8分。

    **依据**：算术：总分由各项得分相加而得。
    """
    claimed = _claimed(reading)
    for score in scores(reading):
        parts = missummed(score)
        if not parts:
            continue
        total = sum(parts, Decimal(0))
        place = score.sentence.place(score.at)
        if not _is_claimed(claimed, place.start):
            listed = "＋".join(f"{one}" for one in parts)
            yield defect.at(
                place,
                f"各部分得分{listed}＝{total}，总分写的是{score.sentence.words(score.at)}",
                hint=f"总分应为{total}分，或者核对各部分的得分",
            )


def _claimed(reading: Reading) -> list[tuple[int, int]]:
    """Return the stretches whose sums are verified as equations of the prose, in order."""
    places = (one.text.place() for one in reading.report.content.constraints)
    return sorted((one.start, one.end) for one in places)


def _is_claimed(claimed: list[tuple[int, int]], start: int) -> bool:
    """Return whether one of the last stretches that begin before a position reaches over it."""
    before = bisect_right(claimed, (start, start))
    return any(end > start for _, end in claimed[max(before - FEWEST_PARTS, 0) : before])


_TAIL = 6
_TAKEN = re.compile(r"扣(?:除|减|掉|了|去)?$")
_WHY = re.compile(
    REASON.pattern + r"|未|没有|不|偏|低于|超|缺|差|执行率|完成率|目标值|完成值|计算|如下|扣分"
)
_FAILING = re.compile(r"扣分|扣(?:除|减|掉|了|去)?[0-9]|失分|偏差|未完成|未达|不达标")
_ELSEWHERE = re.compile(r"附件|附表|自评表|评分表|指标表|指标体系|详见")


@rule("P208", "扣了分而没有说明原因", Severity.QUESTION)
def deduction_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """写了扣几分，没有写为什么扣；或者得分不满，全文没有一处说到扣分。

    **为什么**：扣分要对应具体的指标和原因，否则整改没有对象，评审也无从核对。

    **反例**：产出指标50分，扣2分，得48分。

    **正例**：产出指标50分，有1项工程推迟完工，扣2分，得48分。

    **依据**：财预〔2020〕10号所附自评表“偏差原因分析及改进措施”栏。
    """
    lines = [line.value for line in reading.lines]
    if any(_ELSEWHERE.search(one) or (_FAILING.search(one) and _WHY.search(one)) for one in lines):
        return
    taken = _taken(reading)
    if taken:
        sentence, at = taken[0]
        yield defect.at(
            sentence.place(at),
            f"“{sentence.label(at)[-_TAIL:]}{sentence.words(at)}”没有说明原因",
            hint="写明扣分的指标和原因",
            related=further((one.place(i) for one, i in taken[1:]), "也没有说明原因"),
        )
    elif not any(_FAILING.search(one) for one in lines):
        yield from _silent_loss(defect, reading)


def _taken(reading: Reading) -> list[tuple[Sentence, int]]:
    """Return where points are taken off."""
    return [
        (sentence, at)
        for sentence in told(reading)
        for at, one in enumerate(sentence.mentions)
        if one.measure.unit == "分" and one.measure.amount and _TAKEN.search(sentence.label(at))
    ]


def _silent_loss(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """Yield a self-evaluation below 100 in a report that nowhere speaks of points lost."""
    short = [one for one in scores(reading) if 0 < one.number < FULL and is_own(one)]
    is_graded = not _has_scale(reading)
    if any((is_graded and misgraded(one)) or missummed(one) for one in short):
        return  # the score itself is in doubt, and P206 or P207 says so
    for score in short[:1]:
        yield defect.at(
            score.sentence.place(score.at),
            f"自评{score.sentence.words(score.at)}，全文没有说明扣在哪里",
            hint="写明扣分的指标、分数和原因",
        )


_LOST = re.compile(
    r"扣(?:除|减|掉|了|去)?(?!0分)[0-9]|未完成(?:年度|年初)?(?:目标|任务)|未达到?(?:年度|年初)?目标"
)
_SHORT_RATE = re.compile(r"(?:完成率|执行率)(?:为|达到?|是|仅)*$")


@rule("P209", "自评满分而有未完成的指标", Severity.QUESTION)
def full_score_despite_miss(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评得100分，正文里却有没有完成的指标、不到100%的执行率，或者扣了分。

    **为什么**：执行率和未完成的指标都要按比例扣分，满分与正文矛盾，会被认为有意抬高得分。

    **反例**：预算执行率96.5%，自评得分100分。

    **正例**：预算执行率96.5%，自评得分99.65分。

    **依据**：算术：有一项没有得满，总分就不是满分。
    """
    full = [one for one in scores(reading) if one.number == FULL and is_own(one)]
    lost = next(_losses(reading), None) if full else None
    if lost is None:
        return
    score = full[0]
    yield defect.at(
        score.sentence.place(score.at),
        f"自评{score.sentence.words(score.at)}，正文却有“{lost.place.text}”",
        hint="按未完成的比例扣分，或者核对正文",
        related=[lost],
    )


def _losses(reading: Reading) -> Iterator[Related]:
    """Yield what speaks against a full score: points taken off, targets and rates not met."""
    for line in paragraphs(reading):
        found = _LOST.search(line.value)
        if found:
            yield line.related(*found.span(), "没有完成或者扣了分")
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if _falls_short(sentence, at):
                yield sentence.line.related(one.start, one.end, "不到100%")


def _falls_short(sentence: Sentence, at: int) -> bool:
    measure = sentence.mentions[at].measure
    is_short = measure.unit == "%" and measure.is_exact and 0 < measure.amount < 1
    label = sentence.label(at)
    return is_short and _SHORT_RATE.search(label) is not None and not NO_SCORE.search(label)
