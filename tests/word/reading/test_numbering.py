"""Automatic numbers as the text a person sees.

The expected marks are those that LibreOffice shows too, but for lvlRestart, isLgl and restarts at
an overridden number, where ISO/IEC 29500-1, 17.9 is followed.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.word.reading.markup import abstract, level, num, numbered, p, r

OFFICIAL = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
)
LEGAL = [
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2."),
    level(2, "decimal", "%1.%2.%3."),
    level(3, "decimal", "%1.%2.%3.%4."),
]


def start_at(number: int, at: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def marks(texts, numbering, *places):
    """Return the marks of paragraphs 节, each given by its list and level."""
    body = "".join(numbered("节", *place) for place in places)
    return " ".join(one.removesuffix("节") for one in texts(body, numbering=numbering))


def test_the_levels_of_an_official_outline_are_counted(texts):
    places = [(1, at) for at in (0, 1, 2, 2, 1, 2, 3, 0, 1, 1, 2, 3, 3, 4, 4, 0)]

    seen = marks(texts, OFFICIAL + num(1, 0), *places)

    assert seen == "一、 （一） 1. 2. （二） 1. （1） 二、 （一） （二） 1. （1） （2） ① ② 三、"


def test_a_level_above_that_was_skipped_counts_as_begun(texts):
    places = [(1, at) for at in (1, 1, 0, 2, 0, 3, 1)]

    seen = marks(texts, abstract(0, *LEGAL) + num(1, 0), *places)

    assert seen == "1.1. 1.2. 2. 2.1.1. 3. 3.1.1.1. 3.2."


def test_two_lists_of_one_definition_count_on_from_each_other(texts):
    numbering = abstract(0, *LEGAL) + num(1, 0) + num(2, 0)

    seen = marks(texts, numbering, (1, 0), (2, 0), (1, 0), (2, 1), (1, 1))

    assert seen == "1. 2. 3. 3.1. 3.2."


def test_a_list_that_says_where_it_starts_starts_there_once(texts):
    numbering = abstract(0, *LEGAL) + num(1, 0) + num(2, 0, start_at(5)) + num(3, 0)

    seen = marks(texts, numbering, (1, 0), (1, 0), (2, 0), (2, 1), (1, 0), (2, 0), (3, 0))

    assert seen == "1. 2. 5. 5.1. 6. 7. 8."


def test_a_level_starts_again_where_its_list_says_so(texts):
    numbering = abstract(0, *LEGAL) + num(1, 0) + num(2, 0, start_at(7, 1))

    seen = marks(texts, numbering, (1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1))

    assert seen == "1. 1.1. 1.7. 1.8. 2. 2.7."


def test_a_list_may_have_a_level_of_its_own(texts):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", 3)}</w:lvlOverride>'
    numbering = abstract(0, *LEGAL) + num(1, 0) + num(2, 0, own)

    seen = marks(texts, numbering, (1, 0), (2, 0), (2, 0), (1, 0))

    assert seen == "1. B) C) 4."


def test_a_level_that_never_restarts_counts_through(texts):
    never = level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    numbering = abstract(0, LEGAL[0], never) + num(1, 0)

    seen = marks(texts, numbering, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1))

    assert seen == "1. 1) 2) 2. 3)"


def test_a_level_restarts_by_the_level_that_it_names_only(texts):
    third = level(2, "decimal", "%3)", more='<w:lvlRestart w:val="1"/>')
    numbering = abstract(0, *LEGAL[:2], third) + num(1, 0)

    seen = marks(texts, numbering, *[(1, at) for at in (0, 1, 2, 2, 1, 2, 0, 1, 2)])

    assert seen == "1. 1.1. 1) 2) 1.2. 3) 2. 2.1. 1)"


def test_legal_numbering_is_arabic_throughout(texts):
    chapter = level(0, "chineseCounting", "第%1章")
    clause = level(1, "decimal", "%1.%2.", more="<w:isLgl/>")
    numbering = abstract(0, chapter, clause, level(2, "decimal", "%1.%2.%3.")) + num(1, 0)

    seen = marks(texts, numbering, (1, 0), (1, 1), (1, 2))

    assert seen == "第一章  1.1. 一.1.1."


@pytest.mark.parametrize(
    ("form", "text", "suffix", "written", "expected"),
    [
        ("chineseCounting", "%1、", "tab", "总则", "一、总则"),
        ("decimal", "%1.", "tab", "总则", "1.总则"),
        ("decimal", "%1.", "tab", "2023年", "1. 2023年"),
        ("decimal", "%1.", "nothing", "2023年", "1.2023年"),
        ("decimal", "%1", "tab", "总则", "1 总则"),
        ("chineseCounting", "第%1章", "space", "总则", "第一章 总则"),
        ("decimalEnclosedCircle", "%1", "space", "总则", "①总则"),
        ("decimal", "（%1）", "space", "2023年", "（1）2023年"),
    ],
)
def test_a_blank_stands_only_where_mark_and_text_would_run_together(
    texts, form, text, suffix, written, expected
):
    one = level(0, form, text, more=f'<w:suff w:val="{suffix}"/>')

    assert texts(numbered(written), numbering=abstract(0, one) + num(1, 0)) == [expected]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="off"><w:name w:val="off"/><w:basedOn w:val="2"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="d"/></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:name w:val="d"/><w:basedOn w:val="c"/></w:style>
"""


