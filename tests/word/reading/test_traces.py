"""What work on a file leaves in it, told apart from its text."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import cell, p, r, row, table

from jixiao.model.manuscript import TraceKind

CHANGED = 'w:id="1" w:author="张三"'


def seen(one):
    return [(trace.kind, trace.place.text, trace.text, trace.author) for trace in one.traces]


TRACES = {
    "insertion": (
        p("甲", f"<w:ins {CHANGED}>{r('乙')}</w:ins>"),
        (TraceKind.CHANGE, "乙", "", "张三"),
    ),
    "deletion": (
        p("甲", f"<w:del {CHANGED}><w:r><w:delText>乙</w:delText></w:r></w:del>"),
        (TraceKind.CHANGE, "", "乙", "张三"),
    ),
    "move away": (
        p("甲", f"<w:moveFrom {CHANGED}>{r('乙')}</w:moveFrom>"),
        (TraceKind.CHANGE, "", "乙", "张三"),
    ),
    "move here": (
        p("甲", f"<w:moveTo {CHANGED}>{r('乙')}</w:moveTo>"),
        (TraceKind.CHANGE, "乙", "", "张三"),
    ),
    "format of a run": (
        p(r("甲", f"<w:b/><w:rPrChange {CHANGED}/>")),
        (TraceKind.CHANGE, "甲", "", "张三"),
    ),
    "format of a paragraph": (
        p("甲", properties=f"<w:pPrChange {CHANGED}/>"),
        (TraceKind.CHANGE, "甲", "", "张三"),
    ),
    "end of a paragraph": (
        p("甲", properties=f"<w:rPr><w:ins {CHANGED}/></w:rPr>"),
        (TraceKind.CHANGE, "", "", "张三"),
    ),
    "row": (
        table(row(cell("甲"), cell("乙"), properties=f"<w:ins {CHANGED}/>")),
        (TraceKind.CHANGE, "甲\n乙", "", "张三"),
    ),
    "hidden text": (
        p("甲", r("乙", "<w:vanish/>"), r("丙", "<w:vanish/><w:b/>"), "丁"),
        (TraceKind.HIDDEN, "", "乙丙", ""),
    ),
    "bookmark": (
        p("甲", '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'),
        (TraceKind.BOOKMARK, "", "_GoBack", ""),
    ),
}


@pytest.mark.parametrize(("body", "expected"), TRACES.values(), ids=TRACES)
def test_what_was_left_is_told_with_its_place(read, body, expected):
    assert seen(read(body)) == [expected]


def test_a_bookmark_that_a_person_set_is_no_trace(read):
    assert read(p("甲", '<w:bookmarkStart w:id="0" w:name="附表"/>')).traces == ()


COMMENTS = (
    f'<w:comment w:id="7" w:author="李四">{p("口径对吗？")}{p("请核。")}</w:comment>'
    f'<w:comment w:id="8" w:author="王五">{p("同意")}</w:comment>'
)
REFERENCE = '<w:r><w:commentReference w:id="7"/></w:r>'


def test_a_comment_is_left_out_and_told_with_the_words_it_is_on(read):
    start, end = (f'<w:commentRange{one} w:id="7"/>' for one in ("Start", "End"))

    one = read(p("共办理", start, "5487", end, REFERENCE, "户"), comments=COMMENTS)

    assert [line.text.value for line in one.lines] == ["共办理5487户"]
    assert seen(one) == [(TraceKind.COMMENT, "5487", "口径对吗？\n请核。", "李四")]


def test_a_comment_may_be_on_several_paragraphs(read):
    start, end = (f'<w:commentRange{one} w:id="7"/>' for one in ("Start", "End"))

    one = read(p("甲", start, "乙") + p("丙", end, REFERENCE, "丁"), comments=COMMENTS)

    assert [trace.place.text for trace in one.traces] == ["乙\n丙"]


def test_a_comment_without_a_range_stands_where_its_sign_is(read):
    one = read(p("甲", REFERENCE, "乙"), comments=COMMENTS)

    assert [trace.place.start for trace in one.traces] == [1]


def test_a_sign_of_no_comment_is_nothing(read):
    assert read(p("甲", REFERENCE)).traces == ()


def test_traces_come_in_the_order_of_the_text(read):
    body = p("甲", f"<w:ins {CHANGED}>{r('乙')}</w:ins>", REFERENCE) + p(
        r("丙", "<w:vanish/>"), "丁"
    )

    kinds = [one.kind for one in read(body, comments=COMMENTS).traces]

    assert kinds == [TraceKind.CHANGE, TraceKind.COMMENT, TraceKind.HIDDEN]


BOOKMARK = '<w:bookmarkStart w:id="0" w:name="_GoBack"/>'


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (BOOKMARK + p("甲"), 0),
        (p("甲") + BOOKMARK + p("乙"), 2),
        (p("甲") + BOOKMARK, 1),
        (table(row(f"<w:tc>{p('甲')}{BOOKMARK}</w:tc>")), 1),
    ],
)
def test_what_stands_in_no_paragraph_is_told_too(read, body, at):
    (trace,) = read(body).traces

    assert (trace.text, trace.place.start) == ("_GoBack", at)


def test_a_comment_may_begin_between_paragraphs(read):
    start, end = (f'<w:commentRange{one} w:id="7"/>' for one in ("Start", "End"))

    one = read(p("甲") + start + p("乙") + p("丙") + end + p(REFERENCE), comments=COMMENTS)

    assert [trace.place.text.strip() for trace in one.traces] == ["乙\n丙"]
