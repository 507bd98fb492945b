"""What of a report is not printed again when its draft is woven, and what is printed beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from jixiao.model.outline import Attachment, Heading, Outline, Table
from jixiao.source import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the report that the draft does not print again, or prints otherwise."""

    #: where it stands in the report: 第3行, 表1第2行第3格
    where: str
    text: str


def differences(before: Outline, after: Outline) -> tuple[Difference, ...]:
    """Return the lines that differ between a report and the one that is woven of its draft.

    What import adds is none: a title where there was none, marks of headings that had none, `—`
    in an attachment's empty cells.
    """
    unmarked = frozenset(one.title.value for one in unmarked_headings(before))
    added = 0 if before.title else len(after.title)
    return tuple(_compared(tuple(_lines(before, unmarked)), tuple(_lines(after, unmarked))[added:]))


def characters(outline: Outline) -> int:
    """Return how many characters a report has that are compared; blanks are not."""
    return sum(len(one.text) for one in _lines(outline, ()))


def unmarked_headings(outline: Outline) -> tuple[Heading, ...]:
    """Return the headings without a mark."""
    headings = (one for one in outline.blocks if isinstance(one, Heading))
    return tuple(one for one in headings if not one.mark.value)


def relabelled(outline: Outline) -> tuple[str, ...]:
    """Return the labels of attachments that are printed otherwise: one alone has no number."""
    several = len(outline.attachments) > 1
    expected = {
        one.number: f"附件{one.number}" if several else "附件" for one in outline.attachments
    }
    return tuple(one.label for one in outline.attachments if one.label != expected[one.number])


def _compared(before: Sequence[Difference], after: Sequence[Difference]) -> Iterator[Difference]:
    """Yield the lines that one report has and the other has not, or has at another place."""
    missing = Counter(one.text for one in before) - Counter(one.text for one in after)
    added = Counter(one.text for one in after) - Counter(one.text for one in before)
    yield from (one for one in before if missing[one.text])
    yield from (replace(one, where="多出来的") for one in after if added[one.text])
    if not missing and not added:
        pairs = zip(before, after, strict=True)
        yield from islice((one for one, other in pairs if one.text != other.text), 1)


def _lines(outline: Outline, unmarked: Collection[str]) -> Iterator[Difference]:
    """Yield the lines of a report, blanks left out; a table's row is one.

    Titles that had no mark in the report are compared without; `—` in an attachment is an empty
    cell.
    """
    for texts in _body(outline, unmarked):
        value = _squeezed(*(one.value for one in texts))
        if value:
            yield Difference(texts[0].place().told, value)
    for one in outline.attachments:
        yield from (Difference(one.label, value) for value in _attached(one) if value)


def _attached(one: Attachment) -> Iterator[str]:
    yield _squeezed(one.title.value)
    yield _squeezed(one.unit_line)
    for row in (one.columns, *one.rows, one.total):
        yield _squeezed(*(cell.value for cell in row if cell.value.strip() != "—"))
    yield _squeezed(one.note)


def _squeezed(*values: str) -> str:
    return "".join("".join(values).split())


def _body(outline: Outline, unmarked: Collection[str]) -> Iterator[tuple[Text, ...]]:
    yield from ((one,) for one in outline.title)
    for block in outline.blocks:
        match block:
            case Table(rows):
                yield from rows
            case Heading(title=title) if title.value in unmarked:
                yield (title,)
            case _:
                yield (block.printed,)
    yield from ((one,) for one in (outline.signature, outline.date) if one)
