"""What a finding offers to change mends it: applied, the finding is gone and no other has come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.pipeline.audit import audit_bytes

FOLDER = Path(__file__).parents[1] / "rules"
MARKS = re.compile(r"(?m) # (?:必改|应改|请核实)\[.*$")
CODES = sorted(path.stem for path in FOLDER.glob("W*.txt"))


def texts(code):
    sections = re.split(r"(?m)^=== ", (FOLDER / f"{code}.txt").read_text(encoding="utf-8"))
    for section in sections[1:]:
        title, _, body = section.partition("\n")
        if title.startswith("应报"):
            yield MARKS.sub("", body)


def found(text):
    return audit_bytes(text.encode(), "报告.txt").diagnostics


def mended(text, edits):
    last = len(text)
    for edit in sorted(edits, key=lambda one: one.place.start, reverse=True):
        assert edit.place.end <= last, "edits do not overlap"
        last = edit.place.start
        text = text[: edit.place.start] + edit.replacement + text[edit.place.end :]
    return text


@pytest.mark.parametrize("code", CODES)
def test_applied_edits_mend_their_finding_and_make_no_other(code):
    for text in texts(code):
        told = [one for one in found(text) if one.code == code and one.edits]
        after = found(mended(text, {edit for one in told for edit in one.edits}))

        left = [one for one in found(text) if one.code == code and not one.edits]
        assert len([one for one in after if one.code == code]) == len(left), text
        # A number that can be read at last may well be wrong: that is another family's.
        worded = {one.code for one in after if one.code.startswith("W")}
        assert worded <= {one.code for one in found(text)}, text
