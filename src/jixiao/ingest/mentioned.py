"""The numbers of a paragraph that are facts, each with the words that it is called by.

A number without a unit is a name's (12315平台), a mark's or nobody's; it stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.language import label
from jixiao.language.clause import sentences
from jixiao.language.mark import leading, run_in
from jixiao.language.mention import mentions
from jixiao.language.mistake import Mistake
from jixiao.language.quantity import parse

_RANK = re.compile(
    "(?:位?居|位?列|排名|排位|名列|排在|全[国省市区县州]|[省市区县])(?:[^，。；：、第]{0,8})"
    "(?P<rank>第[一二三四五六七八九十]{1,3})(?![季届次批期轮条款项类部章产方责]|[一-龥]?季度)"
)
#: what a paragraph without a mark opens with: a quoted name, or a few words of their own
_OPENING = re.compile("“(?P<quoted>[^”]{2,20})”|(?P<clause>[一-龥]{4,16})[。：]")
#: what no topic goes on with: its amounts
_TOPIC_END = re.compile("(?<=.)(?:年初预算|全年预算|预算|支出|[0-9])")
#: a range is no number: 3.5%～5%, 100—200万元, 3至5天
_RANGE = re.compile(
    r"[0-9][0-9,.]*\s*[%‰一-龥]{0,3}\s*(?:[-—–~～]{1,2}|(?<=[0-9])至(?=[0-9]))\s*[0-9][0-9,.]*\s*[%‰]?"
)
#: behind what is no fact of the year: 65岁及以上, 2小时内, 24小时值班
_NO_FACT = re.compile("岁$|(?:小时|分钟|工作日|天|日)$")
_LIMIT = re.compile("及?以?[内上下]|值|响应|轮|办结")
#: characters behind a number that may still name it
_BEHIND = 40


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A number from `start` to `end` of a paragraph, as typed, and the words around it."""

    typed: str
    start: int
    end: int
    #: the words right before it in its clause, and right behind it
    label: str
    follow: str
    #: which sentence of the paragraph it is in
    sentence: int
    #: the words that open the point of an enumeration, or the paragraph, that it is in
    topic: str


def mentioned(value: str) -> tuple[Mentioned, ...]:
    """Return the numbers of a paragraph as printed that can be facts, in order."""
    spans = sorted({*_measures(value), *_ranks(value)})
    apart = [one for at, one in enumerate(spans) if not at or one[0] >= spans[at - 1][1]]
    own = leading(value)
    topics = tuple(_topics(value))
    bounds = tuple(sentences(value, own.end if own else 0))
    return tuple(_mentioned(value, apart, at, bounds, topics) for at in range(len(apart)))


def _measures(value: str) -> Iterator[tuple[int, int]]:
    own = leading(value)
    marked = {one.start for one in run_in(value, own.end if own else 0)}
    ranged = {at for found in _RANGE.finditer(value) for at in range(*found.span())}
    for one in mentions(value):
        if one.start in ranged or one.end - 1 in ranged:
            continue
        typed = value[one.start : one.end]
        is_limit = _NO_FACT.search(typed) and (typed.endswith("岁") or _LIMIT.match(value, one.end))
        is_fact = one.has_unit and one.start not in marked and not is_limit
        if is_fact and _prints_back(typed):
            yield one.start, one.end


def _ranks(value: str) -> Iterator[tuple[int, int]]:
    return (found.span("rank") for found in _RANK.finditer(value))


def _prints_back(typed: str) -> bool:
    quantity = parse(typed)
    return not isinstance(quantity, Mistake) and str(quantity) == typed


def _mentioned(
    value: str,
    spans: list[tuple[int, int]],
    at: int,
    bounds: tuple[tuple[int, int], ...],
    topics: tuple[tuple[int, str], ...],
) -> Mentioned:
    start, end = spans[at]
    inside = min(bisect_right(bounds, start, key=lambda one: one[1]), len(bounds) - 1)
    low = max(bounds[inside][0] if bounds else 0, spans[at - 1][1] if at else 0)
    high = min(spans[at + 1][0] if at + 1 < len(spans) else len(value), end + _BEHIND)
    told = bisect_right(topics, start, key=lambda one: one[0])
    topic = topics[told - 1][1] if told else ""
    follow = _follow(value, end, high, spans[at + 1 : at + 3])
    return Mentioned(value[start:end], start, end, _label(value[low:start]), follow, inside, topic)


def _follow(value: str, end: int, high: int, later: list[tuple[int, int]]) -> str:
    """Return the words right behind a number; those behind the next, where the two share them.

    In 8个乡级、68个村级分层分级认领 both are of 分层分级认领.
    """
    if later and value[end : later[0][0]] == "、":
        end = later[0][1]
        high = min(later[1][0] if len(later) > 1 else len(value), end + _BEHIND)
    return label.behind(value[end:high])


def _label(gap: str) -> str:
    """Return the words right before a number; those before a bracket that ends there."""
    bare = gap.rstrip()
    if bare.endswith(("）", ")")):
        opened = max(bare.rfind("（"), bare.rfind("("))
        bare = bare[:opened] if opened >= 0 else bare[:-1]
    quoted = bare.rfind("“")
    clause = label.before(bare).lstrip("、")
    # A break within quotes divides no clause: “双随机、一公开”监管.
    if "”" in clause and "“" not in clause and quoted >= 0:
        clause = bare[quoted:]
    return clause


def _topics(value: str) -> Iterator[tuple[int, str]]:
    """Yield where each point of a paragraph begins, with the words that open it."""
    own = leading(value)
    marks = [*([own] if own else []), *run_in(value, own.end if own else 0)]
    first = _OPENING.match(value)
    if first and not own:
        yield 0, first["quoted"] or first["clause"]
    for mark in marks:
        clause = label.opening(value[mark.end : mark.end + _BEHIND])
        yield mark.start, _TOPIC_END.split(clause, maxsplit=1)[0].strip("“”")
