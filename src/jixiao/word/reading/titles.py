"""Which lines at the top are the title of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jixiao.language.mark import Mark
from jixiao.word.reading.draft import Drawn
from jixiao.word.reading.naming import is_titled

#: how much larger than the text a title is at least, in half points
_LARGER = 6
_MOST_TITLE_LINES = 4


def title_lines(
    lines: Sequence[Drawn],
    levels: Sequence[int],
    marks: Sequence[Mark | None],
    body: tuple[str, int, bool],
) -> frozenset[int]:
    """Return which lines are the title: by style, by size, or a lone heading above all others."""
    styled = _first_run([is_titled(one) for one in lines], marks)
    if styled:
        return styled
    large = _first_run([_is_large(one, body[1]) for one in lines], marks)
    if 0 in large and len(large) < len(lines):
        return large
    highest = frozenset(at for at, level in enumerate(levels) if level == 1)
    above = _first_run([level == 1 for level in levels], marks)
    is_above = max(levels, default=0) > 1 and (
        above == highest or style_shift(levels, marks, range(len(levels))) > 0
    )
    return above if is_above else frozenset()


def _first_run(fits: Sequence[bool], marks: Sequence[Mark | None]) -> frozenset[int]:
    """Return the first lines in a row that fit and have no mark, if they begin near the top."""
    start = next((at for at, one in enumerate(fits) if one and marks[at] is None), len(fits))
    if start >= _MOST_TITLE_LINES:
        return frozenset()
    ends = (at for at in range(start, len(fits)) if not fits[at] or marks[at] is not None)
    return frozenset(range(start, next(ends, len(fits))))


def _is_large(line: Drawn, size: int) -> bool:
    seen = line.appearance
    return not line.cells and seen.alignment == "center" and seen.size >= size + _LARGER


def style_shift(
    levels: Sequence[int], marks: Sequence[Mark | None], headings: Sequence[int]
) -> int:
    """Return by how many levels the styles are deeper than the marks, for most of the headings."""
    shifts = Counter(
        levels[at] - mark.kind.level
        for at in headings
        for mark in [marks[at]]
        if mark and mark.kind.level
    )
    return shifts.most_common(1)[0][0] if shifts else 0
