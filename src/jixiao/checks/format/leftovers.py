"""Family F: what work on a Word file left in it (F231 to F234)."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.manuscript import Trace, TraceKind
from jixiao.model.outline import StrayKind

_SHOWN = 30
#: the bookmarks that a table of contents jumps to, and those that a cross-reference does
_CONTENTS = "_Toc"
_REFERRED = "_Ref"


def _traces(reading: Reading, kind: TraceKind) -> list[Trace]:
    manuscript = reading.manuscript
    return [one for one in manuscript.traces if one.kind is kind] if manuscript else []


def _told_once(defect: Defect, found: list[Trace], message: str, hint: str) -> Iterator[Diagnostic]:
    if found:
        yield defect.at(
            found[0].place,
            message + counted(found),
            hint=hint,
            related=further((one.place for one in found[1:]), "这里也有"),
        )


def _clipped(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}……"


def _by(trace: Trace) -> str:
    return f"{trace.author}的" if trace.author else ""


@rule("F231", "没有接受的修订", Severity.WARNING)
def tracked_changes(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里还留着修订。检查的是全部接受以后的文字。

    **为什么**：对方打开能看见删去的话、改过的数和改的人；打印时选项不同，印出来的也不同。

    **反例**：“完成率98%”是由“95%”修订来的，没有接受。

    **正例**：审阅—接受—接受所有修订，并停止修订，再存。

    **依据**：公文惯例：定稿不带修改的痕迹；ISO/IEC 29500-1 17.13.5（修订）。
    """
    found = _traces(reading, TraceKind.CHANGE)
    if found:
        words = _clipped(found[0].text)
        message = f"留着{_by(found[0])}修订" + (f"，删去了“{words}”" if words else "")
        yield from _told_once(defect, found, message, "审阅—接受所有修订，停止修订，再存一份")


@rule("F232", "没有删去的批注", Severity.WARNING)
def comments(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里还留着批注。

    **为什么**：批注是内部商量的话，公开出去很难堪；批注没有处理，也说明稿子没有定。

    **反例**：“此数待核”的批注留在上报的文件里。

    **正例**：逐条处理以后，审阅—删除—删除文档中的所有批注。

    **依据**：公文惯例：定稿不带批注；ISO/IEC 29500-1 17.13.4（批注）。
    """
    found = _traces(reading, TraceKind.COMMENT)
    if found:
        message = f"留着{_by(found[0])}批注“{_clipped(found[0].text)}”"
        yield from _told_once(defect, found, message, "处理以后，审阅—删除文档中的所有批注")


@rule("F233", "隐藏的文字", Severity.WARNING)
def hidden_text(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里有隐藏的文字，打印不出来，却在文件里。检查的是看得见的文字。

    **为什么**：对方点一下“显示编辑标记”就看得见；复制全文、转成网页时也会跟出来。

    **反例**：上年的一段话设成了隐藏文字，没有删。

    **正例**：全选，字体里去掉“隐藏”，看清楚以后删去。

    **依据**：ISO/IEC 29500-1 17.3.2.41（隐藏文字）。
    """
    found = [one for one in _traces(reading, TraceKind.HIDDEN) if one.text.strip()]
    if found:
        message = f"这里有隐藏的文字“{_clipped(found[0].text)}”"
        yield from _told_once(defect, found, message, "去掉“隐藏”，看清楚以后删去")


@rule("F234", "残留的书签", Severity.WARNING)
def bookmarks(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里留着 Word 自己加的书签。

    **为什么**：平时看不见，转成网页、文本时会变成“[bookmark: _GoBack]”一类的字，公开以后尤其难看。
    目录、交叉引用要用的书签不算。

    **反例**：_GoBack、OLE_LINK1、_Hlk123456。

    **正例**：插入—书签，勾选“隐藏书签”，逐个删去。

    **依据**：公文惯例：定稿里没有排版软件的内部记号。
    """
    strays = reading.outline.strays
    has_contents = any(one.kind is StrayKind.CONTENTS for one in strays)
    idle = [
        one
        for one in _traces(reading, TraceKind.BOOKMARK)
        if not one.text.startswith(_REFERRED)
        and not (has_contents and one.text.startswith(_CONTENTS))
    ]
    if idle:
        message = f"这里有Word留下的书签“{idle[0].text}”"
        yield from _told_once(defect, idle, message, "插入—书签，勾选“隐藏书签”，删去")
