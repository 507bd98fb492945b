"""The score of a self-evaluation: where it is told, its grade, the scores of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from jixiao.checks.reading import Reading
from jixiao.checks.sentences import Sentence, told

#: how the words before the score of the whole evaluation end
_WHOLE = re.compile(
    r"(?P<kind>自评|自我评价|绩效评价|评价|综合|最终|总|评定)[\u4e00-\u9fff]{0,6}?"
    r"(?:得分|评分|总分|得分值|分值|分数|分)(?:为|是|共|共计|合计|达到?|计)*$"
)
_SELF = re.compile(r"自评|自我评价")
NO_SCORE = re.compile(r"满分|总分值|分值为|以上|以下|上年|去年|目标|平均")
_GRADE = re.compile(
    r"(?:等级|等次|级别|结果|结论|评级|评定|评价|评为|确定|档次|属于|属|为)[\u4e00-\u9fff]{0,4}?[：:“\"]{0,2}"
    r"(?P<grade>优秀|良好|中等|优|良|中|差)(?=[”\"，。；、）)]|等级|等次|级|$)"
)
_NAMES = {"优秀": "优", "良好": "良", "中等": "中"}
_FLOORS = (("优", 90), ("良", 80), ("中", 60), ("差", 0))
FULL = 100
_GRADE_REACH = 40
#: characters around a score that tell whether it is the unit's own
_REACH = 80
_PART = re.compile(
    r"(?:指标|执行|执行率|产出|效益|满意度|管理|投入|过程|效果|决策|履职|成本|绩效目标|资产|情况|效率)"
    r"[\u4e00-\u9fff]{0,6}?(?:得分|得|自评)?(?:为)?$"
)
_IS_WEIGHT = re.compile(r"满分|分值|权重|标准分|扣")
FEWEST_PARTS = 3
_BESIDE = 12


class Score(NamedTuple):
    """The score of the whole evaluation, where it stands."""

    sentence: Sentence
    at: int
    number: Decimal
    #: the sentence right before it, which may hold the scores of the parts
    before: Sentence | None = None


def scores(reading: Reading) -> Iterator[Score]:
    """Yield what is told as the score of the whole evaluation, out of 100."""
    before: Sentence | None = None
    for sentence in told(reading):
        is_next = before and before.line is sentence.line and before.end == sentence.start
        found = list(_of_sentence(sentence, before if is_next else None))
        # Beside a lower score, 总分100分 is what could be had.
        is_lower = any(one.number < FULL for one in found)
        yield from (one for one in found if not (is_lower and one.number == FULL))
        before = sentence


def _of_sentence(sentence: Sentence, before: Sentence | None) -> Iterator[Score]:
    for at, one in enumerate(sentence.mentions):
        if one.measure.unit != "分" or not one.measure.is_exact:
            continue
        label = sentence.label(at)
        if _WHOLE.search(label) and not NO_SCORE.search(label):
            yield Score(sentence, at, one.measure.number, before)


def is_own(score: Score) -> bool:
    """Return whether a score is said to be of a self-evaluation."""
    sentence, number = score.sentence, score.sentence.mentions[score.at]
    start, end = max(sentence.start, number.start - _REACH), min(sentence.end, number.end + _REACH)
    return _SELF.search(sentence.line.value, start, end) is not None


def due_grade(score: Score) -> str:
    """Return the grade that a score is due by the usual scale."""
    return next(name for name, floor in _FLOORS if score.number >= floor)


def misgraded(score: Score) -> re.Match[str] | None:
    """Return the grade behind a score, as found in the words behind it, where it is another's."""
    if score.number > FULL:
        return None
    sentence, end = score.sentence, score.sentence.mentions[score.at].end
    window = sentence.line.value[end : min(sentence.end, end + _GRADE_REACH)]
    found = _GRADE.search(window)
    if found is None or re.search(r"[0-9]", window[: found.start()]):
        return None
    grade = _NAMES.get(found["grade"], found["grade"])
    return found if grade != due_grade(score) else None


def missummed(score: Score) -> list[Decimal]:
    """Return the scores of the parts where they make another whole, and no 100: then weights."""
    parts = _parts(score)
    total = sum(parts, Decimal(0))
    return [] if len(parts) < FEWEST_PARTS or total in {score.number, FULL} else parts


def _parts(score: Score) -> list[Decimal]:
    """Return the scores of the parts beside the whole, or in the sentence before it.

    There are none where one of them is not clear.
    """
    mentions = score.sentence.mentions
    beside = range(max(score.at - _BESIDE, 0), min(score.at + _BESIDE + 1, len(mentions)))
    own = [at for at in beside if at != score.at and mentions[at].measure.unit == "分"]
    if own or score.before is None:
        return _clear(score.sentence, own)
    points = [at for at, one in enumerate(score.before.mentions) if one.measure.unit == "分"]
    return _clear(score.before, points) if len(points) <= _BESIDE else []


def _clear(sentence: Sentence, places: Sequence[int]) -> list[Decimal]:
    """Return the scores at some places of a sentence if all of them are those of parts."""
    found: list[Decimal] = []
    for at in places:
        one, label = sentence.mentions[at], sentence.label(at)
        if _IS_WEIGHT.search(label) or not one.measure.is_exact or not _PART.search(label):
            return []
        found.append(one.measure.number)
    return found
