"""The place of a finding as the stretch of a Word file that its comment brackets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from jixiao.source import Place
from jixiao.word.annotating.body import Body, Cut
from jixiao.word.opc.markup import w
from jixiao.word.reading.manuscript import Spelt, WordManuscript

#: a note by its element, and what stands for it in the body (17.11.14, 17.11.7)
_REFERENCES = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment's range begins and ends."""

    begin: Cut
    end: Cut
    #: whether the words meant are all of what is bracketed, so that nobody need be told them
    is_exact: bool = True


class Anchors:
    """Finds the anchors of places in a Word file that was read."""

    def __init__(self, word: WordManuscript, body: Body) -> None:
        self._source = word.manuscript.source
        self._spelling = word.spelling
        self._body = body
        self._references = {
            (one.tag, str(one.get(w("id")))): one for one in body.root.iter(*_REFERENCES.values())
        }

    def of(self, place: Place) -> Anchor:
        """Return the anchor of a place: its words, else its paragraph, else the first paragraph."""
        if not place.end or place.source.content != self._source.content:
            return self.of_file()
        start, end = self._shown(place)
        known = [one for one in self._spelling.within(start, end) if one.element is not None]
        if known:
            return self._words(start, end, known)
        sign = self._spelling.at(start)
        if sign is not None and self._near(start, after=False):
            return _between(self._behind(start), self._before(end))
        position = self._source.position
        return self._lines(position(start)[0], position(max(start, end - 1))[0])

    def of_file(self) -> Anchor:
        """Return the anchor of what is on the file as a whole: the first paragraph."""
        return self._lines(1, 1)

    def _shown(self, place: Place) -> tuple[int, int]:
        """Return the characters of a place; of one between two, that behind it or before it."""
        content = self._source.content
        start, end = place.start, place.end
        if start < end:
            return start, end
        if content[start : start + 1].strip("\n"):
            return start, start + 1
        return (start - 1, start) if content[start - 1 : start].strip("\n") else (start, start)

    def _words(self, start: int, end: int, known: list[Spelt]) -> Anchor:
        first, last = known[0], known[-1]
        begin = self._point(first, max(start, first.start), after=False)
        if self._spelling.at(start) not in {first, None}:
            begin = self._behind(start)
        behind = self._point(last, min(end, last.end), after=True)
        if self._spelling.at(end - 1) not in {last, None}:
            behind = self._before(end)
        if begin.at > behind.at:  # a nested table is read behind what follows it
            begin = self._point(last, last.start, after=False)
            behind = self._point(first, first.end, after=True)
        return _between(begin, behind)

    def _point(self, run: Spelt, index: int, *, after: bool) -> Cut:
        """Return the point at an index of the source that a stretch holds."""
        if run.element is None:
            raise ValueError("a stretch that no text holds")
        return self._body.within(run.element, run.offset + index - run.start, after=after)

    def _behind(self, start: int) -> Cut:
        """Return the point behind the last text before an index, or where the line begins."""
        before = self._near(start, after=False)
        if before is not None:
            cut = self._point(before, before.end, after=True)
            # What keeps that text whole may hold what follows it as well.
            return self._point(before, before.start, after=False) if cut.is_moved else cut
        return self._edge(self._source.position(start)[0], end=False)

    def _before(self, end: int) -> Cut:
        """Return the point before the first text from an index on, or where the line ends."""
        behind = self._near(end, after=True)
        if behind is not None:
            cut = self._point(behind, behind.start, after=False)
            return self._point(behind, behind.end, after=True) if cut.is_moved else cut
        return self._edge(self._source.position(end)[0], end=True)

    def _near(self, index: int, *, after: bool) -> Spelt | None:
        """Return the nearest stretch with a text in the line, from an index on or before it."""
        line = self._source.position(index)[0]
        start = self._source.index(line, 1)
        stop = start + len(self._source.line(line))
        low, high = (index, stop) if after else (start, index)
        found = [
            one
            for one in (self._spelling.within(low, high) if low < high else ())
            if one.element is not None and low <= one.start and one.end <= high
        ]
        return (found[0] if after else found[-1]) if found else None

    def _lines(self, first: int, last: int) -> Anchor:
        """Return the anchor of whole paragraphs."""
        begin, end = self._edge(first, end=False), self._edge(last, end=True)
        if begin.at > end.at:
            begin, end = self._edge(last, end=False), self._edge(first, end=True)
        return Anchor(begin, end, is_exact=False)

    def _edge(self, line: int, *, end: bool) -> Cut:
        """Return where a line's paragraph begins or ends; of a note, its reference in the body.

        What has no place in the body is anchored at the first paragraph.
        """
        elements = self._spelling.paragraphs[line - 1]
        own = elements[-1 if end else 0]
        if own.getroottree().getroot() is self._body.root:
            return self._body.paragraph(own, end=end)
        reference = self._reference(own)
        if reference is not None:
            return self._body.edge(reference, after=end, is_moved=True)
        return self._body.paragraph(self._spelling.paragraphs[0][0], end=end)

    def _reference(self, paragraph: etree._Element) -> etree._Element | None:
        notes: Iterable[etree._Element] = paragraph.iterancestors(*_REFERENCES)
        note = next(iter(notes), None)
        if note is None:
            return None
        return self._references.get((_REFERENCES[str(note.tag)], str(note.get(w("id")))))


def _between(begin: Cut, end: Cut) -> Anchor:
    return Anchor(begin, end, is_exact=not (begin.is_moved or end.is_moved))
