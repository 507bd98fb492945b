"""Family N: a sentence that was cut into two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.clause import clauses
from jixiao.language.script import HAN

#: how a paragraph ends that was not finished
_OPEN = re.compile(rf"[{HAN}0-9%，、,]$")
_STOP = re.compile("[。！？；]")
_COMMA = re.compile("[，。；]")
#: characters of running text at least; what is shorter is a title or an entry of a list
_SHORTEST = 30
#: what begins a note, a label or a title of its own
_APART = re.compile(
    r"附[件表：:]|注[：:]|单位[：:]|联系|[填制][报表]|评价|报送|表[0-9一二三]|图[0-9一二三]|（此"
    r"|资料来源|备注|说明[：:]|抄送|主题词"
)
#: more breaks than this are line ends of a page, not slips
_FEW = 3
_TAIL = 10


@rule("N304", "断成两段的句子", Severity.QUESTION)
def sentence_broken(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一段话末尾没有句号，下一段没有序号，接着往下说。

    **为什么**：多半是粘贴时句子中间多了一个回车，一句话成了两段；也可能是上一段漏了句号。

    **反例**：`……对3处塌方路段组织` 另起一段 `抢险队伍连夜清障，当日恢复通行。`

    **正例**：两段合为一段；上一段说完了的，补上句号。

    **依据**：GB/T 15834-2011 4.1 句号的用法；段落完整是公文惯例。
    """
    found = [pair for pair in pairwise(reading.lines) if _is_broken(*pair)]
    shown = found[:1] if len(found) > _FEW else found
    for before, line in shown:
        end = next((stop for _, stop in clauses(line.value)), len(line.value))
        tail = before.value.rstrip()[-_TAIL:]
        count = counted(found) if len(found) > len(shown) else ""
        yield defect.at(
            line.place(0, end),
            f"上一段到“{tail}”没有句号，这一段没有序号，像是同一句话{count}",
            hint="是一句话的，合为一段；上一段已经说完的，补上句号",
            related=[before.related(len(before.value) - len(tail), None, "上一段的末尾")],
        )


def _is_broken(before: Line, line: Line) -> bool:
    """Return whether running text that was not finished goes on in a paragraph without a mark."""
    if before.kind is not LineKind.PARAGRAPH or line.kind is not LineKind.PARAGRAPH:
        return False
    value = before.value.rstrip()
    is_open = len(value) >= _SHORTEST and _OPEN.search(value) and _COMMA.search(value)
    if not is_open or line.mark is not None or _APART.match(value):
        return False
    return _STOP.search(line.value) is not None and _APART.match(line.value) is None
