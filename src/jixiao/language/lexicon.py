"""The grammar of wrong words: each with what is meant, found in a text in one pass.

A wrong word may stand by chance across two right ones (已知产权 holds 知产权). The phrases in which
it does are its guards; what stands in one of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Entry:
    """A wrong word and what is meant by it."""

    wrong: str
    right: str
    #: phrases that hold the wrong word, and in which it is right
    guards: tuple[str, ...] = ()
    #: whether the word may well be right: then it is asked about
    doubtful: bool = False


class Slip(NamedTuple):
    """A wrong word in a text, from `start` to `end` of it."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Wrong words, ready to be looked for."""

    entries: tuple[Entry, ...]
    _known: dict[str, Entry] = field(init=False, repr=False)
    _pattern: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make one pattern of all wrong words."""
        known = {one.wrong: one for one in self.entries}
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_pattern", re.compile(_alternatives(known)))

    def slips(self, text: str) -> Iterator[Slip]:
        """Yield the wrong words of a text, in order."""
        for found in self._pattern.finditer(text):
            entry = self._known[found[0]]
            if not any(_stands_in(text, found.start(), entry.wrong, one) for one in entry.guards):
                yield Slip(entry, *found.span())


def parse(table: str) -> Iterator[Entry]:
    """Yield the entries of a table: wrong, right, guards and 疑 between tabs, `#` a comment."""
    for row in table.splitlines():
        if row.strip() and not row.startswith("#"):
            wrong, right, guards, doubt = (*row.split("\t"), "", "")[:4]
            yield Entry(wrong, right, tuple(guards.split()), doubt == "疑")


def _alternatives(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first; those with one first character share it."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (-len(one), one)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    shared = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    # Without words, a pattern that finds nothing.
    return "|".join(shared) or "(?!)"


def _stands_in(text: str, at: int, wrong: str, guard: str) -> bool:
    start = at - guard.index(wrong)
    return start >= 0 and text.startswith(guard, start)
