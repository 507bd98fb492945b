"""The page: paper, margins, page numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import BODY, CLEAN, FOOTER, SECTION, SENTENCE, TITLE, p
from tests.word.reading.markup import row, table

from jixiao.diagnostic import Severity

WORD_MARGINS = 'w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"'
MARGINS = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
A4 = 'w:w="11906" w:h="16838"'
BARE = FOOTER.replace("— ", "").replace(" —", "")


def test_nothing_is_found_in_a_report_that_is_set_by_the_standard(codes):
    assert codes(CLEAN) == []


@pytest.mark.parametrize(
    ("paper", "name"),
    [('w:w="12240" w:h="15840"', "Letter"), ('w:w="10433" w:h="14742"', "184×260")],
)
def test_paper_that_is_not_a4_is_told_by_its_name_or_size(only, paper, name):
    edges = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
    section = SECTION.replace(A4, paper).replace(f"<w:pgMar {edges}", "<w:pgMar")

    found = only(replace(CLEAN, section=section), "F201")

    assert name in found.message
    assert found.severity is Severity.WARNING


def test_margins_as_word_sets_them_are_told_once_with_what_is_wrong(only):
    found = only(CLEAN.changed("section", MARGINS, WORD_MARGINS), "F202")

    assert "上边距（天头）25.4毫米，应为37毫米" in found.message
    assert "左边距（订口）31.8毫米，应为28毫米" in found.message
    assert found.place.text.startswith("一、")


@pytest.mark.parametrize(
    "margins",
    [
        # whole centimetres as a dialogue has them, within a millimetre, and with a gutter
        'w:top="2098" w:right="1474" w:bottom="1985" w:left="1587"',
        'w:top="2154" w:right="1531" w:bottom="1928" w:left="1531"',
        'w:top="-2098" w:right="1474" w:bottom="1984" w:left="1588"',
        'w:top="2098" w:right="1474" w:bottom="1984"  w:left="1021"',
    ],
)
def test_margins_within_the_tolerance_are_left_alone(codes, margins):
    section = SECTION.replace(MARGINS, margins)
    if "1021" in margins:
        section = section.replace('w:gutter="0"', 'w:gutter="567"')

    assert codes(replace(CLEAN, section=section)) == []


def test_a_landscape_page_of_tables_is_not_judged(codes):
    wide = SECTION.replace(A4, 'w:w="16838" w:h="11906" w:orient="landscape"')
    wide = wide.replace(MARGINS, WORD_MARGINS)
    portrait = f"<w:p><w:pPr><w:sectPr>{SECTION}</w:sectPr></w:pPr></w:p>"

    assert (
        codes(replace(CLEAN, body=(*BODY, portrait, table(row("附表")), p()), section=wide)) == []
    )


def test_a_report_of_several_pages_without_page_numbers_is_told(only):
    only(replace(CLEAN, footers=("<w:p/>", "<w:p/>")), "F203")


def test_a_short_report_needs_no_page_number(codes):
    short = replace(CLEAN, body=(TITLE, p(SENTENCE)), footers=("<w:p/>", "<w:p/>"))

    assert codes(short) == []


@pytest.mark.parametrize("sign", ["—", "－", "-", "–"])
def test_any_dash_will_do_around_a_page_number(codes, sign):
    footers = tuple(one.replace("—", sign) for one in CLEAN.footers)

    assert codes(replace(CLEAN, footers=footers)) == []


def test_a_page_number_without_dashes_is_told_as_it_looks(only):
    found = only(replace(CLEAN, footers=(BARE.format("right"), BARE.format("left"))), "F204")

    assert "“1”" in found.message


def test_the_pages_of_all_are_no_dashes(only):
    of_all = BARE.replace(
        "</w:p>",
        '<w:r><w:t> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r>'
        "</w:fldSimple></w:p>",
    )
    footers = (of_all.format("right"), of_all.format("left"))

    assert "“1 / 12”" in only(replace(CLEAN, footers=footers), "F204").message


def test_a_number_that_word_puts_in_dashes_is_in_dashes(codes):
    section = SECTION.replace("<w:docGrid", '<w:pgNumType w:fmt="numberInDash"/><w:docGrid')
    footers = (BARE.format("right"), BARE.format("left"))

    assert codes(replace(CLEAN, section=section, footers=footers)) == []


def test_page_numbers_in_the_middle_are_asked_about(only):
    centred = FOOTER.format("center")

    found = only(replace(CLEAN, footers=(centred, centred), settings=""), "F205")

    assert found.severity is Severity.QUESTION


FRAMED = FOOTER.replace("<w:jc", '<w:framePr w:xAlign="outside"/><w:jc').format("left")
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
BOXED = (
    f'<w:p><w:r><w:drawing><wp:anchor xmlns:wp="{DRAWING}">'
    '<wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH>'
    f"<wps:txbx><w:txbxContent>{FOOTER.format('left')}</w:txbxContent></wps:txbx>"
    "</wp:anchor></w:drawing></w:r></w:p>"
)


@pytest.mark.parametrize("footer", [FRAMED, BOXED], ids=["frame", "box"])
def test_a_page_number_in_a_frame_or_a_box_at_the_outside_is_right(codes, footer):
    assert codes(replace(CLEAN, footers=(footer, "<w:p/>"), settings="")) == []
