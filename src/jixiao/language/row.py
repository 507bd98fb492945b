"""A table as lines: a row a line, its cells parted by bars, as writers type them.

Bars around every row are its frame, as in Markdown, and no cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

BARS = "|｜"
_BARS = re.compile(f"[{BARS}]")
#: what Markdown draws below the head is made of these
_RULING = frozenset(f"{BARS}-: \t\u3000\u00a0")


def spans(lines: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Return where the cells of each line stand in it, a list a line; the lines are trimmed."""
    inner = 1 if _is_framed(lines) else 0
    made: list[list[tuple[int, int]]] = []
    for line in lines:
        bars = [found.start() for found in _BARS.finditer(line)]
        edges = bars if inner else [-1, *bars, len(line)]
        made.append([(start + 1, end) for start, end in pairwise(edges)])
    return made


def lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of two cells or more as lines, of which `spans` finds the same cells."""
    made = [" | ".join(row).strip() for row in rows]
    return [f"| {line} |" for line in made] if _is_framed(made) else made


def is_one_cell(text: str) -> bool:
    """Return whether a text stays one cell in a line."""
    return not _BARS.search(text)


def is_ruling(line: str) -> bool:
    """Return whether a line is Markdown's ruling below the head, as in `|---|---|`."""
    return "---" in line and _RULING.issuperset(line)


def _is_framed(lines: Sequence[str]) -> bool:
    return all(len(line) > 1 and line[0] in BARS and line[-1] in BARS for line in lines)
