"""What `jixiao import` tells of a report that was taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.excerpt import visible
from jixiao.ingest.loss import characters, relabelled, unmarked_headings
from jixiao.ingest.prose import is_regular
from jixiao.model.manuscript import TraceKind
from jixiao.model.outline import StrayKind, Table
from jixiao.pipeline.intake import Intake
from jixiao.workspace import OUTLINE_FILE, UNIT_FILE

_STRAYS = {
    StrayKind.INDENT: "段首空格",
    StrayKind.TRAILING: "段末空格",
    StrayKind.BLANK: "空段",
    StrayKind.PAGE_NUMBER: "页码",
    StrayKind.REMNANT: "书签的残留",
    StrayKind.CONTENTS: "目录",
    StrayKind.NOTE: "脚注",
    StrayKind.HEADER: "页眉",
    StrayKind.FOOTER: "页脚",
}
_TRACES = {
    TraceKind.CHANGE: "修订（按接受以后的样子导入）",
    TraceKind.COMMENT: "批注（没有带过来）",
    TraceKind.HIDDEN: "隐藏文字（没有带过来）",
}
#: differences that are listed
_MOST = 8


def told(taken: Intake, target: Path, kept: Path | None) -> Iterator[str]:
    """Yield what an import did, line by line: what went where, what was added, what was left."""
    yield from _summary(taken, target)
    yield from _added(taken)
    yield from _left(taken)
    yield from _doubts(taken, int(target.name))
    if kept:
        yield f"原来的内容改名为 {kept.name}"
    if taken.differences:
        yield f"有{len(taken.differences)}处与原稿不同，请对照原稿补上："
        for one in taken.differences[:_MOST]:
            yield f"  {one.where}：{visible(one.text[:60])}"
    else:
        yield f"照新内容生成一遍，与原稿的{characters(taken.outline):,}个字逐字相同"
    year = target.name
    yield f"下一步：jixiao check {year} 看看有什么问题，jixiao build {year} 生成报告"


def _summary(taken: Intake, target: Path) -> Iterator[str]:
    tally = taken.draft.tally
    names = {Path(name).name for name, _ in taken.draft.files}
    yield f"已导入 {target}："
    yield f"  事实.yaml  {tally.facts}个数"
    yield f"  预算.yaml  收支和人员{tally.accounts}个数，{tally.projects}个项目"
    yield f"  勾稽.yaml  {tally.equations}条原文说到的关系"
    yield f"  正文.yaml  {tally.sections}节，{tally.passages}个重复的段落只写一次"
    if OUTLINE_FILE in names:
        added = "" if taken.outline.title else "；原稿没有标题，补了通用的"
        yield f"  提纲.yaml  原稿的标题和编号（与模板的提纲不同）{added}"
    if UNIT_FILE in {name for name, _ in taken.draft.files}:
        yield "  单位.yaml  单位全称，请核对"


def _added(taken: Intake) -> Iterator[str]:
    """Yield what the report had not and its content has."""
    cells = sum(
        not cell.value.strip()
        for one in taken.outline.attachments
        for row in (one.columns, *one.rows, one.total)
        for cell in row
    )
    if cells:
        yield f"附件里空着的{cells}格写成了“—”"
    labels = relabelled(taken.outline)
    if labels:
        yield f"附件的标记“{'”“'.join(map(visible, labels))}”照通例编了号，只有一个的不编"
    unmarked = len(unmarked_headings(taken.outline))
    if unmarked:
        yield f"没有编号的标题{unmarked}个，加上了编号"


def _left(taken: Intake) -> Iterator[str]:
    """Yield what of the file is no part of the report, or is no more what it was."""
    tables = [one for one in taken.outline.blocks if isinstance(one, Table)]
    lost = sum(not is_regular(one) for one in tables)
    if lost:
        why = "各行的格数不同（或者只有一列、格里有竖线或一行短横）"
        yield f"正文里有{lost}张表{why}，一行一段写在文字里；照原稿改成“表”"
    traces = _counted(_TRACES.get(one.kind) for one in taken.traces)
    if traces:
        yield f"原稿里留着的：{traces}；audit 原稿可以看到在哪里"
    strays = _counted(_STRAYS.get(one.kind) for one in taken.outline.strays)
    if strays:
        yield f"没有带过来的：{strays}"


def _counted(names: Iterable[str | None]) -> str:
    """Return names with how often each stands, those of none left out."""
    counted = Counter(one for one in names if one)
    return "、".join(f"{name}{count}处" for name, count in counted.items())


def _doubts(taken: Intake, year: int) -> Iterator[str]:
    """Yield what the report says of itself and the command line says otherwise."""
    if taken.own_unit and taken.own_unit != taken.unit:
        shown = f"“{visible(taken.own_unit)}”，按“{visible(taken.unit)}”导入"
        yield f"注意：报告的单位好像是{shown}；不对就改 单位.yaml 的全称"
    if taken.own_year not in {0, year}:
        yield f"注意：报告说的好像是{taken.own_year}年，导入成了{year}年"
