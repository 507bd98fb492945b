"""What stands within a line of Markdown and is not printed: emphasis, links, tags, escapes.

After CommonMark 0.31, chapter 6, but for emphasis, which ends at Chinese punctuation as well:
`**“双随机”**监管` is bold to the one who typed it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from jixiao.source import Place, Text

#: characters from start to before end, and what is printed for them
_Cut = tuple[int, int, str]

_CODE = re.compile("`+")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BRACKET = re.compile(r"!?\[|\]")
_TARGET = re.compile(r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LABEL = re.compile(r"\[([^\[\]\n]*)\]")
_RUN = re.compile(r"\*+|_+|~{2}")
_MOST_AT_ONCE = 3


def plain(text: Text, labels: frozenset[str] = frozenset()) -> Text:
    """Return a text of Markdown as it is printed; `labels` are those of links defined elsewhere."""
    taken = bytearray(len(text.value))
    cuts: list[_Cut] = []
    for find in (_codes, _escapes, _entities, _addresses, _links, _tags, _emphasis):
        for start, end, printed in find(text.value, taken, labels):
            cuts.append((start, end, printed))
            taken[start:end] = b"\1" * (end - start)
    return _without(text, sorted(cuts))


def _without(text: Text, cuts: list[_Cut]) -> Text:
    kept: list[Text] = []
    at = 0
    for start, end, printed in cuts:
        if end <= at:
            continue  # within an image that is left out as a whole
        kept.append(text.slice(at, max(start, at)))
        if printed:
            kept.append(Text.standing(printed, _place(text, start, end)))
        at = end
    return Text.join((*kept, text.slice(at))) if kept else text


def _place(text: Text, start: int, end: int) -> Place:
    return text.slice(start, end).place()


def _codes(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    """Yield the signs around code, and take what is in it, so that nothing in it is markup."""
    runs = [one.span() for one in _CODE.finditer(value)]
    following: dict[int, tuple[int, int]] = {}
    ends: dict[int, tuple[int, int]] = {}
    for start, end in reversed(runs):
        if end - start in following:
            ends[start] = following[end - start]
        following[end - start] = start, end
    behind = 0
    for start, end in runs:
        if start >= behind and start in ends:
            closing, behind = ends[start]
            taken[end:closing] = b"\1" * (closing - end)
            yield start, end, ""
            yield closing, behind, ""


def _escapes(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    for found in _ESCAPE.finditer(value):
        if not taken[found.start()]:
            yield found.start(), found.start() + 1, ""
            taken[found.end() - 1] = 1


def _entities(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    for found in _ENTITY.finditer(value):
        printed = html.unescape(found[0])
        if not taken[found.start()] and printed != found[0]:
            yield found.start(), found.end(), printed


def _addresses(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    for found in _ADDRESS.finditer(value):
        if not taken[found.start()]:
            yield found.start(), found.start() + 1, ""
            yield found.end() - 1, found.end(), ""
            taken[found.start() : found.end()] = b"\1" * len(found[0])


def _tags(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    for found in _TAG.finditer(value):
        if not taken[found.start()]:
            yield found.start(), found.end(), ""


def _links(value: str, taken: bytearray, labels: frozenset[str]) -> Iterator[_Cut]:
    """Yield what a link has beside its words, and images as a whole."""
    opened: list[re.Match[str]] = []
    for found in _BRACKET.finditer(value):
        if taken[found.start()]:
            continue
        if found[0] != "]":
            opened.append(found)
        elif opened:
            first = opened.pop()
            end = _link_end(value, first.end(), found, labels)
            is_shown = first[0] == "[" and not value.startswith("^", first.end())
            if end and not is_shown:
                yield first.start(), end, ""
            elif end:
                yield first.start(), first.end(), ""
                yield found.start(), end, ""


def _link_end(value: str, start: int, closing: re.Match[str], labels: frozenset[str]) -> int:
    """Return where a link ends whose words end at a bracket; 0 where it is no link."""
    target = _TARGET.match(value, closing.end())
    if target:
        return target.end()
    words = value[start : closing.start()].casefold()
    label = _LABEL.match(value, closing.end())
    if label and (label[1].casefold() or words) in labels:
        return label.end()
    return closing.end() if words in labels else 0


def _emphasis(value: str, taken: bytearray, _labels: frozenset[str]) -> Iterator[_Cut]:
    """Yield the signs of emphasis that have a partner (CommonMark 6.2)."""
    opened: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for found in _RUN.finditer(value):
        start, end = found.span()
        if taken[start]:
            continue
        sign = found[0][0]
        before, behind = value[max(start - 1, 0) : start], value[end : end + 1]
        within = sign == "_" and before.isalnum() and behind.isalnum()
        if before.strip() and not within:
            while start < end and opened[sign]:
                last = opened[sign][-1]
                count = min(last[1] - last[0], end - start, _MOST_AT_ONCE)
                yield last[1] - count, last[1], ""
                yield start, start + count, ""
                last[1] -= count
                start += count
                if last[0] == last[1]:
                    opened[sign].pop()
        if start < end and behind.strip() and not within:
            opened[sign].append([start, end])
