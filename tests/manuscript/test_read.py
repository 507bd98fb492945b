"""A manuscript read: every character of it is kept, headings by their marks, strays set aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.manuscript.lines import lines
from jixiao.manuscript.open import open_bytes
from jixiao.manuscript.read import read
from jixiao.model.outline import Heading, Paragraph, StrayKind, Table
from jixiao.source import Source

REPORT = """青河市档案馆2022年度部门整体支出绩效自评报告
 一、基本情况
（一）主要职能。
本馆负责档案的收集、保管和利用。
1.馆藏情况
一是收集。全年接收5870卷。二是利用。
[bookmark: _GoBack]二、收支情况
项目\t预算\t支出
修复\t40\t60

— 3 —
青河市档案馆
2023年5月6日
"""


def outline(text=REPORT):
    return read(lines(Source("报告.txt", text)))


def test_headings_have_their_level_and_their_mark_as_typed():
    headings = [one for one in outline().blocks if isinstance(one, Heading)]

    assert [(one.level, str(one.mark), str(one.title)) for one in headings] == [
        (1, "一、", "基本情况"),
        (2, "（一）", "主要职能。"),
        (3, "1.", "馆藏情况"),
        (1, "二、", "收支情况"),
    ]


def test_a_paragraph_keeps_the_mark_that_it_begins_with():
    paragraphs = [one for one in outline().blocks if isinstance(one, Paragraph)]

    assert [str(one.mark or "") for one in paragraphs] == ["", "一是"]


def test_title_table_signature_and_date_are_found():
    made = outline()

    assert [str(one) for one in made.title] == ["青河市档案馆2022年度部门整体支出绩效自评报告"]
    (table,) = [one for one in made.blocks if isinstance(one, Table)]
    assert [[str(cell) for cell in row] for row in table.rows] == [
        ["项目", "预算", "支出"],
        ["修复", "40", "60"],
    ]
    assert (str(made.signature), str(made.date)) == ("青河市档案馆", "2023年5月6日")
    assert made.dated.isoformat() == "2023-05-06"


def test_what_is_no_part_of_the_report_is_set_aside_with_its_place():
    strays = [(one.kind, str(one.text), one.text.place().line) for one in outline().strays]

    assert strays == [
        (StrayKind.INDENT, " ", 2),
        (StrayKind.REMNANT, "[bookmark: _GoBack]", 7),
        (StrayKind.BLANK, "", 10),
        (StrayKind.PAGE_NUMBER, "— 3 —", 11),
    ]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("一、基本情况", True),
        ("1. 主要职能。", True),
        ("（二）加强管理，提高效益", True),
        ("1.目标不够科学。一是理解不够。", False),
        ("2.“库房改造专项”支出40万元。", False),
        ("（1）加强学习，提高认识。", False),
        ("一是加强学习", False),
        ("1.5万元用于培训", False),
        ("三、四级河道清淤36公里。", False),
        ("三、四楼会议室改造完工", False),
    ],
)
def test_a_marked_line_is_a_heading_where_no_text_runs_on(line, is_heading):
    (block,) = outline(f"{line}\n").blocks

    assert isinstance(block, Heading) == is_heading


@given(st.text(alphabet="一二三、（）1.是 \t　绩效支出2023年。，\n—[bookmark]|", max_size=200))
def test_every_character_is_in_a_block_or_in_a_stray(text):
    made = outline(text)

    texts = [*made.title, *(one for one in (made.signature, made.date) if one)]
    texts += [stray.text for stray in made.strays]
    for block in made.blocks:
        texts += (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [block.printed]
        )
    seen = {at for one in texts for piece in one.pieces for at in range(piece.start, piece.end)}
    left = [text[at] for at in range(len(text)) if at not in seen]
    assert set(left) <= set("\n\t |　")


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", ["L201"]),
        (" \n　\n".encode(), ["L201"]),
        (b"PK\x03\x04rest", ["L202"]),
        (bytes(range(256)) * 20, ["L202"]),
        ("一、情况\n全年办理5487户。\n".encode("gbk"), ["L203"]),
        ("一、情况\n全年办理5487户。\n".encode("utf-16"), ["L203"]),
        ("一、情况\r\n全年办理5487户。\r\n".encode(), []),
        ("\ufeff一、情况\n".encode(), []),
        ("一、情况\n全年办理".encode() + b"\xe6\x8e" + "5487户。\n".encode(), ["L204"]),
    ],
)
def test_bytes_are_read_or_it_is_said_why_not(content, codes):
    opened = open_bytes(content, "报告.txt")

    assert [one.code for one in opened.diagnostics] == codes
    assert bool(opened.value.content) == (codes in (["L203"], ["L204"], []))


def test_encodings_give_the_same_text():
    text = "一、情况\n全年办理5487户。\n"

    read_as = {
        open_bytes(text.encode(one), "x").value.content for one in ("utf-8", "gbk", "utf-16-le")
    }

    assert read_as == {text}


ATTACHED = """青河市档案馆2022年度自评报告
一、情况
全年接收档案5870卷。
附件：1.收支情况表
2.项目情况表
青河市档案馆
2023年5月6日
附件1
收支情况表
单位：万元
项目\t金额
收入\t500
支出\t500
附件2
项目情况表
项目\t支出
修复\t60
合计\t60
注：合计为各数之和。
"""


def test_attachments_behind_the_date_are_known_by_their_words():
    made = outline(ATTACHED)

    first, second = made.attachments
    assert (first.number, first.label, str(first.title)) == (1, "附件1", "收支情况表")
    assert (first.unit_line, [str(one) for one in first.columns]) == (
        "单位：万元",
        ["项目", "金额"],
    )
    assert ([str(one) for one in second.total], second.note) == (
        ["合计", "60"],
        "注：合计为各数之和。",
    )
    assert (str(made.signature), str(made.date)) == ("青河市档案馆", "2023年5月6日")
    assert [block.line for block in made.blocks] == ["一、情况", "全年接收档案5870卷。"]


def test_attachments_of_which_one_is_not_understood_stay_text():
    made = outline(ATTACHED + "另附说明一份，请查收。\n")

    assert made.attachments == ()
    assert made.blocks[-1].line == "另附说明一份，请查收。"


def test_a_typed_table_of_contents_is_set_aside():
    contents = "一、基本情况……1\n（一）主要职能……1\n二、收支情况......12\n"

    made = outline(f"目录\n{contents}{REPORT}")

    kinds = [one.kind for one in made.strays]
    headings = [block.line for block in made.blocks if isinstance(block, Heading)]
    assert kinds.count(StrayKind.CONTENTS) == 3
    assert [headings[0], headings.count("二、收支情况")] == ["一、基本情况", 1]


def test_a_list_of_attachments_is_no_list_of_headings():
    made = outline("一、情况\n全年办理3件。\n附件：1.基础数据表\n2.自评表\n3.项目表\n")

    assert [isinstance(block, Heading) for block in made.blocks] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_rows_of_a_table_that_end_with_numbers_are_no_contents():
    made = outline("一、情况\n办公室\t6\t5\n业务科\t8\t8\n财务科\t4\t4\n合计\t18\t17\n")

    (table,) = [one for one in made.blocks if isinstance(one, Table)]
    assert [str(row[-1]) for row in table.rows] == ["5", "8", "4", "17"]
    assert made.strays == ()


def test_an_attachment_may_have_its_title_behind_its_mark():
    made = outline(ATTACHED.replace("附件1\n", "附件1：").replace("附件2\n", "附件2:"))

    assert [(one.label, str(one.title)) for one in made.attachments] == [
        ("附件1", "收支情况表"),
        ("附件2", "项目情况表"),
    ]
