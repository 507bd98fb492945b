"""S17x: 错别字.yaml, the bureau's own list of wrong words."""

from __future__ import annotations

from jixiao.manual import defect

ENDLESS = defect(
    "S171",
    "改了还是错的写法",
    why="正确的写法里还有错误的写法，照着改完，检查又会报错。",
    wrong="绩效: 绩效自评",
    right="绩效白评: 绩效自评",
    basis="docs/content.md“错别字.yaml”一节。",
)

DEFECTS = (ENDLESS,)
