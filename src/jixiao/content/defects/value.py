"""S11x to S13x: quantities, dates, names and equations."""

from __future__ import annotations

from jixiao.manual import defect

_QUANTITY = "docs/content.md“数量”一节：数量照报告要印的样子写，数字连同单位。"
_NAMES = "docs/content.md“名称”一节。"

FULL_WIDTH_DIGITS = defect(
    "S111",
    "全角数字",
    why="全角的数字、小数点、百分号看着差不多，却不能参加计算，印出来也比别的数字宽一倍。",
    wrong="企业许可登记: ５４８７户",
    right="企业许可登记: 5487户",
    basis="GB/T 15835—2011《出版物上数字用法》（阿拉伯数字用半角）；" + _QUANTITY,
)
NO_UNIT = defect(
    "S112",
    "没有单位的数",
    why="5487户、5487件、5487万元差得远。单位写在数的旁边，引用到哪里都不会错，也才能核对。",
    wrong="企业许可登记: 5487",
    right="企业许可登记: 5487户",
    basis=_QUANTITY,
)
NOT_A_NUMBER = defect(
    "S113",
    "不是数量的值",
    why="事实是要核对、要比较的数；说不清的词（“若干”“较多”）没法核对，应写进正文。",
    wrong="宣传资料: 若干份",
    right="宣传资料: 3000余份",
    basis=_QUANTITY,
)
BAD_DATE = defect(
    "S114",
    "不成立的日期",
    why="没有的日子（2月30日）多是笔误；不按“年月日”写的日期，没法与年度核对。",
    wrong="成文日期: 2024年2月30日",
    right="成文日期: 2024年2月29日",
    basis="GB/T 9704—2012第7.3.5节（成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位）。",
)
BLANK_INSIDE = defect(
    "S115",
    "数量中间的空格",
    why="数和单位之间的空格会照样印出来，并可能在行末断开，把数和单位分在两行。",
    wrong="企业许可登记: 5487 户",
    right="企业许可登记: 5487户",
    basis=_QUANTITY,
)
TRAILING = defect(
    "S116",
    "数量后面多出的文字",
    why="一个事实只放一个数；后面的话引用时会一起印出来，也让单位认不出来。",
    wrong="办结时间: 2023年12月31日前",
    right="办结时间: 2023年12月31日",
    basis=_QUANTITY,
)
TOO_LONG = defect(
    "S117",
    "过长的数",
    why="三十位以上的数只会是粘贴出错，没有哪笔账有这么大。",
    wrong="宣传资料: 30003000300030003000300030003000份",
    right="宣传资料: 3000份",
    basis=_QUANTITY,
)
WRONG_UNIT = defect(
    "S118",
    "不相通的单位",
    why="目标与完成值、收入与支出要能相减相除，单位就得相通：元、万元、亿元可以互换，件和户不能。",
    wrong="个转企新增:\n  值: 251户\n  目标: 206件",
    right="个转企新增:\n  值: 251户\n  目标: 206户",
    basis="《项目支出绩效评价管理办法》（财预〔2020〕10号）：绩效指标的目标值与实际值应当可比；"
    + _QUANTITY,
)
DUPLICATE_NAME = defect(
    "S121",
    "两件事共用的名称",
    why="正文靠名称引用。两个数同名，【名称】就不知道是哪一个；同一个数写两处，改了一处就自相矛盾。",
    wrong="登记许可:\n  新增: 251户\n知识产权:\n  新增: 1438件",
    right="登记许可:\n  个转企新增: 251户\n知识产权:\n  专利新增: 1438件",
    basis=_NAMES + "一件事只写在一处，是本工具的第一条规矩。",
)
BAD_NAME = defect(
    "S122",
    "不能用的名称",
    why="名称要放进【】引用，要在等式里与运算符号分得开，所以不能有空格、点、竖线和加减乘除，也不能以数字开头。",
    wrong="12315办结率: 97.46%",
    right="平台12315办结率: 97.46%",
    basis=_NAMES,
)
UNKNOWN_PROJECT = defect(
    "S123",
    "账上没有的项目",
    why="“各项目”的文字按项目名称放到各项目的标题下。名称与预算.yaml差一个字，这段文字就没有地方放。",
    wrong="各项目:\n  知识产权专项资金: ……",
    right="各项目:\n  知识产权专项: ……   # 与预算.yaml里的名称一字不差",
    basis=_NAMES,
)
BAD_EQUATION = defect(
    "S131",
    "读不懂的等式",
    why="等式读不懂就没法核对；它该查出的错误也就查不出来了。",
    wrong="- 专利累计授权量 = 发明专利授权量 + + 外观设计授权量",
    right="- 专利累计授权量 = 发明专利授权量 + 实用新型授权量 + 外观设计授权量",
    basis="docs/content.md“等式”一节：用名称、数、+ - * / ( )和= <= >= < >写成。",
)

DEFECTS = (
    FULL_WIDTH_DIGITS,
    NO_UNIT,
    NOT_A_NUMBER,
    BAD_DATE,
    BLANK_INSIDE,
    TRAILING,
    TOO_LONG,
    WRONG_UNIT,
    DUPLICATE_NAME,
    BAD_NAME,
    UNKNOWN_PROJECT,
    BAD_EQUATION,
)
