"""Family F: the paper and its margins (F201 to F202)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jixiao.checks.format.typeset import body, layout
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import Margins, Section
from jixiao.source import Place

_TWIPS_PER_MM = 14400 / 254
#: A4 (GB/T 148) in millimetres, and how much finished paper may differ
_SHORT, _LONG, _PAPER_TOLERANCE = 210, 297, 2
_TOP, _LEFT, _TOLERANCE = 37, 28, 1
#: of the area of text; its tolerance is that of both its edges
_WIDTH, _HEIGHT, _AREA_TOLERANCE = 156, 225, 2
#: what rounding to a tenth of a millimetre makes of the limit
_ROUNDING = 0.05
_KNOWN = {(216, 279): "Letter", (216, 356): "Legal", (182, 257): "B5", (184, 260): "16开"}


def millimetres(twips: int) -> float:
    """Return a length in millimetres, to a tenth (四舍五入)."""
    return math.floor(twips / _TWIPS_PER_MM * 10 + 0.5) / 10


@rule("F201", "不是A4的纸", Severity.WARNING)
def paper(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """页面设置里的纸不是 A4。

    **为什么**：打印时会缩放或者裁掉，页边距、每面行数都跟着不对；装订、归档时与别的公文不一样大。

    **反例**：页面设置里是 Letter（216×279毫米）或者 16开。

    **正例**：页面设置—纸张—A4（210×297毫米）。

    **依据**：GB/T 9704-2012 5.1：公文用纸采用 GB/T 148 中规定的 A4 型纸，成品幅面 210mm×297mm。
    """
    for section, place in _sections(reading):
        sides = sorted((millimetres(section.width), millimetres(section.height)))
        wanted = zip(sides, (_SHORT, _LONG), strict=True)
        if any(abs(side - one) > _PAPER_TOLERANCE + _ROUNDING for side, one in wanted):
            short, long = (round(side) for side in sides)
            name = f"{_KNOWN[short, long]}，" if (short, long) in _KNOWN else ""
            message = f"纸张是{name}{short}×{long}毫米，不是A4"
            yield defect.at(place, message, hint="页面设置里把纸张改为A4（210×297毫米）")
            return


@rule("F202", "不合标准的页边距", Severity.WARNING)
def margins(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文的页边距与公文的版心不符。

    **为什么**：版心是156×225毫米，三号字每面22行、每行28字正好排满；
    Word、WPS 新建文件的页边距（上下25.4、左右31.8毫米）排不出来，装订时也容易压字。

    **反例**：上25.4毫米、下25.4毫米、左31.8毫米、右31.8毫米。

    **正例**：上37毫米、下35毫米、左28毫米、右26毫米。横排的表格页不在此列。

    **依据**：GB/T 9704-2012 5.2.1：天头37mm±1mm，订口28mm±1mm，版心尺寸156mm×225mm。
    """
    for section, place in _sections(reading):
        if section.margins is not None and not section.is_landscape:
            wrong = "；".join(_wrong(section, section.margins))
            if wrong:
                hint = "页面设置里改为上37毫米、下35毫米、左28毫米、右26毫米"
                yield defect.at(place, f"页边距不合公文的标准：{wrong}", hint=hint)
                return


def _wrong(section: Section, edges: Margins) -> Iterator[str]:
    top, right, bottom, left = map(millimetres, (edges.top, edges.right, edges.bottom, edges.left))
    width = millimetres(section.width) - left - right
    height = millimetres(section.height) - top - bottom
    if abs(top - _TOP) > _TOLERANCE + _ROUNDING:
        yield f"上边距（天头）{top:.1f}毫米，应为37毫米"
    if abs(left - _LEFT) > _TOLERANCE + _ROUNDING:
        yield f"左边距（订口）{left:.1f}毫米，应为28毫米"
    is_off = abs(width - _WIDTH) > _AREA_TOLERANCE or abs(height - _HEIGHT) > _AREA_TOLERANCE
    if is_off:
        yield f"版心{width:.0f}×{height:.0f}毫米，应为156×225毫米"


def _sections(reading: Reading) -> Iterator[tuple[Section, Place]]:
    """Yield the sections that the report's own text stands in, each with its first line."""
    found = layout(reading)
    first: dict[int, Place] = {}
    for one in body(reading).text:
        first.setdefault(one.looks.section, one.place)
    for at, place in sorted(first.items()):
        if found is not None and at < len(found.sections):
            yield found.sections[at], place
