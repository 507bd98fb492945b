"""A manuscript opened as what its bytes are: text, Markdown, a page, Word, an older form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jixiao.diagnostic import Outcome
from jixiao.manuscript.form import Form, form
from jixiao.manuscript.lines import lines
from jixiao.manuscript.markdown.read import read_markdown
from jixiao.manuscript.open import open_bytes, read_file
from jixiao.model.manuscript import Manuscript
from jixiao.source import Source


def manuscript_of(path: Path, name: str) -> Outcome[Manuscript | None]:
    """Return the lines of a file under the name it is shown by; None where it has no text."""
    content = read_file(path, name)
    if content.value is None:
        return Outcome(None, content.diagnostics)
    return open_manuscript(content.value, name)


def open_manuscript(content: bytes, name: str) -> Outcome[Manuscript | None]:
    """Return a manuscript's bytes opened as what they are; None where they cannot be read.

    What it takes to read a page or a Word file is imported when there is one.
    """
    found = form(content, name)
    if found.is_typed:
        opened = open_bytes(content, name)
        return Outcome(typed(opened.value) if opened.value.content else None, opened.diagnostics)
    if found.is_page:
        from jixiao.manuscript.page.archive import page_of
        from jixiao.manuscript.page.read import read_page

        return read_page(page_of(content) if found is Form.ARCHIVE else content, name)
    if found is Form.WORD:
        return _laid_out(content, name)
    from jixiao.manuscript.converting import converted

    made = converted(content, found.value, name)
    return Outcome(None, made.diagnostics) if made.value is None else _read_word(made.value, name)


def _laid_out(content: bytes, name: str) -> Outcome[Manuscript | None]:
    """Return a .docx as a manuscript with its layout, which a converted file's would not be."""
    from jixiao.word.reading.read import read_word
    from jixiao.word.styling.layout import layout

    made = read_word(content, name)
    if made.value is None:
        return Outcome(None, made.diagnostics)
    return Outcome(replace(made.value.manuscript, layout=layout(made.value)), made.diagnostics)


def _read_word(content: bytes, name: str) -> Outcome[Manuscript | None]:
    from jixiao.word.reading.read import read_word

    made = read_word(content, name)
    return Outcome(made.value.manuscript if made.value else None, made.diagnostics)


def typed(source: Source) -> Manuscript:
    """Return the manuscript of a file that is the text itself."""
    is_markdown = form(b"", source.name) is Form.MARKDOWN
    return read_markdown(source) if is_markdown else lines(source)
