"""审核意见: what a reviewer sends back, ready to be set as a page or as a Word file.

Every text in it is plain, on one line, without a character that a file could not hold.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the report with those that are meant, and what stands before and after them."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A second place that a remark speaks of, with a word on its part in it."""

    where: str
    quote: Quote | None
    message: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as a reviewer puts it: where, on what words, why, what instead, by what rule."""

    number: int
    code: str
    name: str
    #: 第26行, and the heading that it stands under where that is known
    where: str
    heading: str
    quote: Quote | None
    reason: str
    hint: str
    basis: str
    asides: tuple[Aside, ...] = ()
    #: why it stays as it is, where a person has looked into it
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks of one severity, or those that are settled, under its word and what to do."""

    label: str
    advice: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The remarks on one report: its title where it has one, the file's name, the date it bears."""

    title: str
    name: str
    dated: str
    count: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The whole: a chapter a report."""

    title: str
    chapters: tuple[Chapter, ...]
