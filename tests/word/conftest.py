"""Outlines and templates for the tests of the Word side."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.model.outline import Attachment, Heading, Outline, Paragraph
from jixiao.source import Source, Text
from jixiao.word.render import render

TEMPLATE = Path(__file__).parents[2] / "templates" / "五部分" / "report.docx"
NAME = "templates/五部分/report.docx"


def typed(value: str) -> Text:
    """Return text as if it were typed in 正文.yaml."""
    return Text.typed(Source("content/2023/正文.yaml", value), 0, len(value))


def row(*cells: str) -> tuple[Text, ...]:
    return tuple(typed(cell) for cell in cells)


def heading(level: int, mark: str, title: str) -> Heading:
    return Heading(level, typed(mark), typed(title))


def paragraph(value: str, mark: str = "") -> Paragraph:
    return Paragraph(typed(value), typed(mark) if mark else None)


ACCOUNTS = Attachment(
    1,
    "附件1",
    typed("部门整体支出收支情况表"),
    "单位：万元",
    row("项目", "金额"),
    (row("年初预算", "993.19"), row("调整追加", "366.27"), row("收入合计", "1359.46")),
)
PROJECTS = Attachment(
    2,
    "附件2",
    typed("项目支出情况表"),
    "单位：万元",
    row("项目名称", "年初预算", "调整追加", "支出", "执行率"),
    (
        row("监管专项", "70.00", "69.98", "139.98", "100.00%"),
        row("抽检专项", "—", "—", "48.57", "—"),
    ),
    row("合计", "70.00", "69.98", "188.55", "—"),
    "注：“—”表示单位未列明。",
)


@pytest.fixture(scope="session")
def outline() -> Outline:
    """A short report that has one of everything."""
    return Outline(
        (typed("某市某区市场监督管理局"), typed("2023年度部门整体支出绩效自评报告")),
        (
            heading(1, "一、", "预算单位基本情况"),
            paragraph("本局编制68名，在职56名。"),
            heading(2, "（一）", "主要职能"),
            heading(3, "1.", "登记注册"),
            heading(4, "（1）", "企业登记"),
            paragraph("登记更加便捷。全年办理5487户。", "一是"),
            paragraph("监管更加有力。全年检查300余家。", "二是"),
        ),
        (ACCOUNTS, PROJECTS),
        typed("某市某区市场监督管理局"),
        typed("2024年5月10日"),
        "某市某区市场监督管理局",
        datetime.date(2024, 5, 10),
    )


@pytest.fixture(scope="session")
def long_outline(outline: Outline) -> Outline:
    """A report of many pages: plain Han for the grid, and all levels again and again."""
    han = "全区市场监管工作坚持稳中求进围绕中心服务大局认真履行职责扎实推进各项任务落实" * 12
    parts = []
    for _ in range(6):
        parts += [paragraph(han + "。"), *outline.blocks]
    return Outline(
        outline.title,
        tuple(parts),
        outline.attachments,
        outline.signature,
        outline.date,
        outline.author,
        outline.dated,
    )


@pytest.fixture(scope="session")
def template() -> bytes:
    """The template that jixiao comes with."""
    return TEMPLATE.read_bytes()


@pytest.fixture(scope="session")
def repacked() -> Callable[[bytes, dict[str, bytes | None]], bytes]:
    """Return a function that puts parts into a zip, or takes them out where they are None."""

    def repack(content: bytes, changes: dict[str, bytes | None]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()} | changes
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                if part is not None:
                    archive.writestr(name, part)
        return out.getvalue()

    return repack


@pytest.fixture(scope="session")
def part_of() -> Callable[[bytes, str], str]:
    """Return a function that reads one part of a Word file as text."""

    def read(content: bytes, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read(name).decode()

    return read


@pytest.fixture(scope="session")
def edited(template, repacked, part_of) -> Callable[..., bytes]:
    """Return a function that gives the template with one text in a part replaced by another."""

    def edit(old: str, new: str, part: str = "word/document.xml") -> bytes:
        xml = part_of(template, part)
        assert old in xml
        return repacked(template, {part: xml.replace(old, new, 1).encode()})

    return edit


@pytest.fixture(scope="session")
def rendered(template) -> Callable[[Outline], bytes]:
    """Return a function that renders an outline which has to render."""

    def made(one: Outline) -> bytes:
        outcome = render(one, template, NAME)
        assert outcome.diagnostics == ()
        assert outcome.value is not None
        return outcome.value

    return made
