"""Whatever a report's lines are, what is drafted of them prints every one again."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.manuscript.lines import lines
from jixiao.pipeline.intake import take_in
from jixiao.source import Source
from jixiao.workspace import Workspace

PIECES = [
    r"一、",
    r"（一）",
    r"1.",
    r"1、",
    r"（1）",
    r"①",
    r"一是",
    r"二是",
    r"三是",
    r"。",
    r"，",
    r"；",
    r"：",
    r"基本情况",
    r"全年完成登记",
    r"5487户",
    r"95%以上",
    r"3.5万元",
    r"10万",
    r"第一",
    r"居全市",
    r"增长12%",
    r"年初预算",
    r"追加",
    r"支出",
    r"其中",
    r"【",
    r"】",
    r"【【",
    r"“某专项”",
    r"《办法》",
    r"附件1",
    r"单位：万元",
    r"2023年12月31日",
    r"青河市档案馆",
    r"|",
    r"?",
    r"&a",
    r"*b",
    r"{",
    r"}",
    r"[",
    r"A",
    r"0",
    r"!x",
    r"%",
    r"@",
    r"`",
    r"---",
    r"...",
    r"#",
    r"-",
    r":",
    r'"',
    r"'",
    r"3～5天",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "\n", "\n", "\n", " ", "\t", "\u3000"]), max_size=60)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    root = tmp_path_factory.mktemp("工作区")
    (root / "content").mkdir()
    return Workspace(root)


@given(TEXTS.map("".join))
@settings(max_examples=200, deadline=None)
def test_every_line_of_any_text_is_printed_again(workspace, text):
    assume(text.strip())

    taken = take_in(workspace, lines(Source("报告.txt", text)), 2023, "青河市档案馆")

    assert taken.differences == ()
