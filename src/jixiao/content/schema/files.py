"""One schema a file: what each key of the content means, its form, and examples."""

from __future__ import annotations

from typing import Final

from jixiao.content.schema import prose as prose_rules
from jixiao.content.schema.prose import MARK, PARAGRAPHS, prose
from jixiao.content.schema.rules import (
    LIST,
    MAPPING,
    TEXT,
    Fields,
    Rules,
    either,
    fields,
    forms,
    items,
    named,
    required,
    text,
)

FACT = "事实"
FACT_FIELDS = "事实的长式"
FACT_GROUP = "事实的分组"
CONSTRAINT = "勾稽"
CONSTRAINT_FIELDS = "勾稽的长式"
SLOT = "提纲的一处"

_DATE = "2024年4月3日"


def _quantity(says: str, *examples: str, **more: object) -> Rules:
    return text(says, *examples, form="数量（数字连同单位）", **more)


def _money(says: str, example: str) -> Rules:
    return text(says, example, form="金额（元、万元、亿元）")


def _staff(says: str, example: str) -> Rules:
    return text(says, example, form="人数（名、人）")


UNIT: Final = fields(
    "历年不变的单位情况。",
    {
        "全称": required(text("单位全称；正文用【全称】引用。", "株洲市石峰区市场监督管理局")),
        "简称": text("单位简称；正文用【简称】引用。", "区市场监管局"),
        "自称": text("正文里单位怎样称呼自己；用【自称】引用。", "我局"),
        "模板": text(
            "用templates下的哪个文件夹；不写就用“五部分”。", "五部分", form="文件夹的名称"
        ),
        "主要职能": prose("单位的主要职能；提纲用“单位.主要职能”取它。"),
        "机构情况": prose("内设机构和所属单位；提纲用“单位.机构情况”取它。"),
    },
)

PROJECT_FIELDS: Final[Fields] = {
    "名称": required(text("项目的正式名称；正文用【名称】【名称.支出】引用。", "知识产权专项")),
    "年初预算": _money("项目的年初预算；单位没有列明就不写这一行。", "20万元"),
    "调整追加": _money("年度中间的追加，核减写负数；没有列明就不写这一行。", "45.47万元"),
    "支出": _money("项目的实际支出。", "65.47万元"),
}

BUDGET: Final = fields(
    "本年的收支账、人员和各项目的账。",
    {
        "收入": fields(
            "收入各项。",
            {
                "年初预算": _money("年初预算收入。", "993.19万元"),
                "调整追加": _money("年度中间的追加，核减写负数。", "366.27万元"),
                "收入合计": _money(
                    "可以不写（自动算）；写了就与年初预算加调整追加核对。", "1359.46万元"
                ),
                "其他资金": _money("收入合计之外的资金来源。", "2.92万元"),
            },
        ),
        "支出": fields(
            "支出各项。",
            {
                "基本支出": _money("人员经费和公用经费。", "998.09万元"),
                "项目支出": _money(
                    "可以不写（各项目相加）；写了就与各项目之和核对。", "361.37万元"
                ),
                "支出合计": _money(
                    "可以不写（自动算）；写了就与基本支出加项目支出核对。", "1359.46万元"
                ),
            },
        ),
        "结转结余": _money("年末结转结余；写了就与收入减支出核对。", "0万元"),
        "人员": fields(
            "编制和实有人数。",
            {
                "编制人数": _staff("核定的编制。", "68名"),
                "在职人数": _staff("年末在职人数。", "56名"),
            },
        ),
        "项目": items("各项目，按报告里的先后排列。", fields("一个项目。", PROJECT_FIELDS)),
    },
)

FACT_SCHEMA: Final[Fields] = {
    "值": required(_quantity("这个数本身；正文用【名称】引用。", "251户", "94.72%")),
    "目标": _quantity("年度目标，与值的单位相通；用【名称.目标】引用。", "206户"),
    "完成率": text(
        "单位列明的完成率，与值÷目标核对；用【名称.完成率】引用。", "121.8%", form="百分比"
    ),
    "来源": text("这个数出自哪里。", "登记系统"),
    "科室": text("由哪个科室提供。", "行政审批股"),
    "口径": text("怎样统计的。", "含个体工商户"),
    "说明": text("其他要说明的，例如目标没有完成的原因。", "四季度注销户数多于预期"),
}

FACTS: Final = named("正文要引用的每一个数，只写一次，连同单位。", FACT, "名称或分组")

CONSTRAINTS: Final = items(
    "数与数之间应当成立的关系。", CONSTRAINT, "专利累计授权量 = 发明专利授权量 + 实用新型授权量"
)

TEXTS: Final = fields(
    "报告的文字，每个键是提纲里要它的一处。",
    {
        "段落": named("有名称的文字，写一次，用【名称】引用。", "段落的文字", "段落的名称"),
        "各项目": named(
            "各项目的绩效情况，键是项目名称。", prose("一个项目的绩效情况。"), "项目名称"
        ),
        "落款": fields(
            "附件说明以后的署名和日期。",
            {
                "署名": text("发文单位。", "【全称】"),
                "成文日期": text("成文的年月日。", "2024年5月10日", form="日期（年月日）"),
            },
        ),
    },
    valuesrules=prose("提纲用“正文.（这个键）”取它的内容。"),
)

