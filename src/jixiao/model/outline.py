"""The outline: a report as numbered blocks, whether woven from YAML or read from a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from jixiao.source import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、, 2 （一）, 3 1., 4 （1）. The mark is text, as printed.

    In a report that was read the mark is as typed, with the blanks behind it.
    """

    level: int
    mark: Text
    title: Text

    @property
    def printed(self) -> Text:
        """The mark and the title, each character with its place."""
        return Text.join((self.mark, self.title))

    @property
    def line(self) -> str:
        """The heading as printed."""
        return self.mark.value + self.title.value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text.

    The mark is 一是, 二是 … for an item of an enumeration; in a report that was read it may be
    that of any level, where text runs on behind it (`1.针对大型超市开展检查。`).
    """

    text: Text
    mark: Text | None = None

    @property
    def printed(self) -> Text:
        """The mark and the text, each character with its place."""
        return Text.join((self.mark, self.text)) if self.mark else self.text

    @property
    def line(self) -> str:
        """The paragraph as printed."""
        return self.printed.value


@dataclass(frozen=True, slots=True)
class Table:
    """A table that stands in the text of a report that was read: its rows of cells as typed."""

    rows: tuple[tuple[Text, ...], ...]

    @property
    def line(self) -> str:
        """The table as text: a row a line, tabs between the cells."""
        return "\n".join("\t".join(cell.value for cell in row) for row in self.rows)


Block = Heading | Paragraph | Table


class StrayKind(Enum):
    """What may stand in a file and be no part of the report."""

    INDENT = auto()
    TRAILING = auto()
    BLANK = auto()
    PAGE_NUMBER = auto()
    REMNANT = auto()
    #: a table of contents: Word makes it of the headings
    CONTENTS = auto()
    #: a footnote or an endnote
    NOTE = auto()
    HEADER = auto()
    FOOTER = auto()


@dataclass(frozen=True, slots=True)
class Stray:
    """Something typed or pasted that is no part of the report: the reader set it aside."""

    kind: StrayKind
    text: Text


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment with one table; cells are text as printed, `—` where nothing was stated."""

    number: int
    #: 附件1; without the number where there is only one
    label: str
    title: Text
    #: 单位：万元
    unit_line: str
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    #: the row of totals, or empty
    total: tuple[Text, ...] = ()
    #: the note below the table, or empty
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report: title lines, numbered blocks, attachments, signature."""

    title: tuple[Text, ...]
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    #: 署名 and 成文日期 as printed, or None
    signature: Text | None = None
    date: Text | None = None
    #: for the file's properties: who wrote it, and the day it is dated (成文日期, else 31 December)
    author: str = ""
    dated: datetime.date | None = None
    #: what the reader of a file set aside; a woven report has none
    strays: tuple[Stray, ...] = ()

    @property
    def texts(self) -> Iterator[Text]:
        """Everything that is printed, in order: title lines, headings, paragraphs, cells."""
        yield from self.title
        for block in self.blocks:
            match block:
                case Table(rows):
                    yield from (cell for row in rows for cell in row)
                case _:
                    yield block.printed
        yield from (one for one in (self.signature, self.date) if one)
        for attachment in self.attachments:
            yield attachment.title
            for row in (attachment.columns, *attachment.rows, attachment.total):
                yield from row
