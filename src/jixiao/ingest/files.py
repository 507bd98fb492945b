"""The files of a year, each with the comments that say what it holds and what to look at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.ingest.budget import SECTIONS, Budget, parts
from jixiao.ingest.facts import Entry, Facts
from jixiao.ingest.writing import Value, written


def budget_file(made: Budget) -> str:
    """Return 预算.yaml: the accounts that are stated, section by section, and the projects."""
    stated = made.stated()
    value: dict[str, Value] = {}
    for section, names in SECTIONS:
        members: dict[str, Value] = {name: stated[name] for name in names if name in stated}
        if members:
            value |= {section: members} if section else members
    projects: list[Value] = [
        {"名称": one.name.value} | {key: str(part.quantity) for key, part in parts(one)}
        for one in made.projects
    ]
    value |= {"项目": projects} if projects else {}
    return written(value, *_BUDGET)


def facts_file(facts: Facts) -> str:
    """Return 事实.yaml: a fact a line, below the heading that it is first told under."""
    groups: dict[str, dict[str, Value]] = {}
    for one in facts.entries.values():
        groups.setdefault(_group(one.group), {})[one.name] = _value(one)
    return written(groups, *_FACTS)


def equations_file(equations: Sequence[str]) -> str:
    """Return 勾稽.yaml."""
    return written(equations, *_EQUATIONS)


def texts_file(texts: Mapping[str, Value]) -> str:
    """Return 正文.yaml."""
    return written(texts, *_TEXTS)


def settlements_file() -> str:
    """Return 核实.yaml, in which nothing is settled yet."""
    return written([], *_SETTLED)


def outline_file(outline: Mapping[str, Value]) -> str:
    """Return 提纲.yaml, the year's own outline."""
    return written(outline, *_OUTLINE)


def unit_file(unit: Mapping[str, Value]) -> str:
    """Return 单位.yaml."""
    return written(unit, *_UNIT)


def _group(title: str) -> str:
    bare = re.sub(r"[\s【】]", "", title).rstrip("。：")
    return bare or "全文"


def _value(one: Entry) -> Value:
    if one.completion_rate:
        return {"值": one.value, "完成率": one.completion_rate}
    return one.value


_BUDGET = (
    "预算.yaml：本年的收支账和各项目的账，从原稿的文字里读出。",
    "看看有没有读错、读漏；原稿没有写的数不填，也不要填0。",
)
_FACTS = (
    "事实.yaml：原稿的数，一个数只写一次，名称取自原文，可以改（正文里引用的也要一起改）。",
    "分组是原稿的标题，只为好找。",
)
_EQUATIONS = (
    "勾稽.yaml：原稿的文字说到、核对也成立的关系；改了任何一个数都会重新核对。",
    "值÷目标、收支平衡、项目之和已经内置，不必再写。",
)
_TEXTS = (
    "正文.yaml：原稿的文字，数换成了引用；没有单位的数、年份、文号留着原样。",
    "原稿说了不止一次的话在“段落”里，只写一次。",
)
_SETTLED = ("核实.yaml：看过而不必改的检查结果，写明理由；没有就是[]。",)
_OUTLINE = (
    "提纲.yaml：原稿的标题和先后。删去这个文件，就用模板的提纲。",
    "“编号”是原稿与自动编号不同的地方；删去那一行，就自动编号。",
)
_UNIT = ("单位.yaml：多年不变的单位情况；全称是从原稿里认出的，请核对。",)
