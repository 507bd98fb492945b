"""Family N: the levels of headings and items, each with a kind of mark of its own."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.enumeration.enumerations import Enumerations
from jixiao.checks.enumeration.siblings import Entry, Form, Series, Step
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.mark import MarkKind

#: the kind of mark that is due one level below
_BELOW = {MarkKind.POINT: MarkKind.SUBPOINT, MarkKind.SUBPOINT: MarkKind.CIRCLED}


@rule("N204", "两个层次用同一种序号", Severity.WARNING)
def mark_on_two_levels(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """上一级用了“1.”，它下面的分项又用“1.”。

    **为什么**：序号的写法表示层次；同一种写法用在两层，读的人分不清“2.”接的是哪一个“1.”。

    **反例**：`3.信息化项目。完成情况如下：1.建成平台1个。2.培训240人次。`

    **正例**：`3.信息化项目。完成情况如下：（1）建成平台1个。（2）培训240人次。`

    **依据**：GB/T 9704-2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。
    """
    for series in reading.enumerations.series:
        above = _same_above(series)
        if above is None:
            continue
        first = series.entries[0]
        due = [_lower(one) for one in series.entries]
        edits = zip(series.entries, due, strict=True)
        yield defect.at(
            first.place,
            f"“{first.words}”在“{above.words}”之下，两级都用“{first.mark.normal}”这样的序号",
            hint=f"下一级改用“{due[0]}”" + (f"至“{due[-1]}”" if len(due) > 1 else ""),
            related=[
                above.related("上一级"),
                *further((one.place for one in series.entries[1:]), "下一级"),
            ],
            edits=[edit for one, mark in edits for edit in one.marked(mark)],
        )


def lowered(enumerations: Enumerations) -> set[Entry]:
    """Return the entries whose marks must be those of the level below."""
    return {
        entry for series in enumerations.series if _same_above(series) for entry in series.entries
    }


def _lower(entry: Entry) -> str:
    """Return the mark of an entry one level further down."""
    number = entry.mark.number
    if _BELOW[entry.mark.kind] is MarkKind.SUBPOINT:
        return f"（{number}）"
    return chr(ord("①") + number - 1)


def _same_above(series: Series) -> Entry | None:
    """Return the entry above a run-in series that has marks of the same kind, if it surely has."""
    first = series.entries[0]
    is_run_in = first.form is Form.RUN_IN and first.step is Step.FIRST
    if not is_run_in or not series.above or series.kind not in _BELOW:
        return None
    for upper, below in zip(series.above[::-1], (first, *series.above[:0:-1]), strict=True):
        if upper.mark.kind is series.kind:
            return upper if _holds(upper, below, first) else None
    return None


def _holds(upper: Entry, below: Entry, first: Entry) -> bool:
    """Return whether an entry surely stands above another that runs in.

    That is so in its own paragraph, in an item of an enumeration that begins right behind it,
    and in the text below a heading on its own line.
    """
    if upper.step is Step.ALIEN:
        return False
    match upper.form:
        case Form.RUN_IN:
            return False
        case Form.HEADING:
            # Short items of a list look like headings, but have no text between them.
            return upper.mark.number == 1 or upper.at - upper.began >= upper.mark.number
    begins = below.began - upper.at <= 1 and below.mark.start == 0
    is_item = below.mark.kind is MarkKind.ITEM and below.at == first.at and begins
    return upper.at == first.at or is_item


@rule("N205", "层次不一致的同级部分", Severity.QUESTION)
def level_skipped(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """有的部分下面先用“（一）”，有的部分跳过“（一）”直接用“1.”。

    **为什么**：同一级的部分，下面的层次应当一致；只有全文都不用“（一）”时，才可以从“一、”直接到“1.”。

    **反例**：`一、部门概况` 下面是 `1.主要职能`，`三、绩效情况` 下面是 `（一）整体支出绩效`。

    **正例**：`一、部门概况` 下面也用 `（一）主要职能`。

    **依据**：GB/T 9704-2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。
    """
    below: dict[Entry, Series] = {}
    for series in sorted(reading.enumerations.series, key=lambda one: one.entries[0].at):
        first = series.entries[0]
        if first.form is Form.HEADING and first.step is Step.FIRST and series.parent:
            below.setdefault(series.parent, series)
    parts = {part: one for part, one in below.items() if part.mark.kind is MarkKind.PART}
    skipping = [one for one in parts.values() if one.kind is MarkKind.POINT]
    proper = [one for one in parts.values() if one.kind is MarkKind.SECTION]
    follows = reading.enumerations.following
    skipping = [one for one in skipping if len(one.entries) > 1 and follows(one.entries[0])]
    if skipping and proper:
        yield _skipped(defect, skipping, proper[0])


def _skipped(defect: Defect, skipping: list[Series], proper: Series) -> Diagnostic:
    first, *others = (one.entries[0] for one in skipping)
    part, other = skipping[0].above[0], proper.above[0]
    return defect.at(
        first.place,
        f"“{part.words}”下面直接用“{first.mark.text}”，“{other.words}”下面用“（一）”",
        hint="同级的部分层次要一致；可以把这里的“1.”改为“（一）”",
        related=[
            proper.entries[0].related("这里用“（一）”"),
            *further((one.place for one in others), "同样跳过了“（一）”"),
        ],
    )
