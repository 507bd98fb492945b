"""The facts of a report: each number under a name of its own, one that is told again only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jixiao.ingest import words
from jixiao.ingest.mentioned import Mentioned
from jixiao.language.name import name_mistake
from jixiao.language.numeral import chinese

#: a rate of what was to be done, of the number before it
_COMPLETION = re.compile(
    "^(?:任务|目标|指标)?完成率(?:为|达到?|均为)?$|^完成[^，]{0,12}(?:任务|目标|指标|计划)的$"
)
#: how a number compares with another year's: said of the number before it
_CHANGE = re.compile(
    "^(?:同比|较上年|比上年|较去年|比去年|环比)?(?:增长|下降|增加|减少|上升|提高)(?:了|到)?$"
)
#: names that say nothing without what was counted before them
_GENERIC = re.compile(
    "^(?:审查率|公示率|覆盖率|执行率|办结率|完成率|合格率|整改率|满意度|占比|金额|合计)$"
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
#: characters of a name that alone tells a thing from others
_TELLING = 4


@dataclass(slots=True)
class Entry:
    """A fact as it will be written: its name, its value, and the rate of a target it met."""

    name: str
    value: str
    #: the heading that it is first told below
    group: str
    completion_rate: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two mentions one fact: how it is called, and how much it is."""
        return self.name, self.value


@dataclass(frozen=True, slots=True)
class Cited:
    """A number of a paragraph and the citation that stands for it."""

    start: int
    end: int
    name: str
    part: str = ""

    def __str__(self) -> str:
        return f"【{self.name}.{self.part}】" if self.part else f"【{self.name}】"


@dataclass(slots=True)
class Facts:
    """Names numbers, paragraph by paragraph."""

    #: names that stand for something else: the accounts, the projects, the engine's own words
    taken: set[str]
    entries: dict[str, Entry] = field(default_factory=dict)
    #: by the words that a number was called by and its value: the name it got, and the one before
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def cite(self, numbers: Iterable[Mentioned], group: str) -> tuple[Cited, ...]:
        """Return the citations of a paragraph's numbers, naming those that are new."""
        cited: list[Cited] = []
        sentence, begins = -1, 0
        for one in numbers:
            if one.sentence != sentence:
                sentence, begins = one.sentence, len(cited)
            cited.append(self._cite(one, group, cited[begins:]))
        return tuple(cited)

    def _cite(self, one: Mentioned, group: str, before: Sequence[Cited]) -> Cited:
        earlier = before[-1] if before else None
        of = self.entries.get(earlier.name) if earlier and not earlier.part else None
        is_rate = one.typed.endswith("%") and _COMPLETION.match(one.label)
        if of and is_rate and of.completion_rate in {"", one.typed}:
            of.completion_rate = one.typed
            return Cited(one.start, one.end, of.name, "完成率")
        return Cited(one.start, one.end, self._name(one, group, [other.name for other in before]))

    def _name(self, one: Mentioned, group: str, before: Sequence[str]) -> str:
        earlier = before[-1] if before else ""
        own = self._own(one, earlier, before)
        context = "" if len(own) >= _TELLING else earlier
        known = self._known.get((own, one.typed, context))
        if known:
            return known
        name = self._unique(own or f"{one.topic[:8]}数", one, earlier)
        self._known[own, one.typed, context] = name
        self.entries[name] = Entry(name, one.typed, group)
        self.taken.add(name)
        return name

    def _own(self, one: Mentioned, earlier: str, before: Sequence[str]) -> str:
        """Return what a number is called by the words around it."""
        if one.typed.startswith("第"):
            return _rank(one, earlier)
        if earlier and words.is_share(one.label):
            return words.share_of(earlier, one.label)
        name = words.name_of(one.label, one.follow)
        if _ON_CASES.match(name):
            case = next((other for other in reversed(before) if _CASE.search(other)), earlier)
            return words.tidy(case + name)
        is_relative = any(form.match(one.label) for form in (_CHANGE, _COMPLETION))
        if (is_relative or _GENERIC.match(name)) and (earlier or one.topic):
            of = _RATE.sub("", earlier) or words.name_of(one.topic, "")
            return words.tidy(of + name)
        return _with_unit(_graded(name, one.typed), one.typed)

    def _unique(self, name: str, one: Mentioned, earlier: str) -> str:
        """Return the first name of these that is free: own, with its topic, numbered."""
        topic = words.topic(one.topic)
        for candidate in (name, topic + name, words.topic(earlier) + name):
            short = words.tidy(candidate)
            if short and short not in self.taken and name_mistake(short) is None:
                return short
        base = words.tidy(name) or "数"
        at = 2
        while (numbered := f"{base}之{chinese(at)}") in self.taken:
            at += 1
        return numbered


def _rank(one: Mentioned, earlier: str) -> str:
    """Return the name of a rank: of what, and among whom."""
    if earlier and _AMONG.match(one.label):
        return words.tidy(_WHOLE.sub("", earlier) + _AMONG.sub("\\1", one.label))
    return words.name_of(one.label, "") or "排名"


def _graded(name: str, typed: str) -> str:
    """Return a name with the grade that its unit holds: 8个乡级 of 分层分级认领."""
    grade = _GRADE.search(typed)
    return grade[1] + name if grade else name


def _with_unit(name: str, typed: str) -> str:
    """Return a name that is a bare verb with what was counted: 检查户次."""
    unit = re.sub("^[^一-龥]*(?:[余多几])?[万亿千百]*", "", typed)
    return name + unit if len(name) <= _VERB < len(name + unit) and len(unit) >= _VERB else name
