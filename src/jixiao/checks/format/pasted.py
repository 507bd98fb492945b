"""Family F: what stands out within running text (F215 to F216)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.faces import BODY_SIZE, Face, is_of, size_name
from jixiao.checks.format.most import by_length
from jixiao.checks.format.typeset import Typeset, body, clipped, han, stretches
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import Stretch
from jixiao.source import Place

#: Han characters of another font at least: a rare character has the font that holds it
_FEWEST = 4
#: the beginning of a paragraph that may be set off, and the characters of any words that may
_LEAD = re.compile(r"[^。：:；;！？]{1,60}[。：:；;！？]")
_SET_OFF = 40
_LATIN = re.compile("[0-9A-Za-z]")


@rule("F215", "夹着别的字体", Severity.WARNING)
def pasted_passage(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文里有几个字或者一段，字体、字号与其他正文不一样。

    **为什么**：多半是从网页、别的文件里粘贴来的，没有改成正文的样式；印出来深浅大小不一。
    段首的小标题、短句改用黑体、楷体或者加粗的，不算。

    **反例**：仿宋三号的正文中间，有一句是宋体小四号。

    **正例**：粘贴时选“只保留文本”；或者选中这一句，改用正文的样式。

    **依据**：GB/T 9704-2012 5.2.2：如无特殊说明，公文格式各要素一般用3号仿宋体字。
    """
    running = body(reading).running
    font = by_length(stretches(running), lambda one: one.east_asian.name)
    size = by_length(stretches(running), lambda one: one.size)
    if not font or not size or not is_of(font, Face.FANGSONG) or abs(size - BODY_SIZE) > 1:
        return
    found = [one for line in running for one in _odd(line, size)]
    if found:
        place, stretch = found[0]
        is_size = stretch.size != size
        look = f"{stretch.east_asian.name or ''}{size_name(stretch.size) if is_size else ''}"
        message = f"“{clipped(place.text)}”是{look}，其他正文是{font}{size_name(size)}"
        yield defect.at(
            place,
            message + counted(found),
            hint="选中这些字，改用正文的样式；以后粘贴时选“只保留文本”",
            related=further((one for one, _ in found[1:]), "这里也是"),
        )


def _odd(line: Typeset, size: int) -> Iterator[tuple[Place, Stretch]]:
    """Yield the passages of a line that are set otherwise: neighbours told as one."""
    lead = _LEAD.match(line.place.text)
    behind = line.place.start + (lead.end() if lead else 0)
    open_ones: list[Stretch] = []
    for one in line.looks.stretches:
        is_open = bool(open_ones) and not han(one.text) and one.size == open_ones[-1].size
        if is_open or _is_odd(one, size, behind):
            open_ones.append(one)
            continue
        yield from _passage(open_ones, size)
        open_ones = []
    yield from _passage(open_ones, size)


def _passage(stretches: list[Stretch], size: int) -> Iterator[tuple[Place, Stretch]]:
    if not stretches:
        return
    first, last = stretches[0], stretches[-1]
    is_size = any(one.size != size for one in stretches)
    length = sum(len(one.text.strip()) if is_size else han(one.text) for one in stretches)
    if length >= (2 if is_size else _FEWEST):
        yield first.place.source.place(first.place.start, last.place.end), first


def _is_odd(one: Stretch, size: int, lead_end: int) -> bool:
    """Return whether a stretch is set otherwise than the text, and not to set it off."""
    if not one.text.strip():
        return False
    if one.size != size:
        return True
    name = one.east_asian.name
    if not han(one.text) or not name or is_of(name, Face.FANGSONG):
        return False
    is_short = len(one.text) <= _SET_OFF
    is_set_off = is_short and (is_of(name, Face.KAITI) or is_of(name, Face.HEITI))
    return not is_set_off and one.place.end > lead_end


@rule("F216", "主题字体", Severity.WARNING)
def theme_fonts(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """字体没有写明，跟着 Office 的主题走。

    **为什么**：换一台电脑、换一个主题，或者在 WPS 里打开，主题字体就变成别的字体；
    数字常常印成等线、Calibri，与仿宋不协调。只是数字、英文这样的，提请核实。

    **反例**：西文字体是“+西文正文”，数字印成 Calibri。

    **正例**：中文字体写明仿宋_GB2312，西文字体写明 Times New Roman 或者仿宋_GB2312。

    **依据**：ISO/IEC 29500-1 17.3.2.26（主题字体优先于写明的字体）；GB/T 9704-2012 5.2.2。
    """
    lines = body(reading).text
    # A font that is wrong anyway is told of as such.
    themed = [one for one in stretches(lines) if han(one.text) and _is_right_by_theme(one)]
    latin = [one for one in stretches(lines) if one.ascii.is_themed and _LATIN.search(one.text)]
    if themed:
        message = f"字体“{themed[0].east_asian.name}”是主题字体，没有写明{counted(themed)}"
        yield defect.at(themed[0].place, message, hint="把样式的中文字体写明为仿宋_GB2312等")
    elif latin:
        found = latin[0]
        message = f"数字、英文的字体“{found.ascii.name}”是主题字体，没有写明{counted(latin)}"
        hint = "把样式的西文字体写明为Times New Roman，或者与中文一样"
        yield defect.at(found.place, message, hint=hint, severity=Severity.QUESTION)


def _is_right_by_theme(one: Stretch) -> bool:
    is_right = any(is_of(one.east_asian.name, face) for face in Face)
    return one.east_asian.is_themed and is_right
