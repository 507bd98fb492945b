"""S16x: outline.yaml, the official outline of a template folder."""

from __future__ import annotations

from jixiao.manual import defect

_OUTLINE = "docs/templates.md“outline.yaml”一节。"

TOO_DEEP = defect(
    "S161",
    "过深的提纲",
    why="公文的标题最多四级；提纲再往下套，没有规定的编号和字体可用。",
    wrong="“下级”套到第五层。",
    right="“下级”最多套到第四层，再往下写进正文。",
    basis="GB/T 9704—2012第7.3.3节（结构层次序数到“（1）”为止）。",
)
NO_PROJECT_MARK = defect(
    "S162",
    "没有项目名称的逐项目标题",
    why="逐项目的标题对每个项目印一次；里面没有【项目】，各个标题就一模一样。",
    wrong="逐项目: {标题: 项目情况, 内容: 正文.各项目}",
    right="逐项目: {标题: “【项目】”, 内容: 正文.各项目}",
    basis=_OUTLINE,
)
CELL_COUNT = defect(
    "S163",
    "格数不齐的表",
    why="一行的格数与列数不同，数就会错到别的列下面。",
    wrong="列: [项目, 金额]\n行:\n  - [年初预算]",
    right="列: [项目, 金额]\n行:\n  - [年初预算, 【年初预算】]",
    basis=_OUTLINE,
)
NO_ROWS = defect(
    "S164",
    "没有行的表",
    why="只有列名、没有行的表印出来是空的。",
    wrong="- {标题: 项目支出情况表, 单位: 万元, 列: [项目, 支出]}",
    right="- {标题: 项目支出情况表, 单位: 万元, 列: [项目, 支出],\n"
    "   逐项目: [【项目】, 【项目.支出】]}",
    basis=_OUTLINE,
)

DEFECTS = (TOO_DEEP, NO_PROJECT_MARK, CELL_COUNT, NO_ROWS)
