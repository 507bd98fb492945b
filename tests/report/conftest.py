from __future__ import annotations

from types import SimpleNamespace

import pytest

from jixiao.diagnostic import Severity
from jixiao.language import equation, quantity
from jixiao.language.mistake import Mistake
from jixiao.model.content import (
    Accounts,
    Constraint,
    Content,
    Enumerated,
    Fact,
    Item,
    Paragraph,
    Passage,
    Project,
    Section,
    Signature,
    Stated,
    Titled,
    Unit,
)
from jixiao.model.template import Skeleton, Slot, TableSpec
from jixiao.source import Source, Text

ACCOUNTS = {
    "年初预算": "initial_budget",
    "调整追加": "adjustment",
    "收入合计": "total_income",
    "其他资金": "other_funds",
    "基本支出": "basic_expenditure",
    "项目支出": "project_expenditure",
    "支出合计": "total_expenditure",
    "结转结余": "carry_over_and_surplus",
    "编制人数": "authorised_staff",
    "在职人数": "actual_staff",
}
PROJECT = {"年初预算": "initial_budget", "调整追加": "adjustment", "支出": "actual_expenditure"}


def typed(value, file="正文.yaml"):
    """Return a value as typed in a source of its own."""
    return Text.typed(Source(file, value), 0, len(value))


def stated(name, value, file="预算.yaml"):
    found = quantity.parse(value)
    assert not isinstance(found, Mistake), found
    return Stated(name, found, typed(value, file).place())


def fact(name, value, target=None, rate=None, remark=""):
    file = "事实.yaml"
    return Fact(
        typed(name, file),
        stated(name, value, file),
        stated(f"{name}.目标", target, file) if target else None,
        stated(f"{name}.完成率", rate, file) if rate else None,
        remark=remark,
    )


def project(name, **amounts):
    fields = {PROJECT[key]: stated(f"{name}.{key}", one) for key, one in amounts.items()}
    return Project(typed(name, "预算.yaml"), **fields)


def accounts(projects=(), **amounts):
    fields = {ACCOUNTS[key]: stated(key, one) for key, one in amounts.items()}
    return Accounts(**fields, projects=tuple(projects))


def constraint(text, severity=Severity.ERROR, remark=""):
    parsed = equation.parse(text)
    assert not isinstance(parsed, Mistake), parsed
    return Constraint(parsed, typed(text, "勾稽.yaml"), severity, remark)


def block(value):
    """Return a string as a paragraph, (标题, 正文…) as a titled block, a list as 分述."""
    if isinstance(value, str):
        return Paragraph(typed(value))
    if isinstance(value, tuple):
        title, *body = value
        return Titled(typed(title), prose(*body))
    return Enumerated(tuple(item(one) for one in value))


def item(value):
    if isinstance(value, str):
        return Item(None, (Paragraph(typed(value)),))
    title, *body = value
    return Item(typed(title), tuple(Paragraph(typed(one)) for one in body))


def prose(*blocks):
    return tuple(block(one) for one in blocks)


def sections(found):
    return tuple(Section(typed(name), prose(*blocks)) for name, blocks in found.items())


def content(**given):
    """Return a year's content; prose is given as name -> blocks."""
    passages = given.pop("passages", {})
    unit = given.pop("unit", {})
    signature = given.pop("signature", (None, None))
    return Content(
        year=given.pop("year", 2023),
        unit=Unit(
            typed("甲市某局", "单位.yaml"),
            typed("某局", "单位.yaml"),
            typed("我局", "单位.yaml"),
            None,
            sections(unit),
        ),
        accounts=given.pop("accounts", Accounts()),
        facts=tuple(given.pop("facts", ())),
        constraints=tuple(given.pop("constraints", ())),
        sections=sections(given.pop("sections", {})),
        project_sections=sections(given.pop("project_sections", {})),
        passages=tuple(
            Passage(typed(name), tuple(Paragraph(typed(one)) for one in texts))
            for name, texts in passages.items()
        ),
        signature=Signature(*(typed(one) if one else None for one in signature)),
        settlements=(),
        sources=(),
        **given,
    )


def slot(title, section=None, *below, empty=None, each=None, mark=None):
    def at(value):
        return typed(value, "outline.yaml") if value else None

    return Slot(at(title), at(section), at(empty), tuple(below), each, at(mark))


def table(columns, **given):
    def row(cells):
        return tuple(typed(one, "outline.yaml") for one in cells)

    total, note = given.get("total"), given.get("note")
    return TableSpec(
        typed(given.get("title", "情况表"), "outline.yaml"),
        typed(given.get("unit", "万元"), "outline.yaml"),
        row(columns),
        tuple(row(one) for one in given.get("rows", ())),
        row(given.get("each", ())),
        typed(total, "outline.yaml") if total else None,
        typed(note, "outline.yaml") if note else None,
    )


def skeleton(*slots, tables=(), title=("【全称】",)):
    titles = tuple(typed(one, "outline.yaml") for one in title)
    source = Source("templates/五部分/outline.yaml", "名称: 五部分")
    return Skeleton(typed("五部分", "outline.yaml"), titles, tuple(slots), tuple(tables), source)


@pytest.fixture(scope="session")
def make():
    """Return the factories of content and outlines."""
    return SimpleNamespace(
        typed=typed,
        stated=stated,
        fact=fact,
        project=project,
        accounts=accounts,
        constraint=constraint,
        content=content,
        slot=slot,
        table=table,
        skeleton=skeleton,
    )
