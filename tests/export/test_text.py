"""The report as plain text."""

from __future__ import annotations

from jixiao.export.text import text
from jixiao.model.outline import Attachment, Heading, Outline, Paragraph
from jixiao.source import Source, Text


def typed(value):
    return Text.typed(Source("正文.yaml", value), 0, len(value))


def attachment(number, label, title):
    return Attachment(
        number,
        label,
        typed(title),
        "单位：万元",
        (typed("项目"), typed("支出")),
        ((typed("甲专项"), typed("20.00")),),
        (typed("合计"), typed("20.00")),
        "注：无",
    )


def test_every_block_is_a_line_in_the_order_of_the_report():
    outline = Outline(
        title=(typed("某局"), typed("自评报告")),
        blocks=(
            Heading(1, typed("一、"), typed("基本情况")),
            Paragraph(typed("登记更加便捷。"), typed("一是")),
        ),
        attachments=(attachment(1, "附件1", "收支表"), attachment(2, "附件2", "项目表")),
        signature=typed("某局"),
        date=typed("2024年5月10日"),
    )

    assert text(outline).splitlines() == [
        "某局",
        "自评报告",
        "一、基本情况",
        "一是登记更加便捷。",
        "附件：1.收支表",
        "2.项目表",
        "某局",
        "2024年5月10日",
        "附件1",
        "收支表",
        "单位：万元",
        "项目\t支出",
        "甲专项\t20.00",
        "合计\t20.00",
        "注：无",
        "附件2",
        "项目表",
        "单位：万元",
        "项目\t支出",
        "甲专项\t20.00",
        "合计\t20.00",
        "注：无",
    ]


def test_a_single_attachment_has_no_number():
    outline = Outline(title=(), blocks=(), attachments=(attachment(1, "附件", "收支表"),))

    assert text(outline).splitlines()[:2] == ["附件：收支表", "附件"]
