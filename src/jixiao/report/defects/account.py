"""B10x and P101: accounts that do not balance, rates that do not follow from their numbers."""

from __future__ import annotations

from jixiao.diagnostic import Severity
from jixiao.manual import defect

_BUDGET_LAW = "《中华人民共和国预算法》第四条：政府的全部收入和支出都应当纳入预算。"

UNBALANCED_INCOME = defect(
    "B101",
    "收入不平",
    why="年初预算加调整追加就是全年的收入（其他资金若含在收入合计之内，也计算在内）。"
    "合计对不上，三个数里至少有一个写错了，财政部门复核时第一眼就会看到。",
    wrong="年初预算: 820.35万元\n调整追加: 104.28万元\n收入合计: 924.36万元",
    right="年初预算: 820.35万元\n调整追加: 104.28万元\n收入合计: 924.63万元",
    basis=_BUDGET_LAW,
)
UNBALANCED_PROJECT = defect(
    "B102",
    "项目收支不平",
    why="一个项目的支出等于它的年初预算加调整追加；没有用完的，差额应当出现在结转结余里。"
    "程序会看别的等式（如各项目之和）印证了哪个数，指出可疑的那个和它应有的值。",
    wrong="年初预算: 50万元\n调整追加: 12.45万元\n支出: 62.54万元",
    right="年初预算: 50万元\n调整追加: 12.54万元\n支出: 62.54万元",
    basis="财预〔2020〕10号所附项目支出绩效自评表：年初预算数、全年预算数、全年执行数。",
)
UNBALANCED_EXPENDITURE = defect(
    "B103",
    "支出不平",
    why="支出只分基本支出和项目支出两类，两类相加就是支出合计。",
    wrong="基本支出: 702.18万元\n项目支出: 222.45万元\n支出合计: 924.36万元",
    right="基本支出: 702.18万元\n项目支出: 222.45万元\n支出合计: 924.63万元",
    basis=_BUDGET_LAW,
)
UNBALANCED_PROJECTS = defect(
    "B104",
    "各项目之和不等于项目支出",
    why="逐个项目列出的支出相加，应当正好是收支账上的项目支出；少列、多列一个项目也会这样。",
    wrong="项目支出222.45万元，四个项目的支出相加是222.35万元。",
    right="项目支出222.45万元，四个项目的支出相加也是222.45万元。",
    basis="部门决算编报的惯例：项目支出明细与项目支出合计一致。",
)
WRONG_BALANCE = defect(
    "B105",
    "结转结余不符",
    why="结转结余是收入合计减去支出合计的余额，不能另填一个数"
    "（其他资金在收入合计之外的，余额里可以含它）。",
    wrong="收入合计924.63万元，支出合计918.20万元，结转结余6.34万元。",
    right="收入合计924.63万元，支出合计918.20万元，结转结余6.43万元。",
    basis="部门决算编报的惯例：收入减去支出的余额就是结转结余。",
)
OVERSTAFFED = defect(
    "B106",
    "在职人数超过编制",
    why="各地评价“在职人员控制率”，高于100%的一般要扣分。确实超编的，在 核实.yaml 里说明原因；"
    "否则是两个数填反或填错了。",
    wrong="编制人数: 36名\n在职人数: 42名",
    right="编制人数: 42名\n在职人数: 36名",
    basis="部门整体支出绩效评价的通用指标“在职人员控制率”：在职人数 ÷ 编制数。",
    severity=Severity.QUESTION,
)
WRONG_COMPLETION_RATE = defect(
    "P101",
    "完成率与目标不符",
    why="完成率等于完成值除以目标，四舍五入到写出的位数。对不上，就是三个数中有一个错了。",
    wrong="新增床位:\n  值: 312张\n  目标: 300张\n  完成率: 140%",
    right="新增床位:\n  值: 312张\n  目标: 300张\n  完成率: 104%",
    basis="财预〔2020〕10号所附自评表的“年度指标值”“实际完成值”两栏；完成率是两者之比。",
)

DEFECTS = (
    UNBALANCED_INCOME,
    UNBALANCED_PROJECT,
    UNBALANCED_EXPENDITURE,
    UNBALANCED_PROJECTS,
    WRONG_BALANCE,
    OVERSTAFFED,
    WRONG_COMPLETION_RATE,
)
