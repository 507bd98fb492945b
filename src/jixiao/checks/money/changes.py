"""Family B: changes against the year before that cannot be, or of which no reason is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.reasons import is_explained
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure

_THAN_BEFORE = (
    r"(?:与|同)?(?:同比|环比|[比较](?:上年|去年|上一?年度|20[0-9]{2}年度?|上年同期|去年同期)"
    r"(?:决算|预算|支出|执行)?数?(?:相比)?)[，,]?(?:实际)?"
)
_ROSE = re.compile(rf"[，,；]?{_THAN_BEFORE}(?:增加|增长|上升)(?:了|约)?")
_CHANGED = re.compile(
    rf"[，,；（]?{_THAN_BEFORE}(?P<verb>增加|增长|上升|下降|减少|降低|增|减)(?:了|约|幅度?为)?"
)
_NONE_SPENT = re.compile(
    r"(?:没有|未|无)(?:发生|安排|产生)?[\u4e00-\u9fff]{0,14}(?:支出|费用|经费|费)[，,；]"
    rf"{_THAN_BEFORE}(?:增加|增长|上升)(?:了|约)?"
)
_OTHER_YEAR = re.compile(r"上年|去年|20[0-9]{2}年(?:决算|支出|预算)|上一年")


@rule("B305", "为零却比上年增加", Severity.ERROR)
def grown_to_nothing(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """金额是0，又说比上年增加。

    **为什么**：0不会比任何金额多。往往是沿用上年的文字，只改了其中一个数，或者“减少”写成了“增加”。

    **反例**：公务用车购置费0万元，比上年增加18万元。

    **正例**：公务用车购置费0万元，比上年减少18万元，主要原因是本年没有购置车辆。

    **依据**：算术：零不会多于任何金额。
    """
    for line in reading.lines:
        if line.kind is LineKind.PARAGRAPH:
            yield from _none_spent(defect, line)
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions[1:], 1):
            zero = sentence.mentions[at - 1].measure
            is_change = zero.dimension == "元" and not zero.amount and one.measure.amount
            if not is_change or _OTHER_YEAR.search(sentence.label(at - 1)):
                continue
            if _ROSE.fullmatch(sentence.before(at)):
                yield defect.at(
                    sentence.line.place(sentence.mentions[at - 1].start, one.end),
                    f"“{sentence.words(at - 1)}{sentence.before(at)}{sentence.words(at)}”前后矛盾",
                    hint="为0就不会比上年增加：核对本年的数，或者改作“减少”",
                )


def _none_spent(defect: Defect, line: Line) -> Iterator[Diagnostic]:
    starts = {one.start: one for one in line.mentions if one.measure.amount}
    for found in _NONE_SPENT.finditer(line.value):
        increase = starts.get(found.end())
        if increase:
            yield defect.at(
                line.place(found.start(), increase.end),
                f"“{line.value[found.start() : increase.end]}”前后矛盾",
                hint="没有支出就不会比上年增加：核对本年的数，或者改作“减少”",
            )


#: what is spent, or budgeted to be spent; the economy's own figures are none of it
_SPENDING = re.compile(
    r"支出|预算|经费|三公|接待费|购置费|运行维护费|运行费|会议费|培训费|差旅费|因公出国|采购(?:金额|支出|规模)|预算收入|收入决算|决算"
)
_NOT_SPENDING = re.compile(
    r"产值|税|GDP|生产总值|销售|贷款|存款|融资|交易额|投资|人均可支配|消费|利润|增加值|罚没|营业|进出口|损失|人次|旅游|农民"
)
_REASONED = re.compile(
    r"原因|由于|因(?!公)|主要是|主要系|主要用于|系(?!统)|缘于|源于|所致|导致|造成|影响|新增|取消|根据|按照|厉行|压减|压缩|节约|用于|调整|结转"
    r"|为(?:落实|保障|满足|支持|推进)"
)
_LARGE = Decimal("0.3")


@rule("B306", "增减超过30%而没有说明原因", Severity.QUESTION)
def change_unexplained(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """预算、支出或“三公”经费比上年增减超过30%，这一句和下一句都没有说原因。

    **为什么**：增减变化大的，公开的时候要说明主要原因；只写一个百分数，读的人一定会问。

    **反例**：公务接待费支出2.6万元，比上年增长85%。

    **正例**：公务接待费支出2.6万元，比上年增长85%，主要原因是承办了一次全省现场会。

    **依据**：部门预决算公开的惯例：对增减变化较大的作出说明；30%是本工具取的界限。
    """
    found = [
        (sentence, at)
        for sentence in told(reading)
        for at in range(1, len(sentence.mentions))
        if _is_large_change(sentence, at) and not is_explained(sentence, at, _REASONED)
    ]
    if found:
        sentence, at = found[0]
        yield defect.at(
            sentence.place(at),
            f"“{sentence.before(at).lstrip('，,；（')}{sentence.words(at)}”，没有说明原因",
            hint="在后面写明增减的主要原因",
            related=further((one.place(i) for one, i in found[1:]), "也没有说明原因"),
        )


def _is_large_change(sentence: Sentence, at: int) -> bool:
    """Return whether a number says that the amount of spending before it changed by far."""
    changed = _CHANGED.fullmatch(sentence.before(at))
    now = sentence.mentions[at - 1].measure
    if changed is None or now.dimension != "元":
        return False
    words = sentence.before(at - 1)
    if not _SPENDING.search(words) or _NOT_SPENDING.search(words):
        return False
    return _share(now, sentence.mentions[at].measure, changed["verb"]) > _LARGE


def _share(now: Measure, change: Measure, verb: str) -> Decimal:
    """Return how large a change is, as a share of what there was before; 0 where not known."""
    if change.dimension == "%":
        return change.amount
    if change.dimension != "元":
        return Decimal(0)
    falls = verb in {"下降", "减少", "降低", "减"}
    before = now.amount + change.amount if falls else now.amount - change.amount
    return change.amount / before if before > 0 else Decimal(0)
