"""The stories of a Word file (17.2, 17.10, 17.11): the body, its boxes and tables, the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from jixiao.language.leftover import BLANKS
from jixiao.model.manuscript import MOST_CHARACTERS
from jixiao.model.outline import StrayKind
from jixiao.word.opc.markup import w
from jixiao.word.opc.refusal import Refused
from jixiao.word.reading import defects
from jixiao.word.reading.appearance import appearance
from jixiao.word.reading.blocks import Joined, blocks
from jixiao.word.reading.changes import tracked
from jixiao.word.reading.draft import Appearance, Draft, Drawn, Span
from jixiao.word.reading.grid import Row, rows
from jixiao.word.reading.numbering import Numbering
from jixiao.word.reading.properties import counted
from jixiao.word.reading.remarks import Remarks
from jixiao.word.reading.runs import Reader
from jixiao.word.reading.shown import Atom, Shown
from jixiao.word.reading.styles import Stylesheet

BOX = "文本框"
#: cells of all tables at most
_MOST_CELLS = 1_000_000
_CHOSEN = "请看看是不是选错了文件"


class Story:
    """Reads a story into a draft, its paragraphs counted and numbered in their order."""

    def __init__(
        self,
        draft: Draft,
        styles: Stylesheet,
        numbering: Numbering,
        remarks: Remarks,
        *,
        is_own: bool,
    ) -> None:
        self._draft = draft
        self._styles = styles
        self._numbering = numbering
        self._remarks = remarks
        self._tables = 0
        self._grid = 0
        #: tables and boxes that stand in what is read now, to be read behind it
        self._waiting: deque[tuple[etree._Element, Reader]] = deque()
        #: how the first paragraph of the row that is read appears
        self._head = Appearance()
        #: whether the file is of jixiao's own making: then only blanks are strays in it
        self._is_own = is_own

    def body(self, story: etree._Element) -> None:
        """Read the body of the document."""
        reader = Reader(story, self._styles)
        for block in blocks(story, self._styles):
            self._block(block, reader, "")
            self._read_waiting()

    def apart(self, story: etree._Element, kind: StrayKind, address: str) -> None:
        """Read a note, a header or a footer: each line with characters in it is a stray."""
        waiting = deque([(story, Reader(story, self._styles))])
        while waiting:
            container, reader = waiting.popleft()
            for one in blocks(container, self._styles):
                if isinstance(one, Joined) and not one.elements:
                    self._loose(one, reader)
                elif isinstance(one, Joined):
                    boxes = self._apart(one, reader, kind, address)
                    waiting.extend((box, Reader(box, self._styles)) for box in boxes)
                else:
                    cells = (cell.element for row in rows(one) for cell in row.cells)
                    waiting.extend((cell, reader) for cell in cells if cell is not None)

    def _apart(
        self, joined: Joined, reader: Reader, kind: StrayKind, address: str
    ) -> list[etree._Element]:
        shown, mark = self._shown(joined, reader)
        if mark or shown.text.strip():
            # The words of other parts are no text of the body.
            atoms = (replace(one, element=None) for one in shown.atoms)
            start, end = self._written(joined, mark, atoms, address)
            self._draft.stray(kind, start, end)
            self._draft.trace(shown.traces, start + len(mark))
        return shown.boxes

    def _block(self, block: Joined | etree._Element, reader: Reader, address: str) -> None:
        if isinstance(block, Joined):
            if block.elements:
                self._paragraph(block, reader, address)
            else:
                self._loose(block, reader)
        else:
            self._table(block, reader)

    def _loose(self, joined: Joined, reader: Reader) -> None:
        """Keep what stands behind the last paragraph of a container, in none."""
        shown, _ = reader.read(joined)
        self._draft.trace(shown.traces, self._draft.length)
        self._remarks.take(shown.comments, self._draft.length)

    def _read_waiting(self) -> None:
        """Read what stood in a paragraph or a table, and what stands in that, in order."""
        while self._waiting:
            one, reader = self._waiting.popleft()
            if one.tag == w("tbl"):
                self._table(one, reader)
                continue
            for block in blocks(one, self._styles):
                self._block(block, reader, BOX)

    def _paragraph(self, joined: Joined, reader: Reader, address: str) -> None:
        shown, mark = self._shown(joined, reader)
        span = self._set(joined, shown, mark, address)
        seen = appearance(joined.elements[-1], shown, self._styles)
        if self._is_contents(joined, shown, seen.styles):
            self._draft.stray(StrayKind.CONTENTS, *span)
            return
        self._draft.prose(span, mark + shown.text, seen, is_own=self._is_own)

    @staticmethod
    def _is_contents(joined: Joined, shown: Shown, styles: tuple[str, ...]) -> bool:
        named = (one.lower() for one in styles[:1])
        is_styled = any(one.startswith(("toc ", "目录")) for one in named)
        has_text = bool(shown.text.strip())
        return has_text and (joined.is_contents or shown.is_contents or is_styled)

    def _set(self, joined: Joined, shown: Shown, mark: str, address: str) -> Span:
        """Add a paragraph to the draft with what was left in it; return where its line is."""
        start, end = self._written(joined, mark, shown.atoms, address)
        self._draft.trace(shown.traces, start + len(mark))
        self._remarks.take(shown.comments, start + len(mark))
        self._waiting.extend((one, Reader(one, self._styles)) for one in shown.boxes)
        return start, end

    def _written(self, joined: Joined, mark: str, atoms: Iterable[Atom], address: str) -> Span:
        """Add a paragraph's text to the draft; raises `Refused` where it is too long by now."""
        span = self._draft.paragraph(mark, atoms, joined.elements, address)
        if self._draft.length > MOST_CHARACTERS:
            message = f"文件有{MOST_CHARACTERS // 10_000}万字以上，不是一份报告"
            raise Refused(defects.TOO_LARGE, message, _CHOSEN)
        return span

    def _shown(self, joined: Joined, reader: Reader) -> tuple[Shown, str]:
        """Return a paragraph as shown, and its automatic number."""
        shown, properties = reader.read(joined)
        style = self._styles.paragraph_style(properties)
        mark = self._numbering.mark(counted(properties), style.id, shown.text)
        return shown, mark

    def _table(self, table: etree._Element, reader: Reader) -> None:
        """Read a table, a line of the report a row; each row has as many cells."""
        self._tables += 1
        number = self._tables
        found = list(rows(table))
        width = max((one.width for one in found), default=0)
        self._grid += len(found) * width
        if self._grid > _MOST_CELLS:
            message = f"读到第{number}个表格，已有{self._grid}格，多得不是人写的"
            raise Refused(defects.TOO_LARGE, message, _CHOSEN)
        for at, row in enumerate(found):
            before = self._draft.number
            start = self._draft.length + 1 if before else 0
            cells = self._cells(row, reader, f"表{number}第{at + 1}行", width)
            if self._draft.number == before:
                start = self._draft.length
            self._row_changed(row, start)
            line = Drawn(
                start, self._draft.length, "", self._head, tuple(cells), number, is_first=not at
            )
            self._draft.lines.append(line)

    def _cells(self, row: Row, reader: Reader, address: str, width: int) -> list[Span]:
        """Return where the cells of a row are; what spans columns is in the first of them."""
        spans: list[Span] = []
        self._head = Appearance()
        for at, cell in enumerate(row.cells):
            span = (self._draft.length, self._draft.length)
            if cell.element is not None:
                span = self._cell(cell.element, reader, f"{address}第{cell.first + 1}格", not at)
            spans.append(span)
            spans.extend([(span[1], span[1])] * (cell.span - 1))
        end = (self._draft.length, self._draft.length)
        return spans + [end] * (width - len(spans))

    def _cell(self, cell: etree._Element, reader: Reader, address: str, is_head: bool) -> Span:  # noqa: FBT001
        """Read a cell's paragraphs; return where its text is, without the blanks around it."""
        span: Span | None = None
        lines: list[str] = []
        for block in blocks(cell, self._styles):
            if not isinstance(block, Joined):
                self._waiting.append((block, reader))
                continue
            if not block.elements:
                self._loose(block, reader)
                continue
            shown, mark = self._shown(block, reader)
            start, _ = self._set(block, shown, mark, address)
            if span is None:
                span = (start, start)
                if is_head:
                    self._head = appearance(block.elements[-1], shown, self._styles)
            lines.append(mark + shown.text)
        if span is None:
            return self._draft.length, self._draft.length
        first, last = within("\n".join(lines))
        return span[0] + first, span[0] + last

    def _row_changed(self, row: Row, start: int) -> None:
        properties = row.element.find(w("trPr"))
        inserted = None if properties is None else properties.find(w("ins"))
        if inserted is not None:
            end = self._draft.length - start
            self._draft.trace([tracked(inserted, 0, end)], start)


def within(text: str) -> Span:
    """Return where the text of a cell begins and ends without the blanks and breaks around it."""
    bare = text.strip(BLANKS + "\n")
    first = text.index(bare) if bare else 0
    return first, first + len(bare)
