"""A mended YAML file is what it was: the same nodes, mended; ruamel.yaml is asked as well."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from jixiao.mend.splice import Change, splice
from jixiao.pipeline.mending import is_still
from jixiao.source import Source

NAME = "content/2023/正文.yaml"
YAML_TEXT = """\
# 正文：绩效情况，逗号先不改, 注释不动
基本情况:   # 行末的注释, 也不动
  - 核定编制18名,在职17名。
  - "年初预算20万元,
    追加5万元"   # 引号里的
  - '甲,乙''丙,丁'
  - >
    第一行,
    第二行,

    第三行,
  - |
    全年,
      完成,
  - 标题: 存在的问题, 不多
    正文: [甲的, 乙的 ,丙]

存在的问题: 无,
"""


def commas(content, places=None):
    found = [one.start() for one in re.finditer(",", content)]
    return tuple(Change(at, at + 1, "，") for at in found if places is None or at in places)


def in_scalars(content):
    """Return the commas that are text: not in comments, not between the items of a flow."""
    lines = content.split("\n")
    at, kept = 0, set()
    for line in lines:
        end = line.find(" #") if " #" in line else len(line)
        if not line.startswith("#") and "[" not in line:
            kept.update(at + one.start() for one in re.finditer(",", line[:end]))
        at += len(line) + 1
    return kept


def judged(content):
    """Return what ruamel.yaml reads: keys, the number of nodes, comments; scalars without marks."""
    made = YAML(typ="rt").load(content)
    return shape(made), re.findall(r"(?m)(?:^|\s)#.*$", content)


def shape(node):
    if isinstance(node, CommentedMap):
        return {key: shape(value) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        return [shape(one) for one in node]
    return re.sub(r"\W", "", str(node))


def test_commas_in_scalars_of_every_style_are_mended_and_the_rest_stays():
    changes = commas(YAML_TEXT, in_scalars(YAML_TEXT))
    after = splice(YAML_TEXT, changes)

    assert is_still(Source(NAME, YAML_TEXT), changes, after)
    assert judged(after) == judged(YAML_TEXT)
    assert "注释不动" in after
    assert after.count(",") == 4  # two in comments, two between items
    assert [len(one) for one in after.split("\n")] == [len(one) for one in YAML_TEXT.split("\n")]


@pytest.mark.parametrize(
    ("text", "start", "end", "replacement"),
    [
        ("甲: [乙,丙]\n", 5, 6, "，"),  # two items become one
        ("甲: 乙、#丙\n", 4, 5, " "),  # the rest becomes a comment
        ("甲: 乙：丙\n", 4, 5, ": "),  # a mapping within a line
        ("甲: “乙”\n", 3, 4, '"'),  # a quote that is never closed
        ("甲: 乙\n丙: 丁\n", 4, 5, "，"),  # one line
        ("甲: 乙\n", 2, 3, ""),  # no blank behind the colon
        ("甲:\n  - 乙\n  - 丙\n", 9, 11, ""),  # other indentation
        ("甲: '乙'\n", 4, 4, "'"),
        ("甲: (乙)\n", 3, 4, "["),
    ],
)
def test_a_file_that_would_be_another_one_is_refused(text, start, end, replacement):
    changes = (Change(start, end, replacement),)

    assert not is_still(Source(NAME, text), changes, splice(text, changes))


def test_a_file_that_is_no_yaml_is_refused():
    text = "甲: 'x\n"

    assert not is_still(Source(NAME, text), (), text)


def test_blanks_at_the_end_of_a_scalar_may_go_with_what_stood_there():
    text = "甲: 乙 ，\n丙: 丁\n"
    changes = (Change(5, 6, ""),)

    assert is_still(Source(NAME, text), changes, splice(text, changes))


@given(st.sets(st.sampled_from(range(len(YAML_TEXT)))), st.sampled_from(["", "，", " ", ": ", "#"]))
def test_what_is_not_refused_reads_alike_to_another_reader(places, replacement):
    changes = tuple(
        Change(at, at + 1, replacement) for at in sorted(places) if YAML_TEXT[at] in ",，。 “”"
    )
    after = splice(YAML_TEXT, changes)

    if is_still(Source(NAME, YAML_TEXT), changes, after):
        assert judged(after)[0] == judged(YAML_TEXT)[0]
