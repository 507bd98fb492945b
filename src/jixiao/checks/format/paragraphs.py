"""Family F: the distance of lines, indents, and what is set without styles (F221 to F223)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.checks.format.typeset import Typeset, body, layout
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import BLANKS
from jixiao.model.layout import LineRule, Section, Spacing

_TWIPS_PER_POINT = 20
_SINGLE = 240
#: 28 to 29 points; a quarter of a point more or less is nobody's concern
_PITCHES = range(555, 586)
#: 27 to 31 points: an office may have its own rule
_NEAR = range(540, 621)
#: twips that one paragraph's pitch may differ from another's
_SAME = 10
#: of the lines that are judged, the share set directly from which on it is the way the file is set
_MOSTLY = 0.5
_FEWEST = 5

Pitch = tuple[LineRule, int]


@rule("F221", "行距", Severity.WARNING)
def line_pitch(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文的行距不是28到29磅，排不出每面22行；或者几段的行距与别处不同。

    **为什么**：单倍、1.5倍行距随字体变，换一台电脑页数就变。固定值28.95磅（或28、29磅）正好每面22行；
    用“文档网格”定行数、段落对齐到网格的也可以。固定值30磅只有21行，有的单位另有规定，只提请核实。

    **反例**：正文是1.5倍行距。

    **正例**：段落—行距—固定值，28.95磅。

    **依据**：GB/T 9704-2012 5.2.3：一般每面排22行，每行排28个字，并撑满版心。
    """
    pitches = [(one, _pitch(one, reading)) for one in body(reading).running]
    counts = Counter(pitch for _, pitch in pitches)
    if not counts:
        return
    usual = counts.most_common(1)[0][0]
    if not _fits(usual):
        wrong = [one for one, pitch in pitches if pitch == usual]
        is_near = usual[0] is not LineRule.AUTO and usual[1] in _NEAR
        yield defect.at(
            wrong[0].place,
            f"正文的行距是{_told(usual)}，不是固定值28到29磅{counted(wrong)}",
            hint="把正文样式的行距设为固定值28.95磅，每面就是22行",
            severity=Severity.QUESTION if is_near else None,
        )
        return
    odd = [(one, pitch) for one, pitch in pitches if not _is_like(pitch, usual)]
    if odd:
        first, pitch = odd[0]
        yield defect.at(
            first.place,
            f"这一段的行距是{_told(pitch)}，其他正文是{_told(usual)}{counted(odd)}",
            hint="改用正文的样式",
            related=further((one.place for one, _ in odd[1:]), "这一段也是"),
        )


def _pitch(one: Typeset, reading: Reading) -> Pitch:
    """Return the distance of a paragraph's lines: EXACT where the grid gives it."""
    found = layout(reading)
    sections: tuple[Section, ...] = () if found is None else found.sections
    at = one.looks.section
    grid = sections[at].grid_pitch if at < len(sections) and one.looks.is_on_grid else 0
    spacing = one.looks.spacing
    if spacing.rule is LineRule.AUTO and spacing.line == _SINGLE and grid in _PITCHES:
        return LineRule.EXACT, grid
    return _as_pitch(spacing)


def _as_pitch(spacing: Spacing) -> Pitch:
    return spacing.rule, spacing.line


def _fits(pitch: Pitch) -> bool:
    return pitch[0] is not LineRule.AUTO and pitch[1] in _PITCHES


def _is_like(pitch: Pitch, usual: Pitch) -> bool:
    return pitch == usual or (_fits(pitch) and abs(pitch[1] - usual[1]) <= _SAME)


def _told(pitch: Pitch) -> str:
    rule_, line = pitch
    if rule_ is LineRule.AUTO:
        return "单倍行距" if line == _SINGLE else f"{line / _SINGLE:.3g}倍行距"
    kind = "固定值" if rule_ is LineRule.EXACT else "最小值"
    return f"{kind}{line / _TWIPS_PER_POINT:g}磅"


@rule("F222", "没有首行缩进的段落", Severity.WARNING)
def no_indent(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文的段落顶格写，没有左空二字。

    **为什么**：公文靠段首空二字分段，不靠空行；顶格的段落看不出从哪里开始。

    **反例**：从网页粘贴来的一段，段首没有空。

    **正例**：段落—缩进—首行缩进2字符，写在正文的样式里。

    **依据**：GB/T 9704-2012 7.3.3：每个自然段左空二字，回行顶格。
    """
    flush = [one for one in body(reading).running if _is_flush(one)]
    if flush:
        yield defect.at(
            flush[0].place,
            f"这一段顶格，没有首行缩进二字{counted(flush)}",
            hint="把正文样式的特殊格式设为首行缩进2字符",
            related=further((one.place for one in flush[1:]), "这一段也是"),
        )


def _is_flush(one: Typeset) -> bool:
    """Return whether a paragraph begins at the left edge; one behind a soft break does not count.

    A list's indent is its own affair, and blanks that were typed are another rule's.
    """
    before = one.place.source.content[max(one.place.start - 1, 0) : one.place.start]
    is_whole = not before or before == "\n"
    is_blank = bool(before) and before in BLANKS
    return one.looks.indent.is_none and not one.looks.is_numbered and is_whole and not is_blank


@rule("F223", "直接设置的格式", Severity.QUESTION)
def direct_formatting(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """字体、字号是选中文字直接设的，没有写在样式里。

    **为什么**：改一处不会带动全文，明年照着改、各科室的材料粘进来，格式又乱了；标题没有样式，
    目录和导航也做不出来。版面看上去可以完全正确，所以只是提请核实。

    **反例**：全文都是“正文”样式，每一段再选中了设成仿宋三号。

    **正例**：正文、一级标题、二级标题各用一个样式，字体、字号、行距写在样式里。

    **依据**：Word 的排版惯例；ISO/IEC 29500-1 17.7（样式）。
    """
    lines = body(reading).text
    direct = [one for one in lines if any(part.is_direct for part in one.looks.stretches)]
    if len(direct) >= _FEWEST and len(direct) >= _MOSTLY * len(lines):
        message = f"正文和标题{len(lines)}段中有{len(direct)}段的字体、字号是直接设置的，没有用样式"
        hint = "给正文和各级标题各设一个样式；jixiao build 排出来的文件都用样式"
        yield defect.at(direct[0].place, message, hint=hint)
