"""Findings that a person has looked into, in manuscripts that lie in no workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from jixiao.catalogue import DEFECTS
from jixiao.checks.settlement.settle import settle
from jixiao.content.load import load_file
from jixiao.content.validate import validate_settlements
from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.model.content import Settlement
from jixiao.model.examined import Examined

#: every code that an entry may name
CODES = tuple(one.code for one in DEFECTS)


def settlements(path: Path) -> Outcome[tuple[Settlement, ...]]:
    """Return the entries of a file like `核实.yaml` that lies in no workspace."""
    document = load_file(path, path.as_posix())
    made = validate_settlements(document.value)
    return Outcome(made.value, (*document.diagnostics, *made.diagnostics))


def settle_audits(
    files: Sequence[Examined], entries: Sequence[Settlement]
) -> tuple[tuple[Examined, ...], tuple[Diagnostic, ...]]:
    """Return manuscripts with what entries settle in them, and the entries that settle nothing.

    An entry is idle where it settles nothing in any of the manuscripts.
    """
    found = [one for file in files for one in file.findings]
    outlines = [one.outline for one in files if one.outline]
    judged = iter(settle(found, entries, outlines, CODES))
    settled = [replace(one, findings=tuple(islice(judged, len(one.findings)))) for one in files]
    return tuple(settled), tuple(judged)
