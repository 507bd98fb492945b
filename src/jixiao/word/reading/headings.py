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
from functools import lru_cache

from jixiao.language.mark import Mark, MarkKind, leading
from jixiao.model.manuscript import Role
from jixiao.word.reading.draft import Appearance, Drawn

_DEEPEST = 4
#: built-in styles have English names in any language; their ids, and copies of them, do not
_BY_NAME = re.compile(
    r"(?:heading|标题|標題|見出し|제목|ü?berschrift|titre|t[íi]?tulo|titolo|заголовок|nagłówek|kop)"
    r"[ _]?([1-9])",
    re.IGNORECASE,
)
_BY_RANK = re.compile("([一二三四1-4])级标题|标题([一二三四])")
_RANKS = {"一": 1, "二": 2, "三": 3, "四": 4}
#: the names that jixiao's own template gives its styles
_OWN = {"一级标题": 1, "二级标题": 2, "三级标题": 3, "四级标题": 4}
_ROLES = {
    "署名": Role.SIGNATURE,
    "成文日期": Role.DATE,
    "附件说明": Role.ATTACHMENT_LIST,
    "附件标记": Role.ATTACHMENT_MARK,
    "附件标题": Role.ATTACHMENT_TITLE,
    "单位行": Role.UNIT_LINE,
    "表注": Role.TABLE_NOTE,
}
_TITLES = frozenset({"title", "标题", "公文标题", "文章标题", "报告标题", "大标题"})
_HEAD = "表头"
_BODY_OUTLINE = 9
_LONGEST = 60
_SENTENCE_END = re.compile("[。；;！？!?](?=.)")
_OPEN_ENDS = "，,、；;"
#: a heading without a mark is shorter, and ends with no sign
_LONGEST_UNMARKED = 30
_ENDED = re.compile("[。．.：:；;，,、！？!?]$|[。；！？]")
_FEWEST_UNMARKED = 2
_HEITI = re.compile("黑体|SimHei|Hei", re.IGNORECASE)
_KAITI = re.compile("楷体|KaiTi|Kai", re.IGNORECASE)
#: how much larger than the text a title is at least, in half points
_LARGER = 6
_MOST_TITLE_LINES = 4

#: marks that are headings wherever they stand, and only of their own level
_OFFICIAL = frozenset({MarkKind.PART, MarkKind.SECTION})

Verdict = tuple[int, Role | None]


def is_of_jixiao(names: Sequence[str]) -> bool:
    """Return whether a file has the styles of jixiao's own template."""
    return {*_OWN, *_ROLES} <= {*names}


def verdicts(lines: Sequence[Drawn], *, is_own: bool) -> list[Verdict]:
    """Return the level and the role of each line."""
    levels = [0 if one.cells else _declared(one.appearance) for one in lines]
    if is_own:
        title = frozenset(at for at, one in enumerate(lines) if _is_titled(one))
        return _told(lines, levels, title, is_own=True)
    body = _body(lines)
    marks = [None if one.cells else leading(one.text) for one in lines]
    levels = [
        0 if level and _runs_on(line.text) else level
        for level, line in zip(levels, lines, strict=True)
    ]
    title = _title(lines, levels, marks, body)
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
    if line.cells:
        is_total = not line.is_first and line.appearance.styles[:1] == (_HEAD,)
        return 0, Role.TOTAL if is_total else None
    if is_title:
        return 0, Role.TITLE
    role = next((_ROLES[one] for one in line.appearance.styles if one in _ROLES), None)
    if role is not None:
        return 0, role
    return level, Role.BODY if is_own and not level else None


def _declared(seen: Appearance) -> int:
    """Return the level that styles or the outline give, 0 for none; it may be as deep as nine."""
    for name in seen.styles:
        named = _named(name)
        if named:
            return 0 if seen.outline == _BODY_OUTLINE else named
        if name in _ROLES or name.lower() in _TITLES:
            return 0
    return 0 if seen.outline in {None, _BODY_OUTLINE} else (seen.outline or 0) + 1


@lru_cache
def _named(name: str) -> int:
    first = re.split("[,，;]", name)[0].strip()
    found = _BY_NAME.fullmatch(first)
    if found:
        return int(found[1])
    ranked = _BY_RANK.search(first)
    rank = (ranked[1] or ranked[2]) if ranked else "0"
    return _RANKS.get(rank) or int(rank)


def _body(lines: Sequence[Drawn]) -> tuple[str, int]:
    """Return the font and the size that most characters of the text have."""
    looks: Counter[tuple[str, int]] = Counter()
    for one in lines:
        if not one.cells:
            looks[(one.appearance.font, one.appearance.size)] += len(one.text)
    return max(looks, key=lambda one: looks[one]) if looks else ("", 0)


def _looked(line: Drawn, mark: Mark | None, body: tuple[str, int]) -> int:
    """Return the level of a line that is a heading by its mark and its looks together.

    A line that runs on behind a full stop is none, nor one that looks like the text around it.
    """
    seen = line.appearance
    if mark is None or not mark.kind.level or not seen.is_even or not _is_short(line.text):
        return 0
    font, size = body
    is_set_off = seen.is_bold or (seen.font != font and seen.size >= size)
    wanted = {MarkKind.PART: _HEITI, MarkKind.SECTION: _KAITI}.get(mark.kind)
    fits = seen.is_bold or wanted is None or wanted.search(seen.font) is not None
    return mark.kind.level if is_set_off and fits else 0


def _unmarked(
    lines: Sequence[Drawn],
    marks: Sequence[Mark | None],
    title: frozenset[int],
    body: tuple[str, int],
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


def _title(
    lines: Sequence[Drawn],
    levels: Sequence[int],
    marks: Sequence[Mark | None],
    body: tuple[str, int],
) -> frozenset[int]:
    """Return which lines are the title: by style, by size, or a lone heading above all others."""
    styled = _first_run([_is_titled(one) for one in lines], marks)
    if styled:
        return styled
    large = _first_run([_is_large(one, body[1]) for one in lines], marks)
    if 0 in large and len(large) < len(lines):
        return large
    highest = [at for at, level in enumerate(levels) if level == 1]
    is_lone = len(highest) == 1 and max(levels, default=0) > 1 and marks[highest[0]] is None
    return frozenset(highest if is_lone and highest[0] < _MOST_TITLE_LINES else ())


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


def _is_titled(line: Drawn) -> bool:
    return not line.cells and any(
        one.strip().lower() in _TITLES for one in line.appearance.styles[:2]
    )


def _depths(
    levels: Sequence[int], marks: Sequence[Mark | None], title: frozenset[int]
) -> list[int]:
    """Return the levels 1 to 4, those of a title 0."""
    headings = [at for at, level in enumerate(levels) if level and at not in title]
    by_marks = any(mark and mark.kind in _OFFICIAL for mark in marks)
    shift = (
        _shift(levels, marks, headings)
        if by_marks
        else min((levels[at] for at in headings), default=1) - 1
    )
    depths = [0] * len(levels)
    for at in headings:
        mark = marks[at]
        marked = mark.kind.level if mark and by_marks else 0
        depths[at] = min(max(marked or levels[at] - shift, 1), _DEEPEST)
    return depths


def _shift(levels: Sequence[int], marks: Sequence[Mark | None], headings: Sequence[int]) -> int:
    """Return by how many levels the styles are deeper than the marks, for most of the headings."""
    shifts = Counter(
        levels[at] - mark.kind.level
        for at in headings
        for mark in [marks[at]]
        if mark and mark.kind.level
    )
    return shifts.most_common(1)[0][0] if shifts else 0
