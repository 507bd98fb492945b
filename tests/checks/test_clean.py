"""Nothing is called wrong in clean text of the genre: sixteen reports, of as many bureaus.

They hold what a hasty rule would flag: approximate counts, ranges, rates above 100 %, negative
growth, parts that do not cover their whole, quoted titles, other years, nested items, tables.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.diagnostic import Severity
from jixiao.pipeline.audit import audit_file

REPORTS = sorted(Path(__file__).parents[1].joinpath("clean").glob("*.txt"))
COUNTED = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef0-9]")
#: what a clean report may be asked at most: each question costs its writer a look
MOST_QUESTIONS = 2


def test_there_are_at_least_20000_characters_of_clean_text():
    texts = [one.read_text(encoding="utf-8") for one in REPORTS]

    assert sum(len(COUNTED.findall(text)) for text in texts) >= 20_000


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.stem)
def test_nothing_is_wrong_in_a_clean_report(report):
    told = audit_file(report, report.name).diagnostics

    wrong = [one for one in told if one.severity is not Severity.QUESTION]
    assert [(one.code, one.place.line, one.message) for one in wrong] == []
    assert len(told) <= MOST_QUESTIONS, [(one.code, one.message) for one in told]
