"""A report's content drafted: the files of a year, and what went where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.ingest import files
from jixiao.ingest.budget import budget
from jixiao.ingest.citing import Citing, literal
from jixiao.ingest.equations import equations
from jixiao.ingest.facts import Facts
from jixiao.ingest.fitting import fitted
from jixiao.ingest.passages import told_once
from jixiao.ingest.placing import own
from jixiao.ingest.sections import EACH_PROJECT, Sections
from jixiao.ingest.tree import Node, Told, tree
from jixiao.ingest.writing import Value
from jixiao.language.quantity import Date, parse
from jixiao.model.content import Constraint, Content
from jixiao.model.outline import Outline, Paragraph
from jixiao.model.template import Skeleton

_REPORT = "年度部门整体支出绩效自评报告"


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beside the report: the year, the unit, and the names that are taken."""

    year: int
    unit_name: str
    template: str
    #: names that the engine answers to itself
    reserved: frozenset[str]
    #: the sections of a 单位.yaml that is there already, and stays as it is; None without one
    unit_texts: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of each were written."""

    facts: int
    accounts: int
    projects: int
    passages: int
    equations: int
    sections: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The files of a year by name, relative to the workspace, and what they hold."""

    files: tuple[tuple[str, str], ...]
    tally: Tally


def drafts(
    outline: Outline,
    claimed: Content,
    holding: Sequence[Constraint],
    skeleton: Skeleton | None,
    given: Given,
) -> tuple[Draft, ...]:
    """Return the drafts of a report, the better one first: by the template's outline, by its own.

    `claimed` is what its prose claims, `holding` those claims that hold.
    """
    drafter = _Drafter(outline, claimed, holding, given)
    by_template = drafter.fitted(skeleton) if skeleton else None
    made = [one for one in (by_template, drafter.own()) if one]
    return tuple(drafter.draft(one) for one in made)


class _Drafter:
    """Names and cites the numbers once, for all drafts of a report."""

    def __init__(
        self, outline: Outline, claimed: Content, holding: Sequence[Constraint], given: Given
    ) -> None:
        outline = _with_readable_date(outline)
        self._outline, self._given = outline, given
        self._budget = budget(claimed)
        self._root = tree(outline)
        self._facts = Facts({*given.reserved, *self._budget.names})
        citing = Citing(self._budget, self._facts)
        blocks = list(_paragraphs(self._root))
        cited = [citing.paragraph(one.paragraph.printed, group) for one, group in blocks]
        told = told_once(cited, self._is_taken)
        self._passages = told.passages
        for (block, _), text in zip(blocks, told.paragraphs, strict=True):
            block.written = text
        self._equations = equations(holding, claimed, citing.names)

    def _is_taken(self, name: str) -> bool:
        return name in self._facts.taken

    def fitted(self, skeleton: Skeleton) -> Sections | None:
        """Return the sections by a template's outline, or None where that is another one."""
        return fitted(self._root, self._outline, skeleton, self._resolve)

    def own(self) -> Sections:
        """Return the sections by an outline of the report's own."""
        title = [self._cited_title(one.value) for one in self._outline.title]
        return own(
            self._root,
            title or ["【全称】", f"【本年】{_REPORT}"],
            self._outline.attachments,
            self._given.unit_texts,
            [one.name.value for one in self._budget.projects],
        )

    def _resolve(self, text: str) -> str:
        known = {"本年": str(self._given.year), "全称": self._given.unit_name}
        return re.sub("【([^】]*)】", lambda found: known.get(found[1], found[0]), text)

    def _cited_title(self, line: str) -> str:
        if line == self._given.unit_name:
            return "【全称】"
        cited = literal(line).replace(self._given.unit_name, "【全称】")
        return cited.replace(f"{self._given.year}年", "【本年】年")

    def draft(self, sections: Sections) -> Draft:
        """Return the files for some sections."""
        folder = f"content/{self._given.year}"
        made = [
            ("预算.yaml", files.budget_file(self._budget)),
            ("事实.yaml", files.facts_file(self._facts)),
            ("勾稽.yaml", files.equations_file(self._equations)),
            ("正文.yaml", files.texts_file(self._texts(sections))),
            ("核实.yaml", files.settlements_file()),
        ]
        if sections.outline is not None:
            made.append(("提纲.yaml", files.outline_file(sections.outline)))
        named = [(f"{folder}/{name}", text) for name, text in made]
        if self._given.unit_texts is None:
            named.insert(0, ("content/单位.yaml", files.unit_file(self._unit(sections))))
        return Draft(tuple(named), self._tally(sections))

    def _texts(self, sections: Sections) -> dict[str, Value]:
        texts: dict[str, Value] = {}
        if self._passages:
            texts["段落"] = {one.name: one.text for one in self._passages}
        texts |= sections.texts
        if sections.of_projects:
            texts[EACH_PROJECT] = sections.of_projects
        return texts | self._signed()

    def _signed(self) -> dict[str, Value]:
        name, date = self._outline.signature, self._outline.date
        signed: dict[str, Value] = {}
        if name:
            is_own = name.value == self._given.unit_name
            signed["署名"] = "【全称】" if is_own else literal(name.value)
        if date:
            signed["成文日期"] = literal(date.value)
        return {"落款": signed} if signed else {}

    def _unit(self, sections: Sections) -> dict[str, Value]:
        unit: dict[str, Value] = {"全称": self._given.unit_name}
        return unit | {"模板": self._given.template} | sections.of_the_unit

    def _tally(self, sections: Sections) -> Tally:
        count = len(sections.texts) + len(sections.of_the_unit) + len(sections.of_projects)
        accounts = len(self._budget.stated())
        accounts += sum(len(one.stated) for one in self._budget.projects)
        return Tally(
            len(self._facts.entries),
            accounts,
            len(self._budget.projects),
            len(self._passages),
            len(self._equations),
            count,
        )


def _with_readable_date(outline: Outline) -> Outline:
    """Return an outline whose date 落款 can hold; any other closes the text, as it was typed."""
    dated = outline.date
    if dated is None or isinstance(parse("".join(dated.value.split())), Date):
        return outline
    closing = [Paragraph(one) for one in (outline.signature, dated) if one]
    return replace(outline, blocks=(*outline.blocks, *closing), signature=None, date=None)


def _paragraphs(root: Node) -> list[tuple[Told, str]]:
    """Return the paragraphs of a report, each with the heading that it stands below."""
    return [
        (block, node.title)
        for node in root.every()
        for block in node.body
        if isinstance(block, Told)
    ]
