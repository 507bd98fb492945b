"""Family N: items within a paragraph that are marked as if they stood above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Edit, Severity
from jixiao.language import numeral
from jixiao.language.mark import MarkKind

_INLINED = re.compile(
    r"(?:(?<=[。；：:;，])|^)（(?P<number>[一二三四五六七八九十]{1,3})）(?![项款条])"
)
#: the article whose items are cited, not numbered: 第五条（一）
_CITED = re.compile(r"第[一二三四五六七八九十百0-9]+[条款]")
_CIRCLED = 20


@rule("N207", "段落里用了上一级的序号", Severity.WARNING)
def mark_above_inlined(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """“1.”这一段里面，分项又用“（一）”“（二）”。

    **为什么**：“（一）”是“1.”的上一级；用在它下面，层次就颠倒了，与真正的“（一）”也分不开。

    **反例**：`2.水库管理。（一）定人员，落实责任人64名；（二）定制度，印发办法3项。`

    **正例**：`2.水库管理。（1）定人员，落实责任人64名；（2）定制度，印发办法3项。`

    **依据**：GB/T 9704-2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。
    """
    for line in reading.lines:
        found = list(_inlined(line))
        mark = line.mark
        if not mark or mark.kind not in {MarkKind.POINT, MarkKind.SUBPOINT} or not found:
            continue
        is_point = mark.kind is MarkKind.POINT
        due = [_lower(at, is_point=is_point) for at in range(1, len(found) + 1)]
        first = found[0]
        yield defect.at(
            line.place(*first.span()),
            f"“{mark.text}”这一段里的分项用了“{first[0]}”，那是上一级的序号",
            hint=f"下一级改用“{due[0]}”至“{due[-1]}”",
            related=further((line.place(*one.span()) for one in found[1:]), "同样"),
            edits=list(_edits(line, found, due)),
        )


def _inlined(line: Line) -> Iterator[re.Match[str]]:
    """Yield the marks （一） （二） … within a paragraph, if they are counted from one."""
    if line.kind is not LineKind.PARAGRAPH:
        return
    found = [one for one in _INLINED.finditer(line.value) if one.start()]
    counted = [numeral.number(one["number"]) for one in found]
    is_list = len(found) > 1 and counted == list(range(1, len(found) + 1))
    if is_list and len(found) <= _CIRCLED and not _CITED.search(line.value, 0, found[0].start()):
        yield from found


def _lower(number: int, *, is_point: bool) -> str:
    return f"（{number}）" if is_point else chr(ord("①") + number - 1)


def _edits(line: Line, found: list[re.Match[str]], due: list[str]) -> Iterator[Edit]:
    for one, mark in zip(found, due, strict=True):
        yield from line.edits(*one.span(), mark)
