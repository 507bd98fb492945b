"""Small and great harm done to good Word files, to the zip or to the XML; the same by a seed."""

from __future__ import annotations

import copy
import random
import struct
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree
from tests.hostile.originals import originals
from tests.hostile.zips import METHOD, OFFSET, PACKED, SIZE, SUM, directory, entries, lying, undated

from jixiao.word.opc.markup import serialise

_MOST_HARM, _MOST_FLIPS, _MOST_COPIES, _DEEPEST = 8, 20, 60, 300
#: chances, of 1: harm to the zip is soon seen, harm to the XML is where reading goes wrong
_MARKUP_UNTIL, _ZIP_FROM = 0.85, 0.8
#: elements of a part in which nothing is copied any more
_CROWDED = 20_000
_VALUES = (
    *("", "0", "-1", "1", "9", "10", "63", "64", "2147483648", "999999999", "-999999999", "1e9"),
    *("七", "true", "off", "none", "begin", "end", "separate", "restart", "\u202e", "a" * 5000),
    *("bullet", "chineseCounting", "upperRoman", "numberInDash", "%1%2%9", "../../../x", "rId1"),
)
_TEXTS = (
    "",
    " ",
    "\n\t",
    "一",
    "一、",
    "（一）",
    "1.",
    "0" * 400,
    "９９９亿元",
    "-1万元",
    "甲" * 3000,
)
_TEXTS += (
    "100%",
    "0%",
    "2022年13月45日",
    "\u200b\ufeff",
    "【】《》“”",
    "=1/0",
    "{{ 值 }}",
    "𠀀",
    "\ue000",
)
_SPACES = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"urn:x",
)
Element = etree._Element
Harm = Callable[[bytes, random.Random], bytes]


class Breaker:
    """Makes the files of a seed, each by its index alone, from files given or from our own."""

    def __init__(self, seed: int, sources: Sequence[Path] = ()) -> None:
        self._seed = seed
        self._originals = tuple(one.read_bytes() for one in sources) or originals()

    def file(self, index: int) -> bytes:
        """Return the file of an index: an original with harm to its XML, its zip, or both."""
        chance = random.Random(f"{self._seed}/{index}")  # noqa: S311 -- no secret, only chance
        content = chance.choice(self._originals)
        where = chance.random()
        if where < _MARKUP_UNTIL:
            content = _harm_markup(content, chance)
        if where > _ZIP_FROM:
            content = chance.choice(_ZIP_HARM)(content, chance)
        return content


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content))
    return start, min(len(content), start + chance.choice((1, 4, 30, 400, 5000)))


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, _MOST_FLIPS)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _flip_directory(content: bytes, chance: random.Random) -> bytes:
    start = min(at for _, at in directory(content))
    return content[:start] + _flip(content[start:], chance)


