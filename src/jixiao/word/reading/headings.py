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
from jixiao.word.reading.draft import Appearance, Drawn

_DEEPEST = 4
_BY_NAME = re.compile(
    r"(?:heading|标题|überschrift|titre|título|заголовок|見出し|제목|標題)\s*([1-9])", re.IGNORECASE
)
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
_OPEN_END = ("，", ",", "、", "；", ";")
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
    body = _body(lines)
    levels = [0 if one.cells else _declared(one.appearance) or _looked(one, body) for one in lines]
    marks = [leading(one.text) if level else None for one, level in zip(lines, levels, strict=True)]
    title = _title(lines, levels, marks, body)
    depth = levels if is_own else _depths(levels, marks, title)
    return [
        _verdict(one, depth[at], is_title=at in title, is_own=is_own)
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
        named = _OWN.get(name) or _named(name)
        if named:
            return 0 if seen.outline == _BODY_OUTLINE and name not in _OWN else named
        if name in _ROLES or name.lower() in _TITLES:
            return 0
    return 0 if seen.outline in {None, _BODY_OUTLINE} else (seen.outline or 0) + 1


def _named(name: str) -> int:
    found = _BY_NAME.fullmatch(name.strip())
    return int(found[1]) if found else 0


def _body(lines: Sequence[Drawn]) -> tuple[str, int]:
    """Return the font and the size that most characters of the text have."""
    looks: Counter[tuple[str, int]] = Counter()
    for one in lines:
        if not one.cells:
            looks[(one.appearance.font, one.appearance.size)] += len(one.text)
    return max(looks, key=lambda one: looks[one]) if looks else ("", 0)


def _looked(line: Drawn, body: tuple[str, int]) -> int:
    """Return the level of a line that is a heading by its mark and its looks together.

    A line that runs on behind a full stop is none, nor one that looks like the text around it.
    """
    mark, seen = leading(line.text), line.appearance
    if mark is None or not mark.kind.level or not seen.is_even or not _is_short(line.text):
        return 0
    font, size = body
    is_set_off = seen.is_bold or (seen.font != font and seen.size >= size)
    if not is_set_off:
        return 0
    wanted = {MarkKind.PART: _HEITI, MarkKind.SECTION: _KAITI}.get(mark.kind)
    fits = seen.is_bold or wanted is None or wanted.search(seen.font) is not None
    return mark.kind.level if fits else 0


def _is_short(text: str) -> bool:
    bare = text.strip()
    is_run_on = _SENTENCE_END.search(bare) is not None or bare.endswith(_OPEN_END)
    return len(bare) <= _LONGEST and not is_run_on


def _title(
    lines: Sequence[Drawn],
    levels: Sequence[int],
    marks: Sequence[Mark | None],
    body: tuple[str, int],
) -> frozenset[int]:
    """Return which lines are the title: by style, by size, or a lone heading above all others."""
    top = range(min(len(lines), _MOST_TITLE_LINES))
    styled = [at for at in range(len(lines)) if _is_titled(lines[at])]
    if styled:
        return frozenset(styled)
    large = []
    for at in top:
        seen = lines[at].appearance
        is_large = seen.alignment == "center" and seen.size >= body[1] + _LARGER
        if lines[at].cells or not is_large or marks[at] is not None:
            break
        large.append(at)
    if large and len(large) < len(lines):
        return frozenset(large)
    highest = [at for at, level in enumerate(levels) if level == 1]
    deeper = any(level > 1 for level in levels)
    is_lone = len(highest) == 1 and deeper and highest[0] in top and marks[highest[0]] is None
    return frozenset(highest) if is_lone else frozenset()


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
