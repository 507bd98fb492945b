"""A year of YAML: load, validate, derive, weave, check, settle."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from jixiao.checks.catalogue import findings
from jixiao.checks.reading import Reading
from jixiao.checks.settlement.settle import settle
from jixiao.claims.extract import extract
from jixiao.claims.untold import unexplained, untold
from jixiao.content.load import load, load_source
from jixiao.content.validate import validate, validate_outline
from jixiao.diagnostic import Diagnostic, Outcome, in_order
from jixiao.model.content import Content
from jixiao.model.document import Document
from jixiao.model.outline import Outline
from jixiao.model.review import Review
from jixiao.model.template import Skeleton
from jixiao.pipeline.settling import CODES
from jixiao.report.derive import derive
from jixiao.report.identity.verify import verify
from jixiao.report.outline.weave import weave
from jixiao.source import Source
from jixiao.workspace import DEFAULT_TEMPLATE, UNIT_FILE, YEAR_FILES, Workspace


def review(
    workspace: Workspace, year: int, amended: Mapping[str, str] = MappingProxyType({})
) -> Review:
    """Return all that is found in a year's content, and the outline that it makes.

    `amended` holds files by name that are to be taken as if they had this content.
    """
    names = (UNIT_FILE, *(workspace.year_file(year, name) for name in YEAR_FILES))
    every = (*names, *workspace.optional_files())
    documents = tuple(_load(workspace.root, name, amended) for name in every)
    validated = validate(tuple(one.value for one in documents), year)
    content = validated.value
    template = content.unit.template.value if content.unit.template else DEFAULT_TEMPLATE
    skeleton = _skeleton(workspace, year, template, amended)
    found = [*validated.diagnostics, *skeleton.diagnostics]
    for document in documents:
        found.extend(document.diagnostics)
    outline = _judge(content, skeleton.value, found)
    settled = settle(found, content.settlements, (outline,) if outline else (), CODES)
    return Review(in_order(settled), outline, template)


def _load(root: Path, name: str, amended: Mapping[str, str]) -> Outcome[Document]:
    content = amended.get(name)
    return load(root, name) if content is None else load_source(Source(name, content))


def _skeleton(
    workspace: Workspace, year: int, template: str, amended: Mapping[str, str]
) -> Outcome[Skeleton | None]:
    name = workspace.outline_file(year, template, amended)
    home = workspace.root if name.startswith("content/") else workspace.template_home(template)
    document = _load(home, name, amended)
    made = validate_outline(document.value)
    return Outcome(made.value, (*document.diagnostics, *made.diagnostics))


def _judge(content: Content, skeleton: Skeleton | None, found: list[Diagnostic]) -> Outline | None:
    """Add to the findings what figures, outline and rules say, and return the outline."""
    report = derive(content)
    woven = weave(report, skeleton) if skeleton else Outcome(None)
    found.extend(woven.diagnostics)
    outline = woven.value or Outline((), ())
    ruled = findings(Reading.of(outline, report))
    verified = unexplained(verify(report), ruled)
    found.extend((*verified, *untold(ruled, verified)))
    if content.whole:  # a broken entry makes others of its sum look wrong
        claimed = verify(derive(extract(outline, content.sources[0])))
        found.extend(untold(claimed, tuple(found)))
    return woven.value
