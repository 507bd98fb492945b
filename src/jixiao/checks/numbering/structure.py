"""Family N: the parts and paragraphs of a report that must be there, whole and together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.enumeration.siblings import Entry, Form, Step
from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.clause import clauses

#: characters at the beginning of a line that say what it is on
_OPENING = 40
#: characters of a report that is whole
_WHOLE = 1500
#: level-1 headings of one
_FEWEST_PARTS = 3
#: what every outline asks for, and the words by which a report speaks of it
_CORE = (
    ("基本情况", re.compile("基本情况|概况|简介|职能|职责|机构")),
    ("收支或者预算情况", re.compile("收支|预算|决算|收入|支出|资金|经费")),
    ("绩效情况", re.compile("绩效|效益|成效|完成情况|履职|自评")),
    ("存在的问题", re.compile("问题|不足|短板|困难|薄弱|偏差")),
    ("改进措施", re.compile("措施|改进|建议|下一步|打算|整改|计划")),
)


@rule("N301", "有署名而没有成文日期", Severity.QUESTION)
def signature_undated(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """落款写了署名，没有写成文日期。

    **为什么**：署名和成文日期是公文的必备要素，缺了日期，公开的时候还得手工补。

    **反例**：`落款:` 下面只有 `署名: 【全称】`。

    **正例**：再加一行 `成文日期: 2024年5月10日`。

    **依据**：GB/T 9704-2012 7.3.5 发文机关署名、成文日期。
    """
    outline = reading.outline
    if outline.signature and not outline.date:
        yield defect.at(
            outline.signature.place(),
            "落款有署名，没有成文日期",
            hint="在“落款”下加“成文日期: 某年某月某日”（领导签发的日期）",
            subjects=["成文日期"],
        )


@rule("N302", "断开的段落", Severity.QUESTION)
def paragraph_broken(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """上一段开始的“1.”还没有说完就另起了一段，“2.”出现在新的一段中间。

    **为什么**：分项写在段落里的，中途不分段；另起的一段没有序号，看不出它还在说上一项。多半是粘贴时多了一个回车。

    **反例**：`四是加强监管。1.日常监管。开展检查120次。` 另起一段 `开展培训6期。2.专项整治。……`。

    **正例**：两段合为一段，或者“2.”也另起一段。

    **依据**：公文惯例：同一层的分项写法一致。
    """
    lines = reading.enumerations.lines
    for before, entry in _run_on(reading):
        line = lines[entry.at]
        end = next((stop for _, stop in clauses(line.value)), len(line.value))
        yield defect.at(
            line.place(0, end),
            f"这一段没有序号，“{entry.words}”却接着上一段的“{before.words}”",
            hint="两段是一段的，合并；不是的，让每一项都另起一段",
            related=[before.related("上一段的分项"), entry.related("接着编的分项")],
        )


def _run_on(reading: Reading) -> Iterator[tuple[Entry, Entry]]:
    """Yield the items that run on in an unmarked paragraph right behind that of the former item.

    The former paragraph is an item itself: else the two may be an introduction and a list.
    """
    enumerations = reading.enumerations
    for series, index, entry in enumerations.entries(Step.NEXT):
        before = series.entries[index - 1]
        is_next = entry.at == before.at + 1
        if is_next and before.form is entry.form is Form.RUN_IN:
            here, there = enumerations.lines[entry.at], enumerations.lines[before.at]
            if here.mark is None and there.mark is not None:
                yield before, entry


@rule("N303", "缺少的主要部分", Severity.QUESTION)
def core_part_missing(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """整份报告没有写到提纲都要求的某一部分，例如存在的问题、改进措施。

    **为什么**：各地的提纲不同，但都要求写基本情况、收支、绩效、问题和措施；缺一部分，评审会退回补写。

    **反例**：一份报告只有“部门概况”“收支情况”“绩效情况”三部分。

    **正例**：再加“存在的问题和改进措施”。

    **依据**：各地自评报告提纲的共同要求。
    """
    parts = [one for one in reading.lines if one.kind is LineKind.HEADING and one.level == 1]
    size = sum(len(one.value) for one in reading.body)
    if len(parts) < _FEWEST_PARTS or size < _WHOLE:
        return
    missing = [
        name
        for name, words in _CORE
        if not any(words.search(one.value[:_OPENING]) for one in reading.body)
    ]
    if missing:
        yield defect.at(
            parts[-1].place(),
            f"全文没有标题或者段落写“{'”“'.join(missing)}”",
            hint="对照当地的提纲核实；提纲要求的，补上这一部分",
        )
