"""A small workspace that is right in every respect, for mistakes to be laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from jixiao.content.load import load
from jixiao.content.validate import validate, validate_outline
from jixiao.diagnostic import Diagnostic, in_order

FILES = {
    "content/单位.yaml": """\
全称: 某区市场监督管理局
简称: 区市场监管局
自称: 我局
主要职能:
  - 负责市场综合监督管理。
机构情况: 内设机构12个。
""",
    "content/2023/预算.yaml": """\
收入:
  年初预算: 993.19万元
  调整追加: 366.27万元
支出:
  基本支出: 998.09万元
人员:
  编制人数: 68名
  在职人数: 56名
项目:
  - 名称: 知识产权专项
    年初预算: 20万元
    调整追加: 45.47万元
    支出: 65.47万元
""",
    "content/2023/事实.yaml": """\
登记许可:
  企业许可登记: 5487户
  个转企新增:
    值: 251户
    目标: 206户
    完成率: 121.8%
宣传资料: 3000余份
""",
    "content/2023/勾稽.yaml": """\
- 个转企新增 <= 企业许可登记
- 式: 个转企新增 <= 企业许可登记
  级别: 请核实
  说明: 部分不应大于全部
""",
    "content/2023/正文.yaml": """\
段落:
  登记: 全年登记【企业许可登记】。
预算收支情况:
  - 【本年】年预算收入【收入合计】。
整体支出绩效情况:
  - 标题: 深化商事制度改革
    正文:
      - 【登记】
      - 分述:
          - 登记审批更加便捷。
          - 标题: 办事更加高效
            正文: 平均一天办结。
各项目:
  知识产权专项: 支出【知识产权专项.支出】。
落款:
  署名: 【全称】
  成文日期: 2024年5月10日
""",
    "content/2023/核实.yaml": """\
- 规则: I101
  对象: 个转企新增
  说明: 已与业务股室核对
  日期: 2024年4月3日
""",
    "content/错别字.yaml": "市厂监管所: 市场监管所\n",
    "templates/五部分/outline.yaml": """\
名称: 五部分
标题: [【全称】, 【本年】年度部门整体支出绩效自评报告]
部分:
  - 标题: 预算收支情况
    内容: 正文.预算收支情况
  - 标题: 绩效情况
    下级:
      - {标题: 整体支出绩效情况, 内容: 正文.整体支出绩效情况, 空则: 无。}
      - 标题: 项目支出绩效情况
        逐项目: {标题: “【项目】”, 内容: 正文.各项目}
附件:
  - 标题: 收支情况表
    启用: 是
    单位: 万元
    列: [项目, 金额]
    行: [[年初预算, 【年初预算】]]
  - 标题: 项目支出情况表
    单位: 万元
    列: [项目名称, 支出]
    逐项目: [【项目】, 【项目.支出】]
    合计: 合计
""",
}
OUTLINE = "templates/五部分/outline.yaml"


def read(root: Path, names: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return all that load and validate find in the files of a workspace."""
    loaded = {name: load(root, name) for name in names}
    found = [one for outcome in loaded.values() for one in outcome.diagnostics]
    outline = loaded.pop(OUTLINE, None)
    found += validate([one.value for one in loaded.values()], 2023).diagnostics
    found += validate_outline(outline.value).diagnostics if outline else ()
    return in_order(found)


Findings = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "工作区"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return root


@pytest.fixture
def findings(workspace: Path) -> Findings:
    """Return what is found in the workspace with some of its files replaced."""

    def replaced(files: dict[str, str | bytes] | None = None) -> tuple[Diagnostic, ...]:
        for name, content in (files or {}).items():
            typed = content.encode() if isinstance(content, str) else content
            (workspace / name).write_bytes(typed)
        return read(workspace, FILES)

    return replaced
