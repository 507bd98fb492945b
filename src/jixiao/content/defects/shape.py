"""S10x: the shape of a content file, its keys and the kinds of their values."""

from __future__ import annotations

from jixiao.manual import defect

_KEYS = "docs/content.md：每个文件有哪些键，各写什么。"

UNKNOWN_KEY = defect(
    "S101",
    "不认识的键",
    why="写错一个字的键没有人去读，它的内容会悄悄从报告里消失；所以不认识的键一律报告。",
    wrong="收人:\n  年初预算: 993.19万元",
    right="收入:\n  年初预算: 993.19万元",
    basis=_KEYS,
)
MISSING_KEY = defect(
    "S102",
    "缺少的键",
    why="有的键是报告离不了的，例如单位全称、项目名称；少了它，后面的引用、标题都无从写起。",
    wrong="项目:\n  - 支出: 48.57万元",
    right="项目:\n  - 名称: 食品安全监督抽检及工作经费\n    支出: 48.57万元",
    basis=_KEYS,
)
WRONG_KIND = defect(
    "S103",
    "写错的种类",
    why="一段文字、一个列表、若干行“键: 值”是三种东西；该写列表的地方写了文字，内容就放不进报告。",
    wrong="项目: 知识产权专项",
    right="项目:\n  - 名称: 知识产权专项",
    basis=_KEYS,
)
NO_VALUE = defect(
    "S104",
    "没有值的键",
    why="键后面空着（或写`~`），分不清是“没有”还是“忘了填”。没有列明的删去这一行，是零就写零。",
    wrong="年初预算:",
    right="年初预算: 993.19万元",
    basis=_KEYS,
)
WRONG_CHOICE = defect(
    "S105",
    "选项以外的值",
    why="有的键只能从几个词里选一个，写别的词程序不知道怎样办。",
    wrong="级别: 重要",
    right="级别: 请核实",
    basis=_KEYS,
)
WRONG_FORM = defect(
    "S106",
    "不合格式的值",
    why="编号、取数位置这样的值有固定写法，写错就对不上要找的东西。",
    wrong="规则: i-101",
    right="规则: I101",
    basis=_KEYS,
)

DEFECTS = (UNKNOWN_KEY, MISSING_KEY, WRONG_KIND, NO_VALUE, WRONG_CHOICE, WRONG_FORM)
