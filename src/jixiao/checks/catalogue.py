"""The list of rules, in the order of their codes, and how they are run over a report."""

from __future__ import annotations

from jixiao.checks.budget import other_funds_unaccounted, project_budget_unstated
from jixiao.checks.performance import missed_target_unexplained
from jixiao.checks.rule import Rule
from jixiao.checks.settle import DEFECTS as SETTLE_DEFECTS
from jixiao.checks.signature import signature_undated
from jixiao.diagnostic import Diagnostic
from jixiao.model.report import Report

RULES: tuple[Rule, ...] = (
    other_funds_unaccounted,
    project_budget_unstated,
    signature_undated,
    missed_target_unexplained,
)

DEFECTS = tuple(one.defect for one in RULES) + SETTLE_DEFECTS


def findings(report: Report) -> tuple[Diagnostic, ...]:
    """Return what all rules find in a report."""
    return tuple(found for one in RULES for found in one(report))
