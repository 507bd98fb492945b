"""The layout of Word files built of raw markup."""

from __future__ import annotations

import pytest

from jixiao.word.reading.read import read_word
from jixiao.word.styling.layout import layout


def laid_out(content: bytes):
    outcome = read_word(content, "报告.docx")
    assert outcome.diagnostics == ()
    found = layout(outcome.value)
    assert_in_order(found, outcome.value.manuscript)
    return found


def assert_in_order(found, manuscript) -> None:
    """Assert that the lines are the manuscript's, and the stretches of each are within it."""
    spans = {text.place() for one in manuscript.lines for text in one.cells or (one.text,)}
    for line in found.lines:
        assert line.place in spans
        assert line.section <= len(found.sections)
        at = line.place.start
        for stretch in line.stretches:
            assert at <= stretch.place.start < stretch.place.end <= line.place.end
            at = stretch.place.end


@pytest.fixture(scope="session")
def set_as():
    """Return a function that gives the layout of the bytes of a Word file."""
    return laid_out