def styled(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


LINKED = abstract(
    0,
    level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
    level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>'),
) + num(1, 0)
NONE = '<w:numPr><w:numId w:val="0"/></w:numPr>'


def test_styles_carry_numbers_and_hand_them_down(texts):
    body = (
        styled("甲", "1")
        + styled("乙", "2")
        + styled("丙", "own")
        + styled("丁", "off")
        + styled("戊", "2", NONE)
        + styled("己", "1")
        + styled("庚", "2")
    )

    seen = texts(body, numbering=LINKED, styles=STYLES)

    assert seen == ["一、甲", "（一）乙", "（二）丙", "丁", "戊", "二、己", "（一）庚"]


def test_styles_in_a_circle_number_nothing(texts):
    assert texts(styled("甲", "c"), numbering=LINKED, styles=STYLES) == ["甲"]


def test_a_definition_may_stand_for_the_list_of_a_style(texts):
    style = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, *LEGAL, link='<w:styleLink w:val="L"/>')
        + abstract(1, link='<w:numStyleLink w:val="L"/>')
        + num(1, 0)
        + num(2, 1)
    )
    body = numbered("甲", 2) + numbered("乙", 1) + numbered("丙", 2)

    assert texts(body, numbering=numbering, styles=style) == ["1.甲", "2.乙", "3.丙"]


def test_definitions_that_stand_for_each_other_number_nothing(texts):
    style = (
        '<w:style w:type="numbering" w:styleId="L">'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="M">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, link='<w:numStyleLink w:val="L"/>')
        + abstract(1, link='<w:numStyleLink w:val="M"/>')
        + num(1, 0)
        + num(2, 1)
    )

    assert texts(numbered("甲"), numbering=numbering, styles=style) == ["甲"]


def test_a_deleted_or_hidden_paragraph_does_not_count(texts):
    gone = '<w:rPr><w:del w:id="2" w:author="x"/></w:rPr>'
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>乙</w:delText></w:r></w:del>'
    body = (
        numbered("甲")
        + p(deleted, properties=counted + gone)
        + p(r("丙", "<w:vanish/>"), properties=counted + "<w:rPr><w:vanish/></w:rPr>")
        + numbered("丁")
    )

    assert texts(body, numbering=OFFICIAL + num(1, 0)) == ["一、甲", "二、丁"]


def test_a_bullet_is_its_symbol(texts):
    private = level(0, "bullet", "&#xF06C;", more="").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    others = [level(at, "bullet", sign) for at, sign in enumerate(("—", "o", ""), 1)]
    body = "".join(numbered("甲", 1, at) for at in range(4))

    seen = texts(body, numbering=abstract(0, private, *others) + num(1, 0))

    assert seen == ["●甲", "—甲", "○甲", "•甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 99),
        "<w:num/><w:abstractNum/><w:abstractNum><w:lvl/></w:abstractNum>" + num(1, 0),
        abstract(0, '<w:lvl w:ilvl="x"><w:start/><w:numFmt/><w:lvlText/></w:lvl>') + num(1, 0),
        abstract(0, level(0, "decimal", "")) + num(1, 0, '<w:lvlOverride w:ilvl="99"/>'),
        abstract(0, level(0, "decimal", "")) + num(1, 0, start_at(10**12)),
    ],
)
def test_broken_numbering_numbers_nothing(texts, numbering):
    assert texts(numbered("甲", 1, 7) + numbered("乙"), numbering=numbering) == ["甲", "乙"]


def expected(levels: list[int]) -> list[str]:
    """Count a list of levels in the plainest way: look back for the nearest line above."""
    paths: list[tuple[int, ...]] = []
    for at in levels:
        before = paths[-1] if paths else ()
        if len(before) > at:
            path = (*before[:at], before[at] + 1)
        else:
            path = (*before, *([1] * (at + 1 - len(before))))
        paths.append(path)
    return [".".join(map(str, path)) + "." for path in paths]


@given(levels=st.lists(st.integers(0, 3), min_size=1, max_size=40))
def test_any_order_of_levels_is_counted(texts, levels):
    numbering = abstract(0, *LEGAL) + num(1, 0)

    seen = marks(texts, numbering, *[(1, at) for at in levels])

    assert seen.split() == expected(levels)


@given(breaks=st.lists(st.tuples(st.integers(1, 30), st.integers(1, 5)), min_size=1, max_size=6))
def test_lists_that_start_anywhere_count_on_from_there(texts, breaks):
    lists = "".join(num(at, 0, start_at(first)) for at, (first, _) in enumerate(breaks, 1))
    places = [(at, 0) for at, (_, count) in enumerate(breaks, 1) for _ in range(count)]

    seen = marks(texts, abstract(0, *LEGAL) + lists, *places)

    wanted = [f"{first + i}." for first, count in breaks for i in range(count)]
    assert seen.split() == wanted


def test_a_mark_is_as_long_as_anybody_makes_one(texts):
    numbering = abstract(0, level(0, "decimal", "%1" + "、" * 100_000)) + num(1, 0)

    (line,) = texts(numbered("节"), numbering=numbering)

    assert line == "1" + "、" * 253 + "节"
