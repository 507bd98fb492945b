"""S14x: headings and enumerations, as far as one file shows what is wrong with them."""

from __future__ import annotations

from jixiao.diagnostic import Severity
from jixiao.manual import defect

_LEVELS = "GB/T 9704—2012第7.3.3节（结构层次序数依次用“一、”“（一）”“1.”“（1）”标注）"

TYPED_NUMBER = defect(
    "S141",
    "手写的标题编号",
    why="编号按层次和先后自动生成。手写的编号会与自动的重在一起，增删一块以后也不会跟着变。",
    wrong="标题: 一、深化商事制度改革",
    right="标题: 深化商事制度改革",
    basis=_LEVELS + "。",
)
TYPED_ITEM_MARK = defect(
    "S142",
    "手写的“一是”",
    why="分述的“一是”“二是”自动加在每条前面。手写就会印成“一是一是”，调换先后时也容易写出两个“三是”。",
    wrong="分述:\n  - 一是登记审批更加便捷。",
    right="分述:\n  - 登记审批更加便捷。",
    basis="docs/content.md“正文”一节；通行的公文写法。",
)
NESTED_ENUMERATION = defect(
    "S144",
    "套着的分述",
    why="“一是”里面再有“一是”，读的人分不清是哪一层，编号也会重复。",
    wrong="分述:\n  - 标题: 登记审批更加便捷\n    正文:\n      - 分述: [网上办, 就近办]",
    right="分述:\n  - 标题: 登记审批更加便捷\n    正文: 实行网上办、就近办。",
    basis="docs/content.md“正文”一节：分述不套分述。",
)
TITLE_PUNCTUATION = defect(
    "S145",
    "标题末尾的标点",
    why="标题单独成行，末尾不用句号、冒号；有的标题有、有的没有，更显得不齐整。",
    wrong="标题: 主要职能。",
    right="标题: 主要职能",
    basis="GB/T 15834—2011附录A.1（标题末尾一般不用点号）。",
    severity=Severity.WARNING,
)

BAD_MARK = defect(
    "S146",
    "看不懂的“编号”",
    why="“编号”只用来让标题从某个编号起接着编，要写得出下一个才行。",
    wrong="编号: 第二节",
    right="编号: （二）",
    basis=_LEVELS + "。",
)

RAGGED_TABLE = defect(
    "S147",
    "格数不齐的表",
    why="各行的格数不一样，就说不准哪一格在哪一列。",
    wrong="表: |-\n  项目 | 预算 | 支出\n  修复 | 40",
    right="表: |-\n  项目 | 预算 | 支出\n  修复 | 40 |",
    basis="docs/content.md“正文”一节：一行的格数同表头。",
)

RULED_TABLE = defect(
    "S148",
    "表里的分隔线",
    why="表头下的线由模板来画；写成一行，就会印成一行短横。",
    wrong="表: |-\n  项目 | 预算\n  ---|---\n  修复 | 40",
    right="表: |-\n  项目 | 预算\n  修复 | 40",
    basis="docs/content.md“正文”一节：一行写一行，第一行是表头。",
)

DEFECTS = (
    TYPED_NUMBER,
    TYPED_ITEM_MARK,
    NESTED_ENUMERATION,
    TITLE_PUNCTUATION,
    BAD_MARK,
    RAGGED_TABLE,
    RULED_TABLE,
)
