"""What each line is: a heading and of which level, or one of the parts that have their own style.

A heading is known by its style, by its outline level, or by its looks. Its mark says how deep
it is where the file numbers headings 一、 （一） 1. （1）: writers who give the title of the report
标题 1 number 标题 2 with 一、. Where none has 一、 or （一）, the styles say it; if one heading of
the first level stands above all, without a mark, it is the title and the others move up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jixiao.language.mark import Mark, MarkKind, leading
from jixiao.model.manuscript import Role
from jixiao.word.reading.draft import Drawn
from jixiao.word.reading.naming import declared, is_titled, role
from jixiao.word.reading.titles import style_shift, title_lines

_DEEPEST = 4
_LONGEST = 60
_SENTENCE_END = re.compile("[。；;！？!?](?=.)")
_OPEN_ENDS = "，,、；;"
#: a heading without a mark is shorter, and ends with no sign
_LONGEST_UNMARKED = 30
_ENDED = re.compile("[。．.：:；;，,、！？!?]$|[。；！？]")
_FEWEST_UNMARKED = 2
_HEITI = re.compile("黑体|SimHei|Heiti", re.IGNORECASE)
_KAITI = re.compile("楷体|KaiTi|SimKai", re.IGNORECASE)

#: marks that are headings wherever they stand, and only of their own level
_OFFICIAL = frozenset({MarkKind.PART, MarkKind.SECTION})

Verdict = tuple[int, Role | None]
#: the font, the size in half points and the weight of running text
BodyLook = tuple[str, int, bool]


def verdicts(lines: Sequence[Drawn], *, is_own: bool) -> list[Verdict]:
    """Return the level and the role of each line."""
    levels = [0 if one.cells else declared(one.appearance) for one in lines]
    if is_own:
        title = frozenset(at for at, one in enumerate(lines) if is_titled(one))
        return _told(lines, levels, title, is_own=True)
    body = _body(lines)
    marks = [None if one.cells else leading(one.text) for one in lines]
    levels = [
        0 if level and _runs_on(line.text) else level
        for level, line in zip(levels, lines, strict=True)
    ]
    title = title_lines(lines, levels, marks, body)
    depths = _depths(levels, marks, title)
    for at, line in enumerate(lines):
        if not depths[at] and at not in title:
            depths[at] = _looked(line, marks[at], body)
    return _told(lines, depths if any(depths) else _unmarked(lines, marks, title, body), title)


def _told(
    lines: Sequence[Drawn],
    depths: Sequence[int],
    title: frozenset[int],
    *,
    is_own: bool = False,
) -> list[Verdict]:
    return [
        _verdict(one, depths[at], is_title=at in title, is_own=is_own)
        for at, one in enumerate(lines)
    ]


def _verdict(line: Drawn, level: int, *, is_title: bool, is_own: bool) -> Verdict:
    if is_title:
        return 0, Role.TITLE
    part = role(line)
    if line.cells or part is not None:
        return 0, part
    return level, Role.BODY if is_own and not level else None


def _body(lines: Sequence[Drawn]) -> BodyLook:
    """Return the look that most characters of the text have."""
    looks: Counter[BodyLook] = Counter()
    for one in lines:
        if not one.cells:
            seen = one.appearance
            looks[(seen.font, seen.size, seen.is_bold)] += len(one.text)
    return max(looks, key=lambda one: looks[one]) if looks else ("", 0, False)


def _looked(line: Drawn, mark: Mark | None, body: BodyLook) -> int:
    """Return the level of a line that is a heading by its mark and its looks together.

    A line that runs on behind a full stop is none, nor one that looks like the text around it.
    """
    seen = line.appearance
    if mark is None or not mark.kind.level or not seen.is_even or not _is_short(line.text):
        return 0
    font, size, is_bold = body
    is_set_off = (seen.is_bold and not is_bold) or (seen.font != font and seen.size >= size)
    wanted = {MarkKind.PART: _HEITI, MarkKind.SECTION: _KAITI}.get(mark.kind)
    fits = seen.is_bold or wanted is None or wanted.search(seen.font) is not None
    return mark.kind.level if is_set_off and fits else 0


def _unmarked(
    lines: Sequence[Drawn],
    marks: Sequence[Mark | None],
    title: frozenset[int],
    body: BodyLook,
) -> list[int]:
    """Return the levels of headings that have neither a style nor a mark, only 黑体 or 楷体.

    One line in another font may be anything; from two in 黑体 on they are the file's headings.
    """
    levels = [0] * len(lines)
    if any(mark and mark.kind in _OFFICIAL for mark in marks):
        return levels
    for at, line in enumerate(lines):
        seen = line.appearance
        is_set_off = seen.is_even and seen.font != body[0] and seen.size >= body[1]
        is_alone = len(line.text) <= _LONGEST_UNMARKED and not _ENDED.search(line.text)
        if at not in title and not line.cells and marks[at] is None and is_set_off and is_alone:
            levels[at] = 1 if _HEITI.search(seen.font) else 2 if _KAITI.search(seen.font) else 0
    return levels if levels.count(1) >= _FEWEST_UNMARKED else [0] * len(lines)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and not _SENTENCE_END.search(text) and text[-1] not in _OPEN_ENDS


def _runs_on(text: str) -> bool:
    """Return whether a line is running text, whatever style it was given."""
    return len(text) > _LONGEST and _SENTENCE_END.search(text) is not None


def _depths(
    levels: Sequence[int], marks: Sequence[Mark | None], title: frozenset[int]
) -> list[int]:
    """Return the levels 1 to 4, those of a title 0."""
    headings = [at for at, level in enumerate(levels) if level and at not in title]
    by_marks = any(mark and mark.kind in _OFFICIAL for mark in marks)
    shift = (
        style_shift(levels, marks, headings)
        if by_marks
        else min((levels[at] for at in headings), default=1) - 1
    )
    depths = [0] * len(levels)
    for at in headings:
        mark = marks[at]
        marked = mark.kind.level if mark and by_marks else 0
        depths[at] = min(max(marked or levels[at] - shift, 1), _DEEPEST)
    return depths
