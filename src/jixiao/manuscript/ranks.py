"""Which lines are headings, and of which level, where a file has elements of its own for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.language.mark import leading
from jixiao.manuscript.read import is_heading
from jixiao.model.manuscript import Role

#: a line's level and role as `Line` has them
Rank = tuple[int, Role | None]

_PLAIN: Rank = (0, None)
_DEEPEST = 4
_REPORT = re.compile("报告|自评")


def ranks(lines: Sequence[tuple[str, int]]) -> tuple[Rank, ...]:
    """Return the rank of each line, given with the depth of its heading, 0 for other lines.

    A mark tells the level for certain (GB/T 9704-2012, 7.3.3); a depth only compares headings:
    pages and Markdown have their title at 1, and the parts at 1, 2 or 3. A line in a heading's
    element whose text runs on is none.
    """
    kinds = [_kind(text, depth) for text, depth in lines]
    title = range(_title(kinds, [text for text, _ in lines]))
    others = [depth for at, (depth, _) in enumerate(kinds) if depth and at not in title]
    shallowest = min(others, default=1)
    return tuple(
        (0, Role.TITLE) if at in title else _rank(kind, shallowest) for at, kind in enumerate(kinds)
    )


def _kind(text: str, depth: int) -> tuple[int, int]:
    """Return a line's depth and the level of its mark; 0 for what they have not."""
    mark = leading(text)
    if not depth or not is_heading(text[mark.end :] if mark else text):
        return 0, 0
    return depth, mark.kind.level if mark else 0


def _title(kinds: Sequence[tuple[int, int]], texts: Sequence[str]) -> int:
    """Return how many lines at the top are the title: headings without a mark, of a depth alone.

    One of another depth goes on with the title where it names a report.
    """
    first = next(iter(kinds), (0, 0))[0]
    count = 0
    while (
        count < len(kinds)
        and _is_bare(kinds[count])
        and (kinds[count][0] == first or _REPORT.search(texts[count]))
    ):
        count += 1
    is_alone = all(depth > first for depth, level in kinds[count:] if depth and not level)
    return count if is_alone else 0


def _is_bare(kind: tuple[int, int]) -> bool:
    depth, level = kind
    return depth > 0 and not level


def _rank(kind: tuple[int, int], shallowest: int) -> Rank:
    depth, level = kind
    if not depth:
        return _PLAIN
    return level or min(depth - shallowest + 1, _DEEPEST), None
