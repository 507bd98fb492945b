"""Family P: the scores of a self-evaluation form, and what it owes where they are not full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.tables.scorecard import Indicator, indicators
from jixiao.checks.tables.sheet import sheets
from jixiao.diagnostic import Defect, Diagnostic, Severity

_FULL = 100
_FEWEST = 4
_WEIGHTS_NEAR = (80, 120)
#: what the form scores beside the rate of execution, where that has a table of its own
_WITHOUT_EXECUTION = {80, 90}
_ROUNDED_SCORE = Decimal("0.1")


def _forms(reading: Reading) -> Iterator[tuple[Indicator, ...]]:
    """Yield the indicators of each table that is a form with weights and scores."""
    for table in sheets(reading):
        found = tuple(one for sheet in table for one in indicators(sheet))
        if found:
            yield found


def _scored(form: Sequence[Indicator]) -> list[Indicator]:
    return [one for one in form if not one.is_total]


@rule("P210", "得分高于分值", Severity.ERROR)
def score_above_weight(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表里一项的得分比这一项的分值还高。

    **为什么**：超额完成也只得满分；得分高于分值，不是填错了栏，就是改了分值没有改得分。

    **反例**：培训人次，分值8，得分9。

    **正例**：培训人次，分值8，得分8。

    **依据**：自评的惯例：得分不超过该项指标的分值。
    """
    for form in _forms(reading):
        for one in form:
            if one.score.number > one.weight.number:
                yield defect.at(
                    one.score_cell.place(),
                    f"“{one.label}”得分{one.score_cell}，高于分值{one.weight_cell}",
                    hint=f"得分不超过{one.weight_cell}；核对分值和得分",
                )


@rule("P211", "自评表的总分不等于各项之和", Severity.ERROR)
def form_total_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表“总分”一行的分值或得分，不等于各项相加。

    **为什么**：总分就是各项得分之和。分值之和也对不上的，可能有的行没有认出来，只作为疑问提出。

    **反例**：各项得分10、48、29、10，总分98。

    **正例**：各项得分10、48、29、10，总分97。

    **依据**：算术：总分由各项得分相加而得。
    """
    for form in _forms(reading):
        totals, scored = [one for one in form if one.is_total], _scored(form)
        if len(totals) == 1 and len(scored) > 1:
            yield from _total(defect, totals[0], scored)


def _total(defect: Defect, total: Indicator, scored: list[Indicator]) -> Iterator[Diagnostic]:
    weights = sum((one.weight.number for one in scored), Decimal(0))
    scores = sum((one.score.number for one in scored), Decimal(0))
    if weights != total.weight.number:
        yield defect.at(
            total.weight_cell.place(),
            f"各项分值相加为{weights}，总分写的是{total.weight_cell}",
            hint="核对各项的分值，或者补上漏列的一项",
            severity=Severity.QUESTION,
        )
    elif abs(scores - total.score.number) > total.score.quantum / 2:
        yield defect.at(
            total.score_cell.place(),
            f"各项得分相加为{scores}，总分写的是{total.score_cell}",
            hint=f"总分应为{scores}，或者核对各项的得分",
        )


@rule("P212", "自评表的分值之和不是100", Severity.QUESTION)
def weights_not_full(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表没有总分一行，各项分值加起来也不是100。

    **为什么**：自评实行百分制；分值不足或超过100，等级就没有依据。

    **反例**：执行率10，产出50，效益30，满意度5，合起来95。

    **正例**：执行率10，产出50，效益30，满意度10，合起来100。

    **依据**：自评的惯例：各项指标的分值合计100分。
    """
    for form in _forms(reading):
        weights = sum((one.weight.number for one in form), Decimal(0))
        has_total = any(one.is_total for one in form)
        low, high = _WEIGHTS_NEAR
        is_near = low <= weights <= high and weights not in {_FULL, *_WITHOUT_EXECUTION}
        if is_near and not has_total and len(form) >= _FEWEST:
            yield defect.at(
                form[0].weight_cell.place(),
                f"各项分值相加为{weights}，不是100",
                hint="调整分值，使各项相加为100；满分不是100的，在表中注明",
            )


