"""Where the characters of the source stand in the markup."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import NAMESPACES, abstract, level, num, numbered, p, packed, r

from jixiao.word.opc.markup import parse, w
from jixiao.word.reading.styles import Stylesheet


@pytest.fixture(scope="module")
def one(opening):
    """一、办理5487户 / 共计, the mark counted by Word."""
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    first = numbered("").replace("</w:pPr>", "</w:pPr>" + r("办理") + r("5487", "<w:b/>") + r("户"))
    return opening(packed(first + p("<w:r><w:t> 共计 </w:t></w:r>"), numbering=numbering))


def test_a_character_is_found_in_its_run(one):
    found = one.spelling.at(one.manuscript.source.content.index("87"))

    assert found.element.text == "5487"
    assert one.manuscript.source.content[found.start : found.end] == "5487"


def test_a_counted_mark_stands_nowhere(one):
    found = one.spelling.at(0)

    assert (found.start, found.end, found.element) == (0, 2, None)


def test_a_blank_that_does_not_count_is_skipped(one):
    content = one.manuscript.source.content
    found = one.spelling.at(content.index("共计"))

    assert found.element.text == " 共计 "
    assert found.offset == 1


def test_a_break_between_lines_is_in_no_run(one):
    assert one.spelling.at(one.manuscript.source.content.index("\n")) is None
    assert one.spelling.at(len(one.manuscript.source.content)) is None


def test_the_runs_of_a_finding_are_found(one):
    content = one.manuscript.source.content
    start = content.index("理5487户")

    runs = one.spelling.within(start, start + len("理54"))

    assert [content[run.start : run.end] for run in runs] == ["办理", "5487"]


def test_a_look_is_filled_up_from_styles_defaults_and_the_theme():
    styles = parse(
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:ascii="Calibri"/><w:sz w:val="21"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
        '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>'
    )
    theme = parse(
        '<a:theme xmlns:a="a"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
    )
    run = parse(f"<w:rPr {NAMESPACES}><w:b w:val='0'/></w:rPr>")
    assert run.tag == w("rPr")

    sheet = Stylesheet(styles, theme)

    styled, direct = sheet.look("b", None), sheet.look("b", run)
    assert (styled.font, styled.latin, styled.size, styled.bold) == ("宋体", "Calibri", 32, True)
    assert direct.bold is False
    assert sheet.look("", None).size == 21
