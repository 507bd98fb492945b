"""jixiao: the year's facts in YAML become the official 部门整体支出绩效自评报告."""

from __future__ import annotations

__version__ = "2023.1.0.dev0"
