"""Family W: places of a template that nobody filled in (W304, W307)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import HAN

_X = "[XxＸｘ×*＊]"
_BLANK_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9*＊])(?:20)?{_X}{{2,6}}(?:\.{_X}{{1,3}})?"
    r"(?:万?亿?元|年|个(?![人体])|名(?![称单字人])|人(?![民员才大社力事])|家(?![庭长园具居乡])"
    r"|户(?!籍)|件|次(?!要)|项(?!目)|%|％)"
    rf"|(?<![A-Za-z0-9])[XxＸ×]{{1,2}}月[XxＸ×]{{1,2}}日"
    rf"|(?<![A-Za-z0-9])20[XxＸ×*＊]{{2}}年"
    rf"|(?<![0-9])0[0-9]{{2,3}}[-－—]?{_X}{{5,8}}|(?<=电话[:：])[ ]?{_X}{{2,12}}"
    r"|_{2,}|＿{2,}"
)
_TO_FILL = re.compile(
    r"[（(【\[〔](?:此处|在此)?(?:请|待)?(?:填写|填报|填入|补充|待填|待补|待定|待核实?|待确认|待完善)"
    r"[^）)】\]〕\n]{0,12}[）)】\]〕]"
    r"|[（(【\[〔]待[填补核定][^）)】\]〕\n]{0,12}[）)】\]〕]"
    r"|(?<![有等亟急还尚仍需])待填[写报](?=[。，；、）]|$)"
    r"|此处(?:填写|填报|插入|请填)|请(?:在此|自行)?填写(?=[。：:，]|$)"
    rf"|\{{\{{?[^{{}}\n]{{0,12}}[{HAN}][^{{}}\n]{{0,12}}\}}\}}?"
)
_EMPTY = re.compile(r"（[ \u3000]*）|\([ \u3000]*\)|“[ \u3000]*”|《[ \u3000]*》|【[ \u3000]*】")
_NAMELESS = re.compile(rf"(?<![A-Za-z0-9*＊]){_X}{{2,6}}(?=[{HAN}])|(?<=[{HAN}])[×*＊]{{2,6}}")
_LEFT_OUT = re.compile(r"[（(]略[）)]")
#: staff may well be 待补充
_TO_ADD = re.compile(r"(?<![有等亟急还尚仍需])待补[充录](?=[，。；]|$)")
_QUOTED = re.compile(r"“[^“”]{0,60}$")


@rule("W304", "没有填写的空", Severity.WARNING)
def unfilled(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """范本里要填的地方还是空的：一串X、一条横线、“（待补）”、空括号。

    **为什么**：这样的报告还没有写完；公开出去就是笑话。

    **反例**：争取资金XX万元；工作总结（待补）；参加培训____人次。

    **正例**：争取资金50万元；没有的就删去这一句。

    **依据**：公文惯例：印发以前内容填写完整。
    """
    lines = [one for one in reading.lines if one.kind is not LineKind.CELL]
    for pattern in (_BLANK_NUMBER, _TO_FILL, _EMPTY, _TO_ADD):
        for spot in spots(lines, pattern):
            if not _is_quoted(spot):
                yield defect.at(
                    spot.place,
                    f"“{spot.around(6, 6)}”：“{spot.text}”还没有填写",
                    hint="填上内容；没有这项内容的，删去这一处",
                    severity=Severity.QUESTION if pattern is _TO_ADD else None,
                )


@rule("W307", "隐去的名称和省略的内容", Severity.QUESTION)
def anonymous(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """用××、**代替名称，或者写着“（略）”。

    **为什么**：可能是有意隐去姓名、单位，也可能是范本里的示例没有换掉，程序分不清。

    **反例**：配合××街道开展普查。

    **正例**：配合城关街道开展普查；要保护隐私的，写“某公司”“张某”。

    **依据**：公文惯例：机关、单位、地名写规范名称。
    """
    lines = [one for one in reading.lines if one.kind is not LineKind.CELL]
    filled = (_NAMELESS, _LEFT_OUT)
    found = [one for form in filled for one in spots(lines, form) if not _is_told_elsewhere(one)]
    if found:
        first = found[0]
        yield defect.at(
            first.place,
            f"“{first.around(6, 6)}”：“{first.text}”是有意隐去，还是没有填写{counted(found)}",
            hint="没有填写的请补上；有意隐去的写“某公司”“张某”",
            related=further((one.place for one in found[1:]), "这里也是"),
        )


def _is_quoted(spot: Spot) -> bool:
    """Return whether a spot stands in a quotation: there a blank is an example."""
    before = spot.line.value[max(spot.start - 60, 0) : spot.start]
    return _QUOTED.search(before) is not None


def _is_told_elsewhere(spot: Spot) -> bool:
    return _is_quoted(spot) or _BLANK_NUMBER.match(spot.line.value, spot.start) is not None
