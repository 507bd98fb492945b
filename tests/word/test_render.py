from __future__ import annotations

import dataclasses
import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.model.outline import Attachment, Outline, Paragraph, Table
from jixiao.source import Source, Text
from jixiao.word.render import render

NAME = "templates/五部分/report.docx"

LEGAL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n{}%#&<>'\" \u3000"),
    min_size=1,
    max_size=60,
)


def typed(value: str) -> Text:
    return Text.typed(Source("content/2023/正文.yaml", value), 0, len(value))


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def lines(content: bytes) -> list[str]:
    return [one.text for one in opened(content).paragraphs]


def test_every_line_stands_in_the_file_in_order(outline, rendered):
    assert lines(rendered(outline)) == [
        "某市某区市场监督管理局\n2023年度部门整体支出绩效自评报告",
        "一、预算单位基本情况",
        "本局编制68名，在职56名。",
        "（一）主要职能",
        "1.登记注册",
        "（1）企业登记",
        "一是登记更加便捷。全年办理5487户。",
        "二是监管更加有力。全年检查300余家。",
        "附件：1.部门整体支出收支情况表",
        "2.项目支出情况表",
        "某市某区市场监督管理局",
        "2024年5月10日",
        "附件1",
        "部门整体支出收支情况表",
        "单位：万元",
        "附件2",
        "项目支出情况表",
        "单位：万元",
        "注：“—”表示单位未列明。",
    ]


def test_a_line_has_the_style_of_its_kind_and_a_heading_its_outline_level(outline, rendered):
    document = opened(rendered(outline))

    styles = [one.style for one in document.paragraphs]
    levels = {
        style.name: style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val"))
        for style in styles
        if style.name.endswith("级标题")
    }

    assert [style.name for style in styles[:7]] == [
        *("Title", "一级标题", "Normal", "二级标题", "三级标题", "四级标题", "Normal"),
    ]
    assert [style.name for style in styles[8:15]] == [
        *("附件说明", "附件说明", "署名", "成文日期", "附件标记", "附件标题", "单位行"),
    ]
    assert levels == {"一级标题": "0", "二级标题": "1", "三级标题": "2", "四级标题": "3"}


def test_a_table_has_its_cells_a_repeated_header_and_columns_that_fill_the_width(outline, rendered):
    first, second = opened(rendered(outline)).tables

    cells = [[cell.text for cell in row.cells] for row in second.rows]

    assert cells[0] == ["项目名称", "年初预算", "调整追加", "支出", "执行率"]
    assert cells[2] == ["抽检专项", "—", "—", "48.57", "—"]
    assert cells[-1] == ["合计", "70.00", "69.98", "188.55", "—"]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in second.rows] == [
        *(True, False, False, False),
    ]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in second.rows)
    for table, columns in ((first, 2), (second, 5)):
        widths = [column.width.twips for column in table.columns]
        assert len(widths) == columns
        assert sum(widths) == 8844
        assert [cell.width.twips for cell in table.rows[0].cells] == widths


@pytest.mark.parametrize("left_out", ["title", "attachments", "signature", "date"])
def test_what_the_report_does_not_have_leaves_no_empty_line(outline, rendered, left_out):
    empty = {"title": (), "attachments": (), "signature": None, "date": None}

    made = rendered(dataclasses.replace(outline, **{left_out: empty[left_out]}))

    assert all(line.strip() for line in lines(made))


def test_a_report_of_nothing_is_a_file_that_opens(rendered):
    assert lines(rendered(Outline((), ()))) == []


def test_a_single_attachment_has_no_number(outline, rendered):
    only = dataclasses.replace(outline.attachments[0], label="附件")

    made = lines(rendered(dataclasses.replace(outline, attachments=(only,))))

    assert "附件：部门整体支出收支情况表" in made
    assert "附件" in made


def test_a_table_without_a_note_at_the_end_is_followed_by_a_line_of_one_point(outline, rendered):
    document = opened(rendered(dataclasses.replace(outline, attachments=outline.attachments[:1])))

    last = document.paragraphs[-1]

    assert last.text == ""
    assert last.paragraph_format.line_spacing.pt == 1


def indents(content: bytes) -> tuple[int, int]:
    """Return the name's distance from the right and the date's from the left, in twips."""
    by_style = {one.style.name: one.paragraph_format for one in opened(content).paragraphs}
    name, date = by_style["署名"], by_style["成文日期"]
    return name.right_indent.twips, date.left_indent.twips


def test_the_date_begins_two_characters_right_of_the_name(outline, rendered):
    right, left = indents(rendered(outline))

    assert right == 630
    assert left == 8844 - 630 - 11 * 315 + 630


