"""I10x: equations of `勾稽.yaml` that do not hold, or that cannot be worked out."""

from __future__ import annotations

from jixiao.manual import defect

BROKEN_EQUATION = defect(
    "I101",
    "不成立的勾稽",
    why="等式两边按写出的位数四舍五入后应当相等。程序用其他成立的等式印证各个数，"
    "指出没有得到印证的那个，以及能使等式都成立的值。",
    wrong="- 专利授权量 = 发明 + 实用新型 + 外观设计   # 263 ≠ 88 + 142 + 32",
    right="- 专利授权量 = 发明 + 实用新型 + 外观设计   # 262 = 88 + 142 + 32",
    basis="同一份报告里，整体与部分、数与率应当一致。",
)
UNKNOWN_NAME = defect(
    "I102",
    "勾稽里不认识的名称",
    why="名称写错了，这条等式就核对不了，看上去却像是核对过了。",
    wrong="- 已结按 <= 立案",
    right="- 已结案 <= 立案",
    basis="等式里的名称就是 事实.yaml、预算.yaml 里的名称；部分写作 名称.目标。",
)
MIXED_UNITS = defect(
    "I103",
    "单位不同的数相加或相比",
    why="件和户加不到一起。元、万元、亿元会自动换算；确实要只比数字的，写 数值(…)。",
    wrong="- 安全隐患 = 安全监察指令书          # 44处，44份",
    right="- 数值(安全隐患) = 数值(安全监察指令书)",
    basis="GB 3100-1993：只有同一类量才能相加减、比较。",
)
UNWORKABLE_EQUATION = defect(
    "I104",
    "算不出来的勾稽",
    why="分母是零，或者用到的名称没有填数、不是可以计算的数（名次、日期），这条等式就核对不了。",
    wrong="- 办结率 = 办结量 / 受理量             # 受理量: 0件",
    right="受理量填了确切的、不为零的数；或者删去这一条。",
    basis="没有数就没有结论，不作猜测。",
)

DEFECTS = (BROKEN_EQUATION, UNKNOWN_NAME, MIXED_UNITS, UNWORKABLE_EQUATION)
