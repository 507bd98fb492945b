"""The order of an import: read, extract, draft, and weave the draft again to see what it lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.claims.extract import extract
from jixiao.content.load import load
from jixiao.content.schema.files import FACT_SCHEMA
from jixiao.content.stated.names import RESERVED
from jixiao.content.validate import validate, validate_outline
from jixiao.diagnostic import Diagnostic, in_order
from jixiao.ingest.draft import Draft, Given, drafts
from jixiao.ingest.loss import Difference, differences
from jixiao.ingest.unit import unit_name
from jixiao.manuscript.read import read
from jixiao.model.content import Paragraph, Section, Unit
from jixiao.model.manuscript import Manuscript, Trace
from jixiao.model.outline import Outline
from jixiao.pipeline.year import review
from jixiao.report.derive import derive
from jixiao.report.identity.verify import holding
from jixiao.workspace import DEFAULT_TEMPLATE, OUTLINE_FILE, UNIT_FILE, Workspace


@dataclass(frozen=True, slots=True)
class Intake:
    """A report taken in: its draft, and how the report that is woven of it differs."""

    draft: Draft
    outline: Outline
    differences: tuple[Difference, ...]
    #: the year that the report itself says it is on; 0 where it does not say
    own_year: int = 0
    #: the unit that the report says it is by, and the one that it was taken in for
    own_unit: str = ""
    unit: str = ""
    #: what work on the file left in it: changes, comments, hidden words
    traces: tuple[Trace, ...] = ()


class UnknownUnit(Exception):
    """Nothing in a report says whose it is."""


class UnusableUnit(Exception):
    """A `单位.yaml` is there and cannot be used: what is wrong with it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(UNIT_FILE)
        self.diagnostics = diagnostics


def take_in(workspace: Workspace, manuscript: Manuscript, year: int, unit: str = "") -> Intake:
    """Return a year's content drafted from a report; nothing is written.

    Raises `UnknownUnit` where the unit's name is not given and cannot be read, `UnusableUnit`
    where a `单位.yaml` is there that cannot be.
    """
    outline = read(manuscript)
    claimed = extract(outline, manuscript.source)
    known = _unit(workspace)
    own_unit = unit_name(outline)
    name = (known.full_name.value if known else unit) or own_unit
    if not name:
        raise UnknownUnit
    template = known.template.value if known and known.template else DEFAULT_TEMPLATE
    skeleton = validate_outline(
        load(workspace.template_home(template), f"templates/{template}/outline.yaml").value
    ).value
    texts = {one.name.value: _text(one) for one in known.sections} if known else None
    given = Given(year, name, template, frozenset((*RESERVED, *FACT_SCHEMA)), texts)
    made = drafts(outline, claimed, holding(derive(claimed)), skeleton, given)
    taken = [_taken(workspace, outline, draft, year) for draft in made]
    # The template's outline only where nothing is lost by it.
    best = next((one for one in taken if not one.differences), taken[-1])
    return replace(
        best, own_year=claimed.year, own_unit=own_unit, unit=name, traces=manuscript.traces
    )


def _text(section: Section) -> str:
    """Return the paragraphs of a section that has nothing else; empty for any other."""
    texts = [one.text.value for one in section.prose if isinstance(one, Paragraph)]
    return "\n".join(texts) if len(texts) == len(section.prose) else ""


def _unit(workspace: Workspace) -> Unit | None:
    """Return what 单位.yaml says, or None where there is none; one that is there is never lost."""
    if not (workspace.root / UNIT_FILE).exists():
        return None
    document = load(workspace.root, UNIT_FILE)
    validated = validate((document.value,), 0)
    own = [one for one in validated.diagnostics if one.place.file == UNIT_FILE]
    wrong = tuple(one for one in (*document.diagnostics, *own) if one.stops)
    if wrong or not validated.value.unit.full_name:
        raise UnusableUnit(in_order(wrong))
    return validated.value.unit


def _taken(workspace: Workspace, outline: Outline, draft: Draft, year: int) -> Intake:
    # What the draft has not is as if it were not there: a former year's own outline.
    files = {workspace.year_file(year, OUTLINE_FILE): "", **dict(draft.files)}
    woven = review(workspace, year, files)
    stopped = (Difference(one.place.told, one.message) for one in woven.diagnostics if one.stops)
    lost = differences(outline, woven.outline) if woven.outline else tuple(stopped)
    return Intake(draft, outline, lost)
