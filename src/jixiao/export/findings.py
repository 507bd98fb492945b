"""Findings as JSON, for editors and other tools."""

from __future__ import annotations

import json
from collections.abc import Iterable

from jixiao.diagnostic import Diagnostic
from jixiao.source import Place


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON list of objects; lines and columns count from 1.

    A place that a reader does not find by its line, in a table or a box, has an `address` as well.
    """
    return json.dumps([_finding(one) for one in diagnostics], ensure_ascii=False, indent=2)


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.place),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [{**_place(one.place), "message": one.message} for one in diagnostic.related],
        "settled": diagnostic.settled or None,
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        **({"address": place.address} if place.address else {}),
    }
