"""事实.yaml: every number that the prose cites, in groups that are for reading only."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.content.schema.check import is_null
from jixiao.content.schema.files import FACT_SCHEMA
from jixiao.content.stated.flow import one_line
from jixiao.content.stated.names import Names
from jixiao.content.stated.values import Judge, Notes, is_rate, quantity, same_kind, scalar
from jixiao.model.content import Fact, Stated
from jixiao.model.document import Entry, Mapping, Node, Scalar
from jixiao.source import Text


def facts(root: Node | None, names: Names, notes: Notes) -> tuple[Fact, ...]:
    """Return the facts of a document's root, groups dissolved; what is at fault is left out."""
    return tuple(_facts(root, names, notes))


def _facts(node: Node | None, names: Names, notes: Notes) -> Iterator[Fact]:
    for entry in node.entries if isinstance(node, Mapping) else ():
        if isinstance(entry.value, Mapping) and not _is_long(entry.value):
            yield from _facts(entry.value, names, notes)
            continue
        fact = _fact(entry, names, notes)
        if fact:
            yield fact


def _is_long(node: Mapping) -> bool:
    return any(entry.key.text.value in FACT_SCHEMA for entry in node.entries)


def _fact(entry: Entry, names: Names, notes: Notes) -> Fact | None:
    name = entry.key.text
    text = _value(entry.value)
    if text is None or not names.claim(name, notes):
        return None
    value = quantity(name.value, text, notes)
    if value is None:
        return None
    node = entry.value
    return Fact(
        name,
        value,
        target=_part(node, name.value, "目标", same_kind(value.quantity), notes),
        completion_rate=_part(node, name.value, "完成率", is_rate, notes),
        origin=_said(node, "来源"),
        office=_said(node, "科室"),
        scope=_said(node, "口径"),
        remark=_said(node, "说明"),
    )


def _value(node: Node) -> Text | None:
    if isinstance(node, Scalar):
        return None if is_null(node) else one_line(node.text)
    return scalar(node, "值")


def _part(node: Node, name: str, key: str, judge: Judge, notes: Notes) -> Stated | None:
    text = scalar(node, key)
    return quantity(f"{name}.{key}", text, notes, judge) if text else None


def _said(node: Node, key: str) -> str:
    text = scalar(node, key)
    return text.value if text else ""
