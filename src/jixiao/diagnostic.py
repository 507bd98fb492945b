"""Diagnostics: what is wrong, how much it matters, where it stands, and the way out.

A diagnostic is a value. Stages return them beside their result; rendering is `console`'s and
`export`'s. A kind of defect is declared once, with its code and its manual page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from jixiao.source import Place

T_co = TypeVar("T_co", covariant=True)


class Severity(Enum):
    """How much a finding matters, in the reviewer's own words."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """The Chinese word that the reviewer uses: 必改, 应改 or 请核实."""
        return _LABELS[self]


#: what a finding is called that a person has looked into, whatever its severity
SETTLED = "已核实"
_LABELS = {Severity.ERROR: "必改", Severity.WARNING: "应改", Severity.QUESTION: "请核实"}


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of, with a word on its part in it."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of characters that cannot change what the text means: what stands at a place."""

    place: Place
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a defect at a place."""

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    #: names that a `核实.yaml` entry may settle this finding by: facts, projects, equations
    subjects: tuple[str, ...] = ()
    #: the reason given in `核实.yaml`, where a person has looked into it
    settled: str = ""
    #: what `--fix` does about it; none where only a person can mend it
    edits: tuple[Edit, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether this finding stops a build: an unsettled 必改."""
        return self.severity is Severity.ERROR and not self.settled


@dataclass(frozen=True, slots=True)
class Defect:
    """A kind of defect: a code that is never reused, a name, a severity and its manual page.

    The manual is Markdown with the headings 为什么, 反例, 正例 and 依据 (see `jixiao explain`).
    """

    code: str
    name: str
    severity: Severity
    manual: str

    def at(  # noqa: PLR0913 -- a finding has this many parts, all but two by name
        self,
        place: Place,
        message: str,
        *,
        hint: str = "",
        related: Iterable[Related] = (),
        subjects: Iterable[str] = (),
        severity: Severity | None = None,
        edits: Iterable[Edit] = (),
    ) -> Diagnostic:
        """Return the finding of this defect at a place."""
        return Diagnostic(
            self.code,
            self.name,
            severity or self.severity,
            place,
            message,
            hint,
            tuple(related),
            tuple(subjects),
            edits=tuple(edits),
        )


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a stage made, and all that is wrong with what it was given."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings sorted by file and position, each told once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda one: (one.place.order, one.code)))


def by_severity(
    diagnostics: Iterable[Diagnostic],
) -> tuple[tuple[str, tuple[Diagnostic, ...]], ...]:
    """Return the findings in groups, each under its word: 必改, 应改, 请核实, and 已核实 last."""
    labels = (*(one.label for one in Severity), SETTLED)
    groups: dict[str, list[Diagnostic]] = {label: [] for label in labels}
    for one in diagnostics:
        groups[SETTLED if one.settled else one.severity.label].append(one)
    return tuple((label, tuple(members)) for label, members in groups.items() if members)
