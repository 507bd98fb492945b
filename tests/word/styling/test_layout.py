"""Paragraphs, sections, page numbers, properties and what is carried."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.checks.format.bureau import CLEAN, SECTION, p, r, style
from tests.word.reading.markup import packed

from jixiao.model.layout import Indent, LineRule, Margins, Spacing

DEFAULT = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:line="300"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def file(*blocks: str, styles: str = "", section: str = SECTION, **parts):
    return replace(CLEAN, body=blocks, styles=styles, section=section, **parts).packed()


def only(layout):
    (found,) = layout.lines
    return found


def test_spacing_is_inherited_attribute_by_attribute(set_as):
    styles = DEFAULT + style("Normal", '<w:spacing w:lineRule="exact"/>', based_on="")
    own = p("正文", properties='<w:spacing w:before="100"/>')

    assert only(set_as(file(own, styles=styles))).spacing == Spacing(300, LineRule.EXACT)


def test_a_paragraph_of_which_nothing_is_said_is_set_solid(set_as):
    found = only(set_as(file(p("正文"))))

    assert found.spacing == Spacing(240, LineRule.AUTO)
    assert found.indent == Indent()
    assert found.is_on_grid


@pytest.mark.parametrize(
    ("own", "indent"),
    [
        ('<w:ind w:firstLine="640" w:firstLineChars="200"/>', Indent(0, 0, 640, 200)),
        ('<w:ind w:hanging="640"/>', Indent(0, 0, -640, 0)),
        ('<w:ind w:start="100"/>', Indent(100, 0, 0, 0)),
        ('<w:ind w:left="1cm"/>', Indent(567, 0, 0, 0)),
        ('<w:ind w:left="1440.4"/>', Indent(1440, 0, 0, 0)),
        ('<w:ind w:left="viel"/>', Indent()),
    ],
)
def test_an_indent_is_read_in_whatever_unit(set_as, own, indent):
    assert only(set_as(file(p("正文", properties=own)))).indent == indent


def test_an_indent_of_the_first_line_takes_back_one_that_hangs_out(set_as):
    styles = style("Normal", '<w:ind w:hanging="300"/>', based_on="")
    own = p("正文", properties='<w:ind w:firstLine="640"/>')

    assert only(set_as(file(own, styles=styles))).indent.first_line == 640


@pytest.mark.parametrize(
    ("own", "indent"),
    [
        ('<w:ind w:firstLineChars="0"/>', Indent(300, 0, 0, 0)),
        ('<w:ind w:leftChars="0" w:firstLineChars="0"/>', Indent()),
        ('<w:ind w:firstLine="420" w:firstLineChars="0"/>', Indent(300, 0, 420, 0)),
        ('<w:ind w:hangingChars="100"/>', Indent(300, 0, 0, -100)),
    ],
)
def test_an_indent_in_characters_hides_the_style_s_in_lengths(set_as, own, indent):
    styles = style("Normal", '<w:ind w:left="300" w:firstLine="640"/>', based_on="")

    assert only(set_as(file(p("正文", properties=own), styles=styles))).indent == indent


def test_lines_know_their_section_and_how_many_breaks_are_before_them(set_as):
    section = f"<w:sectPr>{SECTION}</w:sectPr>"
    continuous = SECTION.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    blocks = (
        p("甲", BREAK),
        p(BREAK, "乙"),
        p("丙", properties="<w:pageBreakBefore/>"),
        p("丁", properties=section),
        p("戊"),
    )

    found = set_as(file(*blocks, section=continuous)).lines

    assert [(one.place.text, one.section, one.sheet) for one in found] == [
        ("甲", 0, 0),
        ("乙", 0, 2),
        ("丙", 0, 3),
        ("丁", 0, 3),
        ("戊", 1, 3),
    ]


def test_a_break_that_stands_in_two_forms_is_counted_once(set_as):
    forms = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{BREAK}</mc:Choice>'
        f"<mc:Fallback>{BREAK}</mc:Fallback></mc:AlternateContent>"
    )

    found = set_as(packed(p("甲", forms) + p("乙"))).lines

    assert [one.sheet for one in found] == [0, 1]


def test_a_break_or_a_text_in_a_box_is_none_of_the_page_that_the_box_is_on(set_as):
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框', BREAK)}</w:txbxContent>"
    box += "</v:textbox></w:pict></w:r>"

    found = set_as(packed(p(box, BREAK, "甲") + p("乙"))).lines

    sheets = {one.place.text: one.sheet for one in found}
    assert (sheets["甲"], sheets["乙"]) == (1, 1)


def test_a_section_that_a_tracked_change_left_is_none(set_as):
    old = f"<w:sectPr>{SECTION}</w:sectPr>"
    change = f'<w:sectPrChange w:id="1" w:author="张三">{old}</w:sectPrChange>'

    assert len(set_as(file(p("正文"), section=SECTION + change)).sections) == 1


def test_a_section_s_paper_and_margins_are_read_with_the_gutter(set_as):
    section = (
        '<w:pgSz w:w="210mm" w:h="297mm"/>'
        '<w:pgMar w:top="-2098" w:right="1474" w:bottom="1984" w:left="1021" w:gutter="567"/>'
        '<w:docGrid w:linePitch="312"/>'
    )

    (found,) = set_as(file(p("正文"), section=section)).sections

    assert (found.width, found.height) == (11906, 16838)
    assert found.margins == Margins(2098, 1474, 1984, 1588)
    assert found.grid_pitch == 0
    assert not found.is_landscape


def test_margins_that_are_not_said_are_unknown(set_as):
    (found,) = set_as(file(p("正文"), section='<w:pgSz w:w="11906" w:h="16838"/>')).sections

    assert found.margins is None


def test_a_section_without_footers_has_those_of_the_one_before(set_as):
    first = f"<w:sectPr>{SECTION}</w:sectPr>"
    second = SECTION[SECTION.index("<w:pgSz") :]

    one, other = set_as(file(p("甲", properties=first), p("乙"), section=second)).sections

    assert one.page_numbers == other.page_numbers
    assert {one.pages: one.alignment for one in other.page_numbers} == {
        "default": "right",
        "even": "left",
    }
    assert {one.text for one in other.page_numbers} == {"— 1 —"}
    assert {one.size for one in other.page_numbers} == {28}


def test_a_footer_of_other_pages_than_there_are_is_none(set_as):
    field = f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>'
    references = "".join(
        f'<w:footerReference w:type="{pages}" r:id="footer1"/>' for pages in ("odd", "first")
    )
    body = p("正文") + f"<w:sectPr>{references}</w:sectPr>"

    (section,) = set_as(packed(body, footer1=f"<w:p>{field}</w:p>")).sections

    assert [one.pages for one in section.page_numbers] == ["first"]


def test_a_footer_of_several_sections_has_the_dashes_of_each(set_as):
    field = f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>'
    footer = '<w:footerReference w:type="default" r:id="footer1"/>'
    dashed = f'<w:sectPr>{footer}<w:pgNumType w:fmt="numberInDash"/></w:sectPr>'
    body = p("甲", properties=dashed) + p("乙") + f"<w:sectPr>{footer}</w:sectPr>"

    found = set_as(packed(body, footer1=f"<w:p>{field}</w:p>")).sections

    assert [one.text for section in found for one in section.page_numbers] == ["- 1 -", "1"]


def test_a_page_number_of_a_simple_field_is_read(set_as):
    field = f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">{r("3")}</w:fldSimple>'
    footer = f"<w:p>{r('第')}{field}</w:p>"

    (section,) = set_as(file(p("正文"), footers=(footer, footer))).sections

    assert {one.text for one in section.page_numbers} == {"第1"}


@pytest.mark.parametrize("code", ["NUMPAGES", "PAGEREF _Toc1", "SECTIONPAGES"])
def test_other_fields_are_no_page_number(set_as, code):
    footer = f'<w:p><w:fldSimple w:instr="{code}">{r("3")}</w:fldSimple></w:p>'

    (section,) = set_as(file(p("正文"), footers=(footer, footer))).sections

    assert section.page_numbers == ()


def test_properties_are_read_and_days_that_are_none_left_out(set_as):
    core = {
        "dc:title": " 标题 ",
        "dc:creator": "张三",
        "cp:lastModifiedBy": "李四",
        "dcterms:created": "2006-09-13T11:21:51Z",
        "dcterms:modified": "不详",
    }
    app = "<Template>Normal.dotm</Template><Company>某局</Company>"

    found = set_as(file(p("正文"), core=core, app=app)).properties

    assert (found.title, found.author, found.last_modified_by) == ("标题", "张三", "李四")
    assert (found.template, found.company) == ("Normal.dotm", "某局")
    assert found.created == datetime.date(2006, 9, 13)
    assert found.modified is None
    assert found.last_printed is None


def test_a_file_without_styles_settings_or_footers_has_a_layout(set_as):
    found = set_as(packed(p("正文")))

    assert only(found).stretches[0].size == 20
    assert found.sections == ()
