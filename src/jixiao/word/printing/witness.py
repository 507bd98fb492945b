"""What the YAML says is never dropped: an outline's texts looked for in the file that was made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jixiao.diagnostic import Diagnostic, Related
from jixiao.model.outline import Attachment, Block, Heading, Outline, Table
from jixiao.source import Place, Text
from jixiao.word import defects
from jixiao.word.opc.markup import paragraphs, text

#: Char of XML 1.0, and no carriage return, which XML turns into a line feed
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: characters of a text that a message quotes
_SHOWN = 20
_GUIDE = "版式里可用的名称见 docs/templates.md；自带的“五部分”版式都印了"


def illegal(outline: Outline) -> Iterator[Diagnostic]:
    """Yield each character that no Word file can hold."""
    for one in _texts(outline):
        for found in _ILLEGAL.finditer(one.value):
            message = f"字符 U+{ord(found.group()):04X} 不能写进 Word 文件"
            place = one.place(*found.span())
            yield defects.CHARACTER.at(place, message, hint="删去它，重新输入前后两个字")


def dropped(outline: Outline, root: etree._Element, template: Place) -> Iterator[Diagnostic]:
    """Yield each part of the outline that the body does not have, or has in another order."""
    printed = _squeezed("".join(text(one) for one in paragraphs(root)))
    all_texts = [_squeezed(one.value) for one in _texts(outline)]
    for name, tag, texts in _parts(outline):
        missing = _first_missing(texts, printed) or _borrowed(texts, printed, all_texts)
        if missing is not None:
            cut = len(missing) > _SHOWN
            words = missing.value[: _SHOWN - 1] + "…" if cut else missing.value
            message = f"版式没有按原样、原顺序印出{name}：“{words}”"
            hint = f"在版式里印出 {tag}；{_GUIDE}"
            related = (Related(missing.place(), "没有印出的内容"),)
            yield defects.DROPPED.at(template, message, hint=hint, related=related)


def _first_missing(texts: Iterable[Text | str], printed: str) -> Text | None:
    """Return the first text that does not follow the ones before it; marks must stand as well."""
    position = 0
    mark_missing = False
    for one in texts:
        wanted = _squeezed(str(one))
        found = printed.find(wanted, position)
        if isinstance(one, str):
            mark_missing = found < 0
        elif found < 0 or mark_missing:
            return one
        position = max(found, 0) + len(wanted) if found >= 0 else position
    return None


def _borrowed(texts: tuple[Text | str, ...], printed: str, all_texts: list[str]) -> Text | None:
    """Return a lone text that is only printed as part of others: the name in the title, say."""
    alone = texts[0] if len(texts) == 1 else ""
    if not isinstance(alone, Text):
        return None
    wanted = _squeezed(alone.value)
    needed = sum(one.count(wanted) for one in all_texts) if wanted else 0
    return alone if printed.count(wanted) < needed else None


def _squeezed(shown: str) -> str:
    """Return text without blanks: a layout may set a tab where the outline has nothing."""
    return "".join(shown.split())


def _parts(outline: Outline) -> Iterator[tuple[str, str, tuple[Text | str, ...]]]:
    """Yield what must be printed: its name, the template's tag for it, its texts in order."""
    yield "标题", "outline.title", outline.title
    blocks = (piece for block in outline.blocks for piece in _pieces(block))
    yield "正文", "outline.blocks", tuple(blocks)
    for one in outline.attachments:
        yield f"{one.label}的标题", "attachment.title", (one.title,)
        yield f"{one.label}的表格", "attachment.columns、rows、total", tuple(_cells(one))
    if outline.signature:
        yield "署名", "outline.signature", (outline.signature,)
    if outline.date:
        yield "成文日期", "outline.date", (outline.date,)


def _pieces(block: Block) -> tuple[Text | str, ...]:
    if isinstance(block, Table):
        return tuple(cell for row in block.rows for cell in row)
    own = block.title if isinstance(block, Heading) else block.text
    return (block.mark.value, own) if block.mark else (own,)


def _cells(one: Attachment) -> Iterator[Text]:
    yield from one.columns
    for row in one.rows:
        yield from row
    yield from one.total


def _texts(outline: Outline) -> Iterator[Text]:
    for _, _, texts in _parts(outline):
        yield from (one for one in texts if isinstance(one, Text))
