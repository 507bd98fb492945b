"""What a template sees of an outline: strings, numbers and tuples under a few plain names.

The names are documented for clerks in `docs/templates.md`; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.outline import Attachment, Block, Heading, Outline, Paragraph, Table
from jixiao.source import Text


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading, a paragraph or a table; `line` is what is printed of it, as one text."""

    #: 标题, 正文, 表, or 分述 for an item of an enumeration
    kind: str
    #: 1 to 4 for a heading, 0 for a paragraph
    level: int
    mark: str
    text: str
    line: str
    #: a table's rows of cells, the first its head; empty for any other block
    rows: tuple[tuple[str, ...], ...] = ()


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
        tuple(map(_block, outline.blocks)),
        tuple(_attachment(one) for one in outline.attachments),
        outline.signature.value if outline.signature else "",
        outline.date.value if outline.date else "",
    )


def _block(block: Block) -> BlockView:
    match block:
        case Heading(level, mark, title):
            return BlockView("标题", level, mark.value, title.value, block.line)
        case Paragraph(text, mark):
            kind = "分述" if mark else "正文"
            return BlockView(kind, 0, mark.value if mark else "", text.value, block.line)
        case Table(rows):
            return BlockView("表", 0, "", "", block.line, tuple(map(_strings, rows)))


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
