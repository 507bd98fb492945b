"""A report that jixiao made, read back: the same outline, block by block."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.word.reading.conftest import opened
from tests.word.reading.markup import abstract, level, num, p, packed

from jixiao.language import numeral
from jixiao.language.leftover import BLANKS
from jixiao.language.mark import leading
from jixiao.manuscript.read import read as as_outline
from jixiao.model.outline import Attachment, Heading, Outline, Paragraph, Table
from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.source import Source, Text
from jixiao.word.looks.compiling import compile_template
from jixiao.word.render import print_report

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "五部分" / "report.docx"


def told(outline: Outline):
    """Return what a report says, block by block, without the places."""
    return (
        [one.value for one in outline.title],
        [block(one) for one in outline.blocks],
        [attachment(one) for one in outline.attachments],
        outline.signature.value if outline.signature else None,
        outline.date.value if outline.date else None,
    )


def block(one):
    match one:
        case Heading(level, mark, title):
            return "heading", level, mark.value, title.value
        case Paragraph(text, mark):
            return "paragraph", mark.value if mark else "", text.value
        case Table(rows):
            return "table", [[cell.value for cell in row] for row in rows]


def attachment(one: Attachment):
    rows = [[cell.value for cell in row] for row in (one.columns, *one.rows, one.total)]
    return one.number, one.label, one.title.value, one.unit_line, rows, one.note


@pytest.fixture(scope="module")
def read_back():
    """Return a function that prints an outline by the template and reads what was printed."""
    template = compile_template(TEMPLATE.read_bytes(), "report.docx").value

    def printed_and_read(outline: Outline) -> Outline:
        made = print_report(outline, template)
        assert made.diagnostics == ()
        return as_outline(opened(made.value).manuscript)

    return printed_and_read


def typed(value: str) -> Text:
    return Text.typed(Source("正文.yaml", value), 0, len(value))


def outline_of(title, blocks, attachments, signature, date) -> Outline:
    """Return the outline of which `told` says this."""
    return Outline(
        tuple(map(typed, title)),
        tuple(map(block_of, blocks)),
        tuple(attachment_of(*one) for one in attachments),
        typed(signature) if signature else None,
        typed(date) if date else None,
    )


def block_of(one):
    if one[0] == "heading":
        return Heading(one[1], typed(one[2]), typed(one[3]))
    if one[0] == "table":
        return Table(tuple(tuple(map(typed, row)) for row in one[1]))
    return Paragraph(typed(one[2]), typed(one[1]) if one[1] else None)


def attachment_of(number, label, title, unit_line, rows, note):
    columns, *between, total = (tuple(map(typed, row)) for row in rows)
    return Attachment(number, label, typed(title), unit_line, columns, tuple(between), total, note)


#: what a writer may put into a line: any character of XML but breaks, and no mark of its own
CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)
LINES = (
    st.text(CHARACTERS, min_size=1, max_size=40)
    .map(lambda one: one.strip(BLANKS))
    .filter(lambda one: one and not one.isspace() and leading(one) is None)
)
CELLS = st.one_of(LINES, st.sampled_from(["", "—", "70.00"]))


def is_marked(mark, text):
    """Return whether a mark before a text is that mark still: （一） and .甲 are （一）. and 甲."""
    found = leading(mark + text)
    return found is not None and found.end == len(mark)


@st.composite
def headings(draw):
    level, position = draw(st.integers(1, 4)), draw(st.integers(1, 99))
    mark, title = numeral.heading_mark(level, position), draw(LINES)
    return "heading", level, mark, title if is_marked(mark, title) else "总则"


@st.composite
def paragraphs(draw):
    mark, text = numeral.item_mark(draw(st.integers(1, 20))), draw(LINES)
    is_item = draw(st.booleans()) and is_marked(mark, text)
    return "paragraph", mark if is_item else "", text


@st.composite
def tables(draw):
    rows = st.lists(CELLS, min_size=(width := draw(st.integers(2, 5))), max_size=width)
    return "table", draw(st.lists(rows, min_size=1, max_size=4))


@st.composite
def attachments(draw, number, count):
    rows = st.lists(CELLS, min_size=(width := draw(st.integers(1, 6))), max_size=width)
    columns = draw(st.lists(LINES, min_size=width, max_size=width))
    between = draw(st.lists(rows, min_size=1, max_size=5))
    return (
        number,
        f"附件{number}" if count > 1 else "附件",
        draw(LINES),
        draw(st.sampled_from(["", "单位：万元"])),
        [columns, *between, draw(st.one_of(st.just([]), rows))],
        draw(st.one_of(st.just(""), LINES)),
    )


@st.composite
def reports(draw):
    count = draw(st.integers(0, 3))
    return (
        draw(st.lists(LINES, min_size=1, max_size=3)),
        draw(st.lists(st.one_of(headings(), paragraphs(), tables()), min_size=1, max_size=12)),
        [draw(attachments(number, count)) for number in range(1, count + 1)],
        draw(st.one_of(st.none(), LINES)),
        draw(st.sampled_from([None, "2024年5月10日"])),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_any_report_that_is_rendered_reads_back_as_it_was(read_back, report):
    assert told(read_back(outline_of(*report))) == report


@pytest.fixture(scope="module")
def woven():
    from jixiao.workspace import Workspace

    workspace = Workspace(ROOT)
    reviewed = review(workspace, 2023)
    (made,) = produce(workspace, reviewed, ("docx",)).products
    return reviewed.outline, made


def test_the_sample_reads_back_as_it_was_woven(woven):
    outline, made = woven

    read = as_outline(opened(made).manuscript)

    assert told(read) == told(outline)
    assert len(read.blocks) > 100


def counted_by_word(outline: Outline) -> bytes:
    """Return a report's blocks as Word has them: headings in built-in styles that count."""
    forms = ("chineseCounting", "chineseCounting", "decimal", "decimal")
    signs = ("%1、", "（%2）", "%3.", "（%4）")
    levels = [
        level(at, form, sign, more=f'<w:pStyle w:val="{at + 1}"/>')
        for at, (form, sign) in enumerate(zip(forms, signs, strict=True))
    ]
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{at}"><w:name w:val="heading {at}"/>{properties}'
        "</w:style>"
        for at in range(1, 5)
    )
    body = "".join(
        p(escape(one.title.value), properties=f'<w:pStyle w:val="{one.level}"/>')
        if isinstance(one, Heading)
        else p(escape(one.line))
        for one in outline.blocks
    )
    return packed(body, numbering=abstract(0, *levels) + num(1, 0), styles=styles)


def test_the_sample_with_numbers_that_word_counts_reads_the_same(woven):
    outline, _ = woven

    read = as_outline(opened(counted_by_word(outline)).manuscript)

    assert [block(one) for one in read.blocks] == [block(one) for one in outline.blocks]
