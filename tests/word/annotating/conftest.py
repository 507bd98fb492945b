"""Findings made on words of a Word file, and the file annotated with its invariants held."""

from __future__ import annotations

import datetime

import pytest
from tests.word.annotating.marks import bracketed, comments, entries, plain

from jixiao.diagnostic import Diagnostic, Severity
from jixiao.source import Place, Source
from jixiao.word.annotating.annotate import annotate
from jixiao.word.reading.read import read_word

DAY = datetime.date(2024, 5, 10)
#: the parts that a comment changes
CHANGED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml"}
CHANGED |= {"word/_rels/document.xml.rels"}


def source_of(content: bytes) -> Source:
    opened = read_word(content, "报告.docx")
    assert opened.value is not None, opened.diagnostics
    return opened.value.manuscript.source


def finding(place: Place, message: str = "有误", **more: object) -> Diagnostic:
    return Diagnostic("W101", "某种错误", Severity.WARNING, place, message, **more)


def on(content: bytes, *words: str | tuple[int, int]) -> list[Diagnostic]:
    """Return findings on words where a file first has them, or on characters from one to another.

    A line feed in the words is the end of a paragraph.
    """
    source = source_of(content)
    places = []
    for one in words:
        start, end = one if isinstance(one, tuple) else (source.content.index(one),) * 2
        places.append(source.place(start, end if isinstance(one, tuple) else end + len(one)))
    return [finding(one) for one in places]


def annotated(content: bytes, findings, date: datetime.date | None = DAY) -> bytes:
    """Return the annotated copy; it says the same, and is the same but for the comments."""
    outcome = annotate(content, "报告.docx", findings, date)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    made = outcome.value.content
    before, after = entries(content), entries(made)
    assert source_of(made) == source_of(content)
    assert [name for name in after if name in before] == list(before)
    assert {name for name in after if after[name] != before.get(name)} <= CHANGED
    main = "word/document.xml"
    assert plain(after[main]) == plain(before[main])
    assert annotate(content, "报告.docx", findings, date) == outcome
    return made


@pytest.fixture(scope="session")
def noted():
    """Return a function that gives what is bracketed by comments on words of a file, in order."""

    def noting(content: bytes, *words: str | tuple[int, int]) -> list[str]:
        made = annotated(content, on(content, *words))
        found = bracketed(made)
        assert sorted(found) == sorted(comments(made))
        return [found[one] for one in comments(made)]

    return noting
