"""JSON Schema made of the same rules, so that editors complete and explain the Chinese keys."""

from __future__ import annotations

from typing import Any

from jixiao.content.schema.files import NAMED, ROOTS, resolved
from jixiao.content.schema.rules import LIST, MAPPING, TEXT, Rules

_TYPES = {TEXT: "string", LIST: "array", MAPPING: "object"}

JSON = dict[str, Any]


def json_schema(file: str) -> JSON:
    """Return the JSON Schema (draft 2020-12) of a file, named without `.yaml`."""
    root = ROOTS[file]
    used: dict[str, JSON] = {}
    body = _rules(root, used)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{file}.yaml",
        **body,
        **({"$defs": dict(sorted(used.items()))} if used else {}),
    }


def _reference(rules: Rules | str, used: dict[str, JSON]) -> JSON:
    """Return rules, or a reference to them where they have a name."""
    if not isinstance(rules, str):
        return _rules(rules, used)
    if rules not in used:
        used[rules] = {}  # so that what refers to itself ends
        used[rules] = {"title": rules, **_rules(NAMED[rules], used)}
    return {"$ref": f"#/$defs/{rules}"}


def _rules(rules: Rules, used: dict[str, JSON]) -> JSON:
    types = rules["type"] if isinstance(rules["type"], list) else [rules["type"]]
    said = _said(rules)
    if len(types) == 1:
        return {**said, **_typed(types[0], rules, used)}
    forms: list[JSON] = []
    for one in types:
        names = rules["meta"].get("forms", ()) if one == MAPPING else ()
        forms += [_reference(name, used) for name in names] or [_typed(one, rules, used)]
    return {**said, "anyOf": forms}


def _said(rules: Rules) -> JSON:
    meta = rules["meta"]
    said: JSON = {"description": f"{meta['says']}（{meta['form']}）"}
    if meta.get("examples"):
        said["examples"] = list(meta["examples"])
    return said


def _typed(kind: str, rules: Rules, used: dict[str, JSON]) -> JSON:
    made: JSON = {"type": _TYPES[kind]}
    if kind == TEXT:
        made |= {"enum": rules["allowed"]} if "allowed" in rules else {}
        made |= {"pattern": f"^(?:{rules['regex']})$"} if "regex" in rules else {}
    elif kind == LIST:
        made["items"] = _reference(rules["schema"], used)
    else:
        made |= _object(rules, used)
    return made


def _object(rules: Rules, used: dict[str, JSON]) -> JSON:
    schema = rules.get("schema", {})
    made: JSON = {"properties": {key: _reference(one, used) for key, one in schema.items()}}
    needed = [key for key, one in schema.items() if resolved(one).get("required")]
    if needed:
        made["required"] = needed
    values = rules.get("valuesrules")
    made["additionalProperties"] = _reference(values, used) if values is not None else False
    return made
