"""What stands out within running text: pasted passages, theme fonts, colours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import CLEAN, LONG, SENTENCE, STYLES, look, p, r

from jixiao.diagnostic import Severity

PASTED = "全年争议金额429万元，挽回经济损失252万元。"
THEME = (
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="{0}"/><a:font script="Hant" typeface="新細明體"/>'
    "</a:minorFont>"
)
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsia="仿宋"/>'


def between(*runs: str) -> str:
    return p(r(SENTENCE), *runs, r(SENTENCE))


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        (look("宋体", 24), "宋体小四号"),
        (look("宋体"), "宋体，"),
        (look(half_points=24), "小四号"),
        (look("楷体", 30), "楷体小三号"),
    ],
)
def test_a_pasted_passage_is_told_at_its_words(only, properties, shown):
    found = only(CLEAN.with_body(between(r(PASTED, properties))), "F215")

    assert found.place.text == PASTED
    assert shown in found.message
    assert "其他正文是仿宋_GB2312三号" in found.message


def test_a_passage_in_several_runs_is_one_and_several_passages_are_one_finding(only):
    odd = look("宋体")
    parts = (r("争议金额合计", odd), r("429", look("Arial")), r("万元，都已办结。", odd))

    found = only(CLEAN.with_body(between(*parts), between(r(PASTED, odd))), "F215")

    assert found.place.text == "争议金额合计429万元，都已办结。"
    assert "（同样的共2处）" in found.message
    assert [one.place.text for one in found.related] == [PASTED]


@pytest.mark.parametrize(
    "paragraph",
    [
        # a rare character, digits in Times New Roman, words set off, the lead of a paragraph
        between(r("㵲水", look("宋体"))),
        between(r("429", look("Times New Roman")), r("件。")),
        between(r("食品安全监管", look("黑体")), r("得到加强。")),
        between(r("食品安全监管", look("楷体_GB2312", more="<w:b/>"))),
        p(r("1.食品安全监管。", look("宋体", more="<w:b/>")), r(LONG)),
        p(r("一是强化监管。", look("黑体")), r(LONG)),
        p(r(" ", look("宋体", 21)), r(LONG)),
    ],
)
def test_what_is_set_off_on_purpose_is_left_alone(codes, paragraph):
    assert codes(CLEAN.with_body(paragraph)) == []


def test_a_paragraph_of_another_style_is_a_pasted_passage(only):
    pasted = f'<w:p><w:pPr><w:pStyle w:val="web"/></w:pPr>{r(LONG)}</w:p>'
    web = (
        '<w:style w:type="paragraph" w:styleId="web"><w:name w:val="Normal (Web)"/>'
        f'<w:basedOn w:val="a"/><w:rPr>{look("宋体", 24)}</w:rPr></w:style>'
    )

    found = only(replace(CLEAN, styles=STYLES + web).with_body(pasted), "F215")

    assert found.place.text == LONG


def test_digits_in_a_theme_font_are_asked_about(only):
    styles = STYLES.replace(look("仿宋_GB2312", 32), f'{THEMED}<w:sz w:val="32"/>')

    found = only(replace(CLEAN, styles=styles, theme=THEME.format("仿宋")), "F216")

    assert found.severity is Severity.QUESTION
    assert "Calibri" in found.message


def test_han_characters_in_a_theme_font_should_be_changed(only):
    themed = '<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/>'
    styles = STYLES.replace(look("仿宋_GB2312", 32), themed)

    found = only(replace(CLEAN, styles=styles, theme=THEME.format("仿宋")), "F216")

    assert found.severity is Severity.WARNING


def test_a_wrong_font_that_a_theme_names_is_told_once(only):
    themed = '<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/>'
    styles = STYLES.replace(look("仿宋_GB2312", 32), themed)

    assert "宋体" in only(replace(CLEAN, styles=styles, theme=THEME.format("宋体")), "F211").message


@pytest.mark.parametrize(
    "properties",
    ['<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>', '<w:color w:val="0070C0"/>'],
)
def test_coloured_or_marked_words_are_told_at_their_place(only, properties):
    found = only(CLEAN.with_body(between(r("完成率98%", properties))), "F217")

    assert found.place.text == "完成率98%"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/>',
        '<w:color w:val="333333"/>',
        '<w:color w:val="44546A" w:themeColor="text1"/>',
        '<w:highlight w:val="none"/>',
    ],
)
def test_black_is_no_colour(codes, properties):
    assert codes(CLEAN.with_body(between(r("完成率98%", properties)))) == []


def test_a_link_by_its_style_may_be_blue(codes):
    linked = (
        '<w:style w:type="character" w:styleId="a7"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/></w:rPr></w:style>'
    )
    paragraph = between(r("办事指南", '<w:rStyle w:val="a7"/>'))

    assert codes(replace(CLEAN, styles=STYLES + linked).with_body(paragraph)) == []


def test_a_link_may_be_blue(codes):
    blue = r("办事指南", '<w:color w:val="0563C1"/>')
    link = f'<w:hyperlink w:anchor="x">{blue}</w:hyperlink>'

    assert codes(CLEAN.with_body(between(link))) == []


TIMES = (
    '<w:rFonts {0}w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
)


def test_quotation_marks_of_a_latin_font_are_asked_about(only):
    found = only(CLEAN.with_body(between(r("着力“两强”战略。", TIMES.format("")))), "F218")

    assert found.place.text == "“两强”"
    assert found.severity is Severity.QUESTION


@pytest.mark.parametrize(
    "run",
    [
        r("着力“两强”战略。", TIMES.format('w:hint="eastAsia" ')),
        r("着力“两强”战略。"),
        r("出版“Word”一书。", TIMES.format("")),
    ],
    ids=["hint", "font", "English"],
)
def test_quotation_marks_of_full_width_are_left_alone(codes, run):
    assert codes(CLEAN.with_body(between(run))) == []
