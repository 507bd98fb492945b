"""The grammar of numbers in running text: each mention of a quantity, with where it stands.

Prose gives no blanks between a unit and what follows (`5487户个体工商户`), so units are a list
here, the longest first. A number that is part of a name is no mention: years and dates, ranks,
document numbers, standards, marks of headings, telephone numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.language.measure import MAGNITUDE_PATTERN, MOST_DIGITS, Measure, is_grouped

#: what counts things: 量词, alone or behind 个, with the noun that makes it a unit of its own
_MEASURE_WORDS = """
个百分点 百分点 个批次 个村级 个乡级 平方公里 平方千米 平方米 立方米 千瓦时 千瓦 公里 千米 厘米
毫米 公顷 公斤 千克 毫升 吨公里 公里次 人次 户次 家次 批次 车次 台次 件次 项次 场次 艘次 例次
所次 站次 组次 剂次 门次 次数 期次 小时 分钟 亩次 工日 人天 课时 学时 床位 户 家 件 起 宗 例 台
套 辆 艘 架 本 册 卷 份 篇 处 座 栋 幢 间 所 个 名 位 人 次 项 条 款 期 场 届 轮 批 类 种 门 片
块 面 张 幅 页 字 枚 支 把 根 棵 株 头 只 匹 尾 亩 米 吨 克 升 斤 度 天 年 倍 成 级 组 对 双 部
节 堂 段 盏 口 眼 孔 道 颗 粒 包 袋 箱 瓶 桶 担 车 船 趟 班 队 团 股 元 角 % ‰ ℃ ㎡ 村 镇 乡
岁 分 点 单 票 剂
"""
_UNITS = "|".join(sorted(_MEASURE_WORDS.split(), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z〔［\[.．\-/—－:：第])"
    r"(?P<before>(?<![邀预节])约|(?<![附最就临邻远])近|超过|(?<!商)超|不足|逾)?"
    r"(?P<digits>-?[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"(?P<after>[余多几])?"
    rf"(?P<magnitude>{MAGNITUDE_PATTERN})?"
    r"(?P<late>[余多几])?"
    rf"(?P<unit>{_UNITS})?"
    r"(?P<bound>以上|以下|左右)?"
)
#: behind the digits: a date, a document's number, a clause, a range or a ratio, a time of day
_NO_MENTION = re.compile(
    r"年(?!来|以上|以下)|月(?!份?以)|日(?!均)|号|季度|[:：]|\s*[-－/][0-9A-Za-z]|[A-Za-z〕］\]]"
)
_PLAIN_BEFORE = {"逾": "超"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in running text, from `start` to `end` of it; `unit` empty where none is typed."""

    measure: Measure
    start: int
    end: int

    @property
    def has_unit(self) -> bool:
        """Whether a unit was typed: `10万` and `12345` have none."""
        return bool(self.measure.unit)


def mentions(text: str) -> Iterator[Mention]:
    """Yield the quantities mentioned in a text, in order."""
    for found in _NUMBER.finditer(text):
        made = _mention(text, found)
        if made:
            yield made


def _mention(text: str, found: re.Match[str]) -> Mention | None:
    digits, unit = found["digits"], found["unit"] or ""
    if len(digits) > MOST_DIGITS or not is_grouped(digits):
        return None
    bare_end = found.end("digits")
    if not found["magnitude"] and not found["after"] and _NO_MENTION.match(text, bare_end):
        return None
    if digits.startswith("-") and not _may_be_negative(text, found.start("digits")):
        return None
    before = found["before"] or ""
    measure = Measure(
        digits,
        unit,
        found["magnitude"] or "",
        _PLAIN_BEFORE.get(before, before),
        found["after"] or found["late"] or "",
        found["bound"] or "",
        is_late=bool(found["late"]) and not found["after"],
    )
    return Mention(measure, *found.span())


def _may_be_negative(text: str, at: int) -> bool:
    """Return whether a minus stands free: behind a letter or a digit it joins a name or a range."""
    return at == 0 or not (text[at - 1].isascii() and text[at - 1].isalnum())
