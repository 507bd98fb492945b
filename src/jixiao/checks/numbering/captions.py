"""Family N: the numbers of tables, as their captions state them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: 表3 部门整体支出绩效自评表; a sentence on 表3 is no caption
_CAPTION = re.compile(r"\s*(?P<mark>(?:附)?[表图]\s?(?P<number>[0-9]{1,2}))(?:[\s：:.．、]|$)")
_SENTENCE = re.compile("[。；，]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Caption:
    """The mark of a caption, and its number."""

    mark: Spot
    number: int


@rule("N305", "重复的表号", Severity.QUESTION)
def table_number_repeated(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """两张表用了同一个表号，中间又缺了一个号。

    **为什么**：正文说“见表2”而没有表2，读的人找不到；多半是增删表格以后没有重新编号。

    **反例**：依次是表1、表3、表3。

    **正例**：依次是表1、表2、表3。

    **依据**：公文惯例：表从1开始连续编号，正文按号引用。
    """
    for run in _runs(reading):
        numbers = [one.number for one in run]
        missing = sorted(set(range(1, len(run) + 1)) - set(numbers))
        repeated = sorted({one for one in numbers if numbers.count(one) > 1})
        if not missing or len(repeated) != 1:
            continue
        same = [one for one in run if one.number == repeated[0]]
        odd = next((one for one in same if run.index(one) + 1 in missing), same[-1])
        name = odd.mark.text[: -len(str(odd.number))]
        yield defect.at(
            odd.mark.place,
            f"“{odd.mark.text}”出现了{len(same)}次，没有“{name}{missing[0]}”",
            hint="各表依次编号，正文里提到的表号一并核对",
            related=further((one.mark.place for one in same if one is not odd), "同一个表号"),
        )


def _runs(reading: Reading) -> Iterator[list[_Caption]]:
    """Yield the captions of each kind of mark in order; one that begins anew is another run."""
    runs: dict[str, list[_Caption]] = {}
    seen: set[str] = set()
    for line in reading.lines:
        one = _caption(line)
        words = "".join(line.value.split()) if one else ""
        if one is None or words in seen:  # the very same caption stands in a list of tables
            continue
        seen.add(words)
        kind = one.mark.text.rstrip("0123456789").strip()
        if one.number == 1 and kind in runs:
            yield runs.pop(kind)
        runs.setdefault(kind, []).append(one)
    yield from runs.values()


def _caption(line: Line) -> _Caption | None:
    value = line.value
    if len(value) > _LONGEST or _SENTENCE.search(value):
        return None
    found = _CAPTION.match(value)
    if found is None or value.strip() == found["mark"]:
        return None
    return _Caption(Spot(line, *found.span("mark")), int(found["number"]))
