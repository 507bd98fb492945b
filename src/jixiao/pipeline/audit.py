"""A manuscript audited: open, read, extract; from there on it is checked as a year is."""

from __future__ import annotations

from pathlib import Path

from jixiao.checks.catalogue import findings
from jixiao.checks.reading import Reading
from jixiao.claims.extract import extract
from jixiao.claims.untold import unexplained, untold
from jixiao.diagnostic import Outcome, in_order
from jixiao.manuscript.read import read
from jixiao.model.manuscript import Manuscript
from jixiao.model.review import Review
from jixiao.pipeline.opening import manuscript_of, open_manuscript, typed
from jixiao.report.derive import derive
from jixiao.report.identity.verify import verify
from jixiao.source import Source


def audit_file(path: Path, name: str) -> Review:
    """Return all that is found in a manuscript, and the outline that it was read as."""
    return _audit(manuscript_of(path, name))


def audit_bytes(content: bytes, name: str) -> Review:
    """Return the same of a manuscript that is in no file."""
    return _audit(open_manuscript(content, name))


def audit_source(source: Source) -> Review:
    """Return the same of the text of a manuscript that was opened before."""
    return _audit(Outcome(typed(source)))


def _audit(opened: Outcome[Manuscript | None]) -> Review:
    manuscript = opened.value
    if manuscript is None:
        return Review(opened.diagnostics)
    outline = read(manuscript)
    report = derive(extract(outline, manuscript.source))
    ruled = findings(Reading.of(outline, report, manuscript))
    verified = unexplained(verify(report), ruled)
    found = (*opened.diagnostics, *verified, *untold(ruled, verified))
    return Review(in_order(found), outline)
