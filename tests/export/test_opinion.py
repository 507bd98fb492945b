"""Findings as 审核意见: what each remark says, and where it says it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao.diagnostic import Defect, Related, Severity
from jixiao.export.manual import basis
from jixiao.export.opinion import opinion
from jixiao.model.examined import Examined
from jixiao.model.opinion import Aside, Basis, Quote
from jixiao.source import Source


@pytest.fixture
def chapter(examined, manuals):
    (one,) = opinion([examined], manuals).chapters
    return one


def remarks(chapter):
    return [one for group in chapter.groups for one in group.remarks]


def test_an_opinion_on_one_report_is_named_after_it(examined, manuals):
    made = opinion([examined], manuals)

    assert made.title == "关于《某县水利局2022年度部门整体支出绩效自评报告》的审核意见"
    assert made.chapters[0].name == "稿 1.txt"
    assert made.chapters[0].dated == "2023年4月6日"


def test_an_opinion_on_several_reports_has_a_chapter_each(examined, manuals):
    made = opinion([examined, Examined("空.txt", ())], manuals)

    assert made.title == "审核意见"
    assert [one.name for one in made.chapters] == ["稿 1.txt", "空.txt"]
    assert made.chapters[1].count == "没有发现需要修改或者核实的地方。"
    assert made.chapters[1].groups == ()


def test_remarks_stand_by_severity_and_are_numbered_through(chapter):
    assert [one.label for one in chapter.groups] == ["必改", "应改", "请核实", "已核实"]
    assert [one.numbers for one in remarks(chapter)] == ["1", "2", "3", "4"]
    assert chapter.count == "共4条：必改1条，应改1条，请核实1条，已核实1条。"


def test_a_remark_says_where_on_what_words_why_and_what_instead(chapter):
    first = remarks(chapter)[0]

    (spot,) = first.spots
    assert (spot.where, spot.heading) == ("第6行", "二、预算收支情况")
    assert spot.quote == Quote("…，追加", "6.10万元", "，支出26.20万元。")
    assert first.reason == "年初与追加之和为26.10万元，支出为26.20万元"
    assert first.hint == "追加应为6.20万元：100%"
    assert first.asides == (Aside("第6行", "", "支出"), Aside("第7行", "", "合计"))


def test_what_the_rules_rest_on_is_told_once(chapter):
    assert chapter.bases == (
        Basis("B102", "预算法第四条，收支平衡"),
        Basis("W101", "GB/T 15834-2011 5.1"),
        Basis("P201", "财预〔2020〕10号"),
    )


def test_of_a_document_that_is_named_only_the_name_and_the_clause_is_told(manuals, examined):
    page = "**依据**：GB/T 9704-2012 7.3.3：结构层次序数依次标注。"
    alike = {code: replace(one, manual=page) for code, one in manuals.items()}

    (chapter,) = opinion([examined], alike).chapters

    assert chapter.bases == (Basis("B102、W101、P201", "GB/T 9704-2012 7.3.3"),)


def test_findings_of_one_rule_stand_together_and_what_is_the_same_is_said_once(manuals):
    one, other = manuals["W101"], manuals["B102"]
    source = Source("稿.txt", "甲,乙\n丙,丁\n戊,己")
    found = (
        one.at(source.place(1, 2), "半角", hint="改"),
        replace(other, severity=Severity.WARNING).at(source.place(2, 3), "不平", hint="核对"),
        one.at(source.place(5, 6), "半角", hint="改"),
        one.at(source.place(9, 10), "另一个", hint="改", related=[]),
    )

    (chapter,) = opinion([Examined("稿.txt", found)], manuals).chapters

    (group,) = chapter.groups
    assert group.count == 4
    assert [(one.numbers, one.code) for one in group.remarks] == [
        ("1—2", "W101"), ("3", "W101"), ("4", "B102"),
    ]  # fmt: skip
    assert [one.where for one in group.remarks[0].spots] == ["第1行", "第2行"]


def test_second_places_of_which_the_same_is_said_are_named_together(manuals):
    source = Source("稿.txt", "甲,乙\n丙,丁\n戊,己")
    places = [source.place(at, at + 1) for at in (1, 5, 6, 9)]
    told = [Related(one, "这里也是") for one in places]
    found = manuals["W101"].at(places[0], "半角", hint="改", related=told)

    (chapter,) = opinion([Examined("稿.txt", (found,))], manuals).chapters

    assert remarks(chapter)[0].asides == (Aside("第1、2、3行", "", "这里也是"),)


def test_a_heading_is_named_where_it_is_another_than_before(manuals, examined):
    place = examined.findings[1].place
    found = [replace(one, severity=Severity.ERROR) for one in examined.findings[1:2] * 2]
    twice = (found[0], replace(found[1], message="又一处", place=place))

    (chapter,) = opinion([replace(examined, findings=twice)], manuals).chapters

    told = [one.spots[0].heading for one in remarks(chapter)]
    assert told == ["二、预算收支情况", ""]


def test_a_remark_on_a_heading_does_not_stand_under_it(chapter):
    settled = remarks(chapter)[3]

    assert (settled.spots[0].where, settled.spots[0].heading) == ("第5行", "")
    assert settled.settled == "已与财务股核对"


def test_a_place_of_two_lines_is_quoted_from_both(chapter):
    (spot,) = remarks(chapter)[2].spots
    assert spot.quote == Quote("", "项目支出合计80.50万元。…某县", "水利局")


def test_in_content_of_several_files_a_remark_names_its_own(examined, manuals):
    content = replace(examined, name="content/2022", is_content=True)

    (chapter,) = opinion([content], manuals).chapters

    assert chapter.name == "content/2022"
    assert remarks(chapter)[0].spots[0].where == "稿 1.txt 第6行"


def test_a_file_is_named_without_its_folders_where_that_is_clear(examined, manuals):
    def names(*given):
        files = [replace(examined, name=one) for one in given]
        return [one.name for one in opinion(files, manuals).chapters]

    assert names("/某处/甲/稿.txt", "乙.txt") == ["稿.txt", "乙.txt"]
    assert names("甲/稿.txt", "乙/稿.txt") == ["甲/稿.txt", "乙/稿.txt"]


def test_a_file_that_could_not_be_read_is_named_without_a_line(manuals):
    one = Defect("L206", "打不开", Severity.ERROR, "")
    found = one.at(Source("没有.txt", "").place(0, 0), "没有这个文件")

    (chapter,) = opinion([Examined("没有.txt", (found,))], manuals).chapters

    (remark,) = remarks(chapter)
    assert (remark.spots[0].where, remark.spots[0].quote) == ("", None)
    assert chapter.bases == ()


def test_what_does_not_show_in_a_report_gets_a_sign(manuals):
    one = Defect("W101", "控制符", Severity.ERROR, "")
    found = one.at(Source("甲\x0b.txt", "甲\x0b乙").place(1, 2), "“\x0b”\ufffe", hint="\udcff")

    (chapter,) = opinion([Examined("甲\x0b.txt", (found,))], manuals).chapters

    (remark,) = remarks(chapter)
    assert chapter.name == "甲␋.txt"
    assert (remark.spots[0].quote.marked, remark.reason, remark.hint) == ("␋", "“␋”�", "�")


def test_the_basis_is_the_last_part_of_the_manual_on_one_line():
    manual = "**为什么**：甲。\n\n**依据**：GB/T 15834-2011\n第4节，`、`。\n\n另见 W102。"

    assert basis(Defect("W101", "甲", Severity.ERROR, manual)) == "GB/T 15834-2011第4节，、。"
    assert basis(Defect("W101", "甲", Severity.ERROR, "没有")) == ""


def test_places_in_a_word_file_are_told_as_word_counts_them(in_table, manuals):
    made = opinion([Examined("报告.docx", (in_table,))], manuals)

    (remark,) = made.chapters[0].groups[0].remarks
    assert [one.where for one in remark.spots] == ["表1第1行第2格"]
    assert [one.where for one in remark.asides] == ["第4段"]


def test_second_places_in_and_out_of_tables_are_told_in_one(in_table, manuals):
    source = in_table.place.source
    places = [source.place(source.index(line, 1)) for line in (1, 2, 3, 4)]
    found = replace(in_table, related=tuple(Related(one, "同一个数") for one in places))

    made = opinion([Examined("报告.docx", (found,))], manuals)

    (aside,) = made.chapters[0].groups[0].remarks[0].asides
    assert aside.where == "第1、4段、表1第1行第1格、表1第1行第2格"
