"""Traces of numbering: what an item may be numbered with, in ways that the marks do not know.

A mark that seems to be missing is often there in another guise: `三 、`, `⑶`, `其三`, `3 预算`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.language import numeral
from jixiao.language.mark import MarkKind
from jixiao.language.script import HAN

_HAN = "[一二三四五六七八九十]{1,3}"
_BRACKETED = re.compile(rf"[（(]\s?({_HAN})\s?[）)]|([㈠-㈩])")
#: at the beginning of a line: 三 、 三） 第三部分
_HEADING = re.compile(rf"\s*第?({_HAN})\s?(?:[、.．，,：:）)\s]|部分|章|节)")
#: at the beginning of a clause: 3. 3、 （3） 3) -- or right behind the words of a heading
_ARABIC = re.compile(
    r"(?:^|(?<=[\s。；;：:！？，,（(]))([0-9]{1,2})\s?[.．、)）](?![0-9])|([⑴-⒇⒈-⒛①-⑳１-９])"
    rf"|(?<=[{HAN}”）》])([0-9]{{1,2}})[.．、](?=[{HAN}“《])"
)
_LINE_NUMBER = re.compile(r"\s*([0-9]{1,2})(?![0-9.．%年月日])")
_ITEM = re.compile(rf"[第其]?({_HAN})(?:[、）)，]|是|要|则|来|方面|个是)|[第其]({_HAN})")
#: words that count without a number: any number may be meant
_UNCOUNTED = re.compile("首先|其次|再次|再者|另外|此外|最后|一方面|另一方面|还有")
_GLYPHS = ("㈠", "⑴", "⒈", "①", "１")


def is_traced(number: int, kind: MarkKind, lines: Iterator[str]) -> bool:
    """Return whether a number may stand somewhere in these lines as that of an item."""
    return any(number in _numbers(kind, line) for line in lines)


def _numbers(kind: MarkKind, line: str) -> Iterator[int]:
    """Yield the numbers; for words that count without one, every number up to ninety-nine."""
    match kind:
        case MarkKind.PART:
            yield from _first(_HEADING, line)
        case MarkKind.SECTION:
            yield from _found(_BRACKETED, line)
            yield from _first(_HEADING, line)
        case MarkKind.POINT | MarkKind.SUBPOINT | MarkKind.CIRCLED:
            yield from _found(_ARABIC, line)
            yield from _first(_LINE_NUMBER, line)
        case _:
            yield from _found(_ITEM, line)
            yield from _found(_BRACKETED, line)
            yield from _found(_ARABIC, line)
            if _UNCOUNTED.search(line):
                yield from range(1, 100)


def _found(pattern: re.Pattern[str], line: str) -> Iterator[int]:
    for found in pattern.finditer(line):
        yield _number(next(one for one in found.groups() if one))


def _first(pattern: re.Pattern[str], line: str) -> Iterator[int]:
    found = pattern.match(line)
    if found:
        yield _number(found[1])


def _number(written: str) -> int:
    if "0" <= written[0] <= "9":
        return int(written)
    for first in _GLYPHS:
        if 0 <= ord(written[0]) - ord(first) < 20:  # noqa: PLR2004 -- twenty glyphs at most
            return ord(written[0]) - ord(first) + 1
    return numeral.number(written) or 0
