"""The words that schemas are written in: cerberus rules, each with what it means to the writer.

A rules set is plain cerberus. Three types are told apart, for YAML has no more: 文字, 列表 and
若干“键: 值”. `schema` and `valuesrules` may name a set of `NAMED`, so that sets may recur; and
where a mapping may have one of several forms, `meta` lists their names.
"""

from __future__ import annotations

from typing import Any, Final

Rules = dict[str, Any]
Fields = dict[str, Rules]

TEXT: Final = "text"
LIST: Final = "list"
MAPPING: Final = "mapping"

#: what a writer calls each type
KINDS: Final = {TEXT: "一段文字", LIST: "列表（每项以“- ”开头）", MAPPING: "若干行“键: 值”"}


def text(says: str, *examples: str, form: str = "文字", **more: object) -> Rules:
    """Return the rules of a value that is one text."""
    return {"type": TEXT, "meta": {"says": says, "form": form, "examples": examples}, **more}


def fields(says: str, schema: Fields, **more: object) -> Rules:
    """Return the rules of a mapping with known keys."""
    return {"type": MAPPING, "schema": schema, "meta": {"says": says, "form": "键值"}, **more}


def named(says: str, values: Rules | str, keys: str, **more: object) -> Rules:
    """Return the rules of a mapping whose keys are the writer's; `keys` says what they are."""
    meta = {"says": says, "form": f"{keys}: …", "keys": keys}
    return {"type": MAPPING, "valuesrules": values, "meta": meta, **more}


def items(says: str, item: Rules | str, *examples: str, **more: object) -> Rules:
    """Return the rules of a list."""
    meta = {"says": says, "form": "列表", "examples": examples}
    return {"type": LIST, "schema": item, "meta": meta, **more}


def required(rules: Rules) -> Rules:
    """Return rules whose key may not be left out."""
    return {**rules, "required": True}


def either(says: str, types: list[str], form: str, *examples: str, **more: object) -> Rules:
    """Return the rules of a value that may be of several types."""
    return {"type": types, "meta": {"says": says, "form": form, "examples": examples}, **more}


def forms(rules: Rules, *names: str) -> Rules:
    """Return rules whose mappings take one of several named forms, the last one by default."""
    return {**rules, "meta": {**rules["meta"], "forms": names}}


def barring(rules: Rules, *keys: str) -> Rules:
    """Return rules that refuse a mapping with one of some keys, whatever else it holds."""
    return {**rules, "meta": {**rules["meta"], "bars": keys}}


def alone(rules: Rules, hint: str) -> Rules:
    """Return rules of a key that has no other beside it; the hint says what to do instead."""
    return {**rules, "meta": {**rules["meta"], "alone": hint}}