def test_a_date_longer_than_the_name_ends_two_characters_from_the_edge(outline, rendered):
    right, left = indents(rendered(dataclasses.replace(outline, signature=typed("某区财政局"))))

    assert left == 8844 - 630 - round(6.5 * 315)
    assert right == 8844 - (left - 630) - 5 * 315


def test_a_name_that_fills_the_line_is_left_as_the_style_has_it(outline, rendered):
    document = opened(rendered(dataclasses.replace(outline, signature=typed("某" * 40))))

    date = next(one for one in document.paragraphs if one.style.name == "成文日期")

    assert date.paragraph_format.left_indent is None


def test_the_signature_stays_on_a_page_with_the_end_of_the_text(outline, rendered):
    paragraphs = opened(rendered(outline)).paragraphs
    end = next(i for i, one in enumerate(paragraphs) if one.style.name == "附件说明")

    kept = [one.paragraph_format.keep_with_next for one in paragraphs[end - 1 : end + 2]]

    assert kept == [True, True, True]
    assert paragraphs[end - 2].paragraph_format.keep_with_next is None


@given(value=LEGAL)
@example(value="A&B<5")
@example(value="{{ outline.title }}{% if x %}{# y #}")
@example(value="{_{ 不动 }_}{_% %_}")
@example(value="  两个  空格 ")
@example(value="“双引号”‘单引号’\"'")
@example(value="</w:t></w:r></w:p>")
@example(value="第一行\n第二行\t制表")
def test_any_text_is_read_back_as_it_was_typed(template, value):
    made = render(Outline((), (Paragraph(typed(value)),)), template, NAME)

    assert made.diagnostics == ()
    assert lines(made.value) == [value]


@given(cells=st.lists(LEGAL, min_size=1, max_size=5))
def test_any_cell_is_read_back_as_it_was_typed(template, cells):
    one = tuple(typed(cell) for cell in cells)
    table = Attachment(1, "附件", typed("表"), "", one, (one,), one)

    made = render(Outline((), (), (table,)), template, NAME)

    rows = opened(made.value).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [cells] * 3


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0c", "\r", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_word_cannot_hold_is_told_with_its_place(outline, template, character):
    bad = Paragraph(typed(f"许可\n登记{character}很多"))

    made = render(dataclasses.replace(outline, blocks=(*outline.blocks, bad)), template, NAME)

    assert made.value is None
    assert [(one.code, one.place.line, one.place.column) for one in made.diagnostics] == [
        ("F132", 2, 3)
    ]


def test_leading_blanks_are_marked_to_be_kept(outline, rendered, part_of):
    made = rendered(dataclasses.replace(outline, blocks=(Paragraph(typed("  缩进")),)))

    assert '<w:t xml:space="preserve">  缩进</w:t>' in part_of(made, "word/document.xml")


def test_all_is_black_and_no_font_is_left_to_the_theme(outline, rendered, part_of):
    made = rendered(outline)
    parts = ("document", "styles", "footer1", "footer2", "settings")
    xml = "".join(part_of(made, f"word/{name}.xml") for name in parts)

    assert set(re.findall(r'w:color w:val="(.+?)"', xml)) == {"000000"}
    assert "Theme=" not in xml
    assert "<w:sdt" not in xml
    assert not re.search(r"\{[{%#]|[}%#]\}", xml)


def test_every_font_is_set_for_every_script(outline, rendered, part_of):
    styles = part_of(rendered(outline), "word/styles.xml")

    for fonts in re.findall(r"<w:rFonts .+?/>", styles):
        names = {re.search(f'w:{slot}="(.+?)"', fonts)[1] for slot in ("ascii", "hAnsi", "cs")}
        assert names == {re.search('w:eastAsia="(.+?)"', fonts)[1]}
        assert 'w:hint="eastAsia"' in fonts


def rows_of(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(typed(cell) for cell in row) for row in rows))


def test_a_table_within_the_text_is_a_table_that_fills_the_width(outline, rendered):
    table = rows_of(("项目", "预算", "支出"), ("修复", "", "60"))
    blocks = (*outline.blocks[:2], table, *outline.blocks[2:])

    (made, *_) = opened(rendered(dataclasses.replace(outline, blocks=blocks))).tables

    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["项目", "预算", "支出"],
        ["修复", "", "60"],
    ]
    assert sum(int(one.get(qn("w:w"))) for one in made._tbl.tblGrid) == 8844


def test_two_tables_one_behind_the_other_stay_two(outline, rendered):
    tables = (rows_of(("甲", "乙"), ("1", "2")), rows_of(("丙", "丁"), ("3", "4")))
    blocks = (*tables, *outline.blocks)

    made = opened(rendered(dataclasses.replace(outline, blocks=blocks)))

    first = made.tables[0]._tbl.getnext()
    assert [one.rows[0].cells[0].text for one in made.tables[:2]] == ["甲", "丙"]
    assert first.tag == qn("w:p")
