"""What a writer sees of a finding."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from jixiao.console import Console, tally
from jixiao.diagnostic import Defect, Related, Severity, by_severity, in_order
from jixiao.excerpt import width
from jixiao.source import Source

DEFECT = Defect("B102", "项目收支不平", Severity.ERROR, "")
SOURCE = Source("content/2023/预算.yaml", "项目:\n  - 追加: 69.88万元\n")


def shown(diagnostic, *, colour=False):
    stream = io.StringIO()
    Console(stream, colour=colour).show(diagnostic)
    return stream.getvalue()


def reported(*files):
    stream = io.StringIO()
    Console(stream, colour=False).report(files)
    return stream.getvalue()


def finding(**more):
    start = SOURCE.content.index("69.88")
    return DEFECT.at(SOURCE.place(start, start + 7), "相差0.10万元", **more)


def related(source, words, message):
    start = source.content.index(words)
    return Related(source.place(start, start + len(words)), message)


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


def test_related_places_are_shown_with_their_lines_and_their_word():
    far = Source("稿.txt", "\n" * 99 + "支出139.98万元，共361.37万元。\n")
    one = DEFECT.at(
        far.place(101, 107),
        "对不上",
        related=[
            related(far, "361.37", "合计"),
            related(SOURCE, "69.88", "追加"),
            related(SOURCE, "项目", "项目"),
        ],
    )

    assert shown(one) == (
        "必改[B102]: 对不上\n"
        "   --> 稿.txt:100:3\n"
        "    |\n"
        "100 | 支出139.98万元，共361.37万元。\n"
        "    |     ^^^^^^\n"
        "    |                   ------ 合计\n"
        "    ::: content/2023/预算.yaml:2:9\n"
        "    |\n"
        "  2 |   - 追加: 69.88万元\n"
        "    |           ----- 追加\n"
        "    |\n"
        "  1 | 项目:\n"
        "    | ---- 项目\n"
        "\n"
    )


def test_a_related_place_that_a_long_line_shows_already_is_underlined_there():
    source = Source(
        "稿.txt", "甲" * 60 + "追加69.88万元，" + "乙" * 10 + "支出139.98万元。" + "丙" * 60
    )
    start = source.content.index("69.88")
    one = DEFECT.at(
        source.place(start, start + 5),
        "对不上",
        related=[related(source, "139.98", "支出")],
    )

    rows = shown(one).splitlines()

    assert len(rows) == 7
    assert rows[5].strip().endswith("------ 支出")


def test_of_many_related_places_three_are_shown_and_the_others_counted():
    many = Source("稿.txt", "\n".join(f"第{number}处" for number in range(9)))
    places = [Related(many.place(4 * at, 4 * at + 3), "同样") for at in range(1, 9)]

    out = shown(DEFECT.at(many.place(0, 3), "不一", related=places))

    assert out.count("--- 同样") == out.count("同样") == 3
    assert out.endswith("= 另有 5 处\n\n")


def test_a_place_in_a_table_of_a_word_file_is_told_by_its_address():
    source = Source("报告.docx", "合计80万元\n8O万元", ((2, "表1第1行第2格"),), "段")
    one = DEFECT.at(source.place(7, 9), "写成了字母", related=[Related(source.place(0, 2), "合计")])

    rows = shown(one).splitlines()

    assert rows[1] == " --> 报告.docx:2:1（表1第1行第2格）"
    assert rows[-2].endswith("---- 合计")

    turned = DEFECT.at(source.place(0, 2), "不等", related=[Related(source.place(7, 9), "数")])

    assert shown(turned).splitlines()[-2].endswith("-- 数（表1第1行第2格）")


def test_a_related_place_without_text_is_named():
    empty = Source("空.yaml", "")

    out = shown(finding(related=[Related(empty.place(0, 0), "还没有写")]))

    assert " = 另见: 空.yaml:1:1（还没有写）" in out


def test_a_finding_without_a_line_of_its_own_names_the_file_of_its_related_ones():
    missing = DEFECT.at(
        Source("没有.yaml", "").place(0, 0),
        "没有这个文件",
        related=[related(SOURCE, "项目", "要它")],
    )

    assert shown(missing) == (
        "必改[B102]: 没有这个文件\n"
        " --> 没有.yaml:1:1\n"
        "  ::: content/2023/预算.yaml:1:1\n"
        "  |\n"
        "1 | 项目:\n"
        "  | ---- 要它\n"
        "\n"
    )


def test_a_place_of_many_lines_is_underlined_in_the_first_and_the_last():
    source = Source("稿.txt", "甲\n乙\n丙\n丁\n戊己")

    assert shown(DEFECT.at(source.place(0, 9), "重复")) == (
        "必改[B102]: 重复\n --> 稿.txt:1:1\n  |\n1 | 甲\n  | ^^\n  | …\n5 | 戊己\n  | ^^\n\n"
    )


def test_a_tab_and_a_combining_character_do_not_shift_the_underline():
    source = Source("稿.txt", "\t合计\te\u0301,乙")
    at = source.content.index(",")

    rows = shown(DEFECT.at(source.place(at, at + 1), "半角")).splitlines()

    line, underline = rows[3].removeprefix("1 | "), rows[4].removeprefix("  | ")
    assert line == " 合计 e\u0301,乙"
    assert width(line[: line.index(",")]) == underline.index("^")
    assert underline.count("^") == 1


def test_a_file_cannot_steer_the_terminal():
    source = Source("稿\x1b[2J.txt", "甲\x1b]0;题\x07乙\x9b31m")

    out = shown(DEFECT.at(source.place(0, 1), "写着\x1b[8m", hint="\u202e倒写"), colour=False)

    assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_settled_finding_is_listed_with_its_reason_and_nothing_else():
    settled = replace(finding(hint="应为69.98万元"), settled="代管党费")

    assert shown(settled) == (
        "已核实[B102]: 相差0.10万元\n --> content/2023/预算.yaml:2:9\n  = 核实: 代管党费\n\n"
    )
    assert not settled.stops


def test_findings_stand_by_severity_under_a_heading_each_the_settled_last():
    question = replace(finding(), severity=Severity.QUESTION)
    settled = replace(finding(), settled="查过")
    warning = replace(finding(), severity=Severity.WARNING)

    out = reported(("甲.txt", (settled, question, warning, finding(), question)))

    headings = [line for line in out.splitlines() if line.startswith("── ")]
    assert headings == ["── 必改（1）", "── 应改（1）", "── 请核实（2）", "── 已核实（1）"]
    assert out.index("必改[") < out.index("应改[") < out.index("请核实[") < out.index("已核实[")
    assert out.endswith("\n必改 1，应改 1，请核实 2（另有已核实 1）\n")
    assert "甲.txt" not in out


def test_findings_of_one_severity_need_no_heading():
    assert "──" not in reported(("甲.txt", (finding(), finding())))


def test_several_files_have_a_heading_each_and_one_count():
    out = reported(("甲.txt", (finding(),)), ("乙.txt", ()))

    assert [line for line in out.splitlines() if line.startswith("━━ ")] == [
        "━━ 甲.txt（必改 1，应改 0，请核实 0）",
        "━━ 乙.txt（必改 0，应改 0，请核实 0）",
    ]
    assert out.endswith("\n2个文件：必改 1，应改 0，请核实 0\n")


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


def test_the_tally_counts_each_severity_and_the_settled_apart():
    found = [finding(), replace(finding(), severity=Severity.QUESTION, settled="查过")]

    assert tally(found) == "必改 1，应改 0，请核实 0（另有已核实 1）"


def test_findings_are_sorted_by_file_and_line_and_told_once():
    first, second = DEFECT.at(SOURCE.place(0), "甲"), DEFECT.at(SOURCE.place(5), "乙")

    assert in_order([second, first, second]) == (first, second)


def test_a_group_without_findings_is_left_out():
    assert by_severity([finding()]) == (("必改", (finding(),)),)
    assert by_severity([]) == ()
