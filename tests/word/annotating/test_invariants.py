"""Whatever the markup and the findings: the text stays, the comments say what they are on."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.word.annotating.conftest import annotated, finding, source_of
from tests.word.annotating.marks import bracketed, comments, entries
from tests.word.reading.markup import cell, p, packed, r, row, table

WORDS = st.text(alphabet="甲乙 5，&\u3000", max_size=4)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange>'])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;")


def loose(text: str) -> str:
    return f"<w:r><w:t>{escaped(text)}</w:t><w:tab/><w:t>{escaped(text)}</w:t></w:r>"


RUNS = st.one_of(
    st.builds(lambda text, look: r(escaped(text), look), WORDS, LOOKS),
    st.builds(loose, WORDS),
)
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
ELEMENTS = st.sampled_from(
    [
        "{}",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
        '<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>{}',
        '<w:fldSimple w:instr="QUOTE">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        f"{MARK.format('begin')}{MARK.format('separate')}{{}}{MARK.format('end')}",
        f"{MARK.format('begin')}{{}}",
        "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
    ]
)
PIECES = st.builds(lambda element, runs: element.format("".join(runs)), ELEMENTS, st.lists(RUNS))
PARAGRAPHS = st.one_of(
    st.just("<w:p/>"),
    st.builds(lambda pieces: p(*pieces), st.lists(PIECES, max_size=4)),
    st.builds(lambda pieces: table(row(cell(p(*pieces)), "格")), st.lists(PIECES, max_size=2)),
)
BODIES = st.lists(PARAGRAPHS, max_size=4).map(lambda parts: p("题目") + "".join(parts) + p("完"))
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=BODIES, spans=SPANS)
def test_the_text_stays_and_each_finding_has_a_comment_with_its_words(body, spans):
    content = packed(body)
    source = source_of(content)
    size = len(source.content)
    places = [source.place(min(at, size), min(at + length, size)) for at, length in spans]

    made = annotated(content, [finding(one, f"第{at}条") for at, one in enumerate(places)])

    found = bracketed(made)
    assert [one.paragraphs[0] for one in comments(made).values()] == [
        f"应改[W101]：第{at}条" for at in range(len(places))
    ]
    for number, place in enumerate(places):
        told = any("所指文字" in one for one in comments(made)[str(number)].paragraphs)
        told |= "txbxContent" in body  # the words of a box are bracketed with it, unseen here
        words = "".join(place.text.split())
        assert told or words in "".join(found[str(number)].split())


@settings(max_examples=40, deadline=None)
@given(body=BODIES, spans=SPANS)
def test_annotating_twice_adds_to_what_is_there(body, spans):
    content = packed(body)
    source = source_of(content)
    found = [finding(source.place(at % len(source.content), None)) for at, _ in spans]

    once = annotated(content, found)
    twice = annotated(once, found)

    assert len(comments(twice)) == 2 * len(found)
    first = bracketed(once)
    assert {one: words for one, words in bracketed(twice).items() if one in first} == first
    assert len(entries(twice)) == len(entries(once))
