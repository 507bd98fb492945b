"""The facts of a report: each number under a name of its own, one that is told again only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jixiao.ingest import words
from jixiao.ingest.mentioned import Mentioned
from jixiao.ingest.naming import COMPLETION, Called, called
from jixiao.language.name import name_mistake
from jixiao.language.numeral import LARGEST, chinese

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
    #: by a name that several numbers had: the last number given to one of them
    _counts: dict[str, int] = field(default_factory=dict)

    def cite(self, numbers: Iterable[Mentioned], group: str) -> tuple[Cited, ...]:
        """Return the citations of a paragraph's numbers, naming those that are new."""
        cited: list[Cited] = []
        told: list[Called] = []
        sentence = -1
        for one in numbers:
            if one.sentence != sentence:
                sentence, told = one.sentence, []
            name = called(one, told, group)
            completed = self._completed(one, cited) if told else None
            cited.append(completed or Cited(one.start, one.end, self._name(one, name, group, told)))
            told.append(name)
        return tuple(cited)

    def _completed(self, one: Mentioned, cited: Sequence[Cited]) -> Cited | None:
        """Return a completion rate as a part of the fact before it; None for any other number."""
        of = self.entries.get(cited[-1].name) if cited and not cited[-1].part else None
        is_rate = one.typed.endswith("%") and COMPLETION.match(one.label)
        if of is None or not is_rate or of.completion_rate not in {"", one.typed}:
            return None
        of.completion_rate = one.typed
        return Cited(one.start, one.end, of.name, "完成率")

    def _name(self, one: Mentioned, own: Called, group: str, told: Sequence[Called]) -> str:
        earlier = told[-1].name if told else ""
        context = "" if len(own.name) >= _TELLING else earlier
        known = self._known.get((own.name, one.typed, context))
        if known:
            return known
        topics = (words.topic(one.topic), words.topic(group), words.topic(earlier))
        name = self._unique(own.name, topics)
        self._known[own.name, one.typed, context] = name
        self.entries[name] = Entry(name, one.typed, group)
        self.taken.add(name)
        return name

    def _unique(self, name: str, topics: Sequence[str]) -> str:
        """Return the first of these that is free: the name, the name with a topic, numbered."""
        for candidate in (
            name,
            *(one + name for one in topics if one and not name.startswith(one)),
        ):
            short = words.tidy(candidate)
            if short and short not in self.taken and name_mistake(short) is None:
                return short
        bases = (words.tidy(one) for one in (name, *topics))
        base = next((one for one in bases if name_mistake(one) is None), "数")
        return self._numbered(base)

    def _numbered(self, base: str) -> str:
        """Return a name with the next number that is free: 年初预算之二."""
        at = self._counts.get(base, 1)
        name = base
        while name == base or name in self.taken:
            at += 1
            name = f"{base}之{chinese(at) if at <= LARGEST else at}"
        self._counts[base] = at
        return name
