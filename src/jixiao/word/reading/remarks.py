"""Comments (ISO/IEC 29500-1, 17.13.4): left out of the text, and told of with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jixiao.model.manuscript import TraceKind
from jixiao.word.opc.markup import paragraphs, text, w
from jixiao.word.reading.shown import Found


class Remarks:
    """The comments of a file, each with the words that it is on, as they are come upon."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = () if root is None else root.iterfind(w("comment"))
        self._said = {str(one.get(w("id"))): one for one in elements}
        self._places: dict[str, tuple[int, int]] = {}

    def take(self, marks: Iterable[tuple[str, int]], start: int) -> None:
        """Take the marks of comments in a paragraph whose characters begin at an index."""
        for remark, at in marks:
            low, high = self._places.get(remark, (start + at, start + at))
            self._places[remark] = (min(low, start + at), max(high, start + at))

    def found(self) -> Iterator[Found]:
        """Yield the comments that stand in the text, in the order of the marks."""
        for remark, (start, end) in self._places.items():
            said = self._said.get(remark)
            if said is not None:
                words = "\n".join(text(one) for one in paragraphs(said))
                author = str(said.get(w("author")) or "")
                yield Found(TraceKind.COMMENT, start, end, words, author)
