"""What the rules of family F find in a Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao.checks.catalogue import findings
from jixiao.checks.reading import Reading
from jixiao.claims.extract import extract
from jixiao.manuscript.read import read
from jixiao.report.derive import derive
from jixiao.word.reading.read import read_word
from jixiao.word.styling.layout import layout


def judged(content: bytes):
    outcome = read_word(content, "报告.docx")
    assert outcome.diagnostics == ()
    word = outcome.value
    manuscript = replace(word.manuscript, layout=layout(word))
    outline = read(manuscript)
    report = derive(extract(outline, manuscript.source))
    found = findings(Reading.of(outline, report, manuscript))
    return [one for one in found if one.code.startswith("F")]


@pytest.fixture(scope="session")
def told():
    """Return a function that gives the findings of family F in the bytes of a Word file."""
    return judged


@pytest.fixture(scope="session")
def codes(told):
    """Return a function that gives the codes of the findings in a `bureau.File`."""

    def found(file) -> list[str]:
        return [one.code for one in told(file.packed())]

    return found


@pytest.fixture(scope="session")
def only(told):
    """Return a function that gives the one finding that there is in a `bureau.File`."""

    def found(file, code: str):
        (one,) = told(file.packed())
        assert one.code == code, one.message
        assert one.hint
        return one

    return found
