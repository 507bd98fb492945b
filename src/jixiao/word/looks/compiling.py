"""A template compiled once: its parts, and each sheet as Jinja, in plain text and in XML.

docxtpl's dialect (`{%p`, `{%tr`, tags that Word has split over runs) is read by docxtpl itself.
A sheet is also compiled as plain text, a paragraph a line: mistakes are found there first, where
a line number is a paragraph's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2
from docxtpl import DocxTemplate
from jinja2 import nodes
from lxml import etree

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.word import defects
from jixiao.word.looks.sandbox import FILTERS, TemplateEnvironment, forbidden, unknown_filter
from jixiao.word.looks.sheet import TAG, Sheet, sheet, slips
from jixiao.word.looks.template import open_template
from jixiao.word.opc.markup import parse
from jixiao.word.opc.parts import SHEETS, Parts


@dataclass(frozen=True, slots=True)
class CompiledSheet:
    """A sheet ready to be filled."""

    sheet: Sheet
    #: the names that the sheet itself gives, in `for` and `set`
    names: tuple[str, ...]
    plain: jinja2.Template
    xml: jinja2.Template


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled any number of times."""

    name: str
    parts: Parts
    sheets: tuple[CompiledSheet, ...]


def compile_template(content: bytes, name: str) -> Outcome[Template | None]:
    """Return a template from its file's bytes, or everything that is wrong with it."""
    opened = open_template(content, name)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    environment = TemplateEnvironment()
    made = [_compile(environment, one, root) for one, root in _sheets(opened.value, name)]
    diagnostics = tuple(found for one in made for found in one.diagnostics)
    if diagnostics:
        return Outcome(None, diagnostics)
    sheets = tuple(one.value for one in made if one.value)
    return Outcome(Template(name, opened.value, sheets))


def _sheets(parts: Parts, name: str) -> Iterator[tuple[Sheet, etree._Element]]:
    for part in parts.members:
        if part.kind in SHEETS:
            root = parse(part.content)
            yield sheet(part.name, SHEETS[part.kind], name, root), root


def _compile(
    environment: TemplateEnvironment, one: Sheet, root: etree._Element
) -> Outcome[CompiledSheet | None]:
    found = tuple(slips(one, root))
    if found:
        return Outcome(None, found)
    try:
        tree = environment.parse(one.jinja)
    except jinja2.TemplateSyntaxError as error:
        return Outcome(None, (_syntax(one, error),))
    banned, strange = forbidden(tree), unknown_filter(tree)
    if banned:
        return Outcome(None, (_banned(one, banned.lineno),))
    if strange:
        return Outcome(None, (_no_filter(one, strange),))
    try:
        plain = environment.from_string(one.jinja)
        xml = environment.from_string(_dialect(root))
    except jinja2.TemplateSyntaxError as error:
        return Outcome(None, (_tangled(one, error),))
    return Outcome(CompiledSheet(one, _names(tree), plain, xml))


def _dialect(root: etree._Element) -> str:
    """Return a part as docxtpl prepares it for Jinja; no document is loaded for that."""
    patched: str = DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))
    return patched


def _names(tree: nodes.Template) -> tuple[str, ...]:
    given = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    return tuple(sorted(given))


def _banned(one: Sheet, line: int) -> Diagnostic:
    message = f"{one.where(line)}：这个标签在版式里不许使用"
    hint = "版式不能引用别的文件，也不能关掉字符转义；删去这个标签"
    return defects.FORBIDDEN.at(one.place(line), message, hint=hint)


def _tangled(one: Sheet, error: jinja2.TemplateSyntaxError) -> Diagnostic:
    """Return what to say where the tags read well as text and do not once in their XML."""
    message = f"{one.label}里的标签跨越了段落、单元格或文本框的边界（{error.message}）"
    hint = "整段用 {%p … %}，整行用 {%tr … %}，整格用 {%tc … %}，开始和结束写在同一层"
    return defects.STRUCTURE.at(one.place(1), message, hint=hint)


def _syntax(one: Sheet, error: jinja2.TemplateSyntaxError) -> Diagnostic:
    said = error.message or ""
    pairing = _unmatched(one) if _PAIRING.search(said) else None
    line, words = pairing or (error.lineno, _explain(said))
    return defects.SYNTAX.at(one.place(line), f"{one.where(line)}：{words}", hint=_PAIRS)


def _no_filter(one: Sheet, found: nodes.Filter) -> Diagnostic:
    message = f"{one.where(found.lineno)}：没有“{found.name}”这个过滤器"
    hint = f"可用的过滤器：{'、'.join(FILTERS)}"
    return defects.SYNTAX.at(one.place(found.lineno, found.name), message, hint=hint)


_PAIRS = "每个 for 有 endfor，每个 if 有 endif；名称和符号都用半角；写法见 docs/templates.md"
_PAIRING = re.compile(r"unknown tag '(?:end|el)|end of template")
_EXPLAINED = (
    (r"unknown tag '(else|elif)'", "多出来一个 {}，前面没有与它成对的 if"),
    (r"unknown tag '(.+?)'", "没有“{}”这种标签"),
    (r"Unexpected end of template", "标签没有写完"),
    (r"end of print statement', got '(.+?)'", "“{}”放得不对，花括号里只写一个名称"),
    (r"unexpected char '(.+?)'", "不认识字符“{}”"),
    (r"unexpected '(.+?)'", "“{}”放得不对"),
    (r"expected token '(.+?)', got '(.+?)'", "这里该是 {}，却是“{}”"),
    (r"[Ee]xpected an expression, got", "标签里缺了名称"),
)


def _explain(message: str) -> str:
    for pattern, words in _EXPLAINED:
        found = re.search(pattern, message)
        if found:
            return words.format(*found.groups())
    return f"标签写得不对（{message}）"


_STATEMENT = re.compile(r"\{%[-+]?\s*(\w+)")
_OPENING = frozenset({"for", "if", "macro", "call", "filter", "with", "autoescape"})


def _unmatched(one: Sheet) -> tuple[int, str] | None:
    """Return the first tag that is opened and never closed, or the other way: where, and words."""
    open_tags: list[tuple[str, int]] = []
    for line, word in _statements(one):
        if word in _OPENING:
            open_tags.append((word, line))
        elif word.startswith("end") and word[3:] in _OPENING:
            if not open_tags:
                return line, f"多出来一个 {word}，前面没有与它成对的标签"
            if open_tags[-1][0] != word[3:]:
                break
            open_tags.pop()
    if not open_tags:
        return None
    word, line = open_tags[-1]
    return line, f"{word} 没有结束的标签"


def _statements(one: Sheet) -> Iterator[tuple[int, str]]:
    for line, shown in enumerate(one.jinja.split("\n"), 1):
        for tag in TAG.finditer(shown):
            found = _STATEMENT.match(tag.group())
            if found:
                yield line, found[1]
