"""The order of an import: read, extract, draft, and weave the draft again to see what it lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.claims.extract import extract
from jixiao.content.load import load
from jixiao.content.schema.files import FACT_SCHEMA
from jixiao.content.stated.names import RESERVED
from jixiao.content.validate import validate, validate_outline
from jixiao.export.text import text
from jixiao.ingest.draft import Draft, Given, drafts
from jixiao.ingest.unit import unit_name
from jixiao.language.name import name_mistake
from jixiao.manuscript.read import read
from jixiao.model.content import Paragraph, Section, Unit
from jixiao.model.manuscript import Manuscript
from jixiao.model.outline import Outline, Stray
from jixiao.pipeline.year import review
from jixiao.report.derive import derive
from jixiao.report.identity.verify import holding
from jixiao.workspace import DEFAULT_TEMPLATE, OUTLINE_FILE, UNIT_FILE, Workspace


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the report that the draft does not print again, or prints otherwise."""

    #: where it stands in the report: 第3行, 表1第2行第3格
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A report taken in: its draft, and how the report that is woven of it differs."""

    draft: Draft
    outline: Outline
    differences: tuple[Difference, ...]
    #: characters of the report, blanks left out
    characters: int
    #: the year that the report itself says it is on; 0 where it does not say
    own_year: int = 0
    #: the unit that the report says it is by, and the one that it was taken in for
    own_unit: str = ""
    unit: str = ""

    @property
    def strays(self) -> tuple[Stray, ...]:
        """What of the file is no part of the report."""
        return self.outline.strays


class UnknownUnit(Exception):
    """Nothing in a report says whose it is."""


def take_in(workspace: Workspace, manuscript: Manuscript, year: int, unit: str = "") -> Intake:
    """Return a year's content drafted from a report; nothing is written.

    Raises `UnknownUnit` where the unit's name is not given and cannot be read.
    """
    outline = read(manuscript)
    claimed = extract(outline, manuscript.source)
    known = _unit(workspace)
    own_unit = unit_name(outline)
    name = unit or (known.full_name.value if known else "") or own_unit
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
    return replace(best, own_year=claimed.year, own_unit=own_unit, unit=name)


def _text(section: Section) -> str:
    """Return the paragraphs of a section that has nothing else; empty for any other."""
    texts = [one.text.value for one in section.prose if isinstance(one, Paragraph)]
    return "\n".join(texts) if len(texts) == len(section.prose) else ""


def _unit(workspace: Workspace) -> Unit | None:
    if not (workspace.root / UNIT_FILE).exists():
        return None
    document = load(workspace.root, UNIT_FILE).value
    made = validate((document,), 2000).value.unit
    return made if made.full_name and name_mistake(made.full_name.value) is None else None


def _taken(workspace: Workspace, outline: Outline, draft: Draft, year: int) -> Intake:
    # What the draft has not is as if it were not there: a former year's own outline.
    files = {workspace.year_file(year, OUTLINE_FILE): "", **dict(draft.files)}
    woven = review(workspace, year, files).outline
    lost = tuple(_differences(outline, woven)) if woven else (Difference("", ""),)
    return Intake(draft, outline, lost, len(_squeezed(outline)))


def _differences(before: Outline, after: Outline) -> Iterator[Difference]:
    """Yield the texts of a report whose characters the other has not, in order."""
    printed = re.sub(r"\s", "", text(after))
    at = 0
    for one in before.texts:
        wanted = re.sub(r"\s", "", one.value)
        found = printed.find(wanted, at)
        if found < 0:
            yield Difference(one.place().told, one.value)
        else:
            at = found + len(wanted)


def _squeezed(outline: Outline) -> str:
    return re.sub(r"\s", "", "".join(one.value for one in outline.texts))
