"""A heading's prose as YAML: paragraphs, headed blocks, enumerations where they are regular."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.ingest.citing import literal
from jixiao.ingest.tree import Node, Told
from jixiao.ingest.writing import Value
from jixiao.language import numeral
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Table

Body = Sequence[Told | Table]


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


def _texts(block: Told | Table) -> Iterator[str]:
    """Yield a paragraph, or a table as a paragraph a row."""
    if isinstance(block, Told):
        yield block.written
        return
    for row in block.rows:
        line = "　".join(cell.value.replace("\n", "") for cell in row).strip("　")
        if line:
            yield literal(line)


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