def _cut(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + chance.choice((b"", content[end:]))


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    first, second = sorted((_stretch(content, chance), _stretch(content, chance)))
    middle = content[first[1] : second[0]]
    parts = (content[slice(*second)], middle, content[slice(*first)], content[second[1] :])
    return content[: first[0]] + b"".join(parts)


def _lie(content: bytes, chance: random.Random) -> bytes:
    name, _ = chance.choice(list(directory(content)))
    field = chance.choice((METHOD, SUM, PACKED, SIZE, OFFSET))
    top = 256 ** struct.calcsize(field[1]) - 1
    value = chance.choice((0, 1, 8, 9, 12, 14, 99, len(content), 2**24, top)) & top
    return lying(content, name, field, value, both=chance.random() < 0.5)


def _reorder(content: bytes, chance: random.Random) -> bytes:
    """Drop an entry, repeat it, give it another name or another one's content."""
    kept = entries(content)
    at, other = chance.randrange(len(kept)), chance.randrange(len(kept))
    name, inner = kept[at]
    names = (kept[other][0], name.upper(), "../" + name, name.replace("/", "\\"), "", "a" * 9000)
    replaced: tuple[list[tuple[str, bytes]], ...] = (
        [],
        [(name, inner), (name + "x", inner)],
        [(chance.choice(names), inner)],
        [(name, kept[other][1])],
        [(name, b"")],
        [(name, chance.randbytes(200))],
    )
    kept[at : at + 1] = chance.choice(replaced)
    return undated(kept) if chance.random() < 0.2 else undated(list(dict(kept).items()))


_ZIP_HARM: tuple[Harm, ...] = (_flip, _flip_directory, _cut, _repeat, _swap, _lie, _reorder)


def _harm_markup(content: bytes, chance: random.Random) -> bytes:
    kept = entries(content)
    places = [at for at, (name, _) in enumerate(kept) if name.endswith((".xml", ".rels"))]
    main = [at for at in places if kept[at][0].endswith("document.xml")]
    for _ in range(chance.randint(1, 3)):
        at = chance.choice(main if chance.random() < 0.5 else places)
        kept[at] = (kept[at][0], _harmed(kept[at][1], chance))
    return undated(kept)


def _harmed(markup: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(markup, etree.XMLParser(huge_tree=True, resolve_entities=False))
    for _ in range(chance.randint(1, _MOST_HARM)):
        every = list(root.iter(etree.Element))
        chance.choice(_HARM)(chance.choice(every), every, chance)
    root.tail = None
    markup = serialise(root)
    if chance.random() < 0.1:
        space = chance.choice(sorted(filter(None, root.nsmap.values()))).encode()
        markup = markup.replace(space, chance.choice(_SPACES))
    return markup


def _drop(one: Element, _every: list[Element], _chance: random.Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _copy(one: Element, every: list[Element], chance: random.Random) -> None:
    parent = one.getparent()
    if parent is not None and len(one) < _MOST_COPIES and len(every) < _CROWDED:
        for _ in range(chance.choice((1, 2, _MOST_COPIES))):
            parent.insert(parent.index(one), copy.deepcopy(one))


def _move(one: Element, every: list[Element], chance: random.Random) -> None:
    target = chance.choice(every)
    is_within = any(above is one for above in (target, *target.iterancestors()))
    if one.getparent() is not None and not is_within:
        target.insert(chance.randint(0, len(target)), one)


def _rename(one: Element, every: list[Element], chance: random.Random) -> None:
    one.tag = chance.choice((chance.choice(every).tag, "{urn:x}junk", "junk"))


def _drop_attribute(one: Element, _every: list[Element], chance: random.Random) -> None:
    if one.attrib:
        del one.attrib[chance.choice(sorted(map(str, one.attrib)))]


def _change_attribute(one: Element, every: list[Element], chance: random.Random) -> None:
    if one.attrib:
        others = [str(value) for value in chance.choice(every).attrib.values()]
        one.set(chance.choice(sorted(map(str, one.attrib))), chance.choice((*_VALUES, *others)))


def _lend_attributes(one: Element, every: list[Element], chance: random.Random) -> None:
    for name, value in chance.choice(every).attrib.items():
        one.set(name, value)


def _say(one: Element, _every: list[Element], chance: random.Random) -> None:
    one.text = chance.choice(_TEXTS)
    if chance.random() < 0.3:
        one.tail = chance.choice(_TEXTS)


def _nest(one: Element, _every: list[Element], chance: random.Random) -> None:
    inner = one
    for _ in range(chance.choice((2, 20, 80, _DEEPEST))):
        inner = etree.SubElement(inner, one.tag, dict(one.attrib))
    inner.text = one.text


def _shuffle(one: Element, _every: list[Element], chance: random.Random) -> None:
    children = list(one)
    chance.shuffle(children)
    one[:] = children


_HARM = (
    *(_drop, _copy, _move, _rename, _drop_attribute, _change_attribute, _change_attribute),
    *(_lend_attributes, _say, _say, _nest, _shuffle),
)
