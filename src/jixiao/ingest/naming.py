"""What a number is called in its paragraph: by its own words, or by the thing that they speak of.

完成率 alone says nothing; it is that of the thing counted before it, or of the point it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.ingest import words
from jixiao.ingest.mentioned import Mentioned

#: a rate of what was to be done, of the number before it
COMPLETION = re.compile(
    "^(?:任务|目标|指标)?完成率(?:为|达到?|均为)?$|^完成[^，]{0,12}(?:任务|目标|指标|计划)的$"
)
#: how a number compares with another: said of the number before it
_COMPARED = re.compile(
    "^(?:由|从|[比较])|^(?:同比|环比)?(?:增长|下降|增加|减少|上升|提高|偏少|偏多|减幅|增幅)(?:了|到|至)?$"
)
#: names that say nothing without what they are of
_OF_SOMETHING = re.compile(
    "^(?:审查率|公示率|覆盖率|执行率|预算执行率|支付率|办结率|完成率|合格率|整改率|满意率|满意度|占比|金额|合计"
    "|年初预算|全年预算|预算|预算数|年中追加|追加|调减|追减|决算|支出|实际支出|结转|结余|数量|总额|分值|得|扣|得分"
    "|整改|合格|新增|报废|剩余|相差|缺额|目标)$"
)
#: what is done with cases: said of those that were counted before
_ON_CASES = re.compile("^(?:已)?(?:办结|结案|立案|处理|回复)$")
_CASE = re.compile("(?:案件?|立案|投诉|举报|信访件?|诉求|隐患|问题)$")
_RATE = re.compile("[一-龥]{2}率$")
_WHOLE = re.compile("全[国省市区县州]$")
#: what a rank begins with that says among whom, not of what
_AMONG = re.compile("^(?:在|位?居|位?列|名列|排名?)?(全[国省市区县州]|[各省市区县]|$)")
_GRADE = re.compile("个([乡村镇县区市省]级)$")
#: characters of a bare verb
_VERB = 2


@dataclass(frozen=True, slots=True)
class Called:
    """A number's name, and the thing that it is of: for what is said of that thing next."""

    name: str
    thing: str


def called(one: Mentioned, before: Sequence[Called], group: str) -> Called:
    """Return what a number is called after those before it in its sentence; empty for nothing."""
    earlier = before[-1] if before else None
    thing = earlier.thing if earlier else ""
    if one.typed.startswith("第"):
        return _ranked(one, earlier.name if earlier else "")
    if thing and words.is_share(one.label):
        return Called(words.share_of(thing, one.label), thing)
    name = words.name_of(one.label, one.follow)
    if _ON_CASES.match(name):
        cases = [other.name for other in before if _CASE.search(other.name)]
        return _of(cases[-1] if cases else thing, name)
    if _COMPARED.match(one.label) or COMPLETION.match(one.label):
        return _of(thing or words.topic(one.topic), name)
    if not name or _OF_SOMETHING.match(name):
        return _said_of(one, before, name, group)
    name = _with_unit(_graded(name, one.typed), one.typed)
    return Called(name, _RATE.sub("", name) or name)


def _said_of(one: Mentioned, before: Sequence[Called], name: str, group: str) -> Called:
    """Return the name of what says nothing by itself: of its point, else of the thing before it."""
    point = words.topic(one.topic)
    thing = before[-1].thing if before else ""
    if not name and one.typed.endswith("%") and before:
        return Called(words.tidy(f"{before[max(len(before) - 2, 0)].thing}比例"), thing)
    is_rate_again = bool(before) and before[-1].name.endswith("率")
    of = thing if thing and (is_rate_again or not point) else point or words.topic(group)
    return _of(of, name) if name or of else Called("", "")


def _of(thing: str, name: str) -> Called:
    return Called(words.tidy(f"{thing}{name}" if not name.startswith(thing) else name), thing)


def _ranked(one: Mentioned, earlier: str) -> Called:
    """Return the name of a rank: of what, and among whom."""
    if earlier and _AMONG.match(one.label):
        of = _WHOLE.sub("", earlier)
        return Called(words.tidy(of + _AMONG.sub(r"\1", one.label)), of)
    name = words.name_of(one.label, "") or "排名"
    return Called(name, _WHOLE.sub("", name))


def _graded(name: str, typed: str) -> str:
    """Return a name with the grade that its unit holds: 8个乡级 of 分层分级认领."""
    grade = _GRADE.search(typed)
    return grade[1] + name if grade else name


def _with_unit(name: str, typed: str) -> str:
    """Return a name that is a bare verb with what was counted: 检查户次."""
    unit = re.sub("^[^一-龥]*(?:[余多几])?[万亿千百]*", "", typed)
    return name + unit if len(name) <= _VERB < len(name + unit) and len(unit) >= _VERB else name
