"""A heading's prose as YAML: paragraphs, headed blocks, enumerations where they are regular."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.ingest.citing import literal
from jixiao.ingest.tree import Node
from jixiao.ingest.writing import Value
from jixiao.language import numeral
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Paragraph, Table

#: what is printed for each paragraph, by its identity: the text with its citations
Written = Mapping[int, str]


def prose(node: Node, written: Written, siblings: Siblings) -> list[Value]:
    """Return what stands below a heading as blocks; its headings count on from the siblings."""
    return [
        *_body(node.body, written),
        *(_titled(child, written, siblings) for child in node.children),
    ]


def _titled(node: Node, written: Written, siblings: Siblings) -> Value:
    if node.is_bare:  # a heading of nothing cannot be written; its words can
        return literal(node.heading.line) if node.heading else ""
    block: dict[str, Value] = {"标题": literal(node.title)}
    block |= typed_mark(node, siblings)
    block["正文"] = prose(node, written, siblings.below())
    return block


def typed_mark(node: Node, siblings: Siblings) -> dict[str, Value]:
    """Return 编号 for a heading whose mark is not the next of its siblings; count it."""
    typed = node.heading.mark.value if node.heading else ""
    is_next = not typed or typed == siblings.expected
    if not is_next:
        siblings.start(typed)
    siblings.next_mark()
    return {} if is_next else {"编号": typed}


def _body(body: Sequence[Paragraph | Table], written: Written) -> Iterator[Value]:
    at = 0
    while at < len(body):
        end = _enumeration(body, at)
        if end > at:
            yield {"分述": list(_items(body[at:end], written))}
            at = end
        else:
            yield from _texts(body[at], written)
            at += 1


def _texts(block: Paragraph | Table, written: Written) -> Iterator[str]:
    """Yield a paragraph, or a table as a paragraph a row."""
    if isinstance(block, Paragraph):
        yield written[id(block)]
    else:
        for row in block.rows:
            line = "　".join(cell.value.replace("\n", "") for cell in row).strip("　")
            if line:
                yield literal(line)


def _enumeration(body: Sequence[Paragraph | Table], start: int) -> int:
    """Return where an enumeration of two items or more ends that begins here; `start` for none.

    Paragraphs without a mark belong to the item before them where another item follows.
    """
    count, end = 0, start
    for at in range(start, len(body)):
        block = body[at]
        mark = block.mark.value if isinstance(block, Paragraph) and block.mark else ""
        says = isinstance(block, Paragraph) and bool(block.text.value.strip())
        if mark and says and mark == numeral.item_mark(count + 1):
            count, end = count + 1, at + 1
        elif mark or not count or isinstance(block, Table):
            break
    return end if count > 1 else start


def _items(body: Sequence[Paragraph | Table], written: Written) -> Iterator[Value]:
    item: list[str] = []
    for block in body:
        text = written[id(block)]
        mark = block.mark.value if isinstance(block, Paragraph) and block.mark else ""
        if mark and item:
            yield "\n\n".join(item)
            item = []
        item.append(text.removeprefix(mark))
    yield "\n\n".join(item)
