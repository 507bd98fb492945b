"""`docs/content.md`: the reference of the content language, every key from the schema itself."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.content.schema.files import NAMED, ROOTS, resolved
from jixiao.content.schema.guide import GUIDE
from jixiao.content.schema.rules import LIST, MAPPING, Rules

_PATHS = {
    "单位": "content/单位.yaml",
    "错别字": "content/错别字.yaml",
    "outline": "templates/（模板）/outline.yaml，或者 content/（年度）/提纲.yaml",
}
_HEAD = "| 键 | 必填 | 写法 | 意思 | 例 |\n| --- | --- | --- | --- | --- |"


def content_reference() -> str:
    """Return the reference as Markdown: the guide, each file's keys, the forms that they name."""
    files = [_file(name) for name in ROOTS]
    forms = [_form(name) for name in NAMED if _is_told(NAMED[name])]
    return "\n\n".join([GUIDE.strip(), *files, "## 各处通用的写法", *forms]) + "\n"


def _file(name: str) -> str:
    rules = ROOTS[name]
    path = _PATHS.get(name, f"content/（年份）/{name}.yaml")
    parts = [f"## {name}.yaml", f"`{path}`：{rules['meta']['says']}", *_free(rules)]
    rows = _rows_of(rules)
    return "\n\n".join([*parts, *([_table(rows)] if rows else [])])


def _form(name: str) -> str:
    rules = NAMED[name]
    return "\n\n".join([f"### {name}", rules["meta"]["says"], _table(_rows_of(rules))])


def _free(rules: Rules) -> Iterator[str]:
    """Say what stands under keys that are the writer's own, or in a list."""
    for role, inner in (("其余各键", rules.get("valuesrules")), ("每一项", rules.get("schema"))):
        if inner is None or (role == "每一项" and not _is_list(rules)):
            continue
        known = resolved(inner)
        yield f"{role}：{known['meta']['says']}写法：{_way(inner)}。"


def _is_list(rules: Rules) -> bool:
    return bool(rules["type"] == LIST)


def _rows_of(rules: Rules) -> list[str]:
    if _is_list(rules):
        return _rows_of(resolved(rules["schema"]))
    if rules["type"] != MAPPING:
        return []
    return [row for key, one in rules.get("schema", {}).items() for row in _rows(key, one)]


def _rows(path: str, rules: Rules | str) -> Iterator[str]:
    known = resolved(rules)
    meta = known["meta"]
    examples = "<br>".join(f"`{one}`" for one in meta.get("examples", ()))
    needed = "是" if known.get("required") else ""
    yield f"| {path} | {needed} | {_way(rules)} | {meta['says']} | {examples} |"
    if isinstance(rules, str):
        return
    inner = known.get("schema") if _is_list(known) else known
    if isinstance(inner, dict) and inner["type"] == MAPPING:
        for key, one in inner.get("schema", {}).items():
            yield from _rows(f"{path} → {key}", one)


def _way(rules: Rules | str) -> str:
    """Return how a value is written, with the name of its form where that has a table."""
    known = resolved(rules)
    form = known["meta"]["form"]
    names: list[str] = [*known["meta"].get("forms", ())]
    inner = known.get("schema")
    if isinstance(inner, str):
        names += [inner, *NAMED[inner]["meta"].get("forms", ())]
    told = "、".join(f"“{one}”" for one in names if _is_told(NAMED[one]))
    return f"{form}（见{told}）" if told else str(form)


def _table(rows: list[str]) -> str:
    return "\n".join([_HEAD, *rows])


def _is_told(rules: Rules) -> bool:
    """Return whether a named form has a table of its own."""
    return rules["type"] == MAPPING and "schema" in rules
