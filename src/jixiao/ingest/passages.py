"""Passages that a report tells twice: written once, cited where they are told."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from jixiao.ingest import words
from jixiao.language.mark import leading, run_in
from jixiao.language.name import name_mistake

#: characters of a passage at least; what is shorter is a phrase
_SHORTEST = 24
#: places that a sentence is looked for in at most
_MOST = 40
_END = re.compile("[。；！？]+[”’）》]*")
_CITED = re.compile("【[^】]*】")
_ENDINGS = "。；，"
#: characters that are a name at least, and of a topic sentence that gives it
_SHORTEST_NAME, _LONGEST_NAME = 4, 16


@dataclass(frozen=True, slots=True)
class Repeated:
    """A passage by name, and its words with their citations."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """Paragraphs in which what is told twice is cited, and what that is."""

    paragraphs: tuple[str, ...]
    passages: tuple[Repeated, ...]


def told_once(paragraphs: Sequence[str], is_taken: Callable[[str], bool]) -> Told:
    """Return paragraphs, written with citations, with runs of sentences that recur cited by name.

    The longest run is taken first where it begins; a run is whole sentences of one paragraph.
    """
    finder = _Finder([_units(one) for one in paragraphs], is_taken)
    rewritten = finder.rewritten()
    cited = Counter(name for one in rewritten for name in _CITED.findall(one))
    passages = tuple(finder.found.values())
    # Of three places the third may share less: what is then cited once stands where it is told.
    alone = {one.name: one.text for one in passages if cited[f"【{one.name}】"] == 1}
    return Told(
        tuple(_inlined(one, alone) for one in rewritten),
        tuple(one for one in passages if one.name not in alone),
    )


def _inlined(paragraph: str, alone: Mapping[str, str]) -> str:
    return _CITED.sub(lambda found: alone.get(found[0][1:-1], found[0]), paragraph)


def _units(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph, marks of points apart; joined they are the paragraph."""
    own = leading(paragraph)
    marks = [*([own] if own else []), *run_in(paragraph, own.end if own else 0)]
    cuts = {0, len(paragraph), *(found.end() for found in _END.finditer(paragraph))}
    cuts.update(at for mark in marks for at in (mark.start, mark.end))
    return [paragraph[start:end] for start, end in pairwise(sorted(cuts))]


class _Finder:
    """Looks for runs of units that recur, in order."""

    def __init__(self, paragraphs: list[list[str]], is_taken: Callable[[str], bool]) -> None:
        self._paragraphs = paragraphs
        self._is_taken = is_taken
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, units in enumerate(paragraphs):
            for at, unit in enumerate(units):
                self._places.setdefault(unit, []).append((number, at))
        #: by its text
        self.found: dict[str, Repeated] = {}
        self._names: set[str] = set()
        #: by what passages are called: how many candidates for a name were looked at
        self._counts: Counter[str] = Counter()

    def rewritten(self) -> list[str]:
        """Return the paragraphs with citations of what recurs."""
        return [self._rewritten(number) for number in range(len(self._paragraphs))]

    def _rewritten(self, number: int) -> str:
        units = self._paragraphs[number]
        pieces: list[str] = []
        at = 0
        while at < len(units):
            length = self._run(number, at)
            if length:
                pieces.append(self._cited("".join(units[at : at + length])))
            else:
                pieces.append(units[at])
            at += length or 1
        return "".join(pieces)

    def _run(self, number: int, at: int) -> int:
        """Return how many units from here on recur elsewhere as a whole; 0 for too few."""
        units = self._paragraphs[number]
        best = 0
        for other, start in self._places[units[at]][:_MOST]:
            if (other, start) == (number, at):
                continue
            length = self._common(number, at, other, start)
            best = max(best, length)
        return best if _weight("".join(units[at : at + best])) >= _SHORTEST else 0

    def _common(self, number: int, at: int, other: int, start: int) -> int:
        one, two = self._paragraphs[number], self._paragraphs[other]
        most = min(len(one) - at, len(two) - start)
        if number == other:  # a run does not overlap itself
            most = min(most, abs(start - at))
        length = 0
        while length < most and one[at + length] == two[start + length]:
            length += 1
        return length

    def _cited(self, text: str) -> str:
        body = text.rstrip(_ENDINGS)
        if body not in self.found:
            self.found[body] = Repeated(self._name(body), body)
        return f"【{self.found[body].name}】{text[len(body) :]}"

    def _name(self, body: str) -> str:
        base = _named(body)
        count = self._counts[base]
        candidates = chain((base, f"{base}情况"), (f"{base}之{at}" for at in itertools.count(2)))
        name, number = next(
            (one, at)
            for at, one in enumerate(islice(candidates, count, None), count + 1)
            if one not in self._names and not self._is_taken(one) and name_mistake(one) is None
        )
        self._counts[base] = number
        self._names.add(name)
        return name


def _weight(text: str) -> int:
    """Return how many characters a text has, a citation counted as a few."""
    return len(_CITED.sub("数数数", text))


def _named(body: str) -> str:
    """Return what a passage is called: its topic sentence, else the first fact in it."""
    clause = re.split("[，。；：]", body, maxsplit=1)[0]
    first = words.name_of(clause, "")
    if len(first) >= _SHORTEST_NAME and len(clause) <= _LONGEST_NAME and "【" not in clause:
        return first
    cited = _CITED.search(body)
    if cited:
        return words.tidy(cited.group()[1:-1].partition(".")[0] + "情况")
    return words.topic(first) or "段落文字"
