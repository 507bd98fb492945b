"""Edits put into a text where they stand; all that stands around them is left as it was typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, starmap
from typing import NamedTuple

from jixiao.diagnostic import Edit


class Change(NamedTuple):
    """The characters from start to end of a text, and what is to stand there."""

    start: int
    end: int
    replacement: str


def compatible(groups: Iterable[Sequence[Edit]]) -> tuple[Change, ...]:
    """Return the edits of one source in order, without the groups that meet an earlier one.

    A group is made whole or not at all: half of a pair of brackets would be worse than none.
    Two edits that touch are both made, unless together they might do what neither does alone:
    two deletions side by side, or an insertion beside anything.
    """
    sound = (one for one in map(_changes, groups) if all(starmap(_is_apart, pairwise(one))))
    wanted = sorted((change, number) for number, one in enumerate(sound) for change in one)
    kept: list[tuple[Change, int]] = []
    waiting: set[int] = set()
    for change, number in wanted:
        while kept and kept[-1][1] in waiting:
            kept.pop()
        if kept and not _is_apart(kept[-1][0], change):
            waiting.add(number)
        elif number not in waiting:
            kept.append((change, number))
    return tuple(change for change, number in kept if number not in waiting)


def _changes(group: Sequence[Edit]) -> list[Change]:
    return sorted(Change(one.place.start, one.place.end, one.replacement) for one in group)


def _is_apart(first: Change, second: Change) -> bool:
    if second.start != first.end:
        return second.start > first.end
    inserts = first.start == first.end or second.start == second.end
    deletes = not first.replacement and not second.replacement
    return not inserts and not deletes


def splice(text: str, changes: Sequence[Change]) -> str:
    """Return a text with the changes, which are in order and apart, made in it."""
    parts: list[str] = []
    at = 0
    for one in changes:
        parts += (text[at : one.start], one.replacement)
        at = one.end
    parts.append(text[at:])
    return "".join(parts)


class Shift:
    """Where the places of a text are once changes were made in it."""

    def __init__(self, changes: Sequence[Change]) -> None:
        """Sum up by how much each change moves what stands behind it."""
        self._ends = [one.end for one in changes]
        growth = (len(one.replacement) - (one.end - one.start) for one in changes)
        self._moved = [0, *accumulate(growth)]

    def __call__(self, index: int) -> int:
        """Return where an index of the text before is in the text behind."""
        return index + self._moved[bisect_right(self._ends, index)]
