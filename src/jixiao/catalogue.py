"""Every kind of defect that jixiao can find, in the order of the codes."""

from __future__ import annotations

from jixiao.checks.catalogue import DEFECTS as CHECK_DEFECTS
from jixiao.content.defects import DEFECTS as CONTENT_DEFECTS
from jixiao.diagnostic import Defect
from jixiao.manuscript.defects import DEFECTS as MANUSCRIPT_DEFECTS
from jixiao.report.defects import DEFECTS as REPORT_DEFECTS
from jixiao.word.defects import DEFECTS as WORD_DEFECTS
from jixiao.word.reading.defects import DEFECTS as READING_DEFECTS

DEFECTS: tuple[Defect, ...] = tuple(
    sorted(
        (
            *CONTENT_DEFECTS,
            *MANUSCRIPT_DEFECTS,
            *REPORT_DEFECTS,
            *CHECK_DEFECTS,
            *WORD_DEFECTS,
            *READING_DEFECTS,
        ),
        key=lambda defect: defect.code,
    )
)
