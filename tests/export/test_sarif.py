"""Findings as SARIF: valid, complete, and read by its own makers' tool."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import validator_for

from jixiao.catalogue import DEFECTS
from jixiao.diagnostic import Defect, Severity
from jixiao.export.sarif import as_sarif
from jixiao.source import Source


@pytest.fixture
def log(found, manuals):
    return json.loads(as_sarif(found, manuals, "1.2.3"))


def results(log):
    return log["runs"][0]["results"]


def test_a_log_is_valid_against_the_schema(log, sarif_schema):
    assert validator_for(sarif_schema) is Draft202012Validator
    Draft202012Validator(sarif_schema).validate(log)


def test_the_schema_refuses_what_is_no_log(log, sarif_schema):
    results(log)[0]["level"] = "请核实"

    with pytest.raises(ValidationError):
        Draft202012Validator(sarif_schema).validate(log)


def test_a_log_without_results_and_one_with_every_rule_are_valid(sarif_schema):
    every = [one.at(Source("稿.txt", "甲").place(0), one.name) for one in DEFECTS]
    judge = Draft202012Validator(sarif_schema)

    for found in ([], every):
        judge.validate(json.loads(as_sarif(found, {one.code: one for one in DEFECTS}, "1")))


def test_microsofts_validator_finds_no_error(found, in_table, manuals, sarif_validator, tmp_path):
    path = tmp_path / "结果.sarif"
    path.write_text(as_sarif([*found, in_table], manuals, "1.2.3"), encoding="utf-8")

    assert sarif_validator(path) == []


def test_microsofts_validator_sees_an_error(log, sarif_validator, tmp_path):
    path = tmp_path / "结果.sarif"
    results(log)[0]["ruleIndex"] = 99
    path.write_text(json.dumps(log), encoding="utf-8")

    assert sarif_validator(path)


def test_severities_have_their_levels(log):
    assert [one["level"] for one in results(log)] == ["warning", "error", "note", "note", "note"]


def test_regions_count_code_points_from_1(log):
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    region = results(log)[1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 6, "startColumn": 16, "endLine": 6, "endColumn": 22}


def test_a_file_without_text_has_no_region(log):
    assert "region" not in results(log)[4]["locations"][0]["physicalLocation"]


def test_related_places_are_numbered_and_carry_their_word(log):
    related = results(log)[1]["relatedLocations"]

    assert [(one["id"], one["message"]["text"]) for one in related] == [(1, "支出"), (2, "合计")]


def test_a_settled_finding_is_suppressed_with_its_reason_and_the_others_are_not(log):
    told = [one["suppressions"] for one in results(log)]

    settled = {"kind": "external", "status": "accepted", "justification": "已与财务股核对"}
    assert told == [[], [], [settled], [], []]


def test_rules_are_those_of_the_results_with_their_manual(log):
    rules = log["runs"][0]["tool"]["driver"]["rules"]

    assert [one["id"] for one in rules] == ["B102", "P201", "W101"]
    assert [rules[one["ruleIndex"]]["id"] for one in results(log)] == [
        one["ruleId"] for one in results(log)
    ]
    assert "**依据**：预算法第四条，`收支`平衡。" in rules[0]["help"]["markdown"]
    assert "依据：预算法第四条，收支平衡。" in rules[0]["help"]["text"]
    assert "**" not in rules[0]["help"]["text"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("content/2023/预算.yaml", "content/2023/%E9%A2%84%E7%AE%97.yaml"),
        ("报告 1%#?.txt", "%E6%8A%A5%E5%91%8A%201%25%23%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/tmp/甲.txt", "file:///tmp/%E7%94%B2.txt"),  # noqa: S108 no file is made
        ("C:/报告/1.txt", "file:///C:/%E6%8A%A5%E5%91%8A/1.txt"),
        ("\udcff.txt", "%FF.txt"),
    ],
)
def test_addresses_are_percent_encoded(name, uri):
    one = Defect("L201", "甲", Severity.ERROR, "")

    log = json.loads(as_sarif([one.at(Source(name, "").place(0, 0), "乙")], {"L201": one}, "1"))

    artifact = results(log)[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) is not uri.startswith("file:")


def test_the_same_findings_make_the_same_log(found, manuals):
    turned = dict(reversed(manuals.items()))

    assert as_sarif(found, manuals, "1") == as_sarif(found, turned, "1")


def test_a_cell_of_a_word_file_has_a_logical_location(in_table, manuals, sarif_schema):
    log = json.loads(as_sarif([in_table], manuals, "1"))

    Draft202012Validator(sarif_schema).validate(log)

    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"] == [{"name": "表1第1行第2格"}]
    assert "logicalLocations" not in result["relatedLocations"][0]
