"""What is written as YAML is read again as it was, and reads well."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.content.load import load_source
from jixiao.content.stated.flow import paragraphs
from jixiao.ingest.writing import written
from jixiao.source import Source

LONG = (
    "全年受理投诉举报【投诉举报】，争议金额【争议金额】，"
    "办结率【办结率】；组织检查【检查】，整改【整改】。"
)


def read(value):
    document = load_source(Source("正文.yaml", written({"键": value})))
    assert document.diagnostics == ()
    (entry,) = document.value.root.entries
    return [one.value for one in paragraphs(entry.value.text)]


def test_a_long_paragraph_is_broken_behind_its_clauses():
    lines = written({"键": LONG}, "说明。").splitlines()

    assert lines[0] == "# 说明。"
    assert all(one.rstrip()[-1] in "，；。" for one in lines[3:])
    assert max(map(len, lines)) < 50


def test_a_fact_is_written_plainly_on_a_line():
    assert written({"登记": {"企业登记": "5487户"}}) == "\n登记:\n  企业登记: 5487户\n"


def test_sections_are_parted_by_blank_lines():
    made = written({"收入": {"年初预算": "1万元"}, "结转结余": "0万元", "项目": [{"名称": "甲"}]})

    assert made.count("\n\n") == 2


ALPHABET = "预算，。；：、“”（）《》【】#:- '\"1a｜&*!%@`[]{}>,?　"


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=120).map(str.strip).filter(bool))
def test_a_paragraph_is_read_again_as_it_was(text):
    assert read(text) == [text]


def test_a_list_of_many_citations_without_a_mark_ends():
    text = "、".join(f"项目{at}【项目{at}】" for at in range(200))

    assert read(text) == [text]