@rule("P213", "没有完成的指标没有填写偏差原因", Severity.WARNING)
def missed_indicator_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表里完成值没有达到指标值，“偏差原因”一栏是空的。

    **为什么**：没有完成的指标，必须写明偏差原因和改进措施；空着会被退回来补填。

    **反例**：指标值≥95%，实际完成值92%，偏差原因一栏为空。

    **正例**：偏差原因：两个乡镇的回访问卷未按时收回，已改为电话回访。

    **依据**：财预〔2020〕10号所附自评表“偏差原因分析及改进措施”栏。
    """
    for form in _forms(reading):
        for one in _scored(form):
            if one.is_missed and not one.is_explained:
                yield defect.at(
                    one.score_cell.place(),
                    f"“{one.label}”指标值{one.target}，完成{one.done}，没有写偏差原因",
                    hint="填写偏差原因和改进措施",
                )


@rule("P214", "扣了分的指标没有填写原因", Severity.QUESTION)
def lost_points_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表里指标完成了，得分却低于分值，又没有写原因。

    **为什么**：完成了就该得满分；扣了分，就该写明扣在哪里。评审常见的意见是“指标全部完成，却无故扣分”。

    **反例**：指标值20次，实际完成20次，分值10，得分9，原因一栏为空。

    **正例**：得分9，原因：其中1次活动晚于计划时间。

    **依据**：财预〔2020〕10号：完成指标值的，记该指标所赋全部分值。
    """
    for form in _forms(reading):
        found = [one for one in _scored(form) if _is_silent_loss(one)]
        if found:
            yield defect.at(
                found[0].score_cell.place(),
                f"“{found[0].label}”得{found[0].score_cell}（分值{found[0].weight_cell}），没有写扣分原因",
                hint="填写扣分的原因；指标完成了的，记全部分值",
                related=further((one.score_cell.place() for one in found[1:]), "也没有写"),
            )


def _is_silent_loss(one: Indicator) -> bool:
    by_rate = one.rate is not None and one.rate.number < _FULL
    return one.loses and not one.is_explained and not one.is_missed and not by_rate


@rule("P215", "没有完成的指标得了满分", Severity.QUESTION)
def missed_indicator_full(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表里完成值没有达到指标值，得分却是满分。

    **为什么**：没有完成的指标按完成值与指标值的比例记分；得满分，会被认为有意抬高得分。

    **反例**：指标值≥95%，实际完成值92%，分值10，得分10。

    **正例**：指标值≥95%，实际完成值92%，分值10，得分9.68。

    **依据**：财预〔2020〕10号：未完成指标值的，按照完成值与指标值的比例记分。
    """
    for form in _forms(reading):
        found = [one for one in _scored(form) if one.is_missed and not one.loses]
        if found:
            yield defect.at(
                found[0].score_cell.place(),
                f"“{found[0].label}”指标值{found[0].target}，完成{found[0].done}，却得满分{found[0].score_cell}",
                hint="按完成的比例记分",
                related=further((one.score_cell.place() for one in found[1:]), "也得了满分"),
            )


@rule("P216", "执行率的得分与执行率不符", Severity.QUESTION)
def execution_score_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """自评表里预算执行的得分，不等于分值乘执行率。

    **为什么**：执行率一项按比例记分，最多得满分；86.2%写成得9分，四舍五入也说不通。

    **反例**：分值10，执行率86.2%，得分9.5。

    **正例**：分值10，执行率86.2%，得分8.62。

    **依据**：自评的惯例：预算执行的得分＝分值×执行率。
    """
    for form in _forms(reading):
        for one in _scored(form):
            if one.rate is None or (one.rate.unit != "%" and one.rate.number <= 1):
                continue
            due = one.weight.number * min(one.rate.number / _FULL, Decimal(1))
            slack = max(_ROUNDED_SCORE, one.score.quantum / 2)
            if abs(one.score.number - due) > slack:
                yield defect.at(
                    one.score_cell.place(),
                    f"执行率{one.rate.number}%，分值{one.weight_cell}，得分{one.score_cell}",
                    hint=f"按比例应得{round(due, 2):f}分；另有计分办法的，注明办法",
                )
