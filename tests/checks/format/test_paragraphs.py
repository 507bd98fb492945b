"""The distance of lines, indents, and what is set without styles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import (
    BODY,
    CLEAN,
    INDENT,
    LONG,
    PITCH,
    SECTION,
    STYLES,
    TITLE,
    look,
    p,
    r,
    style,
)

from jixiao.diagnostic import Severity


def pitched(line: int, rule: str = "exact"):
    return CLEAN.changed("styles", PITCH, f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>')


@pytest.mark.parametrize("line", [560, 570, 579, 580])
@pytest.mark.parametrize("rule", ["exact", "atLeast"])
def test_28_to_29_points_are_right(codes, line, rule):
    assert codes(pitched(line, rule)) == []


def test_a_grid_of_22_lines_does_as_well(codes):
    assert codes(pitched(240, "auto")) == []


@pytest.mark.parametrize(
    ("line", "rule", "shown"),
    [(360, "auto", "1.5倍行距"), (400, "exact", "固定值20磅"), (312, "atLeast", "最小值15.6磅")],
)
def test_another_pitch_is_told_once(only, line, rule, shown):
    found = only(pitched(line, rule), "F221")

    assert f"行距是{shown}，不是固定值28到29磅（同样的共5处）" in found.message
    assert found.severity is Severity.WARNING


def test_a_single_pitch_without_a_grid_is_told(only):
    file = replace(pitched(240, "auto"), section=SECTION.replace(' w:type="lines"', ""))

    assert "单倍行距" in only(file, "F221").message


def test_a_single_pitch_off_the_grid_is_told(codes):
    off = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'

    assert codes(CLEAN.changed("styles", PITCH, off)) == ["F221"]


def test_30_points_are_only_asked_about(only):
    assert only(pitched(600), "F221").severity is Severity.QUESTION


def test_a_paragraph_of_another_pitch_is_told_at_its_place(only):
    other = LONG.replace("我局", "本局")
    odd = p(other, properties='<w:spacing w:line="360" w:lineRule="auto"/>')

    found = only(CLEAN.with_body(odd, p(LONG)), "F221")

    assert found.place.text == other
    assert "其他正文是固定值28.95磅" in found.message


def test_pitches_that_differ_by_half_a_point_are_alike(codes):
    near = p(LONG, properties='<w:spacing w:line="570" w:lineRule="exact"/>')

    assert codes(CLEAN.with_body(near)) == []


def test_a_text_without_indents_is_told_once(only):
    assert "（同样的共5处）" in only(CLEAN.changed("styles", INDENT, ""), "F222").message


@pytest.mark.parametrize(
    "indent",
    [
        '<w:ind w:firstLine="0" w:firstLineChars="0"/>',
        '<w:ind w:firstLineChars="0" w:firstLine="0"/>',
    ],
)
def test_a_flush_paragraph_among_others_is_told_at_its_place(only, indent):
    other = LONG.replace("我局", "本局")

    found = only(CLEAN.with_body(p(other, properties=indent), p(LONG)), "F222")

    assert found.place.text == other


FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


@pytest.mark.parametrize(
    "paragraph",
    [
        p("各股室、各市场监管所：", properties=FLUSH),
        p(f"　　{LONG}", properties=FLUSH),
        p(LONG, properties=FLUSH.replace("<w:ind", '<w:ind w:left="640"')),
        p(LONG, properties=f'<w:numPr><w:numId w:val="3"/></w:numPr>{FLUSH}'),
        p(LONG, properties=f'{FLUSH}<w:jc w:val="center"/>'),
    ],
    ids=["salutation", "blanks", "left", "list", "centred"],
)
def test_what_begins_at_the_edge_on_purpose_is_left_alone(codes, paragraph):
    assert codes(CLEAN.with_body(paragraph)) == []


def direct(text: str, font: str, size: int) -> str:
    return p(r(text, look(font, size)), properties=PITCH + INDENT)


PLAIN = style("Normal", '<w:jc w:val="both"/>', look("宋体", 21), based_on="")
DIRECT = (
    p(r("某县市场监督管理局2023年度部门整体支出绩效自评报告", look("方正小标宋简体", 44)),
      properties='<w:jc w:val="center"/>'),
    direct("一、预算单位基本情况", "黑体", 32),
    direct(LONG, "仿宋", 32),
    direct("（一）主要职能", "楷体", 32),
    direct(LONG, "仿宋", 32),
    direct("（二）机构情况", "楷体", 32),
    direct(LONG, "仿宋", 32),
)  # fmt: skip


def test_a_file_that_is_set_directly_is_asked_about_once_with_how_much(only):
    found = only(replace(CLEAN, styles=PLAIN, body=DIRECT), "F223")

    assert "正文和标题6段中有6段" in found.message
    assert found.severity is Severity.QUESTION


def test_the_font_of_the_style_set_once_more_is_not_direct(codes):
    again = tuple(p(r(LONG, look("仿宋_GB2312", 32))) for _ in range(6))

    assert codes(replace(CLEAN, body=(TITLE, *again))) == []


def test_a_few_paragraphs_set_directly_are_left_alone(codes):
    few = tuple(direct(LONG, "仿宋", 32) for _ in range(4))

    assert codes(replace(CLEAN, body=(*BODY, *few), styles=STYLES)) == []
