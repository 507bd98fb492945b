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
    """Other places that a remark speaks of, with a word on their part in it, or else their own."""

    #: 第5、7、44行; 第5段、表1第2行第3格 in a Word file
    where: str
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: 第26行 or 表1第2行第3格, the words there, and the heading that it stands under.

    The heading is left out where it is not known, or is that of the spot before.
    """

    where: str
    heading: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Remark:
    """Findings as a reviewer puts them: where, on what words, why, what instead.

    Of several findings by one rule of which the very same is said, one remark is made.
    """

    #: 7, or 7—8 where it tells of two findings
    numbers: str
    code: str
    spots: tuple[Spot, ...]
    reason: str
    hint: str
    asides: tuple[Aside, ...] = ()
    #: why it stays as it is, where a person has looked into it
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks of one severity, or those that are settled, under its word and what to do."""

    label: str
    #: how many findings they tell of
    count: int
    advice: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What rules rest on, and the codes of the rules: N101、N103."""

    rules: str
    told: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The remarks on one report: its title where it has one, the file's name, the date it bears."""

    title: str
    name: str
    dated: str
    count: str
    groups: tuple[Group, ...]
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """The whole: a chapter a report."""

    title: str
    chapters: tuple[Chapter, ...]
