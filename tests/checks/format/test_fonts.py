"""The fonts and sizes of the text, its headings and its title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import BODY, CLEAN, LONG, STYLES, TITLE, look, p, r, styled
from tests.word.reading.markup import cell, row, table

from jixiao.diagnostic import Severity

FANGSONG = look("仿宋_GB2312", 32)


@pytest.mark.parametrize("font", ["宋体", "等线", "微软雅黑", "楷体", "Times New Roman"])
def test_a_text_in_another_font_is_told_once_with_how_many_paragraphs(only, font):
    found = only(CLEAN.changed("styles", FANGSONG, look(font, 32)), "F211")

    assert f"正文的字体是{font}，不是仿宋" in found.message
    assert "（同样的共5处）" in found.message
    assert found.place.text == LONG


FANGSONGS = ["仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋"]
FANGSONGS += ["STFangsong", "CESI仿宋-GB2312", "@仿宋_GB2312", "FZFangSong-Z02S"]


@pytest.mark.parametrize("font", FANGSONGS)
def test_a_fangsong_of_any_foundry_is_fangsong(codes, font):
    assert codes(CLEAN.changed("styles", "仿宋_GB2312", font)) == []


def test_latin_letters_in_times_new_roman_are_right(codes):
    latin = CLEAN.changed("styles", 'w:ascii="仿宋_GB2312"', 'w:ascii="Times New Roman"')

    assert codes(latin) == []


def test_a_text_in_another_size_is_told_once(only):
    smaller = CLEAN.changed("styles", FANGSONG, look("仿宋_GB2312", 28))
    for font in ("黑体", "楷体_GB2312"):
        smaller = smaller.changed("styles", look(font), look(font, 32))
    smaller = smaller.changed(
        "styles",
        '<w:outlineLvl w:val="2"/></w:pPr><w:rPr>',
        '<w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:sz w:val="32"/>',
    )

    assert "四号，不是三号（同样的共5处）" in only(smaller, "F212").message


def test_a_text_without_any_size_is_ten_points(only):
    styles = STYLES.replace('<w:sz w:val="32"/>', "")
    for font in ("黑体", "楷体_GB2312"):
        styles = styles.replace(look(font), look(font, 32))
    file = replace(CLEAN, styles=styles, body=tuple(one for one in BODY if "1." not in one))

    assert "10磅" in only(file, "F212").message


@pytest.mark.parametrize(
    ("old", "new", "heading", "looks"),
    [
        (
            look("黑体"),
            look("宋体", 36),
            "一级标题“一、预算单位基本情况”",
            "宋体小二号，应为黑体三号",
        ),
        (look("楷体_GB2312"), look("仿宋"), "二级标题“（一）主要职能”", "仿宋三号，应为楷体三号"),
    ],
)
def test_headings_of_another_font_are_told_once_a_level(only, old, new, heading, looks):
    found = only(CLEAN.changed("styles", old, new), "F213")

    assert found.message == f"{heading}用的是{looks}（同样的共2处）"
    assert found.severity is Severity.WARNING
    assert len(found.related) == 1


@pytest.mark.parametrize(
    "font", ["方正黑体_GBK", "SimHei", "方正黑体简体", "CESI黑体-GB2312", "华文黑体"]
)
def test_a_heiti_of_any_foundry_is_heiti(codes, font):
    assert codes(CLEAN.changed("styles", look("黑体"), look(font))) == []


def test_yahei_is_no_heiti(codes):
    assert codes(CLEAN.changed("styles", look("黑体"), look("微软雅黑"))) == ["F213"]


def test_a_deep_heading_of_another_font_is_only_asked_about(only):
    heading = styled("heading 3", r("2.加强市场秩序治理", look("楷体_GB2312")))

    found = only(CLEAN.with_body(heading, p(LONG)), "F213")

    assert found.severity is Severity.QUESTION


def test_bold_headings_are_right(codes):
    assert codes(CLEAN.changed("styles", look("黑体"), look("黑体", more="<w:b/>"))) == []


@pytest.mark.parametrize(
    "font", ["方正小标宋_GBK", "华文中宋", "FZXiaoBiaoSong-B05S", "方正小标宋_GB2312"]
)
def test_a_xiaobiaosong_of_any_foundry_is_right_for_the_title(codes, font):
    assert codes(CLEAN.changed("styles", "方正小标宋简体", font)) == []


@pytest.mark.parametrize(("font", "size"), [("宋体", 44), ("方正小标宋简体", 36)])
def test_a_title_of_another_font_or_size_is_told(only, font, size):
    found = only(CLEAN.changed("styles", look("方正小标宋简体", 44), look(font, size)), "F214")

    assert found.place.text.startswith("某县市场监督管理局")


def test_a_smaller_line_below_the_title_and_a_cover_are_left_alone(codes):
    author = styled("Title", r("（某县市场监督管理局）", look("楷体_GB2312", 32)))
    cover = styled("Title", r("部门整体支出绩效自评报告", look("宋体", 52)))
    own_page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    assert codes(replace(CLEAN, body=(TITLE, author, *BODY[1:]))) == []
    assert codes(replace(CLEAN, body=(cover, own_page, *BODY[1:]))) == []


def test_the_red_name_of_an_office_above_the_title_is_left_alone(codes):
    red = styled(
        "Title",
        r("某县市场监督管理局文件", look("方正小标宋简体", 80, '<w:color w:val="FF0000"/>')),
    )

    assert codes(replace(CLEAN, body=(red, *BODY))) == []


def test_a_table_and_an_attachment_are_not_judged(codes):
    small = table(row(cell(p(r(LONG, look("宋体", 21))))))
    attached = (p("附件1"), p(r(LONG, look("宋体", 21))))

    assert codes(CLEAN.with_body(small, *attached)) == []


def test_a_text_box_is_not_judged(codes):
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{p(r(LONG, look('宋体', 21)))}</w:txbxContent>"
        "</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )

    assert codes(CLEAN.with_body(box)) == []
