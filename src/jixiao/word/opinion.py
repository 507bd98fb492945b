"""审核意见 as a Word file: remarks in a table for each severity, in the looks of the report itself.

The page, the styles and the footers are those of the template; its body is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jixiao.diagnostic import SETTLED, Outcome
from jixiao.language.numeral import heading_mark
from jixiao.model.opinion import Aside, Chapter, Group, Opinion, Quote, Remark
from jixiao.model.outline import Outline
from jixiao.source import Source, Text
from jixiao.word.looks.template import FILE, open_template, take
from jixiao.word.opc.markup import PRESERVE, parse, serialise, w
from jixiao.word.opc.package import package
from jixiao.word.printing.finishing import finish

#: the template's styles, by their ids
_TITLE, _BODY, _HEADINGS = "Title", "a", ("Level1", "Level2")
_TABLE, _HEAD, _CELL, _NOTE = "ReportTable", "TableHead", "TableText", "TableNote"
#: twips of the columns: number, words, opinion, suggestion; together the width of the text
_COLUMNS = (760, 3240, 2784, 2060)
_HEADS = ("序号", "位置和原文", "意见和依据", "修改建议")
_SETTLED_HEAD = "核实说明"
_FOOT = "注：以上意见由 jixiao 按公开的规则逐条检查得出；数字以单位的原始凭证为准。"
_SIGN = "审核人：　　　　　　审核日期：　　　年　　月　　日"
_HALF_POINTS_SMALL = "21"
_RED = "C00000"
_BLACK = "黑体"


def opinion_file(opinion: Opinion, home: Path, template: str) -> Outcome[bytes | None]:
    """Return the Word file of an opinion, by the looks of a template below `home`/templates."""
    name = f"templates/{template}/{FILE}"
    taken = take(home, name)
    opened = open_template(taken.value, name) if taken.value is not None else Outcome(None)
    parts = opened.value
    if parts is None:
        return Outcome(None, (*taken.diagnostics, *opened.diagnostics))
    root = parse(next(one.content for one in parts.members if one.name == parts.main))
    _replace_body(root, opinion)
    finish(root)
    title = Text.typed(Source(name, opinion.title), 0, len(opinion.title))
    filled = parts.with_contents([(parts.main, serialise(root))])
    return Outcome(package(filled, Outline((title,), ())))


def _replace_body(root: etree._Element, opinion: Opinion) -> None:
    """Put the opinion in the place of the template's body; the section with its page stays."""
    body = next(root.iter(w("body")))
    section = body.find(w("sectPr"))
    for child in list(body):
        body.remove(child)
    body.extend(_blocks(opinion))
    if section is not None:
        body.append(section)


def _blocks(opinion: Opinion) -> Iterator[etree._Element]:
    yield _paragraph(_TITLE, _run(opinion.title))
    several = len(opinion.chapters) > 1
    for number, chapter in enumerate(opinion.chapters, 1):
        if several:
            told = heading_mark(1, number) + (chapter.title or chapter.name)
            yield _paragraph(_HEADINGS[0], _run(told))
        yield from _chapter(chapter, 2 if several else 1)
    yield _paragraph(_NOTE, _run(_FOOT))
    yield _paragraph(_BODY)
    yield _paragraph(_BODY, _run(_SIGN))


def _chapter(chapter: Chapter, level: int) -> Iterator[etree._Element]:
    dated = f"（成文日期：{chapter.dated}）" if chapter.dated else ""
    yield _paragraph(_BODY, _run(f"经审核“{chapter.name}”{dated}，{chapter.count}"))
    for number, group in enumerate(chapter.groups, 1):
        told = f"{heading_mark(level, number)}{group.label}（{len(group.remarks)}条）"
        yield _paragraph(_HEADINGS[level - 1], _run(told))
        yield _paragraph(_BODY, _run(group.advice), keep=True)
        yield _table(group)


