"""A template's text, one paragraph a line: where tags are found, and where findings point.

The line of a place is the number of the paragraph in its part, as it is in a Word manuscript.
Tags that docxtpl writes with a scope (`{%p`, `{%tr`) are blanked to plain Jinja of the same width,
so that Jinja's own line numbers are paragraph numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.diagnostic import Diagnostic
from jixiao.source import Place, Source
from jixiao.word import defects
from jixiao.word.opc.markup import paragraphs, text, w

TAG = re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}")
#: docxtpl takes a scope only where neither } nor % stands inside
_SCOPED = re.compile(r"(\{[{%#])(p|tr|tc|r)( [^}%#]*[}%#]\})")
_CELL = re.compile(r"\{%(\s*)(colspan|cellbg)(\s[^%]*)%\}")
_MERGE = re.compile(r"\{%\s*(?:vm|hm)\s*%\}")
_LOOSE = re.compile(r"\{\{|\{%|\}\}|%\}|\{#|#\}|｛\s*[｛{%％]|\{\s*[％｛]|[％%]\s*｝|｝\s*[｝}]")
#: Word makes straight quotes curly; inside a tag docxtpl straightens them again
_QUOTES = str.maketrans("“”‘’", "\"\"''")
#: characters of a paragraph that a message quotes
_SHOWN = 40
_SCOPES = {"p": "段落", "tr": "表格行", "tc": "单元格"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part that may hold tags: its name, what writers call it, its text, and the text's Jinja."""

    part: str
    label: str
    source: Source
    jinja: str

    def place(self, line: int, needle: str = "") -> Place:
        """Return where a name stands in a paragraph, else the paragraph's first tag, else all."""
        start = self.source.index(line, 1)
        shown = self.source.line(line)
        for tag in TAG.finditer(shown):
            if needle in tag.group():
                low = start + tag.start() + tag.group().find(needle)
                return Place(self.source, low, low + len(needle or tag.group()))
        return Place(self.source, start, start + len(shown))

    def where(self, line: int) -> str:
        """Return the part, number and text of a paragraph in words."""
        shown = self.source.line(line).strip()
        cut = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        return f"{self.label}第{line}段“{cut}”"


def sheet(part: str, label: str, name: str, root: etree._Element) -> Sheet:
    """Return a part as a sheet whose source carries the template's file name."""
    lines = (text(one).replace("\n", " ").replace("\r", " ") for one in paragraphs(root))
    content = "\n".join(lines)
    return Sheet(part, label, Source(name, content), _as_jinja(content))


def _as_jinja(content: str) -> str:
    plain = TAG.sub(lambda tag: tag.group().translate(_QUOTES), content)
    plain = _SCOPED.sub(lambda tag: tag[1] + " " * len(tag[2]) + tag[3], plain)
    plain = _CELL.sub(lambda tag: "{{" + tag[1] + " " * len(tag[2]) + tag[3] + "}}", plain)
    return _MERGE.sub(lambda tag: " " * len(tag.group()), plain)


def slips(one: Sheet, root: etree._Element) -> Iterator[Diagnostic]:
    """Yield what would vanish with a scoped tag, and what looks like a tag and is none."""
    yield from _loose(one)
    for number, paragraph in enumerate(paragraphs(root), 1):
        scoped = _SCOPED.search(text(paragraph))
        if scoped and scoped[2] in _SCOPES and _beside(paragraph, scoped):
            message = f"{one.where(number)}：标签和别的文字在同一个{_SCOPES[scoped[2]]}里"
            hint = f"{{%{scoped[2]} … %}} 所在的{_SCOPES[scoped[2]]}会整个去掉；让它独占一处"
            yield defects.SHARED.at(one.place(number), message, hint=hint)


def _beside(paragraph: etree._Element, scoped: re.Match[str]) -> bool:
    """Return whether a scope holds more than its tag; one nested in another is that one's."""
    scope: etree._Element | None = paragraph
    while scope is not None and scope.tag != w(scoped[2]):
        scope = scope.getparent()
    if scope is None:
        return False
    own = [scope] if scoped[2] == "p" else paragraphs(scope)
    return "".join(text(one) for one in own).strip() != scoped.group()


def _loose(one: Sheet) -> Iterator[Diagnostic]:
    blanked = TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag.group()), one.source.content)
    for found in _LOOSE.finditer(blanked):
        place = one.source.place(*found.span())
        message = f"{one.where(place.line)}：“{found.group()}”不是完整的标签"
        hint = "标签用半角花括号成对地写，如 {{ outline.title }}、{%p endfor %}；不要分在两段"
        yield defects.LEFTOVER.at(place, message, hint=hint)
