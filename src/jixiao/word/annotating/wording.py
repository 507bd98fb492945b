"""What a comment says: the finding and its rule, what to do, the other places it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.diagnostic import Diagnostic
from jixiao.excerpt import excerpts, visible, words
from jixiao.source import Place

#: columns of the words quoted
_QUOTED = 32


def paragraphs(found: Diagnostic, *, is_exact: bool) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a comment: what begins each in bold, and its text.

    Where the comment does not bracket the very words (`is_exact`), it says which are meant.
    """
    yield f"{found.severity.label}[{found.code}]", f"：{visible(found.message)}"
    meant = "" if is_exact else _quoted(found.place)
    if meant:
        yield "", f"所指文字：{_address(found.place)}{meant}"
    if found.hint:
        yield "", f"建议：{visible(found.hint)}"
    for told in _others(found):
        yield "", told


def _others(found: Diagnostic) -> Iterator[str]:
    """Yield the other places, those with the same words of which the same is said as one."""
    alike: dict[tuple[str, str, str], dict[str, None]] = {}
    for one in found.related:
        is_own = one.place.source.content == found.place.source.content
        file = "" if is_own else visible(one.place.file)
        key = file, _quoted(one.place), visible(one.message)
        alike.setdefault(key, {})[_where(one.place)] = None
    for (file, quoted, message), places in alike.items():
        where = "、".join(one for one in places if one)
        yield f"另见{file}{where}{quoted}" + (f"：{message}" if message else "")


def _where(place: Place) -> str:
    return visible(place.told) if place.source.content else ""


def _address(place: Place) -> str:
    return visible(place.address)


def _quoted(place: Place) -> str:
    shown = words(excerpts(place, _QUOTED)) if place.text.strip() else ""
    return f"“{shown}”" if shown else ""
