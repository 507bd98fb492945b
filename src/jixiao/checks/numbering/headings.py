"""Family N: the words of headings: how they end, and what the form's instructions left in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.enumeration.siblings import Entry, Form, Marked, Step
from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity

_STOP = re.compile(r"[。．.：:]+\s*$")
#: a heading that leads over to a list may end with a colon
_LEAD = re.compile(r"(?:如下|以下|包括|包含|分别|有|为|是|即)[：:]\s*$")
#: what a form says about how it is to be filled in
_INSTRUCTION = re.compile(
    r"（(?:按[^（）]{1,20}(?:口径|填写|填报|要求|格式|说明)"
    r"|(?:包含|包括|含|指)[^（）]{2,30}"
    r"|(?:请|可|需|应)?(?:简要|逐项|详细|如实|据实)[^（）]{0,20}"
    r"|(?:限|不超过|控制在)[^（）]{0,6}[0-9]+字[^（）]{0,6}"
    r"|(?:请|可另附|另附|如有|如无|没有的|填写|填报)[^（）]{0,30})）\s*$"
)


@rule("N201", "末尾标点不一致的同级标题", Severity.WARNING)
def headings_end_differently(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同级的标题，有的末尾有句号，有的没有。

    **为什么**：单独成行的标题末尾不加标点；同级的几个标题有的加、有的不加，一眼就看得出没有统稿。

    **反例**：`1.主要职能。` `2.机构情况。` `3.人员情况`。

    **正例**：`1.主要职能` `2.机构情况` `3.人员情况`。

    **依据**：公文惯例：标题单独成行时末尾不加标点，同级的标题写法一致。
    """
    for siblings in _comparable(reading):
        stopped = [one for one in siblings if _STOP.search(one.line.value)]
        bare = [one for one in siblings if not _STOP.search(one.line.value)]
        if stopped and bare:
            first = stopped[0]
            start, end = _stop(first)
            yield defect.at(
                first.line.place(start, end),
                f"标题“{first.words}”末尾有“{first.line.value[start]}”，"
                f"同级的“{bare[0].words}”末尾没有标点",
                hint="单独成行的标题末尾不加标点，删去",
                related=[
                    *further((one.line.place(*_stop(one)) for one in stopped[1:]), "末尾也有标点"),
                    bare[0].related("末尾没有标点"),
                ],
                edits=[edit for one in stopped for edit in one.line.edits(*_stop(one), "")],
            )


@rule("N202", "末尾有标点的标题", Severity.QUESTION)
def heading_ends_with_stop(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """单独成行的标题，末尾加了句号或者冒号。

    **为什么**：标题不是句子，单独成行时末尾不加标点；后面接着正文、不另起一行的，才用句号。

    **反例**：`（一）主要职能。` 单独成行，下一行是正文。

    **正例**：`（一）主要职能` 单独成行。

    **依据**：公文惯例：标题单独成行时末尾不加标点。
    """
    found = [
        one
        for siblings in _comparable(reading)
        if all(_STOP.search(entry.line.value) for entry in siblings)
        for one in siblings
    ]
    if found:
        first = found[0]
        yield defect.at(
            first.line.place(*_stop(first)),
            f"标题“{first.words}”单独成行，末尾有标点{counted(found)}",
            hint="单独成行的标题末尾不加标点；若后面要接正文，就不另起一行",
            related=further((one.line.place(*_stop(one)) for one in found[1:]), "同样有标点"),
            edits=[edit for one in found for edit in one.line.edits(*_stop(one), "")],
        )


def _stop(entry: Entry) -> tuple[int, int]:
    found = _STOP.search(entry.line.value)
    return found.span() if found else (len(entry.line.value), len(entry.line.value))


def _comparable(reading: Reading) -> Iterator[list[Entry]]:
    """Yield the headings of each series in which every one has a text of its own below it.

    Short items of a list look like headings, but follow each other at once.
    """
    enumerations = reading.enumerations
    for series in enumerations.series:
        entries = [one for one in series.entries if one.step is not Step.ALIEN]
        texts = [(one, enumerations.following(one)) for one in entries]
        if all(one.form is Form.HEADING and text for one, text in texts):
            yield [one for one, text in texts if text and not _leads_over(one, text)]


def _leads_over(heading: Entry, text: Marked) -> bool:
    """Return whether a heading leads over to what is below it, by its words or to a list."""
    value = heading.line.value
    to_list = text.mark is not None and value.endswith(("：", ":"))
    return to_list or _LEAD.search(value) is not None


@rule("N203", "留在标题里的填报说明", Severity.QUESTION)
def instruction_in_heading(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """标题末尾的括号里，是报告模板对填写人的说明。

    **为什么**：财政部门的模板会在标题后面用括号注明口径、字数和要求，那是给写的人看的，不是标题的一部分。

    **反例**：`二、部门预算收支情况（按决算口径填写）`。

    **正例**：`二、部门预算收支情况`。

    **依据**：公文惯例；请先核实当地提纲的标题是否就带着这个括号。
    """
    found: list[Spot] = []
    for line in reading.lines:
        # A mark that nobody typed is the outline's, and so is the heading.
        is_typed = line.mark is not None and line.place(0, line.mark.end).text
        if line.kind is LineKind.HEADING and is_typed:
            found += spots([line], _INSTRUCTION)
    if found:
        yield defect.at(
            found[0].place,
            f"标题末尾的“{found[0].text.strip()}”像是模板的填报说明",
            hint="是填报说明就删去；当地提纲的标题本来如此的，保留",
            related=further((one.place for one in found[1:]), "也像填报说明"),
        )
