"""Findings as SARIF 2.1.0 (OASIS), for code scanning and for editors' problem lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from jixiao.diagnostic import Defect, Diagnostic, Related, Severity
from jixiao.source import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "note"}
#: the base that relative addresses are resolved against: whatever folder the log is read in
_ROOT = "SRCROOT"
_DRIVE = re.compile(r"[A-Za-z]:/")
#: what the manual's Markdown has that a plain text does not need
_EMPHASIS = re.compile(r"\*\*|`{1,3}(?:yaml)?")


def as_sarif(diagnostics: Iterable[Diagnostic], manuals: Mapping[str, Defect], version: str) -> str:
    """Return findings as a SARIF log with the rules that they name; the same input, the same log.

    `manuals` holds the kinds of defect by code.
    """
    found = tuple(diagnostics)
    codes = sorted({one.code for one in found})
    run = {
        "tool": {
            "driver": {
                "name": "jixiao",
                "version": version,
                "language": "zh-CN",
                "rules": [_rule(manuals[code]) for code in codes],
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "检查时所在的文件夹；检查一年的内容时是工作区"}}
        },
        "results": [_result(one, codes.index(one.code)) for one in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(defect: Defect) -> dict[str, object]:
    manual = defect.manual.strip()
    return {
        "id": defect.code,
        "shortDescription": {"text": defect.name},
        "fullDescription": {"text": f"{defect.name}（{defect.severity.label}）。"},
        "help": {"text": _EMPHASIS.sub("", manual), "markdown": manual},
        "defaultConfiguration": {"level": _LEVELS[defect.severity]},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    hint = f"\n提示：{diagnostic.hint}" if diagnostic.hint else ""
    accepted = {
        "kind": "external",
        "status": "accepted",
        "justification": diagnostic.settled,
    }
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message + hint},
        "locations": [_location(diagnostic.place)],
        "relatedLocations": [
            _related(number, one) for number, one in enumerate(diagnostic.related, 1)
        ],
        # An empty list says that the result is not suppressed; none at all would say nothing.
        "suppressions": [accepted] if diagnostic.settled else [],
    }


def _related(number: int, related: Related) -> dict[str, object]:
    return {
        "id": number,
        "message": {"text": related.message},
        **_location(related.place),
    }


def _location(place: Place) -> dict[str, object]:
    """Return where a place is in its file, and what it is called where it has an address."""
    named = {"logicalLocations": [{"name": place.address}]} if place.address else {}
    return {"physicalLocation": _physical(place), **named}


def _physical(place: Place) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": _artifact(place.file)}
    if place.source.content:  # a file that could not be read has no region
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return location


def _artifact(name: str) -> dict[str, str]:
    """Return where a file is: an address of its own, or one below the folder of the check."""
    if _DRIVE.match(name):
        return {"uri": f"file:///{quote(name, safe='/:', errors='surrogateescape')}"}
    address = quote(name, safe="/", errors="surrogateescape")
    if name.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": _ROOT}
