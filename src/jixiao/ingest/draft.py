"""A report's content drafted: the files of a year, and what went where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.ingest.budget import SECTIONS, Budget, budget, parts
from jixiao.ingest.citing import Citing, literal
from jixiao.ingest.equations import equations
from jixiao.ingest.facts import Entry, Facts
from jixiao.ingest.fitting import fitted
from jixiao.ingest.passages import told_once
from jixiao.ingest.placing import own
from jixiao.ingest.sections import EACH_PROJECT, Sections
from jixiao.ingest.tree import Node, Told, tree
from jixiao.ingest.writing import Value, written
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
        files = [
            ("预算.yaml", written(_budget(self._budget), *_BUDGET)),
            ("事实.yaml", written(_facts(self._facts), *_FACTS)),
            ("勾稽.yaml", written(list(self._equations), *_EQUATIONS)),
            ("正文.yaml", written(self._texts(sections), *_TEXTS)),
            ("核实.yaml", written([], *_SETTLED)),
        ]
        if sections.outline is not None:
            files.append(("提纲.yaml", written(sections.outline, *_OUTLINE)))
        named = [(f"{folder}/{name}", text) for name, text in files]
        if self._given.unit_texts is None:
            named.insert(0, ("content/单位.yaml", written(self._unit(sections), *_UNIT)))
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


def _budget(made: Budget) -> dict[str, Value]:
    stated = made.stated()
    value: dict[str, Value] = {}
    for section, names in SECTIONS:
        members: dict[str, Value] = {name: stated[name] for name in names if name in stated}
        if members:
            value |= {section: members} if section else members
    projects: list[Value] = [
        {"名称": one.name.value} | {key: str(part.quantity) for key, part in parts(one)}
        for one in made.projects
    ]
    return value | ({"项目": projects} if projects else {})


def _facts(facts: Facts) -> dict[str, Value]:
    groups: dict[str, dict[str, Value]] = {}
    for one in facts.entries.values():
        groups.setdefault(_group(one.group), {})[one.name] = _value(one)
    return dict(groups)


def _group(title: str) -> str:
    bare = re.sub(r"[\s【】]", "", title).rstrip("。：")
    return bare or "全文"


def _value(one: Entry) -> Value:
    if one.completion_rate:
        return {"值": one.value, "完成率": one.completion_rate}
    return one.value


_BUDGET = (
    "预算.yaml：本年的收支账和各项目的账，从原稿的文字里读出。",
    "看看有没有读错、读漏；原稿没有写的数不填，也不要填0。",
)
_FACTS = (
    "事实.yaml：原稿的数，一个数只写一次，名称取自原文，可以改（正文里引用的也要一起改）。",
    "分组是原稿的标题，只为好找。",
)
_EQUATIONS = (
    "勾稽.yaml：原稿的文字说到、核对也成立的关系；改了任何一个数都会重新核对。",
    "值÷目标、收支平衡、项目之和已经内置，不必再写。",
)
_TEXTS = (
    "正文.yaml：原稿的文字，数换成了引用；没有单位的数、年份、文号留着原样。",
    "原稿说了不止一次的话在“段落”里，只写一次。",
)
_SETTLED = ("核实.yaml：看过而不必改的检查结果，写明理由；没有就是[]。",)
_OUTLINE = (
    "提纲.yaml：原稿的标题和先后。删去这个文件，就用模板的提纲。",
    "“编号”是原稿与自动编号不同的地方；删去那一行，就自动编号。",
)
_UNIT = ("单位.yaml：多年不变的单位情况；全称是从原稿里认出的，请核对。",)
