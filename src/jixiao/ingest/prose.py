"""A heading's prose as YAML: paragraphs, headed blocks, enumerations where they are regular."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.ingest.citing import literal
from jixiao.ingest.tree import Node, Told
from jixiao.ingest.writing import Lines, Value
from jixiao.language import numeral, row
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Table
from jixiao.source import Text

Body = Sequence[Told | Table]
#: a table of fewer columns is no table
_COLUMNS = 2


def prose(node: Node, siblings: Siblings) -> list[Value]:
    """Return what stands below a heading as blocks; its headings count on from the siblings."""
    return [*_body(node.body), *(_titled(child, siblings) for child in node.children)]


def _titled(node: Node, siblings: Siblings) -> Value:
    if node.is_bare:  # a heading of nothing cannot be written; its words can
        return literal(node.heading.line) if node.heading else ""
    block: dict[str, Value] = {"标题": literal(node.title)}
    block |= typed_mark(node, siblings)
    block["正文"] = prose(node, siblings.below())
    return block


def typed_mark(node: Node, siblings: Siblings) -> dict[str, Value]:
    """Count a heading among its siblings; return 编号 where its mark is not the next of theirs."""
    typed = node.heading.mark.value if node.heading else ""
    is_next = not typed or typed == siblings.expected
    if not is_next:
        siblings.start(typed)
    siblings.next_mark()
    return {} if is_next else {"编号": typed}


def _body(body: Body) -> Iterator[Value]:
    at = 0
    while at < len(body):
        items = _enumeration(body, at)
        if items:
            yield {"分述": list(_items(items))}
        else:
            yield from _texts(body[at])
        at += len(items) or 1


def _texts(block: Told | Table) -> Iterator[Value]:
    """Yield a paragraph, or a table; a paragraph a row of one whose rows are not alike."""
    if isinstance(block, Told):
        yield block.written
        return
    rows = _rows(block)
    if is_regular(block):
        yield {"表": Lines("\n".join(row.lines(rows)))}
    else:
        yield from ("　".join(cells).strip("　") for cells in rows)


def is_regular(table: Table) -> bool:
    """Return whether a table can be written as one: rows alike, no cell that lines would part."""
    rows = _rows(table)
    if len({len(cells) for cells in rows}) != 1 or len(rows[0]) < _COLUMNS:
        return False
    is_ruled = any(row.is_ruling("|".join(cells)) for cells in rows)
    return not is_ruled and all(row.is_one_cell(cell) for cells in rows for cell in cells)


def _rows(table: Table) -> list[list[str]]:
    """Return the rows that have words, each cell as it is written."""
    return [[_cell(one) for one in cells] for cells in table.rows if any(map(_cell, cells))]


def _cell(cell: Text) -> str:
    """Return a cell's words on one line."""
    return literal("".join(one.strip() for one in cell.value.split("\n")))


def _enumeration(body: Body, start: int) -> list[Told]:
    """Return the enumeration of two items or more that begins here; nothing for none.

    Paragraphs without a mark belong to the item before them where another item follows.
    """
    members: list[Told] = []
    count, end = 0, 0
    for block in body[start:]:
        if isinstance(block, Table):
            break
        is_item = bool(block.paragraph.text.value.strip())
        if block.mark and is_item and block.mark == numeral.item_mark(count + 1):
            count, end = count + 1, len(members) + 1
        elif block.mark or not count:
            break
        members.append(block)
    return members[:end] if count > 1 else []


def _items(members: Sequence[Told]) -> Iterator[Value]:
    item: list[str] = []
    for one in members:
        if one.mark and item:
            yield "\n\n".join(item)
            item = []
        item.append(one.written.removeprefix(one.mark))
    yield "\n\n".join(item)
