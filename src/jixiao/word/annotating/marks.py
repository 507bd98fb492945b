"""The marks of comments put into the text of a main part (ISO/IEC 29500-1, 17.13.4.3 to .5)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from jixiao.word.annotating.anchors import Anchor
from jixiao.word.annotating.body import Body, Cut
from jixiao.word.annotating.names import Names
from jixiao.word.annotating.tags import Edit, edited, name_at
from jixiao.word.opc.markup import w

_ATTRIBUTE = re.compile(r"([^\s=]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_SPACE = re.compile(r"\s+xml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup that stands at a point, and its turn among what stands there."""

    cut: Cut
    #: ends before what is empty, and that before beginnings; inner ends first, outer beginnings
    turn: tuple[int, int, int]
    markup: str


def marked(body: Body, anchors: Sequence[tuple[int, Anchor]], names: Names, look: str) -> str:
    """Return a main part's text with the marks of comments, given by id; nothing else is changed.

    `look` holds the run properties of the comments' references.
    """
    at: defaultdict[int, list[Mark]] = defaultdict(list)
    for number, anchor in anchors:
        for one in _marks(number, anchor, names, look):
            at[one.cut.at].append(one)
    places = [
        (ones[0].cut, "".join(one.markup for one in sorted(ones, key=lambda one: one.turn)))
        for ones in at.values()
    ]
    return edited(body.markup, _edits(body, places))


def _marks(number: int, anchor: Anchor, names: Names, look: str) -> Iterator[Mark]:
    start = names.element("commentRangeStart", id=str(number))
    properties = names.element("rPr", look) if look else ""
    reference = properties + names.element("commentReference", id=str(number))
    end = names.element("commentRangeEnd", id=str(number)) + names.element("r", reference)
    begin, behind = anchor.begin, anchor.end
    if begin.at == behind.at:
        yield Mark(begin, (1, 0, number), start + end)
        return
    yield Mark(begin, (2, -behind.at, number), start)
    yield Mark(behind, (0, -begin.at, number), end)


def _edits(body: Body, places: Iterable[tuple[Cut, str]]) -> Iterator[Edit]:
    """Yield what is changed in the text: a text that is split is written anew, once."""
    split: defaultdict[etree._Element, list[tuple[Cut, str]]] = defaultdict(list)
    for cut, markup in places:
        if cut.text is not None:
            split[cut.text].append((cut, markup))
        elif cut.owner is None:
            yield Edit(cut.at, cut.at, markup)
        elif body.tag(cut.owner).is_single:
            name = name_at(body.markup, body.tag(cut.owner).start)
            yield Edit(cut.at - len("/>"), cut.at, f">{markup}</{name}>")
        else:
            yield Edit(cut.at, cut.at, _between_runs(body, cut.owner, markup))
    for text, cuts in split.items():
        tag = body.tag(text)
        yield Edit(tag.start, tag.end, _split(body, text, sorted(cuts, key=lambda one: one[0].at)))


def _between_runs(body: Body, run: etree._Element, markup: str) -> str:
    """Return the end of a run, markup, and the beginning of a run like it."""
    tag = body.tag(run)
    opening = body.markup[tag.start : tag.inner]
    return f"</{name_at(body.markup, tag.start)}>{markup}{opening}{_look(body, run)}"


def _look(body: Body, run: etree._Element) -> str:
    """Return a run's properties for another one; a tracked change in them has an id of its own."""
    properties = run.find(w("rPr"))
    if properties is None:
        return ""
    tag = body.tag(properties)
    change = properties.find(w("rPrChange"))
    if change is None:
        return body.markup[tag.start : tag.end]
    inner, behind = body.tag(change).start, body.tag(change).inner
    renumbered = _renumbered(change, body.markup[inner:behind], body.fresh_id())
    return body.markup[tag.start : inner] + renumbered + body.markup[behind : tag.end]


def _renumbered(change: etree._Element, opening: str, number: int) -> str:
    """Return the opening tag of a tracked change with another id, by whatever prefix it has it."""
    namespace = etree.QName(w("id")).namespace
    own = {f"{prefix}:id" for prefix, uri in change.nsmap.items() if prefix and uri == namespace}

    def one(found: re.Match[str]) -> str:
        """Return an attribute, the id with the new number."""
        return f'{found[1]}{found[2]}"{number}"' if found[1] in own else found[0]

    return _ATTRIBUTE.sub(one, opening)


def _split(body: Body, text: etree._Element, cuts: Sequence[tuple[Cut, str]]) -> str:
    """Return a text in pieces, each in a run of its own, with markup between them."""
    first, last = body.extent(text)
    characters = str(text.text or "")
    out: list[str] = []
    for cut, markup in cuts:
        out.append(_piece(body, text, characters[first : cut.offset]))
        if cut.owner is not None:
            out.append(_between_runs(body, cut.owner, markup))
        first = cut.offset
    return "".join((*out, _piece(body, text, characters[first:last])))


def _piece(body: Body, text: etree._Element, characters: str) -> str:
    tag = body.tag(text)
    opening = body.markup[tag.start : tag.inner]
    if characters != characters.strip() and not body.keeps_blanks(text):
        opening = _SPACE.sub("", opening)[:-1] + ' xml:space="preserve">'
    name = name_at(body.markup, tag.start)
    return f"{opening}{escape(characters, {chr(13): '&#13;'})}</{name}>"
