"""Sentences and clauses of a Chinese text, as stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？]+(?:[。！？]+[”’）》]*|$)")
_CLAUSE = re.compile(r"[^，。；：！？,;]+")


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, its full stop included."""
    for found in _SENTENCE.finditer(text, start):
        yield found.span()


def clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each clause begins and ends, the mark behind it left out; 、 divides none."""
    for found in _CLAUSE.finditer(text, start, len(text) if end is None else end):
        yield found.span()
