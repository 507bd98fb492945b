"""A file's lines searched for slips that keep YAML from being read.

This is done only after YAML itself has failed, or where a line is indented with something else
than spaces. A line is a slip only where it stands among `键: 值` (or `- 项`) lines, so that
prose which happens to hold a colon is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jixiao.content.reading.slips import SLIP, Slip, odd_indentation, typed_colon, typed_dash
from jixiao.source import Source

#: YAML takes no longer key.
_LONGEST_KEY = 1024
_KEY = re.compile(
    r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s#\"'\[\]{},&*!|>%@`](?:[^#]|(?<=\S)#)*?)"
    r"[ \t]*:(?=[ \t\n]|$)"
)
_BLOCK_SCALAR = re.compile(r"(?:[!&]\S*\s+)*[|>][-+0-9]*\s*(?:#.*)?$")
_NESTED = re.compile(r"(?:[!&]\S*\s*)*(?:#.*)?$")
_BLANKS = re.compile(r"[ \t\u3000\u00a0]*")
_WIDTHS = {" ": 1, "\u00a0": 1, "\u3000": 2, "\t": 2}
_ODD_INDENTATION = re.compile(r"^ *[\t\u3000\u00a0]", re.MULTILINE)
_BRACKET = re.compile(r"[\"'\[\]{}]")
_QUOTED = {
    '"': re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    "'": re.compile(r"'[^']*(?:''[^']*)*'"),
}


def has_odd_indentation(source: Source) -> bool:
    """Return whether a line begins with a tab, a full-width or a non-breaking blank."""
    return _ODD_INDENTATION.search(source.content) is not None


def find_slips(source: Source, failed: int = 0) -> tuple[Slip, ...]:
    """Return every slip in a file, in the order of the text.

    `failed` is the line where YAML gave up, if it did: what waits there for proof has it.
    """
    scan = _Scan(source)
    slips = scan.run()
    if failed not in {slip.place.line for slip in slips}:
        for block in scan.unproven:
            if any(slip.place.line == failed for slip in block.waiting):
                slips += block.waiting
    return tuple(sorted(slips, key=lambda slip: slip.place.start))


@dataclass(slots=True)
class _Block:
    """Lines of one indentation that follow each other, with deeper ones between them."""

    indent: int
    is_mapping: bool = False
    is_list: bool = False
    #: slips that count once a line beside them shows what the block is
    waiting: list[Slip] = field(default_factory=list)


class _Scan:
    """Reads a file line by line and keeps account of the blocks and the scalar that are open."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.content
        self._blocks: list[_Block] = []
        self._slips: list[Slip] = []
        self.unproven: list[_Block] = []
        #: lines that are indented deeper than this belong to a scalar; None outside of one
        self._scalar: int | None = None
        #: whether that scalar is a `|` or `>` one, whose lines may begin with anything
        self._is_verbatim = False

    def run(self) -> list[Slip]:
        """Return the slips found."""
        at = 0
        while at < len(self._text):
            at = self._line_end(self._line(at, self._line_end(at))) + 1
        return self._slips

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _line(self, at: int, end: int) -> int:
        """Take in a line; return the index where what begins in it ends, on whatever line."""
        blanks = _BLANKS.match(self._text, at, end)
        start = blanks.end() if blanks else at
        odd = start - len(self._text[at:start].lstrip(" "))
        if start == end or self._is_inside(odd - at, verbatim=True):
            return end
        if odd < start:
            last = at + len(self._text[at:start].rstrip(" "))
            self._slips.append(odd_indentation(self._source.place(odd, last)))
        if self._text[start] == "#" or self._text.startswith(("---", "...", "%"), at):
            return end
        indent = sum(_WIDTHS[one] for one in self._text[at:start])
        if self._is_inside(indent, verbatim=False):
            return end
        return self._content(indent, start, end)

    def _is_inside(self, indent: int, *, verbatim: bool) -> bool:
        """Return whether a line of an indentation continues the scalar that is open."""
        is_deeper = self._scalar is not None and indent > self._scalar
        return is_deeper and self._is_verbatim == verbatim

    def _content(self, indent: int, at: int, end: int) -> int:
        self._scalar = None
        while at < end and self._text[at] == "-":
            blanks = self._dash(indent, at, end)
            if blanks is None:
                break
            self._scalar = indent
            indent, at = indent + 1 + blanks, at + 1 + blanks
        return self._entry(indent, at, end) if at < end else end

    def _dash(self, indent: int, at: int, end: int) -> int | None:
        """Return how many blanks stand behind the dash of an item; None where it is no such."""
        after = self._text[at + 1 : end]
        blanks = len(after) - len(after.lstrip(" \t"))
        block = self._block(indent)
        if blanks or not after:
            block.is_list = True
        elif after[0] in "->" or not block.is_list:
            return None
        else:
            self._slips.append(typed_dash(self._source.place(at)))
        return blanks

    def _block(self, indent: int) -> _Block:
        """Return the open block of an indentation; those that are deeper end here."""
        while self._blocks and self._blocks[-1].indent > indent:
            self._blocks.pop()
        if not self._blocks or self._blocks[-1].indent < indent:
            self._blocks.append(_Block(indent))
        return self._blocks[-1]

    def _entry(self, indent: int, at: int, end: int) -> int:
        """Take in what stands behind the dashes: an entry, or a scalar."""
        block = self._block(indent)
        key = _KEY.match(self._text, at, min(end, at + _LONGEST_KEY))
        slip = SLIP.match(self._text, at, end)
        if slip and (key is None or slip.end("colon") < key.end()):
            if not block.waiting:
                self.unproven.append(block)
            block.waiting.append(typed_colon(self._source.place(*slip.span("colon")), slip))
            if block.is_mapping:
                self._count(block)
            self._scalar = indent
            return self._value(slip.end("colon"), end)
        if key:
            block.is_mapping = True
            self._prove()
            self._scalar = indent
            return self._value(key.end(), end)
        self._scalar = indent if self._scalar is None else self._scalar
        return self._value(at, end)

    def _prove(self) -> None:
        """Count the slips that wait in the open blocks: the key just met shows what they are."""
        for block in self._blocks:
            block.is_mapping = block.is_mapping or not block.is_list
            if block.waiting:
                self._count(block)

    def _count(self, block: _Block) -> None:
        self._slips += block.waiting
        block.waiting.clear()

    def _value(self, at: int, end: int) -> int:
        """Take in what stands behind a key or dash; return the index where it ends."""
        value = self._text[at:end].lstrip()
        start = end - len(value)
        self._is_verbatim = _BLOCK_SCALAR.match(value) is not None
        if _NESTED.match(value):
            self._scalar = None
            return end
        if value[0] in _QUOTED:
            closed = _QUOTED[value[0]].match(self._text, start)
            return closed.end() if closed else len(self._text)
        return self._flow_end(start) if value[0] in "[{" else end

    def _flow_end(self, start: int) -> int:
        """Return where the flow collection that begins at an index ends."""
        depth, at = 0, start
        while found := _BRACKET.search(self._text, at):
            at = found.end()
            if found.group() in _QUOTED:
                closed = _QUOTED[found.group()].match(self._text, found.start())
                at = closed.end() if closed else len(self._text)
                continue
            depth += 1 if found.group() in "[{" else -1
            if depth == 0:
                return at
        return len(self._text)
