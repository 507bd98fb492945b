"""Family F: page numbers (F203 to F205)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.faces import PAGE_NUMBER_SIZE, size_name
from jixiao.checks.format.typeset import body, layout, top
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import PageNumber

#: characters of a full page: 22 lines of 28
_PAGE = 22 * 28
_IN_DASHES = re.compile(r"\s*[—―–－─‐―-]+\s*1\s*[—―–－─‐―-]+\s*")
_OUTSIDE = frozenset({"outside", "both"})


def _numbers(reading: Reading) -> list[PageNumber]:
    """Return the page numbers of the sections that the report's own text stands in."""
    found = layout(reading)
    used = {one.looks.section for one in body(reading).text}
    sections = () if found is None else found.sections
    kept = (one for at, one in enumerate(sections) if at in used)
    return list(dict.fromkeys(number for one in kept for number in one.page_numbers))


@rule("F203", "没有页码", Severity.WARNING)
def no_page_number(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里没有页码。

    **为什么**：报告要打印、装订、盖章，少一页、错一页没有页码就看不出来。

    **反例**：十几页的报告，页脚是空的。

    **正例**：页脚里插入页码，样子是“— 1 —”，单页居右、双页居左。

    **依据**：GB/T 9704-2012 7.5：页码编排在公文版心下边缘之下，数字左右各放一条一字线。
    """
    found = layout(reading)
    length = sum(len(one.place.text) for one in body(reading).text)
    if found is not None and length > _PAGE and not any(one.page_numbers for one in found.sections):
        hint = "插入—页码，样子选“— 1 —”；用“域”插入，不要手打"
        yield defect.at(top(reading), "页眉、页脚里没有页码", hint=hint)


@rule("F204", "没有一字线的页码", Severity.WARNING)
def bare_page_number(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """页码的左右没有一字线，或者写成“第几页 共几页”。

    **为什么**：公文的页码有统一的样子；光秃的数字容易与表格、脚注里的数字混在一起。

    **反例**：页脚是“1”或者“第1页 共12页”。

    **正例**：页脚是“— 1 —”。

    **依据**：GB/T 9704-2012 7.5：一般用4号半角宋体阿拉伯数字，数字左右各放一条一字线。
    """
    bare = [one for one in _numbers(reading) if not _IN_DASHES.fullmatch(one.text)]
    if bare:
        shown = bare[0].text.strip().replace("?", "12")
        hint = "在页脚里页码的左右各加一条一字线：— 1 —"
        yield defect.at(top(reading), f"页码的样子是“{shown}”，左右没有一字线", hint=hint)


@rule("F205", "页码的位置和字号", Severity.QUESTION)
def page_number_place(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """页码没有单页居右、双页居左，或者不是四号字。

    **为什么**：双面印的公文翻开来，页码在外侧，翻的时候看得见。单面印、只在网上公开的，影响不大。

    **反例**：每页的页码都居中，小五号。

    **正例**：页眉页脚设为“奇偶页不同”，单页居右空一字、双页居左空一字，四号宋体。

    **依据**：GB/T 9704-2012 7.5：一般用4号半角宋体阿拉伯数字；单页码居右空一字，双页码居左空一字。
    """
    numbers = [one for one in _numbers(reading) if one.pages != "first"]
    found = layout(reading)
    if found is None or not numbers:
        return
    sides = {one.alignment for one in numbers}
    is_outside = bool(sides & _OUTSIDE) or (found.has_even_pages and "right" in sides)
    size = numbers[0].size
    wrong = [] if is_outside else ["没有单页居右、双页居左"]
    if size and size != PAGE_NUMBER_SIZE:
        wrong.append(f"是{size_name(size)}，标准是四号")
    if wrong:
        hint = "页眉页脚选项里勾选“奇偶页不同”，分别设置；字号设为四号"
        yield defect.at(top(reading), f"页码{'；'.join(wrong)}", hint=hint)
