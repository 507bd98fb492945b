"""Family N: sentences that recur among siblings word for word, and must be stopped alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jixiao.checks.enumeration.siblings import Form
from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.clause import clauses

#: Han of a clause that is a formula, not a phrase that comes up anywhere
_SHORTEST = 6
#: siblings that must agree, for each that differs
_MAJORITY = 3
_NUMBER = re.compile(r"[0-9][0-9.,]*")
_NAME = re.compile(r"“[^”]{1,60}”|《[^》]{1,60}》")
_FORMULA = re.compile("[\u4e00-\u9fff（）]+")


@rule("N206", "标点不一致的同类句子", Severity.WARNING)
def formula_joined_differently(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """并列的几段用了同一句套话，其中一段的标点与别的不同。

    **为什么**：并列的段落句式相同，标点也应当相同；一处用逗号、几处用句号，是逐段修改留下的痕迹。

    **反例**：几段都写 `支出2万元。目标完成情况如下：`，最后一段写 `支出8万元，目标完成情况如下：`。

    **正例**：最后一段也写 `支出8万元。目标完成情况如下：`。

    **依据**：GB/T 15834-2011 4.1、4.4 句号、逗号的用法；同类句式的标点统一是公文惯例。
    """
    joints: dict[tuple[int, str, str], list[Spot]] = {}
    for group, line in _siblings(reading):
        for before, formula, joint in _joints(line):
            joints.setdefault((group, before, formula), []).append(joint)
    for (_, _, formula), found in joints.items():
        yield from _odd(defect, formula, found)


def _odd(defect: Defect, formula: str, found: list[Spot]) -> Iterator[Diagnostic]:
    (usual, count), *rare = Counter(one.text for one in found).most_common()
    odd = [one for one in found if one.text != usual]
    if not rare or count < _MAJORITY * len(odd):
        return
    first = odd[0]
    same = next(one for one in found if one.text == usual)
    yield defect.at(
        first.place,
        f"“{formula}”前面用了“{first.text}”，同类的{count}段都用“{usual}”",
        hint=f"与同类的句子一致，改为“{usual}”",
        related=[
            *further((one.place for one in odd[1:]), "也不同"),
            same.related(f"这里用“{usual}”"),
        ],
        edits=[edit for one in odd for edit in one.edits(usual)],
    )


def _siblings(reading: Reading) -> Iterator[tuple[int, Line]]:
    """Yield the lines that stand at or below a leading mark, with the number of its series."""
    enumerations = reading.enumerations
    groups = {
        entry.at: group
        for group, series in enumerate(enumerations.series)
        for entry in series.entries
        if entry.form is not Form.RUN_IN
    }
    group = -1
    for at, line in enumerate(reading.body):
        group = groups.get(at, group)
        if group >= 0:
            yield group, line


def _joints(line: Line) -> Iterator[tuple[str, str, Spot]]:
    """Yield the formulas of a line, each with the clause before it and where they are joined."""
    value = line.value
    before, end = "", 0
    for start, stop in clauses(value, line.mark.end if line.mark else 0):
        clause = value[start:stop]
        is_formula = len(clause) >= _SHORTEST and _FORMULA.fullmatch(clause)
        if before and is_formula and start - end == 1:
            yield before, clause, Spot(line, end, start)
        before, end = _NUMBER.sub("#", _NAME.sub("“”", clause)), stop
