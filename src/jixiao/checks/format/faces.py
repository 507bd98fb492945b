"""The typefaces that GB/T 9704 names, by the names of fonts; sizes by their Chinese names."""

from __future__ import annotations

import re
from enum import Enum


class Face(Enum):
    """A typeface, by the word that a writer has for it."""

    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    XIAOBIAOSONG = "小标宋"


#: what tells a typeface in a font's name, of whatever foundry and coding; 雅黑 is no 黑体
_NAMES = {
    Face.FANGSONG: re.compile("仿宋|fangsong|fzfs|^fsgb|simfang"),
    Face.KAITI: re.compile("楷|kaiti|fzkt|fzkai|simkai"),
    Face.HEITI: re.compile(
        "黑体|(?<!雅)黑(?:gbk|gb|简)|simhei|heiti|fzht|fzhei|思源黑|sourcehansans|notosans(?:cjk)?sc"
    ),
    Face.XIAOBIAOSONG: re.compile("标宋|中宋|fzxbs|xiaobiaosong|fzdbs|stzhongsong"),
}
_IDLE = re.compile(r"[\s@_\-]")

_SIZES = {
    84: "初号", 72: "小初号", 52: "一号", 48: "小一号", 44: "二号", 36: "小二号", 32: "三号",
    30: "小三号", 28: "四号", 24: "小四号", 21: "五号", 18: "小五号", 15: "六号", 13: "小六号",
}  # fmt: skip
#: of the body and its headings, and of the title, in half points
BODY_SIZE, TITLE_SIZE, PAGE_NUMBER_SIZE = 32, 44, 28


def plain(name: str) -> str:
    """Return a font's name without what differs between systems: case, blanks, the @ of 竖排."""
    return _IDLE.sub("", name).casefold()


def is_of(name: str, face: Face) -> bool:
    """Return whether a font is of a typeface."""
    return _NAMES[face].search(plain(name)) is not None


def size_name(half_points: int) -> str:
    """Return a size as a writer knows it: 三号, or 17磅 where it has no name."""
    return _SIZES.get(half_points) or f"{half_points / 2:g}磅"
