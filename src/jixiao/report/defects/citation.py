"""C10x and C110: citations in the prose that print nothing, and what is never cited."""

from __future__ import annotations

from jixiao.diagnostic import Severity
from jixiao.manual import defect

_LANGUAGE = "docs/content.md“引用”一节。"

UNKNOWN_CITATION = defect(
    "C101",
    "引用了不存在的名称",
    why="引用的名称在事实、预算、段落里都没有，印不出数来。多半是名称写错，或者还没有填这个事实。",
    wrong="- 受理投诉【投诉举抱】。",
    right="- 受理投诉【投诉举报】。",
    basis=_LANGUAGE,
)
UNCLOSED_CITATION = defect(
    "C102",
    "没有右括号的引用",
    why="【后面没有】，不知道名称到哪里为止，会把半句话当成名称。",
    wrong="- 受理投诉【投诉举报，办结率96.5%。",
    right="- 受理投诉【投诉举报】，办结率96.5%。",
    basis=_LANGUAGE,
)
UNKNOWN_PART = defect(
    "C103",
    "引用了没有的部分",
    why="事实只有 .目标 和 .完成率，项目只有 .年初预算、.调整追加、.支出 和 .预算执行率。",
    wrong="- 完成任务的【个转企新增.完成度】。",
    right="- 完成任务的【个转企新增.完成率】。",
    basis=_LANGUAGE,
)
CIRCULAR_PASSAGE = defect(
    "C104",
    "互相引用的段落",
    why="甲段引用乙段，乙段又引用甲段，展开起来没有尽头。",
    wrong="段落:\n  甲: 见【乙】。\n  乙: 见【甲】。",
    right="段落:\n  甲: 见【乙】。\n  乙: 全年受理投诉【投诉举报】。",
    basis=_LANGUAGE,
)
MALFORMED_CITATION = defect(
    "C105",
    "写坏的引用",
    why="【】里是空的、多了一个】，或者点号后面没有部分，都不知道要引用什么。",
    wrong="- 受理投诉【】。",
    right="- 受理投诉【投诉举报】。要印出括号本身，写【【和】】。",
    basis=_LANGUAGE,
)
UNKNOWN_FILTER = defect(
    "C106",
    "引用里用不了的写法",
    why="“|”后面的写法是固定的几种，别的不认识，不能照猜的意思印。",
    wrong="- 企业许可登记【企业许可登记|大写】。",
    right="- 企业许可登记【企业许可登记】。",
    basis=_LANGUAGE,
)
UNSTATED_CITATION = defect(
    "C107",
    "引用了没有填的数",
    why="名称和部分都对，但内容里没有填这个数，也算不出来，报告里会空着。",
    wrong="- 目标为【个转企新增.目标】。            # 事实里没有填目标",
    right="个转企新增:\n  值: 251户\n  目标: 206户",
    basis=_LANGUAGE,
)
UNUSED_FACT = defect(
    "C108",
    "没有用到的事实",
    why="填了却没有在正文、附表里引用，也没有写进勾稽的事实，多半是正文里漏了一句，或者正文里直接打了数字。",
    wrong="事实.yaml 有“自建房排查: 近300户”，正文写的是“排查自建房近300户”。",
    right="正文写“排查自建房【自建房排查】”。",
    basis="一个事实只写在一处，正文一律引用。",
    severity=Severity.QUESTION,
)
UNUSED_PASSAGE = defect(
    "C109",
    "没有引用的段落",
    why="段落只有被引用才会印出来；没有引用，这段话就不在报告里。",
    wrong="段落里有“消费维权”，正文没有【消费维权】。",
    right="正文写上【消费维权】，或者删去这个段落。",
    basis="写下的内容，报告里一个字也不丢。",
    severity=Severity.WARNING,
)
OVERLONG_EXPANSION = defect(
    "C110",
    "展开后过长的段落",
    why="段落一层层地重复引用段落，字数会成倍增长，几行就能变成几百万字。",
    wrong="段落:\n  甲: 【乙】【乙】【乙】\n  乙: 【丙】【丙】【丙】",
    right="每个段落在报告里引用一两次。",
    basis="本工具的上限：一份报告里段落展开三百万字。",
)

DEFECTS = (
    UNKNOWN_CITATION,
    UNCLOSED_CITATION,
    UNKNOWN_PART,
    CIRCULAR_PASSAGE,
    MALFORMED_CITATION,
    UNKNOWN_FILTER,
    UNSTATED_CITATION,
    UNUSED_FACT,
    UNUSED_PASSAGE,
    OVERLONG_EXPANSION,
)
