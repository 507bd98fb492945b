"""Whatever a report's lines are, what is drafted of them prints every one again."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.manuscript.lines import lines
from jixiao.pipeline.intake import take_in
from jixiao.source import Source
from jixiao.workspace import Workspace

PIECES = r"""
一、 （一） 1. 1、 （1） ① 一是 二是 三是 。 ， ； ： 基本情况 全年完成登记 5487户 95%以上 3.5万元 10万 第一 居全市
增长12% 年初预算 追加 支出 其中 【 】 【【 “某专项” 《办法》 附件1 单位：万元 2023年12月31日 青河市档案馆 | ? &a *b { } [
A 0 !x % @ ` --- ... \ # - : " '
""".split()  # noqa: SIM905 -- a list of this many literals reads worse
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
