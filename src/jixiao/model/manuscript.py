"""A manuscript: the lines of a report that somebody typed, and what its file says of each.

A text file says nothing but the words; a Word file or a page says by styles what a line is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from jixiao.model.layout import Layout
from jixiao.model.outline import Stray
from jixiao.source import Place, Source, Text

#: characters of the longest manuscript that is read; a report has ten thousand
MOST_CHARACTERS = 1_000_000


class Role(Enum):
    """What a line is, where the file has a style of its own for it."""

    TITLE = auto()
    #: running text, whatever it begins with
    BODY = auto()
    #: 附件：1.部门整体支出收支情况表, the list below the text
    ATTACHMENT_LIST = auto()
    SIGNATURE = auto()
    DATE = auto()
    #: 附件1, above an attachment
    ATTACHMENT_MARK = auto()
    ATTACHMENT_TITLE = auto()
    #: 单位：万元
    UNIT_LINE = auto()
    #: a table's row of totals
    TOTAL = auto()
    TABLE_NOTE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it: what stands on a line of its own, or a table's row."""

    text: Text
    #: 1 to 4 for a heading, by its style, outline level or looks; 0 where the file does not say
    level: int = 0
    role: Role | None = None
    #: the cells of a table's row, as many in each row; empty for any other line
    cells: tuple[Text, ...] = ()
    #: which table the row is of, from 1; 0 where the file does not say
    table: int = 0


class TraceKind(Enum):
    """What work on a Word file leaves in it, that a reader of the print does not see."""

    #: tracked insertions and deletions, moves, changed formats
    CHANGE = auto()
    COMMENT = auto()
    HIDDEN = auto()
    BOOKMARK = auto()


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that was left in a Word file: where it stands, and what it says."""

    kind: TraceKind
    place: Place
    #: the deleted or hidden words, the comment, or the name of the bookmark
    text: str = ""
    #: who made it, where that is told
    author: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A report as typed: its lines in order, and what of it is no part of the report.

    Every character of the source is in a line or in a stray, or is a break between them.
    """

    source: Source
    lines: tuple[Line, ...]
    strays: tuple[Stray, ...]
    #: what work on a Word file left in it; none in a text
    traces: tuple[Trace, ...] = ()
    #: what the Word file looks like; None for a text
    layout: Layout | None = None
