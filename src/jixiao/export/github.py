"""Findings as GitHub's workflow commands: annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.diagnostic import SETTLED, Diagnostic, Severity, by_severity
from jixiao.source import Place

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a command a line, what matters most first: GitHub shows no more than a few."""
    groups = by_severity(diagnostics)
    return "".join(f"{_command(label, one)}\n" for label, found in groups for one in found)


def _command(label: str, diagnostic: Diagnostic) -> str:
    name = "notice" if label == SETTLED else _COMMANDS[diagnostic.severity]
    title = f"{label} {diagnostic.code} {diagnostic.name}"
    properties = {"file": diagnostic.place.file, **_position(diagnostic.place), "title": title}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(chr(10).join(_message(diagnostic)))}"


def _position(place: Place) -> dict[str, str]:
    """Return lines and columns; GitHub takes columns only where a place is within a line."""
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line != place.end_line:
        return lines
    return {**lines, "col": str(place.column), "endColumn": str(place.end_column)}


def _message(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    if diagnostic.place.address:
        yield f"位置：{diagnostic.place.address}"
    if diagnostic.hint:
        yield f"提示：{diagnostic.hint}"
    for one in diagnostic.related:
        address = f"{one.place.address}：" if one.place.address else ""
        where = f"{one.place.file}:{one.place.line}:{one.place.column}"
        yield f"另见：{where}（{address}{one.message}）"
    if diagnostic.settled:
        yield f"核实：{diagnostic.settled}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
