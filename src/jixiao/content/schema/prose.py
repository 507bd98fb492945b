"""The rules of prose: paragraphs, headings with what stands below them, enumerations."""

from __future__ import annotations

from jixiao.content.schema.rules import (
    LIST,
    MAPPING,
    TEXT,
    Fields,
    Rules,
    alone,
    barring,
    either,
    fields,
    forms,
    items,
    required,
    text,
)

BLOCK = "内容块"
TITLED = "标题块"
ENUMERATED = "分述块"
TABLED = "表格块"
ITEM = "分述项"
ITEM_FIELDS = "带主题句的分述项"
PARAGRAPHS = "段"
#: the key of an enumeration, which may not stand inside of another
ENUMERATION = "分述"

_PARAGRAPH = "全年受理投诉举报【投诉举报】，办结率【办结率】。"


def prose(says: str) -> Rules:
    """Return the rules of a key that holds prose."""
    return either(says, [TEXT, LIST], "文字，或内容块的列表", _PARAGRAPH, schema=BLOCK)


#: a mark that the writer sets; the headings after it count on from it
MARK = text(
    "不用自动编号时才写：这个标题从这个编号起，后面的同级标题照样子接着编。",
    "1.",
    "（二）",
    form="一、（一）1.（1）中的一种",
)
TITLED_FIELDS: Fields = {
    "标题": required(
        text(
            "这一块的标题，排在所在标题的下一级；不写编号，末尾没有句号、冒号。",
            "深化商事制度改革，经营活力不断迸发",
            form="一行文字",
        )
    ),
    "编号": MARK,
    "正文": required(prose("标题下面的内容。")),
}
TABLED_FIELDS: Fields = {
    "表": alone(
        required(
            text(
                "正文里的一张表：一行写一行，格与格用竖线（全角、半角都行）隔开，第一行是表头；"
                "空着的格不写字，竖线照写；各行首尾都有竖线的，首尾的当作边框。",
                "项目 ｜ 预算 ｜ 支出",
                form="几行文字",
            )
        ),
        "“表”自成一块；表前表后的话另起一段",
    ),
}
ENUMERATED_FIELDS: Fields = {
    ENUMERATION: alone(
        required(
            items("逐条列举；“一是”“二是”自动加在每条前面。", ITEM, "登记审批更加便捷。全年……")
        ),
        "“分述”自成一块；要有标题，就写“标题”和“正文”，把“分述”放进“正文”的列表里",
    ),
}
ITEM_SCHEMA: Fields = {
    "标题": required(
        text("这一条的主题句，印在“一是”后面，末尾的句号自动加。", "登记审批更加便捷")
    ),
    "正文": required(
        either("主题句以后的文字。", [TEXT, LIST], "文字，或段的列表", schema=PARAGRAPHS)
    ),
}

NAMED: Fields = {
    PARAGRAPHS: barring(text("一段文字；空行分段，换行不产生空格。", _PARAGRAPH), ENUMERATION),
    BLOCK: forms(
        either(
            "一段文字，或带标题的一块，或一组分述，或一张表。",
            [TEXT, MAPPING],
            "文字、标题块、分述块或表格块",
        ),
        ENUMERATED,
        TABLED,
        TITLED,
    ),
    TITLED: fields("带标题的一块。", TITLED_FIELDS),
    TABLED: fields("一张表；自成一块。", TABLED_FIELDS),
    ENUMERATED: fields("一组分述；自成一块，要有标题就放进标题块的“正文”里。", ENUMERATED_FIELDS),
    ITEM: barring(
        forms(
            either("一条分述：文字，或主题句加正文。", [TEXT, MAPPING], "文字，或标题加正文"),
            ITEM_FIELDS,
        ),
        ENUMERATION,
    ),
    ITEM_FIELDS: fields("带主题句的一条分述。", ITEM_SCHEMA),
}
