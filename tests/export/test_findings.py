"""Findings as JSON."""

from __future__ import annotations

import json

from jixiao.export.findings import as_json

KEYS = [
    "code", "name", "severity", "file", "line", "column", "end_line", "end_column",
    "message", "hint", "related", "settled",
]  # fmt: skip


def test_a_finding_is_an_object_with_the_keys_of_the_design(found):
    told = json.loads(as_json(found))

    assert [list(one) for one in told] == [KEYS] * len(found)
    assert [one["severity"] for one in told] == [
        "warning", "error", "question", "question", "question",
    ]  # fmt: skip


def test_places_count_from_1_and_the_end_is_the_column_after(found):
    told = json.loads(as_json(found))[1]

    assert (told["line"], told["column"], told["end_line"], told["end_column"]) == (6, 16, 6, 22)
    assert told["related"][0] == {
        "file": "稿 1.txt", "line": 6, "column": 25, "end_line": 6, "end_column": 32,
        "message": "支出",
    }  # fmt: skip


def test_what_is_not_settled_is_null(found):
    settled = [one["settled"] for one in json.loads(as_json(found))]

    assert settled == [None, None, "已与财务股核对", None, None]


def test_no_findings_are_an_empty_list():
    assert json.loads(as_json([])) == []


def test_a_cell_of_a_word_file_has_an_address_a_paragraph_has_none(in_table):
    (told,) = json.loads(as_json([in_table]))

    assert (told["line"], told["address"]) == (3, "表1第1行第2格")
    assert "address" not in told["related"][0]
