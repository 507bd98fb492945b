"""The register: every name of a report, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jixiao.language.quantity import Quantity
from jixiao.model.content import Fact, Passage, Project, Stated
from jixiao.model.report import Figure, Report
from jixiao.report import vocabulary as v
from jixiao.report.nearest import Nearest
from jixiao.source import Text

Numbered = Stated | Figure


@dataclass(frozen=True, slots=True)
class Register:
    """What is looked up by name: numbers, facts, projects, passages, the unit's own names."""

    report: Report
    _numbers: Mapping[str, Numbered]
    _facts: Mapping[str, Fact]
    _projects: Mapping[str, Project]
    _passages: Mapping[str, Passage]
    _nearest: Nearest

    @classmethod
    def of(cls, report: Report) -> Register:
        """Return the register of a report; where a number is stated and computed, the stated."""
        content = report.content
        numbers: dict[str, Numbered] = {one.name: one for one in report.figures}
        numbers |= {one.name: one for one in report.stated}
        facts = {one.name.value: one for one in content.facts}
        projects = {one.name.value: one for one in content.accounts.projects}
        passages = {one.name.value: one for one in content.passages}
        fixed = (*v.ACCOUNTS, *v.RATES, *v.UNIT_NAMES, *v.YEAR_WORDS)
        nearest = Nearest((*facts, *projects, *passages, *fixed))
        return cls(report, numbers, facts, projects, passages, nearest)

    def number(self, name: str, part: str = "") -> Numbered | None:
        """Return the number under a name, or None where nothing is stated or computed."""
        return self._numbers.get(v.part_of(name, part))

    def project(self, name: str) -> Project | None:
        """Return the project of a name."""
        return self._projects.get(name)

    def passage(self, name: str) -> Passage | None:
        """Return the passage of a name."""
        return self._passages.get(name)

    def nearest(self, name: str) -> str | None:
        """Return the known name that is most like a name, or None."""
        return self._nearest.to(name)

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the parts that a name can have; none for what has no parts or is not known."""
        if name in self._facts:
            return v.FACT_PARTS
        return v.PROJECT_PARTS if name in self._projects else ()

    def is_known(self, name: str) -> bool:
        """Return whether a name can be cited, whether or not anything is stated under it."""
        fixed = name in v.ACCOUNTS or name in v.RATES or name in v.UNIT_NAMES
        owned = name in self._facts or name in self._projects or name in self._passages
        return fixed or owned or name in v.YEAR_WORDS

    def word(self, name: str) -> str | None:
        """Return what a name of the unit, of a year or of a project prints, or None."""
        unit, year = self.report.content.unit, self.report.content.year
        words: dict[str, Text | str | None] = {
            v.FULL_NAME: unit.full_name,
            v.SHORT_NAME: unit.short_name,
            v.SELF_REFERENCE: unit.self_reference,
            v.THIS_YEAR: str(year),
            v.LAST_YEAR: str(year - 1),
            v.NEXT_YEAR: str(year + 1),
            v.YEAR_END: f"{year}年12月31日",
        }
        found = words.get(name)
        if found is None and name in self._projects:
            return name
        return None if found is None else str(found)


def printed(number: Numbered) -> Quantity:
    """Return the quantity that the text prints for a number."""
    return number.printed if isinstance(number, Figure) else number.quantity


def missing_inputs(name: str, report: Report) -> str:
    """Return what a writer adds so that a number can be printed, as the end of a hint."""
    needs: dict[str, Iterable[str]] = {
        v.EXECUTION_RATE: (v.TOTAL_EXPENDITURE, v.INITIAL_BUDGET, v.ADJUSTMENT),
        v.ADJUSTMENT_RATE: (v.ADJUSTMENT, v.INITIAL_BUDGET),
        v.STAFF_CONTROL_RATE: (v.ACTUAL_STAFF, v.AUTHORISED_STAFF),
    }
    stated = {one.name for one in report.stated} | {one.name for one in report.figures}
    lacking = [one for one in needs.get(name, (name,)) if one not in stated]
    return "、".join(f"“{one}”" for one in lacking)
