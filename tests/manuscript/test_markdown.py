"""Markdown as a manuscript: what is printed of it, each character in its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.manuscript.markdown.read import read_markdown
from jixiao.manuscript.read import read
from jixiao.model.manuscript import Role
from jixiao.model.outline import Heading, Paragraph, StrayKind, Table
from jixiao.source import Source

REPORT = """---
layout: report
---
# 青河市档案馆**2022年度**部门整体支出绩效自评报告

## 一、基本情况

### （一）主要职能

本馆负责档案的[收集](https://example.gov.cn/a(1))、**保管**和利用。
<!-- 待领导审定
再改 -->

二、收支情况
---

| 项目 | 预算 | 支出 |
|------|-----:|:----:|
| 修复\\|加固 | **40** | 60 |
| - | - |

青河市档案馆
2023年5月6日
"""


def manuscript(text: str):
    return read_markdown(Source("报告.md", text))


def lines(text: str) -> list[str]:
    return [one.text.value for one in manuscript(text).lines]


def test_a_report_in_markdown_is_read_as_it_is_printed():
    made = read(manuscript(REPORT))

    assert [one.value for one in made.title] == ["青河市档案馆2022年度部门整体支出绩效自评报告"]
    assert [(type(one), one.line) for one in made.blocks] == [
        (Heading, "一、基本情况"),
        (Heading, "（一）主要职能"),
        (Paragraph, "本馆负责档案的收集、保管和利用。"),
        (Heading, "二、收支情况"),
        (Table, "项目\t预算\t支出\n修复|加固\t40\t60\n-\t-"),
    ]
    assert (str(made.signature), str(made.date)) == ("青河市档案馆", "2023年5月6日")
    assert made.strays == ()


def test_places_are_those_of_the_file():
    made = manuscript(REPORT)

    text = made.lines[3].text
    kept = text.value.index("保管")
    assert (text.place().line, text.place().column) == (10, 1)
    assert text.place(kept, kept + 2).text == "保管"
    assert (text.place(kept).line, text.place(kept).column) == (10, 44)
    cell = next(one for one in made.lines if one.cells and one.cells[1].value == "40").cells[1]
    assert (cell.place().text, cell.place().line) == ("40", 19)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**甲**乙*丙*__丁__ ~~戊~~", "甲乙丙丁 戊"),
        ("**“双随机”**监管", "“双随机”监管"),
        ("***甲***和仿宋_GB2312_字", "甲和仿宋_GB2312_字"),
        ("5*3米，4 * 2米", "5*3米，4 * 2米"),
        ("`a*b*` ``c`d`` e`", "a*b* c`d e`"),
        (r"\*甲\* \# \甲", r"*甲* # \甲"),
        ("![图](a.png)见[《办法》](b.htm '题')", "见《办法》"),
        ("[![图](a.png)](b.htm)甲", "甲"),
        ("见[办法][a]、[B]和[乙]\n\n[a]: x\n[b]: y", "见办法、B和[乙]"),
        ("甲[^1]乙\n\n[^1]: 注", "甲乙"),
        ("<https://a.cn/b_c_d> <u>甲</u>1<2>", "https://a.cn/b_c_d 甲1<2>"),
        ("甲&nbsp;乙&lt;&#x4e00;&其他;", "甲\u00a0乙<一&其他;"),
        ("甲<!-- 注 -->乙", "甲乙"),
        ("[bookmark: _GoBack]甲", "甲"),
        ("<!-- 没有完", "<!-- 没有完"),
    ],
)
def test_signs_that_are_not_printed_are_left_out(typed, printed):
    assert lines(typed)[0] == printed


LONG = "本馆负责全市档案的收集、保管和利用，指导各单位的档案工作"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (f"{LONG}\n并开展检查。", [f"{LONG}并开展检查。"]),
        (f"{LONG}，执行ISO\n9001标准。", [f"{LONG}，执行ISO 9001标准。"]),
        (f"{LONG}，全年\n5870卷。", [f"{LONG}，全年5870卷。"]),
        (f"[bookmark: _GoBack]（一）整体情况\n{LONG}", ["（一）整体情况", LONG]),
        (f"{LONG}。\n另起一段。", [f"{LONG}。", "另起一段。"]),
        (f"{LONG}\n1.另起一项", [LONG, "1.另起一项"]),
        (f"{LONG}\n　　另起一段。", [LONG, "另起一段。"]),
        (f"{LONG}  \n换行\\\n又换", [LONG, "换行", "又换"]),
        ("甲<br>乙<BR/>丙", ["甲", "乙", "丙"]),
        ("1. 甲\n2. 乙\n10) 丙", ["1.甲", "2.乙", "10)丙"]),
        ("- 甲\n* 乙\n  + 丙\n- [x] 丁", ["甲", "乙", "丙", "丁"]),
        ("> 甲\n> > 乙", ["甲", "乙"]),
        ("甲\n\n---\n\n* * *\n乙", ["甲", "乙"]),
        ("```yaml\n# 不是标题\n**甲**\n```\n乙", ["# 不是标题", "**甲**", "乙"]),
        ("~~~\n```\n~~~\n甲", ["```", "甲"]),
    ],
)
def test_lines_are_paragraphs_as_printed(typed, printed):
    assert lines(typed) == printed


def test_headings_have_the_level_of_their_mark_or_of_their_place_among_headings():
    made = manuscript("甲局报告\n=======\n## 一、甲 ##\n### 乙\n#### 1.丙\n#没有空格").lines

    assert [(one.text.value, one.level, one.role) for one in made] == [
        ("甲局报告", 0, Role.TITLE),
        ("一、甲", 1, None),
        ("乙", 2, None),
        ("1.丙", 3, None),
        ("#没有空格", 0, None),
    ]


def test_a_heading_of_the_first_depth_that_is_one_of_several_is_no_title():
    made = manuscript("# 基本情况\n\n本馆负责档案。\n\n# 收支情况\n").lines

    assert [(one.level, one.role) for one in made] == [(1, None), (0, None), (1, None)]


def test_an_indent_typed_by_hand_is_set_aside():
    (stray,) = manuscript("　　一、甲").strays

    assert (stray.kind, stray.text.value) == (StrayKind.INDENT, "　　")


@given(st.text(alphabet="#*_`~|[]()<!>-\\&; \n一、1.甲。　", max_size=120))
def test_what_is_printed_is_in_the_order_of_the_file(text):
    made = manuscript(text)

    starts = [
        piece.start
        for one in made.lines
        for part in (one.cells or (one.text,))
        for piece in part.pieces
    ]
    assert starts == sorted(starts)


@given(st.lists(st.text(alphabet="一、是甲乙丙2023年。，", min_size=1, max_size=40), max_size=8))
def test_text_without_markup_is_printed_as_it_is(paragraphs):
    assert lines("\n\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    "sign", ["*", "`", "[", "![", "](", "<!--", "_a", "**a ", "~~", "[a](", "`" * 3 + "a"]
)
def test_signs_without_a_partner_are_text(sign):
    many = sign * 20_000

    assert manuscript(many).source.content == many