SETTLEMENTS: Final = items(
    "有人看过、认为不必改的检查结果，各有理由；没有就写[]。",
    fields(
        "一条核实。",
        {
            "规则": required(
                text("检查结果的编号。", "I101", form="一个字母加三位数字", regex="[A-Z][0-9]{3}")
            ),
            "对象": text("检查结果说的是哪个事实、项目或等式。", "教培机构挽回损失"),
            "原文": text(
                "检查结果说的那几个字，连同前后的字一起抄；标点、空格不论，"
                "引用写成【名称】或印出来的数都可以。",
                "追加69.88万元，实际支出",
                form="至少四个字（标点不算）",
            ),
            "位置": text(
                "检查结果在哪个文件；有“对象”或“原文”就不必写。", "正文.yaml", form="文件名"
            ),
            "说明": required(text("为什么不必改。", "已与业务股室核对，两个数口径不同")),
            "日期": required(text("哪天核实的。", _DATE, form="日期（年月日）")),
        },
    ),
)

WORDINGS: Final = named(
    "本单位自己的错别字表，在程序自带的以外再查这些；没有就不建这个文件。",
    text("正确的写法。", "市场监督管理局"),
    "错误的写法",
)

_SOURCE = text(
    "取自哪里：“正文.键”或“单位.键”。",
    "正文.预算收支情况",
    form="正文.键，或单位.键",
    regex=r"(正文|单位)\.\S+",
)
_TITLE = text("标题，不写编号。", "预算收支情况（按单位预算口径）", form="一行文字")

_LEAD = text(
    "第一部分前面的文字取自哪里；没有就不写。",
    "正文.引言",
    form="正文.键，或单位.键",
    regex=r"(正文|单位)\.\S+",
)

SLOT_FIELDS: Final[Fields] = {
    "标题": required(_TITLE),
    "编号": MARK,
    "内容": _SOURCE,
    "空则": text("没有内容时印的一句话。", "无其他需要说明的情况。"),
    "下级": items("下一级的各处。", SLOT),
    "逐项目": fields(
        "每个项目一个下级标题，按预算.yaml里的先后。",
        {
            "标题": required(
                text("项目的标题，【项目】处印项目名称。", "“【项目】”", form="一行文字")
            ),
            "内容": required(
                text(
                    "取自哪里：“正文.键”，那里的键是项目名称。",
                    "正文.各项目",
                    form="正文.键",
                    regex=r"正文\.\S+",
                )
            ),
        },
    ),
}

_CELL = text("一格，可以引用。", "【年初预算】")

TABLE_FIELDS: Final[Fields] = {
    "标题": required(text("表的标题。", "项目支出情况表", form="一行文字")),
    "启用": text("是否印这张表；不写就是“是”。", "是", form="是，或否", allowed=["是", "否"]),
    "单位": text("金额的单位，在表的上方印一次；没有金额的表不写。", "万元"),
    "列": required(items("各列的名称。", _CELL, "项目名称")),
    "行": items("固定的各行。", items("一行，格数同列数。", _CELL)),
    "逐项目": items("每个项目一行，格数同列数。", _CELL, "【项目.支出】"),
    "合计": text("合计行的第一格；不写就没有合计行。", "合计"),
    "注": text("印在表下的注。", "注：以上为年末数。"),
    "缺数注": text("有格子是“—”时印在表下的注。", "注：“—”表示单位未列明。"),
}

OUTLINE: Final = fields(
    "报告的提纲：有哪几部分，各取什么内容，附哪些表。",
    {
        "名称": required(text("提纲的名称。", "五部分")),
        "标题": required(
            either(
                "报告的标题，一行一项。",
                [TEXT, LIST],
                "文字，或文字的列表",
                "【全称】",
                schema=_TITLE,
            )
        ),
        "引言": _LEAD,
        "部分": required(items("报告的各部分。", SLOT)),
        "附件": items("附在后面的表。", fields("一张表。", TABLE_FIELDS)),
    },
)

#: Rules sets that others name, some of them their own members.
NAMED: Final[Fields] = {
    **prose_rules.NAMED,
    FACT: forms(
        either("一个数，或一组事实。", [TEXT, MAPPING], "数量、长式，或分组", "5487户", "3000余份"),
        FACT_FIELDS,
        FACT_GROUP,
    ),
    FACT_FIELDS: fields("数带上目标、来源等。", FACT_SCHEMA),
    FACT_GROUP: named("分组只为好找，不影响引用。", FACT, "名称或分组"),
    CONSTRAINT: forms(
        either("一条等式，或带级别的长式。", [TEXT, MAPPING], "等式，或长式", "已结案 <= 立案"),
        CONSTRAINT_FIELDS,
    ),
    CONSTRAINT_FIELDS: fields(
        "带级别和说明的等式。",
        {
            "式": required(
                text("等式或不等式。", "撤回率 = 监督撤回量 / 非正常专利申请量", form="等式")
            ),
            "级别": text(
                "不成立时怎样报告；不写就是“必改”。",
                "请核实",
                form="必改、应改或请核实",
                allowed=["必改", "应改", "请核实"],
            ),
            "说明": text("为什么应当成立，或要问什么。", "部分不应大于全部"),
        },
    ),
    "段落的文字": either("一段或几段文字。", [TEXT, LIST], "文字，或段的列表", schema=PARAGRAPHS),
    SLOT: fields("提纲的一处：标题，和它下面的内容。", SLOT_FIELDS),
}

#: The schema of each file by its name without `.yaml`.
ROOTS: Final[Fields] = {
    "单位": UNIT,
    "预算": BUDGET,
    "事实": FACTS,
    "勾稽": CONSTRAINTS,
    "正文": TEXTS,
    "核实": SETTLEMENTS,
    "错别字": WORDINGS,
    "outline": OUTLINE,
}


def resolved(rules: Rules | str) -> Rules:
    """Return a rules set that may be given by its name."""
    return NAMED[rules] if isinstance(rules, str) else rules
