"""S20x: what the outline asks for and the prose lacks, and the other way round."""

from __future__ import annotations

from jixiao.diagnostic import Severity
from jixiao.manual import defect

_NUMBERING = "GB/T 9704-2012 7.3.3：结构层次依次用一、（一）1.（1）标注。"

UNPLACED_SECTION = defect(
    "S201",
    "提纲里没有位置的内容",
    why="提纲没有哪一处用到这一节，印出来就会丢掉它。多半是名称与提纲不一致。",
    wrong="正文.yaml 写“存在问题:”，提纲里是“正文.存在的问题”。",
    right="正文.yaml 写“存在的问题:”。",
    basis="写下的内容，报告里一个字也不丢。",
)
MISSING_SECTION = defect(
    "S202",
    "提纲要的内容没有写",
    why="提纲在这里要一节内容，正文.yaml 和 单位.yaml 里都没有，"
    "提纲也没有给“空则”印的句子，标题下面会是空的。",
    wrong="提纲有“内容: 正文.人员情况”，正文.yaml 没有“人员情况:”。",
    right="在 正文.yaml 里写“人员情况:”，或者在提纲里给它“空则: ……”。",
    basis="财政部门的提纲逐项填写，没有内容的也要说明。",
)
TOO_DEEP_HEADING = defect(
    "S203",
    "第五级标题",
    why="公文的标题只有四级，再往下没有编号可用。",
    wrong="在（1）级的“标题”下面又写“标题”。",
    right="把最里面一层改成分述（一是、二是），或者普通段落。",
    basis=_NUMBERING,
)
TOO_MANY_PARTS = defect(
    "S204",
    "编号超过九十九",
    why="一百个以上的同级标题或“一是”读不下去，多半是该分组而没有分组。",
    wrong="一处分述里有一百二十项。",
    right="分成几组，各加一个标题。",
    basis=_NUMBERING,
    severity=Severity.WARNING,
)
MISSING_PROJECT_SECTION = defect(
    "S205",
    "没有写正文的项目",
    why="提纲逐个项目写绩效，这个项目只有账，没有文字，标题下面会是空的。",
    wrong="预算.yaml 有“知识产权专项”，各项目里没有“知识产权专项:”。",
    right="在 正文.yaml 的“各项目:”下写“知识产权专项:”和它的正文。",
    basis="财预〔2020〕10号：项目支出绩效自评全覆盖。",
)
DEFECTS = (
    UNPLACED_SECTION,
    MISSING_SECTION,
    TOO_DEEP_HEADING,
    TOO_MANY_PARTS,
    MISSING_PROJECT_SECTION,
)
