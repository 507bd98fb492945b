"""Findings for the tests of their forms: of every severity, settled, related, in awkward files."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.model.examined import Examined
from jixiao.model.outline import Heading, Outline, Paragraph
from jixiao.source import Source, Text


def page(basis: str) -> str:
    return (
        f"**为什么**：容易错。\n\n**反例**：`甲,乙`。\n\n**正例**：甲，乙。\n\n**依据**：{basis}\n"
    )


SUM = Defect("B102", "项目收支不平", Severity.ERROR, page("预算法第四条，`收支`平衡。"))
COMMA = Defect("W101", "汉字之间的半角标点", Severity.WARNING, page("GB/T 15834-2011 5.1。"))
REASON = Defect("P201", "没有说明原因", Severity.QUESTION, page("财预〔2020〕10号。"))
MANUALS = {one.code: one for one in (SUM, COMMA, REASON)}

LINES = (
    "某县水利局",
    "2022年度部门整体支出绩效自评报告",
    "一、基本情况",
    "编制18名,在职17名<b>。",
    "二、预算收支情况",
    "“𠮷河专项”年初20万元，追加6.10万元，支出26.20万元。",
    "项目支出合计80.50万元。",
    "某县水利局",
    "2023年4月6日",
)
SOURCE = Source("稿 1.txt", "\n".join(LINES) + "\n")
EMPTY = Source("../没有/此件.txt", "")


def typed(words: str) -> Text:
    start = SOURCE.content.index(words)
    return Text.typed(SOURCE, start, start + len(words))


OUTLINE = Outline(
    (typed(LINES[0]), typed(LINES[1])),
    (
        Heading(1, typed("一、"), typed("基本情况")),
        Paragraph(typed(LINES[3])),
        Heading(1, typed("二、"), typed("预算收支情况")),
        Paragraph(typed(LINES[5])),
        Paragraph(typed(LINES[6])),
    ),
    (),
    typed(LINES[0]),
    typed(LINES[8]),
    LINES[0],
    datetime.date(2023, 4, 6),
)

FOUND: tuple[Diagnostic, ...] = (
    COMMA.at(typed(",").place(), "“名,在”里的“,”是半角", hint="改为“，”"),
    SUM.at(
        typed("6.10万元").place(),
        "年初与追加之和为26.10万元，支出为26.20万元",
        hint="追加应为6.20万元：100%",
        related=[
            Related(typed("26.20万元").place(), "支出"),
            Related(typed("80.50万元").place(), "合计"),
        ],
    ),
    replace(REASON.at(typed("二、预算").place(), "没有说明原因"), settled="已与财务股核对"),
    REASON.at(typed("项目支出合计80.50万元。\n某县").place(), "跨了两行", hint="写明原因"),
    REASON.at(EMPTY.place(0, 0), "打不开"),
)


@pytest.fixture
def found() -> tuple[Diagnostic, ...]:
    """Findings of every kind."""
    return FOUND


@pytest.fixture
def manuals() -> dict[str, Defect]:
    """The kinds of defect that they are of."""
    return MANUALS


#: a Word file as it is read: paragraphs, and the cells of a table, a line each
WORD = Source(
    "报告.docx",
    "一、收支情况\n项目\n8O万元\n项目支出合计80.50万元。\n",
    ((2, "表1第1行第1格"), (3, "表1第1行第2格")),
    "段",
)
CELL = SUM.at(
    WORD.place(WORD.content.index("8O")),
    "金额写成了字母",
    related=[Related(WORD.place(WORD.content.index("合计")), "合计")],
)


@pytest.fixture
def in_table() -> Diagnostic:
    """A finding in a cell of a Word file's table, with a paragraph as its second place."""
    return CELL


@pytest.fixture
def examined() -> Examined:
    """A report with what was found in it."""
    return Examined(SOURCE.name, FOUND[:4], OUTLINE)
