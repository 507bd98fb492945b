"""The schemas say everything in Chinese, check every form, and are told to editors."""

from __future__ import annotations

import json

import pytest
import yaml

from jixiao.content.load import load
from jixiao.content.schema import FILES, check_shape, json_schema
from jixiao.content.schema.files import NAMED, ROOTS
from jixiao.content.schema.reference import content_reference
from jixiao.model.document import Mapping, Scalar

jsonschema = pytest.importorskip("jsonschema", reason="缺少 jsonschema：pip install -e .[dev]")
PATHS = {
    "单位": "content/单位.yaml",
    "错别字": "content/错别字.yaml",
    "outline": "templates/五部分/outline.yaml",
    **{name: f"content/2023/{name}.yaml" for name in ("预算", "事实", "勾稽", "正文", "核实")},
}


def plain(node):
    """Return a node as an editor reads it."""
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Mapping):
        return {entry.key.text.value: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def told(rules):
    """Yield every rules set in a schema."""
    if isinstance(rules, str):
        return
    yield rules
    inner = rules.get("schema", {})
    below = inner.values() if isinstance(inner, dict) and "type" not in inner else [inner]
    for one in (*below, rules.get("valuesrules", "")):
        yield from told(one)


@pytest.mark.parametrize("name", FILES)
def test_a_json_schema_is_valid_and_accepts_the_workspace(name, workspace):
    schema = json_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    content = plain(load(workspace, PATHS[name]).value.root)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(content)) == []
    assert json.dumps(schema, ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("单位", {}),
        ("单位", {"全称": "甲", "别称": "乙"}),
        ("预算", {"收入": "1万元"}),
        ("事实", {"甲": ["1户"]}),
        ("事实", {"甲": {"值": ["1户"]}}),
        ("勾稽", [{"级别": "必改"}]),
        ("勾稽", [{"式": "甲 = 乙", "级别": "重要"}]),
        ("正文", {"段落": {"甲": [{"标题": "乙", "正文": "丙"}]}}),
        ("正文", {"甲": [{"分述": [{"分述": ["乙"]}]}]}),
        ("核实", [{"规则": "i1", "说明": "甲", "日期": "乙"}]),
        ("outline", {"名称": "甲", "标题": "乙", "部分": [{"内容": "正文.甲"}]}),
    ],
)
def test_a_json_schema_refuses_what_the_engine_refuses(name, content, tmp_path):
    schema = jsonschema.Draft202012Validator(json_schema(name))
    assert list(schema.iter_errors(content))
    (tmp_path / "甲.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    assert check_shape(load(tmp_path, "甲.yaml").value, name)


@pytest.mark.parametrize("rules", [*ROOTS.values(), *NAMED.values()], ids=[*ROOTS, *NAMED])
def test_every_key_is_explained_and_every_text_has_an_example(rules):
    for one in told(rules):
        meta = one["meta"]
        assert meta["says"].endswith("。") or meta["says"].endswith("[]。")
        assert meta["form"]
        if one["type"] == "text":
            assert meta["examples"], meta


def test_an_editor_is_given_descriptions_examples_and_choices():
    item = json_schema("勾稽")["$defs"]["勾稽的长式"]["properties"]["级别"]
    assert item["enum"] == ["必改", "应改", "请核实"]
    assert "不成立" in item["description"]
    assert item["examples"] == ["请核实"]


def test_the_reference_tells_every_key_of_every_file():
    page = content_reference()
    for name, rules in ROOTS.items():
        assert f"## {name}.yaml" in page
        for one in told(rules):
            for key in one["schema"] if one["type"] == "mapping" and "schema" in one else ():
                assert f"{key} |" in page
    for line in page.splitlines():
        if line.startswith("| "):
            assert line.count("|") in {3, 6}, line


def test_a_mapping_with_thousands_of_unknown_keys_is_told_of_a_hundred(tmp_path):
    text = "全称: 甲\n" + "".join(f"键{number}: 值\n" for number in range(5000))
    (tmp_path / "单位.yaml").write_text(text, "utf-8")
    assert len(check_shape(load(tmp_path, "单位.yaml").value, "单位")) == 100
