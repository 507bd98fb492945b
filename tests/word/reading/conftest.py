"""What is read from markup, its invariants held each time."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import packed

from jixiao.word.opc.markup import w
from jixiao.word.reading.read import read_word


def opened(content: bytes):
    """Return what is read from a Word file that has to be read, its invariants asserted."""
    outcome = read_word(content, "报告.docx")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert_spelt(outcome.value)
    assert_covered(outcome.value.manuscript)
    return outcome.value


def assert_spelt(one) -> None:
    source = one.manuscript.source.content
    runs = one.spelling.runs
    body = one.document.element.body
    for run in runs:
        if run.element is not None:
            length = run.end - run.start
            assert run.element.text[run.offset : run.offset + length] == source[run.start : run.end]
            assert run.element.getroottree().getroot() is body.getparent()
    spelt = "".join(source[run.start : run.end] for run in runs)
    assert spelt == source.replace("\n", "")
    assert len(one.spelling.paragraphs) == source.count("\n") + 1
    assert {it.tag for line in one.spelling.paragraphs for it in line} <= {w("p")}


def assert_covered(manuscript) -> None:
    """Assert that each character is in a line or in a stray, or breaks a line, or ends the text."""
    content = manuscript.source.content.rstrip()
    covered = set()
    for one in (*manuscript.lines, *manuscript.strays):
        for piece in one.text.pieces:
            covered.update(range(piece.start, piece.end))
    left = {content[at] for at in range(len(content)) if at not in covered}
    assert left <= {"\n", "\v"}


@pytest.fixture(scope="session")
def opening():
    """Return a function that reads the bytes of a Word file that has to be read."""
    return opened


@pytest.fixture(scope="session")
def read():
    """Return a function that reads a body's inner markup as a manuscript."""

    def reading(body: str, **parts: str):
        return opened(packed(body, **parts)).manuscript

    return reading


@pytest.fixture(scope="session")
def told():
    """Return a function that gives the code of what is wrong with bytes that cannot be read."""

    def code(content: bytes) -> str:
        outcome = read_word(content, "报告.docx")
        assert outcome.value is None
        (finding,) = outcome.diagnostics
        assert finding.hint
        return finding.code

    return code


@pytest.fixture(scope="session")
def texts(read):
    """Return a function that reads a body's inner markup as the texts of its lines."""

    def reading(body: str, **parts: str):
        return [one.text.value for one in read(body, **parts).lines]

    return reading
