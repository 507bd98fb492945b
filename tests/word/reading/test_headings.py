"""Which lines are headings, and how deep: by style, by outline, by mark and looks together."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import abstract, level, num, p, r

from jixiao.model.manuscript import Role


def style(style_id: str, name: str, more: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{base}{more}</w:style>"
    )


def outline(at: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{at}"/></w:pPr>'


def styled(text: str, style_id: str) -> str:
    return p(text, properties=f'<w:pStyle w:val="{style_id}"/>')


def look(font: str, size: int = 32, more: str = "") -> str:
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}"/>{more}<w:sz w:val="{size}"/>'


def body(text: str = "本局编制68名，在职56名。全年办理企业登记5487户。") -> str:
    return p(r(text, look("仿宋_GB2312")))


def seen(one):
    return [(line.text.value, line.level) for line in one.lines if line.level or line.role]


STYLES = (
    style("1", "heading 1", outline(0))
    + style("2", "heading 2", outline(1))
    + style("3", "heading 3", outline(2))
    + style("T", "Title")
    + style("my", "我的标题", based_on="2")
    + style("o", "大纲", outline(2))
    + style("n", "正文加重", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="2")
    + style("c", "环", based_on="d")
    + style("d", "环2", based_on="c")
)


@pytest.mark.parametrize(
    ("style_id", "expected"),
    [("1", 1), ("2", 2), ("3", 3), ("my", 2), ("o", 3), ("n", 0), ("c", 0), ("gone", 0)],
)
def test_a_heading_is_known_by_its_style(read, style_id, expected):
    text = styled("一、总则", "1") + styled("工作情况", style_id) + styled("二、附则", "1")

    assert read(text, styles=STYLES).lines[1].level == expected


@pytest.mark.parametrize(
    "name",
    [
        "heading 2",
        "Heading 2",
        "标题 2",
        "标题2",
        "二级标题",
        "公文二级标题",
        "标题二",
        "heading 2,节",
    ],
)
def test_a_style_of_headings_is_known_by_its_name(read, name):
    text = styled("一、总则", "1") + styled("工作情况", "x") + styled("二、附则", "1")

    assert read(text, styles=STYLES + style("x", name)).lines[1].level == 2


@pytest.mark.parametrize("style_id", ["Heading2", "标题2", "berschrift2", "Titre2"])
def test_a_style_that_is_not_defined_is_known_by_its_id(read, style_id):
    text = (
        styled("一、总则", "Heading1")
        + styled("工作情况", style_id)
        + styled("二、附则", "Heading1")
    )

    assert [line.level for line in read(text).lines] == [1, 2, 1]


def test_a_heading_is_known_by_its_own_outline_level(read):
    text = p("一、总则", properties='<w:outlineLvl w:val="0"/>') + body()

    assert seen(read(text)) == [("一、总则", 1)]


def test_a_long_text_in_the_style_of_a_heading_is_none(read):
    text = "全年共办理企业登记5487户，同比增长12.3%。其中新增个体工商户3956户，注销1181户。"
    one = read(styled("一、总则", "1") + styled(text * 2, "2"), styles=STYLES)

    assert seen(one) == [("一、总则", 1)]


def test_a_mark_says_how_deep_a_heading_is_where_the_title_took_the_first_level(read):
    one = read(
        styled("2023年度自评报告", "1")
        + styled("一、基本情况", "2")
        + styled("（一）主要职能", "3")
        + styled("其他", "3")
        + styled("二、收支情况", "2"),
        styles=STYLES,
    )

    assert [(line.level, line.role) for line in one.lines] == [
        (0, Role.TITLE),
        (1, None),
        (2, None),
        (2, None),
        (1, None),
    ]


def test_a_lone_heading_above_all_is_the_title_without_marks_too(read):
    one = read(
        styled("自评报告", "1") + styled("基本情况", "2") + styled("职能", "3"), styles=STYLES
    )

    assert [(line.level, line.role) for line in one.lines] == [
        (0, Role.TITLE),
        (1, None),
        (2, None),
    ]


def test_a_title_in_two_headings_above_all_is_the_title(read):
    one = read(
        styled("某市某局", "1")
        + styled("自评报告", "1")
        + styled("一、基本情况", "2")
        + styled("附件", "1"),
        styles=STYLES,
    )

    assert [(line.level, line.role) for line in one.lines] == [
        (0, Role.TITLE),
        (0, Role.TITLE),
        (1, None),
        (1, None),
    ]


def test_a_first_chapter_without_a_mark_is_no_title(read):
    text = styled("前言", "1") + styled("说明", "2") + styled("总则", "1") + styled("职能", "2")

    assert [line.level for line in read(text, styles=STYLES).lines] == [1, 2, 1, 2]


def test_bold_text_throughout_makes_no_headings(read):
    bold = look("仿宋_GB2312", more="<w:b/>")

    one = read(p(r("1.登记注册", bold)) + p(r("全年办理企业登记5487户。" * 3, bold)))

    assert seen(one) == []


def test_decimal_headings_are_as_deep_as_their_styles(read):
    text = styled("1.总则", "1") + styled("1.1职能", "2") + styled("1.1.1登记", "3")

    assert [line.level for line in read(text + text, styles=STYLES).lines] == [1, 2, 3, 1, 2, 3]


def test_a_mark_that_word_counts_is_as_good_as_a_typed_one(read):
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="2"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="3"/>'),
    ) + num(1, 0)
    counted = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("2", "heading 2", counted) + style("3", "heading 3", counted)

    one = read(
        styled("基本情况", "2") + styled("职能", "3") + styled("收支情况", "2"),
        numbering=numbering,
        styles=styles,
    )

    assert seen(one) == [("一、基本情况", 1), ("（一）职能", 2), ("二、收支情况", 1)]


def test_a_title_is_known_by_its_style(read):
    one = read(styled("某市某局", "T") + styled("自评报告", "T") + body(), styles=STYLES)

    assert [line.role for line in one.lines] == [Role.TITLE, Role.TITLE, None]


def test_a_title_is_known_by_its_size(read):
    large = p(
        r("某市某局自评报告", look("方正小标宋简体", 44)), properties='<w:jc w:val="center"/>'
    )

    one = read(large + body() + large)

    assert [line.role for line in one.lines] == [Role.TITLE, None, None]


@pytest.mark.parametrize(
    ("text", "appearance", "expected"),
    [
        ("一、预算单位基本情况", look("黑体"), 1),
        ("一、预算单位基本情况", look("仿宋_GB2312", more="<w:b/>"), 1),
        ("（一）主要职能。", look("楷体_GB2312"), 2),
        ("1.登记注册，服务企业", look("仿宋_GB2312", more="<w:b/>"), 3),
        ("一、预算单位基本情况", look("仿宋_GB2312"), 0),
        ("一、预算单位基本情况", look("黑体", 24), 0),
        ("一、本局编制68名。在职56名", look("黑体"), 0),
        ("一、本局编制68名，", look("黑体"), 0),
        ("重要提示", look("黑体"), 0),
    ],
)
def test_a_heading_is_known_by_its_mark_and_its_looks(read, text, appearance, expected):
    assert read(body() + p(r(text, appearance)) + body()).lines[1].level == expected


def test_a_line_in_two_looks_is_no_heading(read):
    run_in = r("1.登记注册。", look("黑体")) + r("办理5487户。", look("仿宋_GB2312"))

    assert read(body() + p(run_in) + body()).lines[1].level == 0


def test_headings_without_marks_are_known_by_their_fonts(read):
    hei, kai = look("黑体"), look("楷体_GB2312")
    text = p(r("基本情况", hei)) + body() + p(r("主要职能", kai)) + body() + p(r("收支", hei))

    one = read(text + body())

    assert seen(one) == [("基本情况", 1), ("主要职能", 2), ("收支", 1)]


def test_fonts_make_no_headings_beside_marks(read):
    hei = look("黑体")
    text = p("一、基本情况") + p(r("重要提示", hei)) + body() + p(r("特别说明", hei)) + body()

    assert seen(read(text)) == []
