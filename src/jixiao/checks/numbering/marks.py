"""Family N: the form of marks, as GB/T 9704 has them: 一、 （一） 1. （1）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.enumeration.siblings import Entry, Form, Step
from jixiao.checks.numbering.levels import lowered
from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.mark import MarkKind

#: further places of one cause that a finding lists
#: characters of a line that a message quotes
_QUOTED = 14
_OLD_POINT = re.compile(r"[0-9]+\s*、")
_WIDE_POINT = re.compile(r"[0-9]+\s*．")
#: behind a mark a blank keeps these from being read into its number
_KEPT_APART = re.compile("[0-9A-Za-z.．]")


@rule("N105", "写成“1、”的序号", Severity.WARNING)
def point_with_enumeration_comma(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """阿拉伯数字的序号后面用了顿号。

    **为什么**：顿号只跟在“一”“二”这样的汉字序号后面；阿拉伯数字后面用小圆点。一份报告里两种写法混用，更显得是拼起来的。

    **反例**：`1、预算编制不够精细。`

    **正例**：`1.预算编制不够精细。`

    **依据**：GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录 B.3.3：不带括号的阿拉伯数字后面用下脚点。
    """
    found = [one for one in _marked(reading) if _OLD_POINT.fullmatch(one.mark.text)]
    if found:
        first = found[0]
        yield defect.at(
            first.place,
            f"“{first.words}”的序号写成“{first.mark.text}”{counted(found)}",
            hint=f"阿拉伯数字的序号后面用小圆点，应为“{first.mark.normal}”",
            related=further((one.place for one in found[1:]), "同样的写法"),
            edits=[edit for one in found for edit in one.marked(one.mark.normal)],
        )


@rule("N106", "不规范的序号写法", Severity.WARNING)
def mark_malformed(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """序号的标点不对：`三.`、`（三）、`、半角括号的 `(一)`，或者 `1.` 与 `1．` 混用。

    **为什么**：四层序号各有固定的写法。“一”后面用顿号，括号是全角的，带括号的序号后面不再加标点。

    **反例**：`三.存在的问题`；`（三）、存在的问题`；`(一)主要职能`。

    **正例**：`三、存在的问题`；`（三）存在的问题`；`（一）主要职能`。

    **依据**：GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录 B.3.2 至 B.3.4 对序次语后标点的规定。
    """
    groups: dict[tuple[MarkKind, str], list[Entry]] = {}
    entries = list(_marked(reading))
    is_mixed = any(one.mark.text == one.mark.normal for one in entries if _is_point(one))
    for one in entries:
        form = _malformed(one, is_mixed=is_mixed)
        if form:
            groups.setdefault((one.mark.kind, form), []).append(one)
    for found in groups.values():
        first = found[0]
        yield defect.at(
            first.place,
            f"“{first.words}”的序号写成“{first.mark.text}”{counted(found)}",
            hint=f"应为“{first.mark.normal}”",
            related=further((one.place for one in found[1:]), "同样的写法"),
            edits=[edit for one in found for edit in one.marked(one.mark.normal)],
        )


def _malformed(entry: Entry, *, is_mixed: bool) -> str:
    """Return in which form a mark is malformed, its number left out; empty where it is not."""
    mark = entry.mark
    if not mark.kind.level or mark.text == mark.normal or _OLD_POINT.fullmatch(mark.text):
        return ""
    if _WIDE_POINT.fullmatch(mark.text) and not is_mixed:
        return ""
    return re.sub("[0-9一二三四五六七八九十百]+", "#", mark.text)


def _is_point(entry: Entry) -> bool:
    return entry.mark.kind is MarkKind.POINT


def _marked(reading: Reading) -> Iterator[Entry]:
    """Yield the entries in the report's order, but for those whose mark must be another anyway.

    A mark that stands alone within a paragraph may be no mark at all.
    """
    enumerations = reading.enumerations
    other = lowered(enumerations)
    entries = [
        entry
        for series in enumerations.series
        for entry in series.entries
        if entry.step is not Step.ALIEN and entry not in other
        if len(series.entries) > 1 or entry.form is Form.HEADING
    ]
    yield from sorted(entries, key=lambda one: (one.at, one.mark.start))


@rule("N107", "序号后的空格", Severity.WARNING)
def blank_behind_mark(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """序号和标题之间空了一格。

    **为什么**：公文的序号后面不空格；有的空、有的不空，排出来参差不齐。

    **反例**：`1. 主要职能`。

    **正例**：`1.主要职能`。

    **依据**：公文排版的惯例：序号与文字之间不空格。
    """
    lines = [one for one in reading.body if one.mark]
    found = [blank for one in lines for blank in _blanks(one)]
    if not found:
        return
    # Converters put a blank behind every automatic number: then nobody typed them.
    severity = Severity.QUESTION if len(found) == len(lines) > 1 else None
    yield defect.at(
        found[0].place,
        f"“{found[0].line.value[:_QUOTED].rstrip()}”的序号后面有空格{counted(found)}",
        hint="序号后面不空格，删去空格",
        related=further((one.place for one in found[1:]), "同样有空格"),
        edits=[edit for one in found for edit in one.edits("")],
        severity=severity,
    )


def _blanks(line: Line) -> Iterator[Spot]:
    """Yield the blanks behind a line's mark, unless they must stay."""
    mark = line.mark
    if mark and mark.end > len(mark.text) and not _KEPT_APART.match(line.value, mark.end):
        yield Spot(line, len(mark.text), mark.end)
