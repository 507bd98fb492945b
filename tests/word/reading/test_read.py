"""A Word file that somebody typed, read as a manuscript."""

from __future__ import annotations

import io

import docx

from jixiao.word.reading.read import read_word


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_paragraph_is_a_line_of_the_source():
    document = docx.Document()
    document.add_paragraph("一、预算单位基本情况")
    document.add_paragraph("本局编制68名。")

    outcome = read_word(saved(document), "报告.docx")

    assert outcome.diagnostics == ()
    assert outcome.value.manuscript.source.content == "一、预算单位基本情况\n本局编制68名。"
