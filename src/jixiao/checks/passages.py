"""The lines of a report's body, each with the headings and items that it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Line, LineKind, Reading

#: how much of a heading or of an item's beginning tells what stands below it
_TITLE = 40
_ITEM_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the body, with the numbers of its section and item, and the titles above it."""

    line: Line
    #: counts headings of the first two levels
    section: int
    #: counts headings and marked paragraphs of every level
    item: int
    above: str


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Return the lines of the body in order, each with what it stands under."""
    return reading.view(_first)


def _first(reading: Reading) -> tuple[Passage, ...]:
    return tuple(_passages(reading))


def _passages(reading: Reading) -> Iterator[Passage]:
    titles: list[tuple[int, str]] = []
    section = item = 0
    for line in reading.body:
        level = _level(line)
        leads = level or (_ITEM_LEVEL if line.value.endswith(("：", ":")) else 0)
        while leads and titles and titles[-1][0] >= leads:
            titles.pop()
        if level:
            section += level <= 2  # noqa: PLR2004 -- 一、 and （一）
            item += 1
        yield Passage(line, section, item, "".join(title for _, title in titles))
        if leads:
            titles.append((leads, line.body[:_TITLE] + "。"))


def _level(line: Line) -> int:
    if line.kind is LineKind.HEADING:
        return line.level
    return (line.mark.kind.level or _ITEM_LEVEL) if line.mark else 0
