"""Every scalar is the text that was typed, in whichever style, each character in its place."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.content.reading.compose import Composer
from jixiao.content.reading.events import Events
from jixiao.content.reading.mended import Reading
from jixiao.model.document import Mapping, Scalar, Sequence
from jixiao.source import Source, Text

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]
SHELLS = ["键: {}\n", "- {}\n", "外:\n  键: {}\n尾: 1\n", "- 外: {}\n  尾: 1\n", "- - {}"]

PLAIN = st.text("甲乙丙a1，。【】“”", min_size=1, max_size=6)
INNER = st.lists(PLAIN, min_size=1, max_size=3).map(" ".join)
BLANKS = st.sampled_from(["", " ", "  "])
LINES = st.lists(st.one_of(INNER, st.just("")), min_size=1, max_size=5).filter(
    lambda lines: lines[0] and lines[-1]
)
ESCAPES = ["\\\\", '\\"', "\\t", "\\/", "\\x41", "\\u4e00", "\\U0001F600", "\\_", "\\e"]


def read(text: str, loader=LOADERS[-1]) -> Text:
    """Return the first scalar value in a YAML text."""
    reading = Reading.plain(Source("甲.yaml", text))
    node = Composer(Events(reading, loader(text))).compose()
    while not isinstance(node, Scalar):
        assert isinstance(node, Mapping | Sequence)
        node = node.entries[0].value if isinstance(node, Mapping) else node.items[0]
    return node.text


def composed(text: str) -> str:
    """Return the same value as PyYAML makes it."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    while not isinstance(node, yaml.ScalarNode):
        node = node.value[0][1] if isinstance(node, yaml.MappingNode) else node.value[0]
    return node.value


def folded(value: str) -> str:
    """Fold a text as YAML does: a line break is a blank, each further one a line break."""
    return re.sub(r"\n+", lambda found: "\n" * (len(found[0]) - 1) or " ", value)


def assert_in_place(text: Text) -> None:
    assert sum(piece.length for piece in text.pieces) == len(text.value)
    offset = 0
    for piece in text.pieces:
        typed = piece.source.content[piece.start : piece.end]
        if len(typed) == piece.length:
            assert typed == text.value[offset : offset + piece.length]
        offset += piece.length


def block(lines: list[str], indent: int) -> str:
    return "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines)


@pytest.mark.parametrize("loader", LOADERS)
@given(LINES, st.sampled_from(SHELLS), BLANKS, st.integers(5, 8))
def test_plain(loader, lines, shell, trailing, indent):
    text = shell.format(f"{trailing}\n".join([lines[0], *block(lines[1:], indent).split("\n")[1:]]))
    made = read(text, loader)
    assert made.value == "\n".join(lines)
    assert folded(made.value) == composed(text)
    assert_in_place(made)


@pytest.mark.parametrize("loader", LOADERS)
@given(LINES, st.sampled_from(SHELLS), st.integers(5, 8), st.data())
def test_single_quoted(loader, lines, shell, indent, data):
    at = data.draw(st.integers(0, len(lines[0])))
    lines = [lines[0][:at] + "'" + lines[0][at:], *lines[1:]]
    typed = [line.replace("'", "''") for line in lines]
    text = shell.format("'" + typed[0] + block(typed[1:], indent) + "'")
    made = read(text, loader)
    assert made.value == "\n".join(lines)
    assert folded(made.value) == composed(text)
    assert_in_place(made)


@pytest.mark.parametrize("loader", LOADERS)
@given(
    st.lists(st.one_of(INNER, st.sampled_from(ESCAPES)), min_size=1, max_size=6),
    st.sampled_from(SHELLS),
    st.integers(5, 8),
)
@example(["甲", "\\\\", "乙"], SHELLS[0], 5)
def test_double_quoted(loader, parts, shell, indent):
    text = shell.format('"' + ("\n" + " " * indent).join(parts) + '"')
    made = read(text, loader)
    assert folded(made.value) == composed(text)
    assert_in_place(made)
    resolved = [piece for piece in made.pieces if piece.end - piece.start != piece.length]
    assert len(resolved) == sum(part in ESCAPES for part in parts)


@pytest.mark.parametrize("loader", LOADERS)
@given(
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", " # 注"]),
    st.lists(st.sampled_from(["甲：乙", "# 不是注释", "- 丙", "'丁", "　戊", ""]), min_size=1),
    st.sampled_from(SHELLS[:4]),
    st.integers(5, 8),
)
def test_block(loader, style, chomping, lines, shell, indent):
    text = shell.format(style + chomping + block(lines, indent))
    made = read(text, loader)
    assert made.value == "\n".join(lines).rstrip("\n")
    assert_in_place(made)
    expected = composed(text).strip("\n")
    assert (made.value.strip("\n") if style == "|" else folded(made.value.strip("\n"))) == expected


@pytest.mark.parametrize("loader", LOADERS)
def test_block_with_an_indentation_indicator_keeps_what_is_deeper(loader):
    made = read("外:\n  键: |2\n       甲\n\n      乙\n尾: 1\n", loader)
    assert made.value == "   甲\n\n  乙"
    assert_in_place(made)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("键: 0123", "0123"),
        ("键: 12:30", "12:30"),
        ("键: no", "no"),
        ("键: 95.10", "95.10"),
        ("键: 2024-04-03", "2024-04-03"),
        ("键: null", "null"),
        ('键: "一\\\n   二"', "一二"),
        ('键: "一  \\\n   二"', "一  二"),
        ("键: &甲 值".replace("甲", "a"), "值"),
        ("键: |\n", ""),
        ("键: >\n\n\n", ""),
        ("键: |1\n    \n", ""),
        ("键: ''", ""),
        ("键:", ""),
        ("键: ~", "~"),
        ("键: 值 # 注", "值"),
        ("键: 值#不是注", "值#不是注"),
    ],
)
def test_scalars_stay_what_was_typed(loader, text, value):
    made = read(text, loader)
    assert made.value == value
    assert_in_place(made)
    assert made.place().start <= len(text)
