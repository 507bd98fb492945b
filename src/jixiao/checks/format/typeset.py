"""The lines of a report as they are set: those that the rules of the text's format hold for.

Tables, boxes, what stands on a title page, 署名 and what follows it are set by other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.language.script import HAN
from jixiao.model.layout import Layout, LineLooks, Stretch
from jixiao.model.manuscript import Line as ManuscriptLine
from jixiao.model.manuscript import Role
from jixiao.source import Place

_HAN = re.compile(f"[{HAN}]")
_STOP = re.compile("[。；]")
#: Han characters of running text at least: shorter lines are labels, captions, salutations
_SHORTEST = 15
#: characters of a quotation in a message at most
_SHOWN = 40
_SET_APART = frozenset({"center", "right"})
_ENDS = frozenset({Role.ATTACHMENT_LIST, Role.ATTACHMENT_MARK, Role.SIGNATURE, Role.DATE})
_ATTACHED = re.compile(r"附\s{0,4}件\s{0,2}(?:[0-9一二三四五六七八九十]{1,2}\s{0,2})?(?:[：:]|$)")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A line as rules read it, and how it is set."""

    line: Line
    looks: LineLooks

    @property
    def place(self) -> Place:
        """Where the line was typed."""
        return self.looks.place


@dataclass(frozen=True, slots=True)
class Body:
    """What is set by the rules of GB/T 9704 7.3."""

    title: tuple[Typeset, ...] = ()
    headings: tuple[Typeset, ...] = ()
    #: paragraphs of sentences
    running: tuple[Typeset, ...] = ()

    @property
    def text(self) -> tuple[Typeset, ...]:
        """The headings and the paragraphs, in order."""
        return tuple(sorted((*self.headings, *self.running), key=lambda one: one.place.start))


def layout(reading: Reading) -> Layout | None:
    """Return what the Word file looks like; None for a text or YAML."""
    return reading.manuscript.layout if reading.manuscript else None


def top(reading: Reading) -> Place:
    """Return the place of what a file says as a whole: its first line."""
    if reading.manuscript and not reading.manuscript.lines:
        return reading.manuscript.source.place(0, 0)
    first = reading.manuscript.lines[0].text if reading.manuscript else reading.lines[0].text
    return first.place()


def body(reading: Reading) -> Body:
    """Return the lines that are judged; none for a text or YAML."""
    return reading.view(_body)


def _body(reading: Reading) -> Body:
    found = layout(reading)
    if found is None:
        return Body()
    looks = {one.place.start: one for one in found.lines if not one.is_in_cell}
    end = _end(reading)
    lines = tuple(_lines(reading, looks, end))
    running = tuple(one for one in lines if _is_running(one))
    headings = tuple(one for one in lines if one.line.kind is LineKind.HEADING)
    sheet = min((one.looks.sheet for one in running), default=-1)
    titles = (one for one in lines if one.line.kind is LineKind.TITLE)
    return Body(tuple(one for one in titles if one.looks.sheet == sheet), headings, running)


def _lines(reading: Reading, looks: dict[int, LineLooks], end: int) -> Iterator[Typeset]:
    for line in reading.lines:
        start = line.place(0, 1).start
        if line.kind is not LineKind.CELL and start < end and start in looks:
            one = looks[start]
            if not one.is_in_box and one.stretches:
                yield Typeset(line, one)


def _end(reading: Reading) -> int:
    """Return where the report's own text ends: at 附件说明, 署名, 成文日期 or an attachment."""
    lines = () if reading.manuscript is None else reading.manuscript.lines
    closing = (one for one in (reading.outline.signature, reading.outline.date) if one)
    ends = [one.place(0, 1).start for one in closing]
    ends.extend(one.text.place(0, 1).start for one in lines if _is_end(one))
    first = len(lines[0].text) if lines else 0
    return min((one for one in ends if one > first), default=_endless(reading))


def _is_end(line: ManuscriptLine) -> bool:
    return line.role in _ENDS or (not line.cells and bool(_ATTACHED.match(line.text.value)))


def _endless(reading: Reading) -> int:
    return len(reading.manuscript.source.content) if reading.manuscript else 0


def _is_running(one: Typeset) -> bool:
    if one.line.kind is not LineKind.PARAGRAPH or one.looks.alignment in _SET_APART:
        return False
    return _STOP.search(one.line.value) is not None and han(one.line.value) >= _SHORTEST


def han(text: str) -> int:
    """Return how many Han characters a text has."""
    return len(_HAN.findall(text))


def clipped(text: str) -> str:
    """Return words to be quoted: the beginning of a long passage."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def stretches(lines: tuple[Typeset, ...]) -> Iterator[Stretch]:
    """Yield the stretches of lines that have more than blanks, in order."""
    return (one for line in lines for one in line.looks.stretches if one.text.strip())
