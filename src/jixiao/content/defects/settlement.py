"""S15x: 核实.yaml, findings that a person has looked into."""

from __future__ import annotations

from jixiao.manual import defect

_SETTLING = "docs/content.md“核实.yaml”一节。"

AIMLESS = defect(
    "S151",
    "没有对象的核实",
    why="一条核实只该了结它说的那一个结果。不写对象、原文，同一规则的所有结果都会被它盖住。",
    wrong="- 规则: I101\n  说明: 已核对\n  日期: 2024年4月3日",
    right="- 规则: I101\n  对象: 教培机构挽回损失\n  说明: 已核对，两个数口径不同\n"
    "  日期: 2024年4月3日",
    basis=_SETTLING,
)
UNKNOWN_FILE = defect(
    "S152",
    "不存在的位置",
    why="位置写错，这条核实就对不上任何检查结果，该了结的还会再报。",
    wrong="位置: 正文.yml",
    right="位置: 正文.yaml",
    basis=_SETTLING,
)

SHORT_QUOTE = defect(
    "S153",
    "过短的原文",
    why="两三个字在报告里到处都是，说不准了结的是哪一处，别处同样的问题也会被它盖住。",
    wrong="- 规则: W101\n  原文: 万元,\n  说明: 照录原件\n  日期: 2024年4月3日",
    right="- 规则: W101\n  原文: 年初预算20万元,追加\n  说明: 照录原件\n  日期: 2024年4月3日",
    basis=_SETTLING,
)

DEFECTS = (AIMLESS, UNKNOWN_FILE, SHORT_QUOTE)