def _table(group: Group) -> etree._Element:
    table = etree.Element(w("tbl"))
    properties = _child(table, "tblPr")
    _child(properties, "tblStyle", val=_TABLE)
    _child(properties, "tblW", w=str(sum(_COLUMNS)), type="dxa")
    _child(properties, "jc", val="center")
    _child(properties, "tblLayout", type="fixed")
    grid = _child(table, "tblGrid")
    for column in _COLUMNS:
        _child(grid, "gridCol", w=str(column))
    heads = (*_HEADS[:-1], _SETTLED_HEAD) if group.label == SETTLED else _HEADS
    table.append(_row([[_paragraph(_HEAD, _run(one))] for one in heads], is_head=True))
    for remark in group.remarks:
        table.append(_row([list(cell) for cell in _cells(remark)]))
    return table


def _row(cells: list[list[etree._Element]], *, is_head: bool = False) -> etree._Element:
    row = etree.Element(w("tr"))
    properties = _child(row, "trPr")
    _child(properties, "cantSplit")
    if is_head:
        _child(properties, "tblHeader")
    for width, paragraphs in zip(_COLUMNS, cells, strict=True):
        cell = _child(row, "tc")
        _child(_child(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        cell.extend(paragraphs or [_paragraph(_CELL)])
    return row


def _cells(remark: Remark) -> Iterator[Iterator[etree._Element]]:
    number = _paragraph(_CELL, _run(str(remark.number)))
    _child(next(number.iter(w("pPr"))), "jc", val="center")
    yield iter((number,))
    yield _words(remark)
    yield _reason(remark)
    yield (_paragraph(_CELL, _run(one)) for one in (remark.settled or remark.hint,) if one)


def _words(remark: Remark) -> Iterator[etree._Element]:
    under = f"，“{remark.heading}”下" if remark.heading else ""
    yield _paragraph(_CELL, _run(f"{remark.where}{under}", small=True))
    if remark.quote:
        yield _paragraph(_CELL, *_quote(remark.quote))
    for aside in remark.asides:
        yield _paragraph(_CELL, *_aside(aside))


def _aside(aside: Aside) -> Iterator[etree._Element]:
    told = f"（{aside.message}）" if aside.message else ""
    yield _run(f"对照{aside.where}{told}", small=True)
    if aside.quote and not aside.message:
        yield _run("：" + aside.quote.marked, small=True)


def _reason(remark: Remark) -> Iterator[etree._Element]:
    yield _paragraph(_CELL, _run(remark.name, font=_BLACK))
    yield _paragraph(_CELL, _run(remark.reason))
    basis = f"依据：{remark.basis}" if remark.basis else ""
    yield _paragraph(_CELL, _run(f"{basis}［{remark.code}］", small=True))


def _quote(quote: Quote) -> Iterator[etree._Element]:
    yield _run(quote.before)
    yield _run(quote.marked, marked=True)
    yield _run(quote.after)


def _paragraph(style: str, *runs: etree._Element, keep: bool = False) -> etree._Element:
    """Return a paragraph; one to keep stands on the page of what follows."""
    paragraph = etree.Element(w("p"))
    properties = _child(paragraph, "pPr")
    _child(properties, "pStyle", val=style)
    if keep:
        _child(properties, "keepNext")
    paragraph.extend(runs)
    return paragraph


def _run(text: str, *, marked: bool = False, small: bool = False, font: str = "") -> etree._Element:
    run = etree.Element(w("r"))
    properties = etree.Element(w("rPr"))
    if font:
        slots = dict.fromkeys(("ascii", "eastAsia", "hAnsi", "cs"), font)
        _child(properties, "rFonts", hint="eastAsia", **slots)
    if marked:
        _child(properties, "b")
        _child(properties, "color", val=_RED)
    if small:
        _child(properties, "sz", val=_HALF_POINTS_SMALL)
        _child(properties, "szCs", val=_HALF_POINTS_SMALL)
    if marked:
        _child(properties, "u", val="single")
    if len(properties):
        run.append(properties)
    shown = _child(run, "t")
    shown.text = text
    shown.set(PRESERVE, "preserve")
    return run


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Add an element of WordprocessingML and return it."""
    child = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), value)
    return child
