"""The official outline as data: what `outline.yaml` of a template folder says."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.source import Source, Text


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the outline that content fills: a heading, its lead, and what stands below it."""

    title: Text
    #: `正文.收支` or `单位.主要职能`: the section that fills it; None for a heading alone
    section: Text | None = None
    #: the sentence printed where neither a section nor a slot below gives any text
    boilerplate: Text | None = None
    slots: tuple[Slot, ...] = ()
    #: one slot more below for each project, `【项目】` in its title being the project's name
    each_project: Slot | None = None
    #: a mark typed in the outline, from which this heading and the next of its siblings count on
    mark: Text | None = None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """An attachment's table: columns, and either fixed rows or one row a project."""

    title: Text
    #: the amounts' unit, stated once above the table: 万元
    unit: Text | None
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...] = ()
    each_project: tuple[Text, ...] = ()
    #: the first cell of the row of totals; None for none
    total: Text | None = None
    #: the note printed where a cell is `—`
    gap_note: Text | None = None
    #: the note that is printed below the table in any case
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An official outline: title, parts and attachments, before any content is in it."""

    name: Text
    title: tuple[Text, ...]
    slots: tuple[Slot, ...]
    tables: tuple[TableSpec, ...]
    source: Source
    #: the section that stands before the first part; None for none
    lead: Text | None = None

    @property
    def is_of_one_year(self) -> bool:
        """Whether it is a year's own: then it need not print all that is true over the years."""
        return self.source.name.startswith("content/")
