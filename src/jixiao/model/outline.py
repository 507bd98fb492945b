"""The outline: a report as numbered blocks, whether woven from YAML or read from a file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from jixiao.source import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、, 2 （一）, 3 1., 4 （1）. The mark is text, as printed."""

    level: int
    mark: str
    title: Text

    @property
    def line(self) -> str:
        """The heading as printed."""
        return self.mark + self.title.value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text; the mark is 一是, 二是 … for an item of an enumeration."""

    text: Text
    mark: str = ""

    @property
    def line(self) -> str:
        """The paragraph as printed."""
        return self.mark + self.text.value


Block = Heading | Paragraph


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
