"""审核意见 as a Word file: remarks in a table for each severity, in the looks of the report itself.

The page, the styles and the footers are those of the template; its body is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jixiao.diagnostic import SETTLED, Outcome
from jixiao.language.numeral import heading_mark
from jixiao.model.opinion import Aside, Chapter, Group, Opinion, Remark
from jixiao.model.outline import Outline
from jixiao.source import Source, Text
from jixiao.word.looks.template import FILE, open_template, take
from jixiao.word.opc.markup import PRESERVE, parse, serialise, w
from jixiao.word.opc.package import package
from jixiao.word.printing.finishing import finish

#: the template's styles, by their ids
_TITLE, _BODY, _HEADINGS = "Title", "a", ("Level1", "Level2")
_TABLE, _HEAD, _CELL, _NOTE = "ReportTable", "TableHead", "TableText", "TableNote"
#: twips of the columns: number, words, opinion; together the width of the text
_COLUMNS = (800, 2694, 5350)
_HEADS = ("序号", "位置和原文", "意见和修改建议")
_SETTLED_HEAD = "意见和核实说明"
_FOOT = "注：以上意见由 jixiao 按公开的规则逐条检查得出；数字以单位的原始凭证为准。"
_SIGN = "审核人：　　　　　　审核日期：　　　年　　月　　日"
#: half-points of 四号, 小四 and 五号, and the twips of a line in each
_LARGE, _MIDDLE, _SMALL = ("28", "480"), ("24", "400"), ("21", "262")
#: twips between the title, a table, and what follows them
_AFTER_TITLE, _AROUND_HEADING = "160", "80"
#: twips within a cell, at its sides and above and below its text
_SIDE, _EDGE = "80", "17"
_RED = "C00000"
_BLACK, _SONG = "黑体", "宋体"


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
    yield _paragraph(_TITLE, _run(opinion.title), after=_AFTER_TITLE)
    several = len(opinion.chapters) > 1
    for number, chapter in enumerate(opinion.chapters, 1):
        if several:
            told = heading_mark(1, number) + (chapter.title or chapter.name)
            yield _paragraph(_HEADINGS[0], _run(told, _LARGE), size=_LARGE, keep=True)
        yield from _chapter(chapter, 2 if several else 1)
    yield _paragraph(_NOTE, _run(_FOOT, _SMALL), size=_SMALL, keep=True)
    yield _paragraph(_BODY, _run(_SIGN, _MIDDLE), size=_MIDDLE, before=_AFTER_TITLE)


def _chapter(chapter: Chapter, level: int) -> Iterator[etree._Element]:
    dated = f"（成文日期：{chapter.dated}）" if chapter.dated else ""
    told = f"经审核“{chapter.name}”{dated}，{chapter.count}"
    yield _paragraph(_BODY, _run(told, _MIDDLE), size=_MIDDLE)
    for number, group in enumerate(chapter.groups, 1):
        head = _run(f"{heading_mark(level, number)}{group.label}（{group.count}条）", _LARGE)
        advice = _run(f"　{group.advice}", _SMALL, font=_SONG)
        style = _HEADINGS[level - 1]
        space = _AROUND_HEADING
        yield _paragraph(style, head, advice, size=_LARGE, before=space, keep=True)
        yield _table(group)
    yield from _bases(chapter)


def _bases(chapter: Chapter) -> Iterator[etree._Element]:
    """Yield what the rules rest on, each told once, in one paragraph below the tables."""
    if not chapter.bases:
        return
    runs = [_run("审核依据　", _SMALL, font=_BLACK)]
    last = len(chapter.bases)
    for number, one in enumerate(chapter.bases, 1):
        runs.append(_run(one.rules, _SMALL, font=_SONG))
        runs.append(_run(f"：{one.told}{'。' if number == last else '；'}", _SMALL))
    yield _paragraph(_NOTE, *runs, size=_SMALL, before=_AROUND_HEADING)


def _table(group: Group) -> etree._Element:
    table = etree.Element(w("tbl"))
    properties = _child(table, "tblPr")
    _child(properties, "tblStyle", val=_TABLE)
    _child(properties, "tblW", w=str(sum(_COLUMNS)), type="dxa")
    _child(properties, "jc", val="center")
    _child(properties, "tblLayout", type="fixed")
    margins = _child(properties, "tblCellMar")
    for side, width in (("top", _EDGE), ("left", _SIDE), ("bottom", _EDGE), ("right", _SIDE)):
        _child(margins, side, w=width, type="dxa")
    grid = _child(table, "tblGrid")
    for column in _COLUMNS:
        _child(grid, "gridCol", w=str(column))
    heads = (*_HEADS[:-1], _SETTLED_HEAD) if group.label == SETTLED else _HEADS
    table.append(_head([_paragraph(_HEAD, _run(one, _SMALL), size=_SMALL) for one in heads]))
    table.extend(_row(remark, group.label) for remark in group.remarks)
    return table


def _head(cells: list[etree._Element]) -> etree._Element:
    row = etree.Element(w("tr"))
    properties = _child(row, "trPr")
    _child(properties, "cantSplit")
    _child(properties, "tblHeader")
    for width, paragraph in zip(_COLUMNS, cells, strict=True):
        _cell(row, width, [paragraph])
    return row


def _row(remark: Remark, label: str) -> etree._Element:
    row = etree.Element(w("tr"))
    numbers = [
        _paragraph(_CELL, _run(one, _SMALL, font=_SONG), size=_SMALL, jc="center")
        for one in (remark.numbers, remark.code)
    ]
    cells = (numbers, list(_words(remark)), list(_opinion(remark, label)))
    for width, paragraphs in zip(_COLUMNS, cells, strict=True):
        _cell(row, width, paragraphs)
    return row


def _cell(row: etree._Element, width: int, paragraphs: list[etree._Element]) -> None:
    cell = _child(row, "tc")
    _child(_child(cell, "tcPr"), "tcW", w=str(width), type="dxa")
    cell.extend(paragraphs)


def _words(remark: Remark) -> Iterator[etree._Element]:
    for spot in remark.spots:
        under = f"（{spot.heading}）" if spot.heading else ""
        runs = [_run(f"{spot.where}{under}", _SMALL, font=_SONG)]
        if spot.quote:
            runs.append(_run("：" + spot.quote.before, _SMALL))
            runs.append(_run(spot.quote.marked, _SMALL, marked=True))
            runs.append(_run(spot.quote.after, _SMALL))
        yield _paragraph(_CELL, *runs, size=_SMALL)


def _opinion(remark: Remark, label: str) -> Iterator[etree._Element]:
    """Yield the reason with what it is compared with, and behind it the way out."""
    beside = f"（对照{'；'.join(map(_aside, remark.asides))}）" if remark.asides else ""
    runs = [_run(remark.reason + beside, _SMALL)]
    told = remark.settled or remark.hint
    if told:
        runs[0] = _run(f"{remark.reason}{beside}。", _SMALL)
        runs.append(_run("说明：" if label == SETTLED else "建议：", _SMALL, font=_BLACK))
        runs.append(_run(told, _SMALL))
    yield _paragraph(_CELL, *runs, size=_SMALL)


def _aside(aside: Aside) -> str:
    told = aside.message or aside.words
    return f"{aside.where}：{told}" if told else aside.where


def _paragraph(
    style: str,
    *runs: etree._Element,
    size: tuple[str, str] | None = None,
    before: str = "0",
    after: str = "0",
    keep: bool = False,
    jc: str = "",
) -> etree._Element:
    """Return a paragraph; one to keep stands on the page of what follows."""
    paragraph = etree.Element(w("p"))
    properties = _child(paragraph, "pPr")
    _child(properties, "pStyle", val=style)
    if keep:
        _child(properties, "keepNext")
    spacing = {"before": before, "after": after}
    if size:
        spacing |= {"line": size[1], "lineRule": "exact"}
    _child(properties, "spacing", **spacing)
    if jc:
        _child(properties, "jc", val=jc)
    paragraph.extend(runs)
    return paragraph


def _run(
    text: str, size: tuple[str, str] | None = None, *, marked: bool = False, font: str = ""
) -> etree._Element:
    run = etree.Element(w("r"))
    properties = etree.Element(w("rPr"))
    if font:
        slots = dict.fromkeys(("ascii", "eastAsia", "hAnsi", "cs"), font)
        _child(properties, "rFonts", hint="eastAsia", **slots)
    if marked:
        _child(properties, "b")
        _child(properties, "color", val=_RED)
    if size:
        _child(properties, "sz", val=size[0])
        _child(properties, "szCs", val=size[0])
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
