"""The main part of a Word file: where in it the marks of a comment may stand (17.13.4).

Marks stand between runs, or split one, in a paragraph of the body or of a table. What must stay
whole is bracketed whole: a field within one paragraph, which is made anew with all that is in it;
a control of plain text, a list or a date; ruby; a formula. Word ignores ranges in text boxes,
notes, headers and footers (MS-OI29500, 2.1.315): there the box or the reference is bracketed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from jixiao.word.annotating.tags import Tagged, tagged
from jixiao.word.opc.markup import PRESERVE, w
from jixiao.word.reading.fields import paired

#: what holds runs, and marks between them (EG_PContent and EG_ContentRunContent)
_OPEN = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"))
)
#: what is said of a control whose content is no text that a person formats freely (17.5.2)
_CLOSED_CONTROLS = frozenset(
    {"text", "dropDownList", "comboBox", "date", "checkbox", "dataBinding", "equation"}
    | {"picture", "citation", "bibliography", "docPartObj", "docPartList"}
)
_BLANKS = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Cut:
    """A point in the XML text where marks may be put in."""

    #: the index that they come before; of a point within a text, one that keeps the order
    at: int
    #: the run to end before the marks and to begin again behind them; or the paragraph of one tag
    #: that is to have content
    owner: etree._Element | None = None
    #: the text that the run is split in, and how many of its characters stand before the point
    text: etree._Element | None = None
    offset: int = 0
    #: whether the words that were asked for begin or end elsewhere
    is_moved: bool = field(default=False, compare=False)


class Body:
    """A main part as text and as elements, each known by its place in the text.

    Raises `ValueError` where the text is not that of the elements.
    """

    def __init__(self, markup: str, root: etree._Element) -> None:
        self.markup = markup
        self.root = root
        pairs = zip(root.iter("*"), tagged(markup), strict=True)
        self._tags: dict[etree._Element, Tagged] = dict(pairs)
        self._fields: dict[etree._Element, list[tuple[Cut, Cut]]] = {}
        self._fresh = self._unused_ids()
        self._keeps_blanks = root.get(PRESERVE) == "preserve"

    def tag(self, element: etree._Element) -> Tagged:
        """Return where an element stands in the text."""
        return self._tags[element]

    def fresh_id(self) -> int:
        """Return an id that no annotation of the part has, another one each time (17.13)."""
        return next(self._fresh)

    def _unused_ids(self) -> Iterator[int]:
        used = {one.get(w("id")) for one in self.root.iter("*")}
        yield from (one for one in count(1) if str(one) not in used)

    def within(self, text: etree._Element, offset: int, *, after: bool) -> Cut:
        """Return the point before a character of a `w:t`, or after the one before it."""
        first, last = self.extent(text)
        if not first < offset < last:
            return self.edge(text, after=offset >= last)
        whole, run = self._whole(text)
        tag = self.tag(text)
        if whole is not text or run is None or "<" in self.markup[tag.inner : tag.close]:
            return self.edge(text, after=after, is_moved=True)
        return self._beyond_field(text, Cut(tag.inner + offset, run, text, offset), after=after)

    def extent(self, text: etree._Element) -> tuple[int, int]:
        """Return between which of a text's characters those are that count (17.3.3.31)."""
        characters = str(text.text or "")
        if self.keeps_blanks(text):
            return 0, len(characters)
        first = len(characters) - len(characters.lstrip(_BLANKS))
        return first, max(first, len(characters.rstrip(_BLANKS)))

    def keeps_blanks(self, text: etree._Element) -> bool:
        """Return whether blanks at the ends of a text count."""
        return self._keeps_blanks or text.get(PRESERVE) == "preserve"

    def edge(self, element: etree._Element, *, after: bool, is_moved: bool = False) -> Cut:
        """Return the point before or after an element in a paragraph, and what keeps it whole."""
        cut = self._edge(element, after=after, is_moved=is_moved)
        return self._beyond_field(element, cut, after=after)

    def paragraph(self, element: etree._Element, *, end: bool) -> Cut:
        """Return the point where a paragraph begins or ends; for one in a box, around the box."""
        if _outermost(element) is not element:
            return self.edge(element, after=end, is_moved=True)
        tag = self.tag(element)
        if tag.is_single:
            return Cut(tag.inner, element)
        if end:
            return Cut(tag.close)
        first = next(element.iterchildren("*"), None)
        has_properties = first is not None and first.tag == w("pPr")
        return Cut(self.tag(first).end if first is not None and has_properties else tag.inner)

    def _edge(self, element: etree._Element, *, after: bool, is_moved: bool) -> Cut:
        whole, run = self._whole(element)
        is_moved |= whole is not element
        tag = self.tag(whole)
        at = tag.end if after else tag.start
        if run is None:
            return Cut(at, is_moved=is_moved)
        first = next(one for one in run.iterchildren("*") if one.tag != w("rPr"))
        last = next(run.iterchildren("*", reversed=True))
        if at <= self.tag(first).start:
            return Cut(self.tag(run).start, is_moved=is_moved)
        if at >= self.tag(last).end:
            return Cut(self.tag(run).end, is_moved=is_moved)
        return Cut(at, run, is_moved=is_moved)

    @staticmethod
    def _whole(element: etree._Element) -> tuple[etree._Element, etree._Element | None]:
        """Return what has to stay whole with an element, and the run that it is a child of."""
        below = list(_up_to_paragraph(element))
        while below:
            one = below.pop()
            if one.tag == w("r"):
                return (below[-1], one) if below else (one, None)
            if not _is_open(one):
                return one, None
        return element, None

    def _beyond_field(self, element: etree._Element, cut: Cut, *, after: bool) -> Cut:
        """Return the point, or that before or behind the field that it is in."""
        fields = self._fields_of(_outermost(element))
        found = bisect_left(fields, cut.at, key=lambda one: one[0].at) - 1
        if found < 0 or cut.at >= fields[found][1].at:
            return cut
        return fields[found][after]

    def _fields_of(self, paragraph: etree._Element) -> list[tuple[Cut, Cut]]:
        """Return where the fields begin and end that are all in a paragraph, the outer ones."""
        if paragraph not in self._fields:
            outer: list[tuple[Cut, Cut]] = []
            for begin, end in paired(paragraph):
                if begin is None or end is None:
                    continue
                before = self._edge(begin, after=False, is_moved=True)
                behind = self._edge(end, after=True, is_moved=True)
                while outer and outer[-1][0].at >= before.at:
                    outer.pop()
                outer.append((before, behind))
            self._fields[paragraph] = outer
        return self._fields[paragraph]


def _up_to_paragraph(element: etree._Element) -> Iterator[etree._Element]:
    """Yield an element and what it is in, up to but without the outermost paragraph."""
    outermost = _outermost(element)
    one: etree._Element | None = element
    while one is not None and one is not outermost:
        yield one
        one = one.getparent()


def _outermost(element: etree._Element) -> etree._Element:
    """Return the outermost paragraph that an element is or is in, itself if there is none."""
    found = element
    for one in element.iterancestors(w("p")):
        found = one
    return found


def _is_open(element: etree._Element) -> bool:
    """Return whether an element takes marks between the runs in it."""
    if element.tag != w("sdt"):
        return element.tag in _OPEN
    said = element.find(w("sdtPr"))
    kinds = () if said is None else tuple(said.iterchildren("*"))
    return not any(etree.QName(one).localname in _CLOSED_CONTROLS for one in kinds)
