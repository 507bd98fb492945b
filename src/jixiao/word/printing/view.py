"""What a template sees of an outline: strings, numbers and tuples under a few plain names.

The names are documented for clerks in `docs/templates.md`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.outline import Attachment, Block, Heading, Outline, Paragraph, Table
from jixiao.source import Text


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading or a paragraph; `line` is `mark` and `text` as printed."""

    #: 标题, 正文, or 分述 for an item of an enumeration
    kind: str
    #: 1 to 4 for a heading, 0 for a paragraph
    level: int
    mark: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment: its number, heading lines, and its table as rows of cells."""

    number: int
    label: str
    title: str
    unit_line: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class OutlineView:
    """The report; what it does not have is empty."""

    title: tuple[str, ...]
    blocks: tuple[BlockView, ...]
    attachments: tuple[AttachmentView, ...]
    signature: str
    date: str


def view(outline: Outline) -> OutlineView:
    """Return what a template sees of an outline."""
    return OutlineView(
        _strings(outline.title),
        tuple(view for one in outline.blocks for view in _views(one)),
        tuple(_attachment(one) for one in outline.attachments),
        outline.signature.value if outline.signature else "",
        outline.date.value if outline.date else "",
    )


def _views(block: Block) -> Iterator[BlockView]:
    """Yield a block as a template sees it; a table in the text as a paragraph a row."""
    match block:
        case Heading(level, mark, title):
            yield BlockView("标题", level, mark.value, title.value, block.line)
        case Paragraph(text, mark):
            kind = "分述" if mark else "正文"
            yield BlockView(kind, 0, mark.value if mark else "", text.value, block.line)
        case Table(rows):
            for row in rows:
                line = "\t".join(_strings(row))
                yield BlockView("正文", 0, "", line, line)


def _attachment(one: Attachment) -> AttachmentView:
    return AttachmentView(
        one.number,
        one.label,
        one.title.value,
        one.unit_line,
        _strings(one.columns),
        tuple(_strings(row) for row in one.rows),
        _strings(one.total),
        one.note,
    )


def _strings(texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(text.value for text in texts)
