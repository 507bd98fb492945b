"""Whatever a file holds, reading it ends soon, and never with an exception."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.content.load import load
from jixiao.content.schema import FILES
from jixiao.content.validate import validate, validate_outline
from jixiao.source import Place

WORDS = [
    *"甲乙：:，。、-?|>#@%*&![]{}\"'\\~`　\t\u00a0\u200b\ufeff\x00\r",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ": ",
    " #",
    "---",
    "<<: ",
    "&a ",
    "*a",
    "!!python/x ",
    "标题: ",
    "正文: ",
    "分述:\n  - ",
    "值: ",
    "段落:\n  ",
    "收入:\n  年初预算: ",
    "项目:\n  - 名称: ",
    "1.5万元",
    "\\u200b",
    "\\x",
    "【甲】",
    "2024年2月30日",
    "一、",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
FUZZ = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None
)


def survive(root, name: str, content: bytes) -> None:
    (root / f"{name}.yaml").write_bytes(content)
    loaded = load(root, f"{name}.yaml")
    outline = validate_outline(loaded.value)
    made = validate([loaded.value], 2023)
    for one in (*loaded.diagnostics, *made.diagnostics, *outline.diagnostics):
        assert isinstance(one.place, Place)
        assert 0 <= one.place.start <= one.place.end <= len(one.place.source.content)
        assert one.message
        assert one.hint
        assert not one.message.endswith("。")


@FUZZ
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_random_bytes(tmp_path, name, content):
    survive(tmp_path, name, content)


@FUZZ
@given(st.sampled_from(FILES), TEXTS)
def test_random_text_like_yaml(tmp_path, name, text):
    survive(tmp_path, name, text.encode())


@FUZZ
@given(st.sampled_from(FILES), TEXTS)
def test_random_text_like_yaml_read_in_python(tmp_path, name, text):
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr("yaml.CSafeLoader", raising=False)
        survive(tmp_path, name, text.encode())


CODES = "甲: 1户\n" + "".join(f"事{number}甲：{number}户\n" for number in range(30_000))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("事实", "".join(f"事{number}甲: {number}户\n" for number in range(10_000))),
        ("事实", "".join(f"事{number}甲: {number}户\n" for number in range(100_000))),
        ("事实", "".join(f"事{number}甲: {number}\n" for number in range(50_000))),
        ("事实", CODES),
        ("事实", "事: 1户\n" * 50_000),
        ("事实", "\n".join(" " * depth + "甲:" for depth in range(2000))),
        ("正文", "甲: " + "【" * 190_000),
        ("正文", "甲: |\n" + "  字\n" * 40_000),
        ("正文", "甲" + " " * 5_000_000 + "\n乙: 3\n: :"),
        ("正文", "甲: [" + '"\\' * 2_000_000),
        ("正文", "甲:\n" + "- {标题: 乙, 正文: 丙}\n" * 10_000),
        ("勾稽", "- " + "(" * 100_000 + "\n"),
        ("勾稽", "- 甲 = 乙 + 丙\n" * 20_000),
        ("单位", "".join(f"键{number}: 值\n" for number in range(50_000))),
        ("预算", "项目:\n" + "".join(f"- 名称: 项{i}目\n" for i in range(20_000))),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 5 else "",
)
def test_large_files_come_to_an_end(tmp_path, name, text):
    survive(tmp_path, name, text.encode())
