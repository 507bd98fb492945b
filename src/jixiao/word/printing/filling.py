"""A compiled template filled with an outline: its sheets run, their XML parsed again."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from types import TracebackType

import jinja2
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError
from lxml import etree

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.word import defects
from jixiao.word.looks.compiling import CompiledSheet
from jixiao.word.looks.sandbox import NotText, UnknownName
from jixiao.word.opc.markup import MarkupError, parse
from jixiao.word.printing.view import OutlineView

#: no report is near this; a template that loops over itself soon is
MOST_CHARACTERS = 8_000_000
#: what a template's own expressions may raise while they run
_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
    RecursionError,
)


class _TooLong(ValueError):
    """A template prints without end."""


def fill(one: CompiledSheet, outline: OutlineView) -> Outcome[etree._Element | None]:
    """Return a sheet's XML with the outline in it, or what its tags do wrong."""
    try:
        _run(one.plain, outline)
    except _FAULTS as error:
        return Outcome(None, (_told(one, error),))
    try:
        return Outcome(parse(_listing(_run(one.xml, outline))))
    except (*_FAULTS, MarkupError):
        message = f"{one.sheet.label}里的标签打乱了文档的结构，生成的文件 Word 打不开"
        hint = "整段用 {%p … %}，整行用 {%tr … %}，整格用 {%tc … %}，开始和结束写在同一层"
        place = one.sheet.place(1)
        return Outcome(None, (defects.STRUCTURE.at(place, message, hint=hint),))


def _run(template: jinja2.Template, outline: OutlineView) -> str:
    pieces: list[str] = []
    length = 0
    for piece in template.generate(outline=outline):
        pieces.append(piece)
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise _TooLong("印出的内容没完没了")
    return "".join(pieces)


def _listing(xml: str) -> bytes:
    """Return XML whose tabs and line feeds in text are Word's own, by docxtpl."""
    listed: str = DocxTemplate("").resolve_listing(xml)
    return listed.encode()


def _told(one: CompiledSheet, error: Exception) -> Diagnostic:
    line = _line(error.__traceback__)
    if isinstance(error, UnknownName):
        return _unknown(one, error, line)
    where = one.sheet.where(line)
    place = one.sheet.place(line)
    if isinstance(error, SecurityError):
        hint = "标签里只用 outline 的内容、for、if 和列出的过滤器，见 docs/templates.md"
        return defects.FORBIDDEN.at(place, f"{where}：这种写法在版式里不许使用", hint=hint)
    if isinstance(error, NotText):
        hint = "一组内容用 {%p for … %} 逐个印，或者用 join 连起来"
        return defects.FAILED.at(place, f"{where}：{error}", hint=hint)
    message = f"{where}：标签算不出来（{error}）"
    return defects.FAILED.at(place, message, hint="文字不能当数来算；只印内容，不做计算")


def _unknown(one: CompiledSheet, error: UnknownName, line: int) -> Diagnostic:
    known = error.known or ("outline", *one.names)
    message = f"{one.sheet.where(line)}：没有“{error.name}”这个名称"
    place = one.sheet.place(line, error.name)
    return defects.UNKNOWN.at(place, message, hint=_nearest(error.name, known))


def _nearest(name: str, known: Iterable[str]) -> str:
    names = tuple(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"是不是“{near[0]}”？" if near else f"可用的名称：{'、'.join(names)}"


def _line(traceback: TracebackType | None) -> int:
    """Return the last line of the template that an error passed through; 1 if none."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
