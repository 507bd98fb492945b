"""A page as blocks, one a line that is seen, and the regions of the page that hold them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jixiao.manuscript.page.counting import Counter
from jixiao.manuscript.page.flow import BLANKS, Event, collapse, events
from jixiao.manuscript.page.grid import Tables
from jixiao.manuscript.page.seen import heading_depth, is_block, is_number, tag


@dataclass(frozen=True, slots=True)
class Block:
    """A line that is seen, or a table: what is told of it is how it is to be read, and placed."""

    text: str
    #: 1 to 9 for a heading by its element or its outline level; 0 otherwise
    depth: int = 0
    #: the cells of a table's rows, as many in each; then there is no text
    rows: tuple[tuple[str, ...], ...] = ()
    #: how many of its characters are links
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """An element that holds blocks, from the first to before the last; and the regions in it."""

    #: its id and its classes, in lower case
    names: frozenset[str]
    start: int
    end: int
    parts: tuple[Region, ...]


def blocks(root: etree._Element) -> tuple[tuple[Block, ...], Region]:
    """Return the blocks of a page in order, and the region of its root."""
    flow = _Flow(Tables.of(root))
    for event in events(root, flow.opens):
        flow.take(event)
    flow.end_line()
    (whole,) = flow.regions[0] or [Region(frozenset(), 0, 0, ())]
    return tuple(flow.blocks), whole


def cell_text(cell: etree._Element) -> str:
    """Return the text of a cell on one line; of a table within it as well."""
    flow = _Flow(None)
    for event in events(cell, flow.opens):
        flow.take(event)
    flow.end_line()
    return collapse("\n".join(one.text for one in flow.blocks))


class _Flow:
    """Blocks in the making: a line begins and ends with blocks' elements and with breaks."""

    def __init__(self, tables: Tables | None) -> None:
        self.blocks: list[Block] = []
        #: the regions that ended, of each element that has not; the innermost last
        self.regions: list[list[Region]] = [[]]
        self._tables = tables
        self._starts: list[int] = []
        self._counters: list[Counter] = []
        self._words: list[str] = []
        self._mark = ""
        self._depth = 0
        self._linked = 0
        self._links = 0
        #: whether text is kept as it was typed, and whether it is a number that Word made
        self._typed = 0
        self._numbers = 0

    def opens(self, element: etree._Element) -> bool:
        """Return whether to go into an element; a table is taken as a whole instead."""
        rows = self._tables.rows(element, cell_text) if self._tables else ()
        if rows:
            self.end_line()
            captions = [cell_text(one) for one in element if tag(one) == "caption"]
            self.blocks.extend(Block(one) for one in captions if one)
            self.blocks.append(Block("", rows=rows))
        return not rows

    def take(self, event: Event) -> None:
        """Take what comes next."""
        if event.element is None:
            self._add(event.text)
        elif event.ends:
            self._end(event.element)
        else:
            self._start(event.element)

    def _add(self, text: str) -> None:
        if self._numbers:
            text = text.strip(BLANKS)
        lines = text.split("\n") if self._typed else [text]
        for at, line in enumerate(lines):
            if at:
                self.end_line()
            self._words.append(line)
            self._linked += len(line.strip(BLANKS)) if self._links else 0

    def _start(self, element: etree._Element) -> None:
        name = tag(element)
        if is_block(element):
            self.end_line()
            self._starts.append(len(self.blocks))
            self.regions.append([])
        if name in _LISTS:
            self._counters.append(Counter.of(element))
        elif name == "li" and self._counters:
            self._mark = self._counters[-1].mark(element)
        elif name == "br" and not self._depth:
            self.end_line()
        self._depth = heading_depth(element) or self._depth
        self._links += name == "a"
        self._typed += name == "pre"
        self._numbers += is_number(element)

    def _end(self, element: etree._Element) -> None:
        name = tag(element)
        self._links -= name == "a"
        self._typed -= name == "pre"
        self._numbers -= is_number(element)
        if not is_block(element):
            return
        self.end_line()
        if name in _LISTS:
            self._counters.pop()
        if heading_depth(element):
            self._depth = 0
        inner = tuple(self.regions.pop())
        names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
        region = Region(frozenset(names), self._starts.pop(), len(self.blocks), inner)
        if region.start < region.end:
            self.regions[-1].append(region)

    def end_line(self) -> None:
        """End the line where it is; one that shows nothing is none."""
        text = collapse("".join(self._words)).strip(BLANKS)
        if text:
            linked = min(self._linked, len(text))
            self.blocks.append(Block(self._mark + text, self._depth, linked=linked))
            self._mark = ""
        self._words, self._linked = [], 0


_LISTS = ("ol", "ul", "menu", "dir")
