"""What styles say of a line by their names: a heading and of which level, or another part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.model.manuscript import Role
from jixiao.word.reading.draft import Appearance, Drawn

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


def is_of_jixiao(names: Sequence[str]) -> bool:
    """Return whether a file has the styles of jixiao's own template."""
    return {*_OWN, *_ROLES} <= {*names}


def role(line: Drawn) -> Role | None:
    """Return the part of a report that a line's style is for; None for headings and text."""
    if line.cells:
        is_total = not line.is_first and line.appearance.styles[:1] == (_HEAD,)
        return Role.TOTAL if is_total else None
    return next((_ROLES[one] for one in line.appearance.styles if one in _ROLES), None)


def declared(seen: Appearance) -> int:
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


def is_titled(line: Drawn) -> bool:
    """Return whether a line has a style that titles have."""
    return not line.cells and any(
        one.strip().lower() in _TITLES for one in line.appearance.styles[:2]
    )
