"""What a writer sees of a finding."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from jixiao.console import Console, excerpt, tally, width
from jixiao.diagnostic import Defect, Related, Severity, in_order
from jixiao.source import Source

DEFECT = Defect("B102", "项目收支不平", Severity.ERROR, "")
SOURCE = Source("content/2023/预算.yaml", "项目:\n  - 追加: 69.88万元\n")


def shown(diagnostic, *, colour=False):
    stream = io.StringIO()
    Console(stream, colour=colour).show(diagnostic)
    return stream.getvalue()


def finding(**more):
    start = SOURCE.content.index("69.88")
    return DEFECT.at(SOURCE.place(start, start + 7), "相差0.10万元", **more)


def test_a_finding_shows_what_where_the_line_and_the_way_out():
    assert shown(finding(hint="应为69.98万元")) == (
        "必改[B102]: 相差0.10万元\n"
        " --> content/2023/预算.yaml:2:9\n"
        "  |\n"
        "2 |   - 追加: 69.88万元\n"
        "  |           ^^^^^^^^^\n"
        "  = 提示: 应为69.98万元\n"
        "\n"
    )


def test_related_places_are_shown_with_their_part_in_it():
    out = shown(finding(related=[Related(SOURCE.place(0, 2), "项目支出")]))

    assert "另见: content/2023/预算.yaml:1:1（项目支出）" in out


def test_a_settled_finding_is_listed_with_its_reason():
    settled = replace(finding(), settled="代管党费")

    assert shown(settled).startswith("已核实[B102]")
    assert "核实: 代管党费" in shown(settled)
    assert not settled.stops


def test_colour_shows_only_where_it_is_asked_for():
    assert "\x1b[31m" in shown(finding(), colour=True)
    assert "\x1b" not in shown(finding())


@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM"])
def test_no_color_and_dumb_terminals_are_kept(monkeypatch, variable):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Console.on(Terminal()).colour

    monkeypatch.setenv(variable, "dumb")
    assert not Console.on(Terminal()).colour


def test_a_console_in_a_legacy_code_page_takes_every_character():
    raw = io.BytesIO()
    console = Console.on(io.TextIOWrapper(raw, encoding="ascii"))

    console.say("株洲市")
    console.stream.flush()

    assert raw.getvalue().decode("utf-8") == "株洲市\n"


def test_a_han_character_takes_two_columns():
    assert width("追加: 69") == 8
    assert width("e\u0301") == 1


def test_a_long_line_is_cut_around_the_place():
    source = Source("正文.yaml", "甲" * 300 + "【无此事实】" + "乙" * 300)
    lines = list(excerpt(source.place(300, 306)))

    assert len(lines) == 3
    text, underline = lines[1].split("| ", 1)[1], lines[2].split("| ", 1)[1]
    assert text.startswith("…甲")
    assert text.endswith("乙…")
    assert width(text) <= 96
    marked = underline.index("^")
    assert width(text[: text.index("【")]) == marked
    assert underline.count("^") == width("【无此事实】")


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first():
    source = Source("正文.yaml", "- 甲乙\n  丙\n")

    assert list(excerpt(source.place(2, 8)))[-1] == "  |   ^^^^"


def test_an_empty_file_has_no_excerpt():
    assert list(excerpt(Source("空.yaml", "").place(0, 0))) == []


def test_the_tally_counts_each_severity_and_the_settled_apart():
    found = [finding(), replace(finding(), severity=Severity.QUESTION, settled="查过")]

    assert tally(found) == "必改 1，应改 0，请核实 0（另有已核实 1）"


def test_findings_are_sorted_by_file_and_line_and_told_once():
    first, second = DEFECT.at(SOURCE.place(0), "甲"), DEFECT.at(SOURCE.place(5), "乙")

    assert in_order([second, first, second]) == (first, second)
