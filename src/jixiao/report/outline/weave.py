"""The outline woven: slots filled with sections, headings numbered, citations resolved."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.language.numbering import Siblings
from jixiao.language.quantity import Date, parse
from jixiao.model.content import Project, Section
from jixiao.model.outline import Block, Outline, Paragraph
from jixiao.model.report import Report
from jixiao.model.template import Skeleton, Slot
from jixiao.report.cite.citations import Citations
from jixiao.report.outline.prose import Writer
from jixiao.report.outline.shelf import Shelf
from jixiao.report.outline.table import attachments
from jixiao.report.outline.unused import unused
from jixiao.source import Text


def weave(report: Report, skeleton: Skeleton) -> Outcome[Outline]:
    """Return a report in the form of an official outline, and all that is wrong on the way."""
    citations = Citations(report)
    weaver = _Weaver(report, citations)
    title = tuple(citations.line(one) for one in skeleton.title)
    if skeleton.lead:
        weaver.lead(skeleton.lead)
    weaver.slots(skeleton.slots, Siblings(1))
    weaver.left_over(skeleton)
    tables = attachments(skeleton.tables, citations)
    signature, date = report.content.signature.name, report.content.signature.date
    signed = citations.line(signature) if signature else None
    dated = citations.line(date) if date else None
    outline = Outline(
        title,
        tuple(weaver.blocks),
        tables,
        signed,
        dated,
        report.content.unit.full_name.value,
        _day(dated) or datetime.date(report.content.year, 12, 31),
    )
    found = [*citations.diagnostics, *weaver.diagnostics]
    if not citations.diagnostics:  # a citation that fails may be the use that is missed
        found.extend(unused(report.content, citations.used))
    return Outcome(outline, tuple(found))


class _Weaver:
    """Fills slots, one below the other."""

    def __init__(self, report: Report, citations: Citations) -> None:
        self._projects = report.content.accounts.projects
        self._writer = Writer(citations)
        self._shelf = Shelf(report.content)
        self._missing: list[tuple[Slot, Text]] = []
        self._missing_projects: list[Project] = []

    @property
    def blocks(self) -> list[Block]:
        """What was written so far."""
        return self._writer.blocks

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found so far."""
        return self._writer.diagnostics

    def lead(self, key: Text) -> None:
        """Write the section that stands before the first part."""
        section = self._shelf.section(key)
        if section is None:
            self._missing.append((Slot(key), key))
        else:
            self._writer.prose(section.prose, Siblings(1))

    def slots(
        self, slots: Iterable[Slot], siblings: Siblings, project: Project | None = None
    ) -> None:
        """Fill slots in order; their headings are counted on from the siblings given."""
        for slot in slots:
            self._slot(slot, self._section(slot), siblings, project)

    def _slot(
        self, slot: Slot, section: Section | None, siblings: Siblings, project: Project | None
    ) -> None:
        """Write a slot's heading, its section, the slots below, and what stands for nothing."""
        self._writer.heading(slot.title, siblings, project, slot.mark)
        below = siblings.below()
        start = len(self.blocks)
        if section is not None:
            self._writer.prose(section.prose, below, project)
        self.slots(slot.slots, below, project)
        if slot.each_project is not None:
            for one in self._projects:
                each = slot.each_project
                self._slot(each, self._project_section(each, one), below, one)
        if slot.boilerplate and not self._has_text(start):
            text = self._writer.citations.line(slot.boilerplate, project)
            self.blocks.insert(start, Paragraph(text))

    def _has_text(self, start: int) -> bool:
        return any(isinstance(self.blocks[at], Paragraph) for at in range(start, len(self.blocks)))

    def _section(self, slot: Slot) -> Section | None:
        if slot.section is None:
            return None
        section = self._shelf.section(slot.section)
        if slot.boilerplate is None and (section is None or not section.prose):
            self._missing.append((slot, slot.section))
        return section

    def _project_section(self, slot: Slot, project: Project) -> Section | None:
        if slot.section is None:
            return None
        section = self._shelf.project_section(project)
        if slot.boilerplate is None and (section is None or not section.prose):
            self._missing_projects.append(project)
        return section

    def left_over(self, skeleton: Skeleton) -> None:
        """Find what slots lack and what none took; its citations are looked up all the same."""
        self.diagnostics.extend(self._shelf.missing(self._missing))
        self.diagnostics.extend(self._shelf.missing_projects(self._missing_projects))
        self.diagnostics.extend(self._shelf.unplaced(skeleton))
        aside = Writer(self._writer.citations)
        for section in self._shelf.left():
            aside.prose(section.prose, Siblings(1))


def _day(dated: Text | None) -> datetime.date | None:
    found = parse(dated.value.strip()) if dated else None
    if not isinstance(found, Date) or found.month is None or found.day is None:
        return None
    return datetime.date(found.year, found.month, found.day)
