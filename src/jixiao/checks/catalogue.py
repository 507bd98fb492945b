"""The list of rules, in the order of their codes, and how they are run over a report."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from jixiao.checks import (
    amounts,
    budget,
    changes,
    dates,
    digits,
    halfwidth,
    headings,
    levels,
    marks,
    matching,
    naming,
    numbering,
    outliers,
    pairs,
    parallels,
    performance,
    placeholders,
    punctuation,
    rates,
    remnants,
    repeats,
    restatement,
    scores,
    scoring,
    singular,
    spacing,
    structure,
    tables,
    tallies,
    targets,
    terms,
    typos,
    years,
)
from jixiao.checks.reading import Reading
from jixiao.checks.rule import Rule
from jixiao.checks.settle import DEFECTS as SETTLE_DEFECTS
from jixiao.diagnostic import Diagnostic

#: one module a family, or two where a family is large; a rule is found by being in one of them
_FAMILIES = (
    amounts,
    budget,
    changes,
    dates,
    digits,
    halfwidth,
    headings,
    levels,
    marks,
    matching,
    naming,
    numbering,
    outliers,
    pairs,
    parallels,
    performance,
    placeholders,
    punctuation,
    rates,
    remnants,
    repeats,
    restatement,
    scores,
    scoring,
    singular,
    spacing,
    structure,
    tables,
    tallies,
    targets,
    terms,
    typos,
    years,
)


def _rules(module: ModuleType) -> Iterator[Rule]:
    return (one for one in vars(module).values() if isinstance(one, Rule))


RULES: tuple[Rule, ...] = tuple(
    sorted((one for family in _FAMILIES for one in _rules(family)), key=lambda one: one.defect.code)
)

DEFECTS = tuple(one.defect for one in RULES) + SETTLE_DEFECTS


def findings(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return what all rules find in a report."""
    return tuple(found for one in RULES for found in one(reading))
