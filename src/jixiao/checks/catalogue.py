"""The list of rules, in the order of their codes, and how they are run over a report."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from jixiao.checks.consistency import (
    miskeyed,
    naming,
    parts,
    permuted,
    restatement,
    retold,
    singular,
    tallies,
    terms,
)
from jixiao.checks.format import (
    carried,
    colors,
    fonts,
    leftovers,
    page,
    pagination,
    paragraphs,
    pasted,
    properties,
    quotes,
)
from jixiao.checks.money import amounts, budget, changes, decimals, outliers
from jixiao.checks.numbering import (
    broken,
    captions,
    headings,
    inlined,
    levels,
    marks,
    parallels,
    sequence,
    structure,
)
from jixiao.checks.performance import facts, procurement, rates, scores, targets
from jixiao.checks.reading import Reading
from jixiao.checks.rule import Rule
from jixiao.checks.settlement.settle import DEFECTS as SETTLE_DEFECTS
from jixiao.checks.tables import matching, scoring, totals
from jixiao.checks.wording import (
    digits,
    halfwidth,
    pairs,
    placeholders,
    punctuation,
    remnants,
    repeats,
    spacing,
    typos,
)
from jixiao.checks.years import dates, stale, years
from jixiao.diagnostic import Diagnostic

#: the modules that hold rules, by family; a rule is found by being in one of them
_FAMILIES: tuple[tuple[ModuleType, ...], ...] = (
    (carried, colors, fonts, leftovers, page, pagination, paragraphs, pasted, properties, quotes),
    (amounts, budget, changes, decimals, outliers),
    (miskeyed, naming, parts, permuted, restatement, retold, singular, tallies, terms),
    (broken, captions, headings, inlined, levels, marks, parallels, sequence, structure),
    (facts, procurement, rates, scores, targets),
    (matching, scoring, totals),
    (
        digits,
        halfwidth,
        pairs,
        placeholders,
        punctuation,
        remnants,
        repeats,
        spacing,
        typos,
    ),
    (dates, stale, years),
)


def _rules() -> Iterator[Rule]:
    for family in _FAMILIES:
        for module in family:
            yield from (one for one in vars(module).values() if isinstance(one, Rule))


RULES: tuple[Rule, ...] = tuple(sorted(_rules(), key=lambda one: one.defect.code))

DEFECTS = tuple(one.defect for one in RULES) + SETTLE_DEFECTS


def findings(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return what all rules find in a report."""
    return tuple(found for one in RULES for found in one(reading))
