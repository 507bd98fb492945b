"""`核实.yaml` settles the finding that it speaks of, and no other, whatever else is edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.checks.settlement.settle import settle
from jixiao.diagnostic import Defect, Severity
from jixiao.language.quote import Nearness, Quotable, nearness, words
from jixiao.manuscript.lines import lines
from jixiao.manuscript.read import read
from jixiao.model.content import Settlement
from jixiao.model.outline import Outline, Paragraph
from jixiao.source import Source, Text

WIDTH = Defect("W101", "汉字之间的半角标点", Severity.WARNING, "")
DRIFT = Defect("C201", "同一术语两种写法", Severity.QUESTION, "")
MANUSCRIPT = """\
某县档案馆2023年度自评报告
一、基本情况
“数字化专项”年初预算20万元,追加5万元,实际支出25万元。
“库房专项”年初预算30万元,追加5万元，实际支出35万元。
"""


def entry(quote="", *, code="W101", subject="", file="", reason="照录原件"):
    typed = Source("核实.yaml", f"- 规则: {code}\n")
    return Settlement(
        Text.typed(typed, 6, 6 + len(code)), subject, file, reason, "2024年4月3日", quote
    )


def commas(content, name="报告.txt"):
    source = Source(name, content)
    places = [source.place(at) for at, one in enumerate(content) if one == ","]
    return read(lines(source)), [WIDTH.at(one, "半角逗号") for one in places]


def settled(entries, content=MANUSCRIPT):
    outline, found = commas(content)
    told = settle(found, entries, [outline])
    return [one.place.column for one in told if one.settled], [
        one for one in told if one.code == "S901"
    ]


@pytest.mark.parametrize(
    ("quote", "columns"),
    [
        ("年初预算20万元,追加", [16]),
        ("20万元，追加5万元", [16]),  # marks are of no account
        ("追加 5 万元 ， 实际支出25万元", [22]),
        ("“库房专项”年初预算30万元,追加", [15]),
        ("“数字化专项”年初预算20万元", [16]),  # the mark stands right behind the words
        ("追加5万元,实际支出", [22]),  # the other line has it in full width
    ],
)
def test_a_quotation_settles_the_finding_that_stands_in_it(quote, columns):
    found, idle = settled([entry(quote)])

    assert found == columns
    assert not idle


def test_words_beside_the_finding_in_its_line_settle_what_the_line_has():
    assert settled([entry("际支出25万元")])[0] == [16, 22]


def test_a_quotation_settles_no_other_rule_and_no_other_place():
    outline, found = commas(MANUSCRIPT)
    other = DRIFT.at(found[0].place, "两种写法")

    told = settle([other, *found], [entry("年初预算20万元,追加")], [outline])

    assert [one.settled for one in told] == ["", "照录原件", "", ""]


def test_a_number_that_was_changed_since_is_asked_about_again():
    found, (idle,) = settled([entry("年初预算20万元,追加6万元")])

    assert found == []
    assert "年初预算20万元,追加6万元" in idle.message
    assert "现在有3个结果，最近的在报告.txt第3行" in idle.hint
    assert "追加5万元" in idle.hint


def test_an_entry_for_a_rule_that_finds_nothing_is_told_so():
    _, (idle,) = settled([entry("年初预算20万元,追加", code="W102")])

    assert "没有提出问题" in idle.hint


def test_the_nearest_subject_is_named():
    found = [DRIFT.at(Source("a.txt", "市场主体").place(0, 4), "两种写法", subjects=["市场主体"])]

    *_, idle = settle(found, [entry(code="C201", subject="市场主题")])

    assert "是不是“市场主体”" in idle.hint


def test_all_that_an_entry_says_must_be_true():
    outline, found = commas(MANUSCRIPT)
    found[0] = replace(found[0], subjects=("数字化专项",))
    found[2] = replace(found[2], subjects=("库房专项",))

    def count(one):
        return sum(bool(told.settled) for told in settle(found, [one], [outline]))

    assert count(entry("年初预算20万元,追加", subject="数字化专项")) == 1
    assert count(entry("年初预算20万元,追加", subject="库房专项")) == 0
    assert count(entry("年初预算20万元,追加", file="报告.txt")) == 1
    assert count(entry("年初预算20万元,追加", file="别的.txt")) == 0
    assert count(entry(subject="数字化专项", file="别的.txt")) == 0
    assert count(entry(subject="数字化专项", file="a/报告.txt")) == 1
    assert count(entry(file="报告.txt")) == 3


def test_the_first_entry_gives_the_reason_and_the_second_is_not_idle():
    outline, found = commas(MANUSCRIPT)
    entries = [entry("年初预算20万元,追加", reason="甲"), entry("年初预算20万元", reason="乙")]

    told = settle(found, entries, [outline])

    assert [one.settled for one in told] == ["甲", "", ""]


LINES = st.lists(
    st.sampled_from(["全年完成,验收。", "“别的专项”年初预算20万元，追加6万元,支出26万元。", ""]),
    max_size=6,
)


@given(LINES, LINES, st.sampled_from([",", "，", " , "]))
def test_an_entry_survives_edits_elsewhere(before, after, mark):
    """Lines before and behind may change, and so may marks within the quotation."""
    line = f"“数字化专项”年初预算20万元{mark}追加5万元,实际支出25万元。"
    content = "\n".join(["一、基本情况", *before, line, *after])

    outline, found = commas(content)
    told = settle(found, [entry("追加5万元,实际支出25万元")], [outline])

    (kept,) = [one for one in told if one.settled]
    assert kept.place.source.line(kept.place.line) == line
    assert not [one for one in told if one.code == "S901"]


def woven(*parts):
    """Return an outline of one paragraph, made of texts typed in 正文.yaml and citations."""
    return Outline((), (Paragraph(Text.join(parts)),))


PROSE = Source(
    "content/2023/正文.yaml", "基本情况:\n  - 年初预算【年初预算】,追加【调整\n    追加】,支出"
)


def typed(words_typed):
    start = PROSE.content.index(words_typed)
    return Text.typed(PROSE, start, start + len(words_typed))


@pytest.mark.parametrize("quote", ["年初预算993.19万元,追加", "年初预算【年初预算】,追加"])
def test_a_citation_is_quoted_as_typed_or_as_printed(quote):
    start = PROSE.content.index("【年初预算】")
    cited = Text.standing("993.19万元", PROSE.place(start, start + 6))
    outline = woven(typed("年初预算"), cited, typed(",追加"))
    finding = WIDTH.at(typed(",追加").place(0, 1), "半角逗号")

    assert settle([finding], [entry(quote)], [outline])[0].settled
    assert not settle([finding], [entry("年初预算993.18万元,追加")], [outline])[0].settled


def test_a_finding_on_a_citation_is_settled_by_what_is_printed():
    start = PROSE.content.index("【年初预算】")
    cited = Text.standing("993.19万元", PROSE.place(start, start + 6))
    finding = DRIFT.at(PROSE.place(start, start + 6), "金额")

    told = settle([finding], [entry("993.19万元", code="C201")], [woven(typed("年初预算"), cited)])

    assert told[0].settled


def test_lines_that_were_folded_are_quoted_as_one():
    first, second = typed(",追加【调整"), typed("追加】,支出")
    finding = WIDTH.at(second.place(3, 4), "半角逗号")

    assert settle([finding], [entry("调整追加】,支出")], [woven(first, second)])[0].settled


def test_a_passage_that_is_printed_twice_is_quoted_with_the_words_around_either():
    passage = typed("年初预算")
    outline = Outline(
        (),
        (
            Paragraph(Text.join([typed("基本情况"), passage])),
            Paragraph(Text.join([typed(",追加"), passage])),
        ),
    )
    finding = DRIFT.at(passage.place(), "两种写法")

    for quote in ("基本情况年初预算", "追加年初预算"):
        assert settle([finding], [entry(quote, code="C201")], [outline])[0].settled


def test_what_stands_in_no_printed_line_is_quoted_by_the_line_of_its_file():
    source = Source("content/2023/预算.yaml", "收入:\n  年初预算: 993.19万元\n")
    finding = DRIFT.at(source.place(source.content.index("993")), "金额")

    assert settle([finding], [entry("年初预算: 993.19万元", code="C201")])[0].settled


def test_thousands_of_findings_and_hundreds_of_entries_are_matched_line_by_line(monkeypatch):
    """Each line is searched once for an entry, however many findings it has."""
    line = "".join(f"专项{number:04d}预算,支出。" for number in range(3000))
    outline, found = commas(line)
    searched = []
    search = Quotable.occurrences
    monkeypatch.setattr(
        Quotable, "occurrences", lambda self, quote: searched.append(quote) or search(self, quote)
    )
    entries = [entry(f"专项{number:04d}预算,支出") for number in range(300)]

    told = settle(found, entries, [outline])

    assert [bool(one.settled) for one in told] == [True] * 300 + [False] * 2700
    assert len(searched) == len(entries)


@given(st.text(alphabet="甲乙1,，。 \n", max_size=40), st.text(alphabet="甲乙1,", max_size=4))
def test_a_quotation_is_found_wherever_its_words_are(text, quote):
    quotable = Quotable(text)
    wanted = words(quote)

    assert bool(quotable.occurrences(wanted)) == bool(wanted and wanted in words(text))
    for one in quotable.occurrences(wanted):
        assert quotable.words[one.start : one.end] == wanted
    for at in range(len(text)):
        span = quotable.span(at, at + 1)
        assert span.end - span.start == (text[at] in "甲乙1")
        near = [span.nearness(one) for one in quotable.occurrences(wanted)]
        assert nearness(span, quotable.occurrences(wanted)) == max(near, default=Nearness.APART)
