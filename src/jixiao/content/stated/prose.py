"""Prose: paragraphs, blocks with a heading, enumerations, as the writer nests them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.content.defects import prose as defects
from jixiao.content.schema.check import is_null
from jixiao.content.stated.flow import one_line, paragraphs
from jixiao.content.stated.table import table
from jixiao.content.stated.values import Notes, child, members, scalar
from jixiao.language.mark import leading
from jixiao.model.content import Block, Enumerated, Item, Paragraph, Prose, Titled
from jixiao.model.document import Mapping, Node, Scalar
from jixiao.source import Text

_HEADING_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}、(?![二三四五六七八九十])"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2}(?:[.．](?!\d)|、)"
    r"|[（(]\d{1,2}[）)]"
    r"|[①-⑳]"
)
_ITEM_MARK = re.compile(r"[一二三四五六七八九十]{1,3}是(?!否)[，、：:]?|" + _HEADING_MARK.pattern)
_CLOSING = "。：:；;，,"


def prose(node: Node | None, notes: Notes) -> Prose:
    """Return the prose of a node; what is at fault in it is left out."""
    return tuple(_prose(node, notes))


def passage(node: Node) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a node that holds nothing else."""
    return tuple(_paragraphs(node))


def title(text: Text, notes: Notes) -> Text:
    """Return a heading, with findings on what the engine puts there itself."""
    typed = _HEADING_MARK.match(text.value)
    if typed:
        notes.told.append(
            defects.TYPED_NUMBER.at(
                text.place(*typed.span()),
                f"标题里手写了编号“{typed.group()}”，编号会自动生成",
                hint=f"删去编号，只写“{text.value[typed.end() :].strip()}”",
            )
        )
    elif text.value[-1] in _CLOSING:
        found = defects.TITLE_PUNCTUATION.at(
            text.place(len(text) - 1),
            f"标题末尾有“{text.value[-1]}”",
            hint=f"标题末尾不用标点，写“{text.value.rstrip(_CLOSING)}”",
        )
        notes.told.append(found)
    return text


def mark(node: Node, notes: Notes) -> Text | None:
    """Return the mark under 编号 as typed, blanks included; None where there is none to read."""
    entry = node.entry("编号") if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar) or is_null(entry.value):
        return None
    text = entry.value.text
    found = leading(text.value)
    if found and found.end == len(text) and found.kind.level:
        return text
    hint = "写成“一、”“（一）”“1.”“（1）”中的一种，或者删去这一行，自动编号"
    notes.told.append(defects.BAD_MARK.at(text.place(), f"编号“{text}”看不懂", hint=hint))
    return None


def _prose(node: Node | None, notes: Notes) -> Iterator[Block]:
    if isinstance(node, Scalar):
        yield from _paragraphs(node)
    for item in members(node):
        if isinstance(item, Mapping):
            yield from _block(item, notes)
        else:
            yield from _paragraphs(item)


def _paragraphs(node: Node | None) -> Iterator[Paragraph]:
    for one in (node, *members(node)):
        if isinstance(one, Scalar) and not is_null(one):
            yield from map(Paragraph, paragraphs(one.text))


def _block(node: Mapping, notes: Notes) -> Iterator[Block]:
    listed, heading, tabled = child(node, "分述"), scalar(node, "标题"), child(node, "表")
    if listed is not None:
        made = (_item(one, notes) for one in members(listed))
        yield Enumerated(tuple(one for one in made if one))
    elif isinstance(tabled, Scalar) and not is_null(tabled):
        found = table(tabled.text, notes)
        if found.rows:
            yield found
    elif heading is not None:
        body = tuple(_prose(child(node, "正文"), notes))
        yield Titled(title(heading, notes), body, mark(node, notes))


def _item(node: Node, notes: Notes) -> Item | None:
    if isinstance(node, Scalar):
        body = tuple(_paragraphs(node))
        _check_mark(body[0].text if body else None, notes)
        return Item(None, body) if body else None
    topic = scalar(node, "标题")
    if topic is None:
        return None
    _check_mark(topic, notes)
    return Item(one_line(topic), tuple(_paragraphs(child(node, "正文"))))


def _check_mark(text: Text | None, notes: Notes) -> None:
    mark = _ITEM_MARK.match(text.value) if text else None
    if text and mark:
        message = f"这一条手写了“{mark.group()}”，“一是”“二是”会自动加上"
        hint = f"删去“{mark.group()}”，从“{text.value[mark.end() :].strip()[:8]}……”写起"
        place = text.place(*mark.span())
        notes.told.append(defects.TYPED_ITEM_MARK.at(place, message, hint=hint))
