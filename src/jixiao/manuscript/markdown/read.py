"""A Markdown file as a manuscript: its lines as they are printed, those that run on joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jixiao.language.script import is_wide
from jixiao.manuscript.lines import line
from jixiao.manuscript.markdown.rows import Printed, Rows
from jixiao.manuscript.ranks import ranks
from jixiao.model.manuscript import Line, Manuscript
from jixiao.model.outline import Stray
from jixiao.source import Source, Text


def read_markdown(source: Source) -> Manuscript:
    """Return the manuscript of a Markdown file; signs that are not printed are in no line."""
    strays: list[Stray] = []
    made: list[Line] = []
    depths: list[int] = []
    for one in _joined(Rows(source).printed()):
        found = _line(one, strays)
        if found:
            made.append(found)
            depths.append(one.depth)
    ranked = ranks([(one.text.value, depth) for one, depth in zip(made, depths, strict=True)])
    told = [replace(one, level=at[0], role=at[1]) for one, at in zip(made, ranked, strict=True)]
    return Manuscript(source, tuple(told), tuple(strays))


def _line(printed: Printed, strays: list[Stray]) -> Line | None:
    if printed.cells:
        return Line(printed.text, cells=printed.cells, table=printed.table)
    return line(printed.text, strays) if printed.text.value.strip() else None


def _joined(printed: Iterator[Printed]) -> Iterator[Printed]:
    """Yield the lines, those that go on with the one before as one with it."""
    parts: list[Printed] = []
    for one in printed:
        if parts and not one.goes_on:
            yield _one(parts)
            parts = []
        parts.append(one)
    if parts:
        yield _one(parts)


def _one(parts: Sequence[Printed]) -> Printed:
    if len(parts) == 1:
        return parts[0]
    texts = [parts[0].text]
    for before, one in pairwise(parts):
        last, first = before.text.value[-1:], one.text.value[:1]
        if first and not (is_wide(last) or is_wide(first)):
            texts.append(_blank(before.text, one.text))
        texts.append(one.text)
    return replace(parts[0], text=Text.join(texts), depth=parts[-1].depth)


def _blank(before: Text, behind: Text) -> Text:
    """Return the blank that a line end between two words stands for; beside Han it is none."""
    end = before.slice(len(before)).place()
    return Text.standing(" ", replace(end, end=behind.place().start))
