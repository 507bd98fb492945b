"""The grammar of marks that come in pairs: brackets, quotes, titles; what is odd, what is nested.

A closing mark behind a number or a letter at the beginning of a clause is that of a list
(`1）`, `a)`), and closes nothing. 【】 are not among them: they cite, and have rules of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_KINDS = {"（": "）", "(": "）", "“": "”", "《": "》"}
_CLOSING = {"）": "）", ")": "）", "”": "”", "》": "》"}
_SIGN = re.compile("[（()）“”《》]")
_LIST_NUMBER = re.compile(r"(?:^|[。；;：:，,、！？\s])[0-9一二三四五六七八九十a-zA-Z]{1,3}$")
#: characters before a closing mark in which the number of a list would stand
_NUMBER_REACH = 5
#: kinds that want another form inside themselves
_NEST = {"”", "》"}


@dataclass(frozen=True, slots=True)
class Pairing:
    """The marks of a text that have no partner, and the pairs that stand inside their own kind."""

    #: where each odd mark stands, in order
    odd: tuple[int, ...]
    #: where the inner pair of two of one kind opens and closes
    nested: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Stack:
    """The marks that are open, with the count of each kind, so that every step is constant."""

    opened: list[tuple[int, str]] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    #: marks of each kind that another kind closed over; their own partner may yet come
    crossed: Counter[str] = field(default_factory=Counter)
    odd: list[int] = field(default_factory=list)
    #: by the opening of the outer pair, the pairs of its kind right inside it
    inner: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    nested: list[tuple[int, int]] = field(default_factory=list)

    def push(self, at: int, kind: str) -> None:
        """Open a mark."""
        self.opened.append((at, kind))
        self.count[kind] += 1

    def pull(self, at: int, kind: str) -> None:
        """Close the innermost open mark of a kind; what was opened inside it is odd."""
        if not self.count[kind]:
            if self.crossed[kind]:
                self.crossed[kind] -= 1
            else:
                self.odd.append(at)
            return
        while self.opened[-1][1] != kind:
            over, other = self.opened.pop()
            self.count[other] -= 1
            self.crossed[other] += 1
            self.odd.append(over)
        start, _ = self.opened.pop()
        self.count[kind] -= 1
        self.nested.extend(self.inner.pop(start, ()))
        if kind in _NEST and self.opened and self.opened[-1][1] == kind:
            self.inner.setdefault(self.opened[-1][0], []).append((start, at))


def pairing(text: str) -> Pairing:
    """Return what does not pair in a text.

    `（见表1）` and `1）` look alike; of the two ways to read them the one that pairs more is meant.
    """
    plain = _pairing(text, has_lists=False)
    return min(plain, _pairing(text, has_lists=True), key=_oddness) if plain.odd else plain


def _oddness(one: Pairing) -> int:
    return len(one.odd)


def _pairing(text: str, *, has_lists: bool) -> Pairing:
    stack = _Stack()
    for found in _SIGN.finditer(text):
        at, sign = found.start(), found[0]
        if sign in _KINDS:
            stack.push(at, _KINDS[sign])
        elif not (sign in "）)" and has_lists and _is_list_mark(text, at)):
            stack.pull(at, _CLOSING[sign])
    odd = [*stack.odd, *(at for at, _ in stack.opened)]
    return Pairing(tuple(sorted(odd)), tuple(sorted(stack.nested)))


def kind_of(sign: str) -> str:
    """Return the kind of a mark: its closing form, full-width."""
    return _KINDS.get(sign) or _CLOSING[sign]


def _is_list_mark(text: str, at: int) -> bool:
    return _LIST_NUMBER.search(text[max(at - _NUMBER_REACH, 0) : at]) is not None
