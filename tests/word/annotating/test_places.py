"""What a comment brackets: the very words, wherever in a paragraph's markup they stand."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.word.annotating.conftest import annotated, finding, on, source_of
from tests.word.annotating.marks import W, bracketed, comments, root_of
from tests.word.reading.markup import abstract, cell, level, num, p, packed, r, row, table

from jixiao.source import Source

CHANGED = 'w:id="1" w:author="张三"'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "fldChar")
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


def field(code: str, result: str) -> str:
    begin, middle, end = (FIELD.format(one) for one in ("begin", "separate", "end"))
    return f"{begin}{CODE.format(code)}{middle}{result}{end}"


def control(kind: str, inner: str) -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


SPELT = {
    "the middle of a run": p("共办理5487户，同比增长。"),
    "two runs": p("共办理", r("54", "<w:b/>"), "87户，同比增长。"),
    "a run each": p("共办理", r("5487户", "<w:b/>"), "，同比增长。"),
    "a whole paragraph": p("5487户"),
    "a hyperlink": p("共", f'<w:hyperlink w:anchor="a">{r("办理5487户，")}</w:hyperlink>', "增长"),
    "out of a hyperlink": p(f'<w:hyperlink w:anchor="a">{r("办理54")}</w:hyperlink>', "87户，"),
    "an insertion": p("共", f"<w:ins {CHANGED}>{r('办理5487户，')}</w:ins>", "增长"),
    "into an insertion": p("共54", f"<w:ins {CHANGED}>{r('87户，')}</w:ins>", "增长"),
    "text moved here": p(f"<w:moveTo {CHANGED}>{r('办理5487户，')}</w:moveTo>", "增长"),
    "a control of rich text": p("共", control("<w:richText/>", r("办理5487户，"))),
    "a control around a paragraph": control("<w:text/>", p("共办理5487户")),
    "a smart tag": p(f'<w:smartTag w:element="a">{r("办理5487户")}</w:smartTag>'),
    "a cell": table(row("甲", "共5487户。"), row("乙", "丙")),
    "a nested table": table(row(cell("甲", table(row("共5487户。")), "乙"))),
    "escaped characters": p("&lt;甲&gt;&amp;&#x4E59;5487户&#13;&quot;"),
    "one element for several texts": p(
        "<w:r><w:t>共</w:t><w:t>5487</w:t><w:t>户</w:t><w:t>多</w:t></w:r>"
    ),
    "beside signs in a run": p("<w:r><w:tab/><w:t>共5487户。</w:t><w:tab/></w:r>"),
    "text across lines of the file": p("<w:r>\n <w:rPr/>\n <w:t>共5487户。</w:t>\n</w:r>\n"),
    "a field's result, bracketed whole": p("共", field("QUOTE", r("5487户")), "。"),
}


@pytest.mark.parametrize("body", SPELT.values(), ids=SPELT)
def test_words_are_bracketed_exactly(noted, body):
    assert noted(packed(body), "5487户") == ["5487户"]


KEPT_WHOLE = {
    "a field": p("共", field("QUOTE", r("办理5487户，")), "增长"),
    "a field in one run": p(
        '共<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>办理5487户，</w:t>'
        '<w:fldChar w:fldCharType="end"/></w:r>'.removeprefix("共")
    ),
    "a field within a field": p(field("IF", r("办理") + field("QUOTE", r("5487户")) + r("，"))),
    "a simple field": p(f'<w:fldSimple w:instr="QUOTE">{r("办理5487户，")}</w:fldSimple>'),
    "a control of plain text": p("共", control("<w:text/>", r("办理5487户，")), "增长"),
    "a control filled from elsewhere": p(control("<w:dataBinding/>", r("办理5487户，"))),
    "ruby": p(f"<w:r><w:ruby><w:rubyBase>{r('办理5487户，')}</w:rubyBase></w:ruby></w:r>"),
    "a text with a comment of XML's own": p("<w:r><w:t>办理5487户，<!-- 甲 --></w:t></w:r>"),
}


@pytest.mark.parametrize("body", KEPT_WHOLE.values(), ids=KEPT_WHOLE)
def test_what_would_break_is_bracketed_whole_and_the_words_are_told(body):
    content = packed(body)

    made = annotated(content, on(content, "5487户"))

    assert bracketed(made)["0"] == "办理5487户，"
    assert "所指文字：“5487户”" in comments(made)["0"].paragraphs


def test_no_mark_stands_within_a_field_that_is_bracketed_whole():
    content = packed(p("共", field("QUOTE", r("办理5487户，")), "增长"))

    root = root_of(annotated(content, on(content, "5487户")))

    order = [etree.QName(one).localname for one in root.iter(*(W + one for one in MARKS))]
    assert order == ["commentRangeStart", *["fldChar"] * 3, "commentRangeEnd", "commentReference"]


def test_words_between_the_ends_of_a_deleted_field_are_bracketed_exactly(noted):
    begin, middle, end = (FIELD.format(one) for one in ("begin", "separate", "end"))
    deleted = [f"<w:del {CHANGED}>{one}</w:del>" for one in (begin + middle, end)]
    content = packed(p("甲", deleted[0], "乙丙丁", deleted[1]))

    assert noted(content, "丙") == ["丙"]


def test_a_field_over_several_paragraphs_is_bracketed_exactly(noted):
    begin = FIELD.format("begin") + CODE.format("TOC") + FIELD.format("separate")
    body = p(begin, "一、基本情况1") + p("二、收支情况2", FIELD.format("end")) + p("正文")

    assert noted(packed(body), "收支情况", "基本情况") == ["收支情况", "基本情况"]


def test_words_over_several_paragraphs_are_bracketed(noted):
    content = packed(p("甲乙") + p("丙丁") + p("戊己"))

    assert noted(content, "乙\n丙丁\n戊") == ["乙\n丙丁\n戊"]


def test_a_row_of_a_table_is_bracketed_from_cell_to_cell(noted):
    assert noted(packed(table(row("甲", "乙", "丙"))), "甲\n乙\n丙") == ["甲\n乙\n丙"]


@pytest.mark.parametrize(
    "words",
    [
        ("办理5487户", "5487", "487"),
        ("5487", "487", "办理5487户"),
        ("办理54", "87户"),
        ("办理548", "487户", "48"),
        ("5487", "5487", "5487"),
        ("共办理", "办理5487户", "户。"),
    ],
    ids=["nested", "outer last", "adjacent", "overlapping", "the same", "chained"],
)
def test_comments_that_meet_are_each_bracketed_exactly(noted, words):
    assert noted(packed(p("共办理5487户。")), *words) == list(words)
    assert noted(packed(p("共办", r("理54", "<w:b/>"), "87户。")), *words) == list(words)


def test_a_run_that_is_split_keeps_its_look_and_what_was_changed_of_it():
    look = f"<w:b/><w:rPrChange {CHANGED}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    content = packed(p(r("办理5487户", look)))

    root = root_of(annotated(content, on(content, "5487")))

    shown = [one for one in root.iter(W + "r") if one.find(W + "t") is not None]
    assert [one.findtext(W + "t") for one in shown] == ["办理", "5487", "户"]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in shown)
    assert all(one.find(f"{W}rPr/{W}rPrChange/{W}rPr/{W}i") is not None for one in shown)


def test_a_change_of_a_split_run_gets_an_id_of_its_own_beside_one_of_another_kind():
    said = '''r:id="rId7" w:author=" w:id='8' " w:id="1"'''
    content = packed(p(r("办理5487户", f"<w:rPrChange {said}><w:rPr/></w:rPrChange>")))

    root = root_of(annotated(content, on(content, "5487")))

    changes = list(root.iter(W + "rPrChange"))
    assert len({one.get(W + "id") for one in changes}) == 3
    assert [one.values()[0] for one in changes] == ["rId7"] * 3
    assert {one.get(W + "author") for one in changes} == {" w:id='8' "}


def test_blanks_at_a_border_are_kept_where_those_at_the_ends_do_not_count(noted):
    content = packed(p("<w:r><w:t> 甲 乙 丙 </w:t></w:r>"))

    assert noted(content, " 乙 ", "甲") == [" 乙 ", "甲"]


@pytest.mark.parametrize(
    "body", [p(), "<w:p />", p(properties='<w:jc w:val="left"/>')], ids=["single", "wide", "looks"]
)
def test_a_blank_paragraph_gets_a_comment_without_words(body):
    content = packed(p("甲") + body + p("乙"))

    made = annotated(content, [finding(source_of(content).place(2, 2))])

    assert bracketed(made) == {"0": ""}
    _, blank, _ = root_of(made).iter(W + "p")
    assert [one.get(W + "id") for one in blank.iter(W + "commentReference")] == ["0"]


def test_an_automatic_number_gets_its_comment_on_the_paragraph():
    numbering = abstract(1, level(0, "chineseCounting", "%1、")) + num(1, 1)
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    content = packed(p("基本情况", properties=counted), numbering=numbering)

    made = annotated(content, on(content, "一、"))

    assert bracketed(made) == {"0": "基本情况"}
    assert "所指文字：“一、”" in comments(made)["0"].paragraphs


def test_an_automatic_number_with_words_is_bracketed_by_the_words():
    numbering = abstract(1, level(0, "chineseCounting", "%1、")) + num(1, 1)
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    content = packed(p("基本情况", properties=counted), numbering=numbering)

    assert bracketed(annotated(content, on(content, "一、基本"))) == {"0": "基本"}


SIGNS = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"


@pytest.mark.parametrize(
    ("words", "expected"), [("\t", "\t"), ("甲\t", "甲\t"), ("\t乙", "\t乙")], ids=repr
)
def test_a_sign_that_is_no_text_is_bracketed_between_its_neighbours(noted, words, expected):
    assert noted(packed(p(SIGNS)), words) == [expected]


def test_a_place_between_characters_is_on_the_next_one_or_the_last(noted):
    content = packed(p("甲乙") + p("丙"))

    assert noted(content, (1, 1), (2, 2)) == ["乙", "乙"]


def test_what_is_on_the_file_is_on_the_first_paragraph():
    content = packed(p("题目") + p("正文"))
    places = [source_of(content).place(0, 0), Source("核实.yaml", "甲: 乙").place(0, 1)]

    made = annotated(content, [finding(one) for one in places])

    assert list(bracketed(made).values()) == ["题目", "题目"]


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    f"{p('印发5487份')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    f"<v:textbox><w:txbxContent>{p('印发5487份')}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_words_in_a_text_box_get_their_comment_on_the_box():
    content = packed(p("甲", BOX, "乙"))

    made = annotated(content, on(content, "5487份"))

    (start,) = root_of(made).iter(W + "commentRangeStart")
    assert start.getparent().getparent().tag == W + "body"
    assert bracketed(made) == {"0": "▭▭"}
    assert "所指文字：文本框“5487份”" in comments(made)["0"].paragraphs


def test_a_blank_paragraph_in_a_text_box_is_anchored_at_the_box():
    content = packed(p("甲", BOX.replace(p("印发5487份"), p("一") + p()), "乙"))

    made = annotated(content, [finding(source_of(content).place(5, 5))])

    assert bracketed(made) == {"0": "▭▭"}


def test_words_of_a_note_get_their_comment_on_its_reference():
    notes = f'<w:footnote w:id="3">{p("以决算为准")}</w:footnote>'
    content = packed(
        p("支出", '<w:r><w:footnoteReference w:id="3"/></w:r>', "万元"), footnotes=notes
    )

    made = annotated(content, on(content, "决算"))

    assert bracketed(made) == {"0": "※"}
    assert "所指文字：脚注1“决算”" in comments(made)["0"].paragraphs


def test_words_of_a_header_get_their_comment_on_the_first_paragraph():
    reference = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    content = packed(p("题目") + p("正文") + reference, header1=p("某局2022年"))

    made = annotated(content, on(content, "2022"))

    assert bracketed(made) == {"0": "题目"}
    assert "所指文字：页眉“2022”" in comments(made)["0"].paragraphs


def test_words_across_a_nested_table_are_bracketed_in_the_order_of_the_file():
    content = packed(table(row(cell("甲", table(row("乙"))), "丙")) + p("丁"))
    source = source_of(content)
    assert source.content == "甲\n丙\n乙\n丁"

    made = annotated(content, [finding(source.place(2, 5))])

    assert bracketed(made) == {"0": "乙\n丙"}
