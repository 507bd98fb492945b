"""The blocks of an outline as a tree of headings, each with what stands right below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.language.mark import leading
from jixiao.model.outline import Block, Heading, Outline, Paragraph, Table


@dataclass(slots=True)
class Told:
    """A paragraph of the report, and how it is written once its numbers are cited."""

    paragraph: Paragraph
    written: str = ""

    @property
    def mark(self) -> str:
        """The mark that it begins with; empty for none."""
        return self.paragraph.mark.value if self.paragraph.mark else ""


@dataclass(slots=True)
class Node:
    """A heading with the blocks right below it and the headings below those; the root has none."""

    heading: Heading | None
    body: list[Told | Table] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading's words; empty for the root."""
        return self.heading.title.value.strip() if self.heading else ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below it."""
        return not self.body and not self.children

    def every(self) -> Iterator[Node]:
        """Yield this node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.every()


def tree(outline: Outline) -> Node:
    """Return the root of an outline's headings; one that no title can be made of is a paragraph."""
    root = Node(None)
    path: list[tuple[int, Node]] = [(0, root)]
    for block in outline.blocks:
        if isinstance(block, Heading) and _is_titled(block):
            while path[-1][0] >= block.level:
                path.pop()
            node = Node(block)
            path[-1][1].children.append(node)
            path.append((block.level, node))
        else:
            path[-1][1].body.append(_as_body(block))
    return root


def _is_titled(heading: Heading) -> bool:
    """Return whether a heading has words, no second mark among them, and a mark that is one."""
    title, mark = heading.title.value.strip(), heading.mark.value
    counted = leading(mark)
    is_counted = not mark or (counted is not None and counted.kind.level > 0)
    return bool(title) and leading(title) is None and is_counted


def _as_body(block: Block) -> Told | Table:
    match block:
        case Heading():
            return Told(Paragraph(block.printed))
        case Paragraph():
            return Told(block)
        case Table():
            return block
