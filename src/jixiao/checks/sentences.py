"""The sentences of a report as rules read them: each with its numbers, and the words before one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.language.clause import sentences
from jixiao.language.mention import Mention
from jixiao.source import Place

_BREAK = re.compile(r"[，。；：、,;（）()“”\s]")
#: characters before a number that can name it; a bound, so that a line without marks stays cheap
_REACH = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, from `start` to `end` of its line, with its numbers in order."""

    line: Line
    start: int
    end: int
    mentions: tuple[Mention, ...]

    @property
    def value(self) -> str:
        """The words of the sentence."""
        return self.line.value[self.start : self.end]

    def before(self, at: int) -> str:
        """Return the words of its line between a number and the one before, at most so many."""
        number = self.mentions[at]
        floor = self.mentions[at - 1].end if at else self.start
        return self.line.value[max(floor, number.start - _REACH) : number.start]

    def label(self, at: int) -> str:
        """Return the words right before a number, back to the nearest mark."""
        return _BREAK.split(self.before(at))[-1]

    def after(self, at: int, reach: int = _REACH) -> str:
        """Return the characters behind a number, up to the end of the sentence."""
        end = self.mentions[at].end
        return self.line.value[end : min(self.end, end + reach)]

    def words(self, at: int) -> str:
        """Return a number as typed."""
        return self.line.value[self.mentions[at].start : self.mentions[at].end]

    def place(self, at: int) -> Place:
        """Return where a number stands."""
        return self.line.place(self.mentions[at].start, self.mentions[at].end)


def paragraphs(reading: Reading) -> Iterator[Line]:
    """Yield the lines of running text."""
    return (one for one in reading.lines if one.kind is LineKind.PARAGRAPH)


def told(reading: Reading) -> tuple[Sentence, ...]:
    """Return every sentence of running text that has a number, in order."""
    return reading.view(_told)


def _told(reading: Reading) -> tuple[Sentence, ...]:
    return tuple(one for line in paragraphs(reading) for one in of_line(line) if one.mentions)


def of_line(line: Line) -> Iterator[Sentence]:
    """Yield the sentences of a line."""
    waiting = list(reversed(line.mentions))
    for start, end in sentences(line.value):
        own: list[Mention] = []
        while waiting and waiting[-1].start < end:
            own.append(waiting.pop())
        yield Sentence(line, start, end, tuple(own))
