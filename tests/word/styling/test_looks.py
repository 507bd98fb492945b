"""How characters look, after inheritance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import CLEAN, look, p, r, style
from tests.word.reading.markup import cell, row, table

from jixiao.model.layout import Typeface

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{0}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{1}</w:pPr></w:pPrDefault></w:docDefaults>"
)
THEME = (
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="黑体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/>'
    '<a:font script="Jpan" typeface="游明朝"/></a:minorFont>'
)
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
CHARACTER = (
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def file(*blocks: str, styles: str = "", **parts):
    return replace(CLEAN, body=blocks, styles=styles, **parts).packed()


def stretches(layout):
    return [one for line in layout.lines for one in line.stretches]


def only(layout):
    (found,) = stretches(layout)
    return found


def styled(name: str, *runs: str) -> str:
    return p(*runs, properties=f'<w:pStyle w:val="{name}"/>')


def test_the_nearest_that_is_said_counts_each_property_by_itself(set_as):
    styles = (
        DEFAULTS.format(look("宋体", 21, "<w:b/>"), "")
        + style("Normal", "", look(half_points=32), based_on="")
        + style("body", "", look("仿宋"))
    )

    found = only(
        set_as(file(styled("body", r("正文", '<w:color w:val="FF0000"/>')), styles=styles))
    )

    assert (found.east_asian.name, found.size, found.color) == ("仿宋", 32, "FF0000")
    assert found.is_bold


def test_a_style_inherits_from_those_that_it_is_based_on(set_as):
    styles = style("one", "", look("黑体", 30)) + style("two", "", look("楷体"), based_on="one")

    found = only(set_as(file(styled("two", r("正文")), styles=styles)))

    assert (found.east_asian.name, found.size) == ("楷体", 30)


def test_a_circle_of_styles_is_cut(set_as):
    styles = style("one", "", look("黑体"), based_on="two")
    styles += style("two", "", look(half_points=30), based_on="one")

    found = only(set_as(file(styled("two", r("正文")), styles=styles)))

    assert (found.east_asian.name, found.size) == ("黑体", 30)


def test_what_two_styles_switch_on_is_off_and_what_is_set_directly_stays(set_as):
    styles = style("bold", "", "<w:b/>") + CHARACTER
    runs = (r("粗"), r("不粗", '<w:rStyle w:val="strong"/>'))
    runs += (r("又粗", '<w:rStyle w:val="strong"/><w:b/>'),)

    found = stretches(set_as(file(styled("bold", *runs), styles=styles)))

    assert [(one.text, one.is_bold) for one in found] == [
        ("粗", True),
        ("不粗", False),
        ("又粗", True),
    ]


@pytest.mark.parametrize(
    ("language", "font"),
    [("zh-CN", "等线"), ("", "等线"), ("zh-TW", "新細明體"), ("ja-JP", "游明朝")],
)
def test_a_theme_s_font_is_that_of_the_file_s_language(set_as, language, font):
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
    content = file(p(r("正文", THEMED)), theme=THEME, settings=settings)

    assert only(set_as(content)).east_asian == Typeface(font, is_themed=True)


def test_a_theme_s_east_asian_font_comes_before_those_of_scripts(set_as):
    themed = '<w:rFonts w:eastAsiaTheme="majorEastAsia" w:asciiTheme="majorHAnsi"/>'

    found = only(set_as(file(p(r("正文", themed)), theme=THEME)))

    assert found.east_asian == Typeface("黑体", is_themed=True)
    assert found.ascii == Typeface("Cambria", is_themed=True)


def test_a_theme_s_font_hides_the_one_that_is_named_beside_it(set_as):
    both = '<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"/>'

    assert only(set_as(file(p(r("正文", both)), theme=THEME))).east_asian.name == "等线"


def test_a_font_that_is_named_nearer_hides_the_theme_s(set_as):
    styles = style("Normal", "", THEMED, based_on="")

    found = only(set_as(file(p(r("正文", look("仿宋"))), styles=styles, theme=THEME)))

    assert found.east_asian == Typeface("仿宋")
    assert found.ascii == Typeface("仿宋")


def test_a_theme_that_is_not_there_names_no_font(set_as):
    assert only(set_as(file(p(r("正文", THEMED))))).east_asian == Typeface()


def test_a_font_of_a_style_is_not_direct_and_one_of_the_run_is(set_as):
    styles = style("Normal", "", look("仿宋", 32), based_on="")
    runs = (r("样式"), r("直接", look("宋体")), r("重复", look("仿宋", 32)))

    found = stretches(set_as(file(p(*runs), styles=styles)))

    assert [(one.text, one.is_direct) for one in found] == [
        ("样式", False),
        ("直接", True),
        ("重复", False),
    ]


def test_neighbours_that_look_alike_are_one_stretch(set_as):
    assert only(set_as(file(p(r("一"), r("二"), r("三"))))).text == "一二三"


def test_sizes_may_have_a_unit(set_as):
    assert only(set_as(file(p(r("正文", '<w:sz w:val="16pt"/>'))))).size == 32


def test_a_cell_s_paragraphs_are_lines_of_their_own_and_known_as_a_table_s(set_as):
    found = set_as(file(p("正文"), table(row(cell(p("甲"), p("乙")), "丙")))).lines

    assert [one.is_in_cell for one in found] == [False, True, True, True]
    assert ["".join(part.text for part in one.stretches) for one in found][1:] == ["甲", "乙", "丙"]


def test_an_automatic_number_is_no_stretch(set_as):
    listed = p("深化改革", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')

    (found,) = set_as(file(listed)).lines

    assert found.is_numbered
    assert [one.text for one in found.stretches] == ["深化改革"]
