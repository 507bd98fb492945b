"""An outline as plain text, for pasting into the bureau's website."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.outline import Attachment, Outline


def text(outline: Outline) -> str:
    """Return the report as text: one paragraph a line, tables with tabs between the cells."""
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield from (line.value for line in outline.title)
    yield from (block.line for block in outline.blocks)
    yield from _attachment_notes(outline.attachments)
    yield from (line.value for line in (outline.signature, outline.date) if line)
    for attachment in outline.attachments:
        yield from _table(attachment)


def _attachment_notes(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    """Yield the list of attachments below the text (GB/T 9704-2012 7.3.4)."""
    for attachment in attachments:
        lead = "附件：" if attachment.number == 1 else ""
        number = f"{attachment.number}." if len(attachments) > 1 else ""
        yield f"{lead}{number}{attachment.title}"


def _table(attachment: Attachment) -> Iterator[str]:
    yield attachment.label
    yield attachment.title.value
    if attachment.unit_line:
        yield attachment.unit_line
    for row in (attachment.columns, *attachment.rows, attachment.total):
        if row:
            yield "\t".join(cell.value for cell in row)
    if attachment.note:
        yield attachment.note
