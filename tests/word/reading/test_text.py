"""What of a paragraph is text: that which a person sees."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import abstract, cell, level, num, numbered, p, r, row, table

from jixiao.model.outline import StrayKind


def field(code: str, result: str, inner: str = "") -> str:
    """Return the runs of a complex field."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    )
    return (
        f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{inner}"
        f"{separate}{r(result) if result else ''}{end}"
    )


def drawn(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}"


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
ALTERNATIVES = (
    "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice>"
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
TEXTS = {
    "runs": (r("年初预算") + r("993.19", "<w:b/>") + r("万元"), "年初预算993.19万元"),
    "tab": ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
    "hyphens": ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>B</w:t></w:r>", "A-B"),
    "page breaks around": (
        '<w:r><w:br w:type="page"/><w:t>甲</w:t><w:br w:type="column"/></w:r>',
        "甲",
    ),
    "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
    "symbol without the private area": (
        '<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>',
        "□",
    ),
    "arrow": ('<w:r><w:sym w:font="Symbol" w:char="F0AE"/></w:r>', "→"),
    "unknown symbol": ('<w:r><w:sym w:font="某某字体" w:char="F123"/></w:r>', "□"),
    "broken symbol": ('<w:r><w:sym w:font="Wingdings" w:char="xyz"/></w:r>', "□"),
    "symbol as text": (r("\uf0fc", WINGDINGS) + r("完成"), "√完成"),
    "letters of a symbol font": (r("ü", WINGDINGS) + r("ü"), "√ü"),
    "ruby": (
        "<w:r><w:ruby><w:rt><w:r><w:t>zhuo</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>涿</w:t></w:r></w:rubyBase></w:ruby></w:r>" + r("州"),
        "涿州",
    ),
    "link": (f"<w:hyperlink>{r('见附表')}</w:hyperlink>", "见附表"),
    "control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt>", "甲"),
    "control in a control": (
        (
            f"<w:sdt><w:sdtContent>{r('甲')}<w:sdt><w:sdtContent>{r('乙')}</w:sdtContent></w:sdt>"
            "</w:sdtContent></w:sdt>"
        ),
        "甲乙",
    ),
    "smart tag": (
        f"<w:smartTag><w:customXml>{r('株洲')}</w:customXml></w:smartTag>",
        "株洲",
    ),
    "direction": (f"<w:bdo>{r('甲')}</w:bdo><w:dir>{r('乙')}</w:dir>", "甲乙"),
    "simple field": (f'<w:fldSimple w:instr="DATE">{r("2023年")}</w:fldSimple>', "2023年"),
    "field": (field("DATE \\@ yyyy", "2023"), "2023"),
    "field in the code of a field": (field("IF ", "是", field("X", "否")), "是"),
    "field in the result of a field": (
        field("HYPERLINK", "", "") + field("REF a", "甲") + r("乙"),
        "甲乙",
    ),
    "field without result": (drawn(" XE 索引 ") + r("甲"), "甲"),
    "field that never ends": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("甲"), "甲"),
    "end without field": ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("甲"), "甲"),
    "separator without field": (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("甲"),
        "甲",
    ),
    "ringed number": (drawn("eq \\o\\ac(○,3)") + r("监管"), "③监管"),
    "ringed character": (drawn("EQ \\o\\ac(□,密)"), "密"),
    "reading": (
        drawn('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhuō),涿)') + r("州"),
        "涿州",
    ),
    "ticked box": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("是"),
        "☑是",
    ),
    "choice": (ALTERNATIVES.format(r("新"), r("旧")), "新"),
    "choice in a run": (
        "<w:r>" + ALTERNATIVES.format("<w:t>新</w:t>", "<w:t>旧</w:t>") + "</w:r>",
        "新",
    ),
    "fallback": (
        f"<mc:AlternateContent><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>",
        "旧",
    ),
    "insertion": (f'<w:ins w:author="张三">{r("新增")}</w:ins>', "新增"),
    "deletion": (
        r("甲") + '<w:del w:author="张三"><w:r><w:delText>乙</w:delText></w:r></w:del>',
        "甲",
    ),
    "move": (
        f"<w:moveFrom>{r('甲')}</w:moveFrom>" + r("乙") + f"<w:moveTo>{r('甲')}</w:moveTo>",
        "乙甲",
    ),
    "hidden": (r("甲") + r("乙", "<w:vanish/>") + r("丙", '<w:vanish w:val="0"/>'), "甲丙"),
    "blanks that do not count": ("<w:r><w:t> 甲 </w:t></w:r>" + r("乙"), "甲乙"),
    "line feed in the markup": (r("甲\n乙"), "甲 乙"),
}


def m(name: str, *inner: str) -> str:
    return f"<m:{name}>{''.join(inner)}</m:{name}>"


