"""The grammar of citations in prose: `【名】`, `【名.部】`, `【名|滤】`, `【【` for a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.language.mistake import Mistake, MistakeKind

_OPEN, _CLOSE = "【", "】"
_TOKEN = re.compile(
    r"【【|】】|【(?P<inner>[^【】\n]*)】|(?P<nested>【[^【】\n。]{0,40}【[^【】\n。]{0,40}】[^【】\n。]{0,40}】)"
    r"|【|】"
)
_WIDE = str.maketrans("．。｜", "..|")
#: what of an unclosed citation is shown: up to the first mark that no name holds
_REST = re.compile(r"【[^【】，。；：、！？（）\s]{0,30}")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that stands for itself; `【【` and `】】` are resolved to one bracket."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """A name to look up, with a part of it and a filter where they are given."""

    name: str
    part: str = ""
    filter: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def __str__(self) -> str:
        part = f".{self.part}" if self.part else ""
        filtered = f"|{self.filter}" if self.filter else ""
        return f"{_OPEN}{self.name}{part}{filtered}{_CLOSE}"


Parts = tuple[Literal | Citation, ...]


def parse(text: str) -> tuple[Parts, tuple[Mistake, ...]]:
    """Return the literals and citations of a text in order, and the mistakes in it.

    It never fails: a broken citation is kept as a literal.
    """
    parts: list[Literal | Citation] = []
    mistakes: list[Mistake] = []
    for part in _scan(text):
        if isinstance(part, Mistake):
            mistakes.append(part)
            parts.append(Literal(text[part.start : part.end], part.start, part.end))
        else:
            parts.append(part)
    return tuple(parts), tuple(mistakes)


def _scan(text: str) -> Iterator[Literal | Citation | Mistake]:
    """Yield the parts of a text one after the other; together they cover all of it."""
    at = 0
    while at < len(text):
        found = _TOKEN.search(text, at)
        if found is None:
            yield Literal(text[at:], at, len(text))
            return
        if found.start() > at:
            yield Literal(text[at : found.start()], at, found.start())
        part = _part(text, found)
        yield part
        at = part.end


def _part(text: str, found: re.Match[str]) -> Literal | Citation | Mistake:
    start, end = found.span()
    if found[0] in {_OPEN * 2, _CLOSE * 2}:
        return Literal(found[0][0], start, end)
    if found["inner"] is not None:
        return _citation(found["inner"], start, end)
    if found[0] == _CLOSE:
        message = "多了一个】，前面没有与它成对的【"
        return Mistake(start, end, MistakeKind.STRAY_CLOSE, message, "删去它；要印出】就写】】")
    if found["nested"]:
        message = f"“{found[0]}”是引用里又套引用"
        return Mistake(start, end, MistakeKind.NESTED, message, "一对【】里只写一个名称")
    rest = _REST.match(text, start)
    stop = rest.end() if rest else end
    message = f"“{text[start:stop]}”缺少右括号】"
    return Mistake(start, stop, MistakeKind.UNCLOSED, message, "补上】；要印出【就写【【")


def _citation(inner: str, start: int, end: int) -> Citation | Mistake:
    narrow = inner.translate(_WIDE)
    if narrow != inner:
        message = f"引用“{_OPEN}{inner}{_CLOSE}”里有全角的点或竖线"
        hint = f"改成{_OPEN}{narrow}{_CLOSE}"
        return Mistake(start, end, MistakeKind.FULL_WIDTH, message, hint)
    head, bar, filtered = inner.partition("|")
    name, dot, part = head.partition(".")
    pieces = [name.strip(), part.strip(), filtered.strip()]
    if not pieces[0] or (dot and not pieces[1]) or (bar and not pieces[2]):
        message = f"引用“{_OPEN}{inner}{_CLOSE}”不完整"
        return Mistake(start, end, MistakeKind.EMPTY, message, "写成【名称】或【名称.完成率】")
    if "|" in pieces[2] or "." in pieces[1]:
        message = f"引用“{_OPEN}{inner}{_CLOSE}”看不懂"
        return Mistake(start, end, MistakeKind.SYNTAX, message, "写成【名称】或【名称.完成率】")
    return Citation(pieces[0], pieces[1], pieces[2], start, end)


def show(parts: Parts) -> str:
    """Return the text that parses to these parts."""
    return "".join(_escaped(one.text) if isinstance(one, Literal) else str(one) for one in parts)


def _escaped(text: str) -> str:
    return text.replace(_OPEN, _OPEN * 2).replace(_CLOSE, _CLOSE * 2)
