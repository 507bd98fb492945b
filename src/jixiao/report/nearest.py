"""The nearest of many names to one that is not known: for hints, at a bounded cost a look-up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

#: how many names are looked at per character, and how many are compared closely
_POSTINGS = 400
_COMPARED = 60
_LIKENESS = 0.5


class Nearest:
    """Names indexed by their characters, so that thousands of names cost no more than few."""

    def __init__(self, names: Iterable[str]) -> None:
        self._postings: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            for character in set(name):
                self._postings.setdefault(character, []).append(name)

    def to(self, name: str) -> str | None:
        """Return the known name that is most like a name, or None where none is like it."""
        shared: Counter[str] = Counter()
        for postings in self._rarest_first(name):
            shared.update(postings[:_POSTINGS])
        candidates = [one for one, _ in shared.most_common(_COMPARED)]
        close = get_close_matches(name, candidates, n=1, cutoff=_LIKENESS)
        return close[0] if close else self._containing(name, candidates)

    def _rarest_first(self, name: str) -> list[list[str]]:
        found = (self._postings.get(one, []) for one in sorted(set(name)))
        return sorted(found, key=len)

    def _containing(self, name: str, candidates: list[str]) -> str | None:
        """Return the likest of the names that hold this one, or that this one holds."""
        if len(name) < 2:  # noqa: PLR2004 -- one character is in every other name
            return None
        held = [one for one in candidates if name in one or (len(one) > 1 and one in name)]
        return max(held, key=lambda one: SequenceMatcher(None, one, name).ratio(), default=None)


def suggestion(near: str | None) -> str:
    """Return the question that a hint asks about a near name; empty where there is none."""
    return f"是不是“{near}”？" if near else ""