def mr(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


SUM = '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
SQUARE = '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>'
FORMULAS = {
    "fraction": (mr("x=") + m("f", m("num", mr("a")), m("den", mr("b"))), "x=a/b"),
    "compound": (m("f", m("num", mr("a+b")), m("den", mr("c−d"))), "(a+b)/(c−d)"),
    "brackets": (m("d", m("e", mr("a"))) + m("d", SQUARE, m("e", mr("b"))), "(a)[b]"),
    "sum": (m("nary", SUM, m("sub", mr("i")), m("sup", mr("n")), m("e", mr("x"))), "∑inx"),
    "integral": (m("nary", m("e", mr("x"))), "∫x"),
    "root": (m("rad", m("deg"), m("e", mr("x+1"))), "√(x+1)"),
    "power": (m("sSup", m("e", mr("x")), m("sup", mr("2"))), "x^2"),
}


@pytest.mark.parametrize(("markup", "expected"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_is_read_in_one_line(texts, markup, expected):
    assert texts(p("<m:oMathPara>" + m("oMath", markup) + "</m:oMathPara>")) == [expected]


@pytest.mark.parametrize(("markup", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_text_is_what_a_person_sees(texts, markup, expected):
    assert texts(p(markup)) == [expected]


def test_a_soft_break_makes_two_lines_of_one_paragraph(read):
    one = read(p("<w:r><w:t>某市某局</w:t><w:br/><w:t>自评报告</w:t></w:r>") + p("正文"))

    assert [line.text.value for line in one.lines] == ["某市某局", "自评报告", "正文"]
    assert [line.text.place().line for line in one.lines] == [1, 1, 2]


def test_a_page_that_is_broken_within_text_breaks_the_line(texts):
    assert texts(p('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>附件1</w:t></w:r>')) == [
        "甲",
        "附件1",
    ]


def test_blocks_may_have_alternatives(texts):
    assert texts(ALTERNATIVES.format(p("新"), p("旧")) + p("后")) == ["新", "后"]


def test_a_table_in_a_header_is_read(read):
    one = read(
        p("甲") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
        header1=table(row("某局", cell(p("内部", box(p("密")))))) + p("线"),
    )

    assert [stray.text.value for stray in one.strays] == ["线", "某局", "内部", "密"]


def test_a_field_may_go_on_over_paragraphs(texts):
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>INCLUDETEXT a</w:instrText></w:r>"

    body = p(begin, code, separate, "甲") + p("乙") + p("丙", end, "丁")

    assert texts(body) == ["甲", "乙", "丙丁"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_with_the_next(texts):
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'

    assert texts(p("甲", properties=gone) + p("乙") + p("丙")) == ["甲乙", "丙"]


def test_a_paragraph_whose_mark_is_deleted_stops_before_a_table(texts):
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'

    body = p("甲", properties=gone) + f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"

    assert texts(body + p("丙")) == ["甲", "乙", "丙"]


def test_text_hidden_by_a_style_is_hidden(texts):
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        p("甲", r("乙", '<w:rStyle w:val="c"/>'))
        + p("丙", properties='<w:pStyle w:val="h"/>')
        + p("丁")
    )

    assert texts(body, styles=styles) == ["甲", "丁"]


def test_what_two_styles_hide_is_shown(texts):
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    shown = r("甲", '<w:rStyle w:val="c"/>')

    assert texts(p(shown, properties='<w:pStyle w:val="h"/>'), styles=styles) == ["甲"]


def box(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    picture = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return f"<w:r>{ALTERNATIVES.format(drawing, picture)}</w:r>"


def test_a_text_box_stands_once_behind_its_paragraph(read):
    one = read(p("甲", box(p("乙"), p("丙", box(p("丁")))), "戊") + p("己"))

    assert [line.text.value for line in one.lines] == ["甲戊", "乙", "丙", "丁", "己"]
    assert [line.text.place().address for line in one.lines] == ["", *["文本框"] * 3, ""]


def test_notes_headers_and_footers_stand_apart_behind_the_body(read):
    margins = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
    one = read(
        p("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>') + margins + "</w:sectPr>",
        footnotes=f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("按决算口径。")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("尾注文字")}</w:endnote>',
        header1=p("某市某局"),
        footer1=p("— 1 —") + p(""),
    )

    assert [line.text.value for line in one.lines] == ["甲"]
    assert [(one.kind, one.text.value, one.text.place().address) for one in one.strays] == [
        (StrayKind.NOTE, "按决算口径。", "脚注1"),
        (StrayKind.NOTE, "尾注文字", "尾注1"),
        (StrayKind.HEADER, "某市某局", "页眉"),
        (StrayKind.FOOTER, "— 1 —", "页脚"),
    ]


def test_blanks_and_page_numbers_are_strays(read):
    one = read(p("") + p("　　甲 ") + p("— 2 —") + p("[bookmark: _GoBack]（一）乙") + p(""))

    assert [line.text.value for line in one.lines] == ["甲", "（一）乙"]
    assert [(one.kind, one.text.value) for one in one.strays] == [
        (StrayKind.BLANK, ""),
        (StrayKind.INDENT, "　　"),
        (StrayKind.TRAILING, " "),
        (StrayKind.PAGE_NUMBER, "— 2 —"),
        (StrayKind.REMNANT, "[bookmark: _GoBack]"),
    ]


def test_a_table_of_contents_is_a_stray(read):
    control = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    body = (
        f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
        + p("一、甲\t1", properties='<w:pStyle w:val="t"/>')
        + p(field("TOC \\o", "二、乙 2"))
        + p("一、甲")
    )

    one = read(body, styles=styles)

    assert [line.text.value for line in one.lines] == ["一、甲"]
    assert {stray.kind for stray in one.strays} == {StrayKind.CONTENTS}


def test_a_field_whose_end_is_deleted_hides_nothing_behind_it(texts):
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    )

    assert texts(
        p(begin, separate, "甲", f'<w:del w:author="x">{end}</w:del>', "乙") + p("丙")
    ) == [
        "甲乙",
        "丙",
    ]


def test_a_field_that_is_open_in_a_text_box_ends_with_it(texts):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert texts(p("甲", box(p(begin, "乙")), "丙") + p(end, "丁")) == ["甲丙", "乙", "丁"]


def test_a_line_feed_in_a_formula_a_field_or_a_mark_breaks_no_line(read):
    numbering = abstract(0, level(0, "decimal", "%1&#10;、")) + num(1, 0)
    formula = m("oMath", mr("a\nb"))
    inner = formula + drawn("EQ \\o\\ac(○,甲\n乙)")

    one = read(numbered("", 1).replace("</w:p>", inner + "</w:p>"), numbering=numbering)

    assert one.source.content == "1 、a b甲 乙"
