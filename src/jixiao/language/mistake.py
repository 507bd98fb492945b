"""What a grammar says of text that it cannot read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class MistakeKind(Enum):
    """The kinds of mistake that a writer makes, so that a stage can give each its code."""

    EMPTY = auto()
    FULL_WIDTH = auto()
    NOT_A_NUMBER = auto()
    NO_UNIT = auto()
    BAD_DATE = auto()
    BLANK = auto()
    TRAILING = auto()
    TOO_LONG = auto()
    BAD_NAME = auto()
    UNCLOSED = auto()
    STRAY_CLOSE = auto()
    NESTED = auto()
    SYNTAX = auto()
    TOO_DEEP = auto()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake from `start` to `end`, offsets into the text that the grammar was given."""

    start: int
    end: int
    kind: MistakeKind
    message: str
    hint: str = ""
