"""Family N: the numbers of headings and items, which must run from one without gap or repeat."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.enumeration.enumerations import Enumerations
from jixiao.checks.enumeration.siblings import Entry, Form, Series, Step
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Edit, Severity
from jixiao.language import numeral
from jixiao.language.mark import MarkKind
from jixiao.language.trace import is_traced

#: the levels of chapters and sections, 一、 and （一）: theirs are the numbers that others refer to
_CHAPTERS = 2


@rule("N101", "重复的序号", Severity.ERROR)
def number_repeated(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一组标题或者分项里，同一个序号用了两次。

    **为什么**：序号重复，后面的各项就都错了位，别处说到“第四项”的时候找不到；多半是增删以后没有重新编号。

    **反例**：`一是完善制度。二是加强培训。三是强化考核。三是严肃问责。`

    **正例**：`一是完善制度。二是加强培训。三是强化考核。四是严肃问责。`

    **依据**：GB/T 9704-2012 7.3.3 列出结构层次序数的写法；序号连续、不重不漏是公文惯例。
    """
    for series, index, entry in reading.enumerations.entries(Step.REPEAT):
        due = entry.mark.renumbered(entry.due)
        tail = "，后面的依次顺延" if _moved(series, index) else ""
        yield defect.at(
            entry.place,
            f"“{entry.words}”的序号“{entry.mark.text}”与前面的一项重复",
            hint=f"这是第{numeral.chinese(entry.due)}项，应为“{due}”{tail}",
            related=[series.entries[index - 1].related("前一项已用了这个序号")],
            edits=tuple(_renumbering(series, index)),
        )


def _moved(series: Series, index: int) -> tuple[Entry, ...]:
    """Return the entries behind a repeat that would have to be renumbered with it."""
    behind = series.entries[index + 1 :]
    is_right_again = behind and behind[0].mark.number == series.entries[index].due + 1
    return () if is_right_again else behind


def _renumbering(series: Series, index: int) -> Iterator[Edit]:
    """Yield the edits that mend a repeat, where the numbers behind it leave no doubt.

    Chapters and sections stay as they are: the repeat itself is changed, or nothing.
    """
    entry, moved = series.entries[index], _moved(series, index)
    others = (one for at, one in enumerate(series.entries) if at != index)
    if any(one.step not in {Step.FIRST, Step.NEXT} for one in others):
        return
    if 0 < series.kind.level <= _CHAPTERS and moved:
        return
    for one in (entry, *moved):
        yield from _marked(one, one.due)


def _marked(entry: Entry, number: int) -> tuple[Edit, ...]:
    """Return the edit that puts another number; none for a paragraph marked as a chapter is."""
    is_chapter = 0 < entry.mark.kind.level <= _CHAPTERS
    if is_chapter and entry.form is not Form.HEADING:
        return ()
    return entry.marked(entry.mark.renumbered(number))


@rule("N102", "跳过的序号", Severity.WARNING)
def number_skipped(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一组标题或者分项的序号不连续，中间缺了一个。

    **为什么**：缺号不是编错了，就是漏掉了一项内容；评审会问漏的是什么。

    **反例**：`1.宣传不到位。2.培训不及时。4.考核不严格。`

    **正例**：`1.宣传不到位。2.培训不及时。3.考核不严格。`

    **依据**：GB/T 9704-2012 7.3.3 列出结构层次序数的写法；序号连续、不重不漏是公文惯例。
    """
    enumerations = reading.enumerations
    for series, index, entry in enumerations.entries(Step.GAP):
        before = series.entries[index - 1]
        missing = before.mark.number + 1
        is_typo = _is_right_again(series, index)
        between = enumerations.between(before, entry)
        if is_typo or not is_traced(missing, entry.mark.kind, between):
            yield _skipped(defect, series, index)


def _skipped(defect: Defect, series: Series, index: int) -> Diagnostic:
    before, entry = series.entries[index - 1 : index + 1]
    due = entry.mark.renumbered(before.mark.number + 1)
    is_typo = _is_right_again(series, index)
    hint = f"补上漏掉的“{due}”，或者从这一项起改为从“{due}”连续编"
    return defect.at(
        entry.place,
        f"“{before.words}”之后是“{entry.words}”，缺“{due}”",
        hint=f"后面的一项序号是对的，这里应为“{due}”" if is_typo else hint,
        related=[before.related("前一项")],
        edits=_marked(entry, before.mark.number + 1) if is_typo else (),
    )


def _is_right_again(series: Series, index: int) -> bool:
    """Return whether the next number is right, as if this one were what is due."""
    behind = series.entries[index + 1 : index + 2]
    return bool(behind) and behind[0].mark.number == series.entries[index].due + 1


@rule("N103", "缺少第一项的序号", Severity.WARNING)
def first_number_missing(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一组标题或者分项从“（二）”开始，前面没有“（一）”。

    **为什么**：有“（二）”就该有“（一）”。多半是第一个标题漏打了，它下面的内容就成了没有标题的段落。

    **反例**：`三、存在的问题和改进措施` 下面直接是问题的正文，然后是 `（二）改进措施`。

    **正例**：在正文前补上 `（一）存在的问题`。

    **依据**：GB/T 9704-2012 7.3.3 列出结构层次序数的写法；序号连续、不重不漏是公文惯例。
    """
    enumerations = reading.enumerations
    told: set[tuple[Entry | None, MarkKind]] = set()
    for series, _, entry in enumerations.entries(Step.BARE):
        key = series.parent, entry.mark.kind
        if key in told:
            continue
        told.add(key)
        if is_traced(1, entry.mark.kind, _before(enumerations, series, entry)):
            continue
        is_typo = entry.mark.number == 2 and _is_right_again(series, 0)  # noqa: PLR2004 -- 2. and 2.
        yield _mistyped(defect, entry) if is_typo else _bare(defect, series.parent, entry)


def _mistyped(defect: Defect, entry: Entry) -> Diagnostic:
    first = entry.mark.renumbered(1)
    return defect.at(
        entry.place,
        f"第一项“{entry.words}”的序号写成“{entry.mark.text}”，后面又有一个",
        hint=f"后面的一项序号是对的，这里应为“{first}”",
        edits=_marked(entry, 1),
    )


def _bare(defect: Defect, parent: Entry | None, entry: Entry) -> Diagnostic:
    first = entry.mark.renumbered(1)
    hint = f"补上“{first}”和它的标题，或者把这一项的序号改为“{first}”"
    is_loose = _is_loose(entry)
    severity = Severity.QUESTION if is_loose or entry.at == 0 else None
    if is_loose or parent is None or parent.form is not Form.HEADING:
        message = f"有“{entry.words}”，前面没有“{first}”"
        return defect.at(entry.place, message, hint=hint, severity=severity)
    message = f"“{parent.words}”之下没有“{first}”，却有“{entry.words}”"
    related = [entry.related(f"前面没有“{first}”")]
    return defect.at(parent.line.place(), message, hint=hint, related=related, severity=severity)


def _before(enumerations: Enumerations, series: Series, entry: Entry) -> Iterator[str]:
    """Yield the text in which the first item may stand: below the entry that is right above."""
    if series.parent:
        yield from enumerations.between(series.parent, entry)
        return
    for line in enumerations.lines[: entry.at]:
        yield line.value
    yield entry.line.value[: entry.mark.start]


def _is_loose(entry: Entry) -> bool:
    """Return whether the first item may be put without a mark: it runs in, or is one of 二是."""
    is_item = entry.mark.kind in {MarkKind.ITEM, MarkKind.ORDINAL}
    return is_item or entry.form is Form.RUN_IN


@rule("N104", "与同级不同的序号", Severity.ERROR)
def number_of_another_kind(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同级的标题都用“一、”，其中一个用了“5、”。

    **为什么**：序号的写法表示层次。换了写法，这个标题看上去就成了上一部分里的小标题。

    **反例**：`一、…` `二、…` `三、…` `4、其他说明事项`。

    **正例**：`四、其他说明事项`。

    **依据**：GB/T 9704-2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。
    """
    for series, index, entry in reading.enumerations.entries(Step.ALIEN):
        is_followed = index + 1 < len(series.entries)
        if entry.form is not Form.HEADING and not is_followed:
            continue  # a paragraph in doubt: only what goes on behind it tells
        due = numeral.heading_mark(series.kind.level, entry.mark.number)
        other = series.entries[index - 1] if index else series.entries[1]
        yield defect.at(
            entry.place,
            f"“{entry.words}”与“{other.words}”同级，序号却写成“{entry.mark.text}”",
            hint=f"与同级一致，应为“{due}”",
            related=[other.related("同级的一项")],
            edits=entry.marked(due) if _is_plain(series, entry) else (),
        )


def _is_plain(series: Series, entry: Entry) -> bool:
    """Return whether a mark of another kind may surely be changed: a chapter's is a heading's."""
    levels = series.kind.level, entry.mark.kind.level
    return entry.form is Form.HEADING or min(levels) > _CHAPTERS
