"""Family W: marks that do not belong where they stand (W105 to W109)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, prose, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.mention import Mention
from jixiao.language.script import HAN

_BETWEEN = re.compile("(?<=”)、(?=“)|(?<=》)、(?=《)")
#: characters of a quoted item, or of the title of a document, at most
_LONGEST_ITEM = 100
_QUOTED = rf"(?:“[^“”\n]{{1,{_LONGEST_ITEM}}}”|《[^《》\n]{{1,{_LONGEST_ITEM}}}》)"
_NOTE = "(?:（[^（）\n]{1,40}）)"
#: quoted items up to the last one, notes and all; a word between two makes no other list of them
_LIST = re.compile(rf"{_QUOTED}{_NOTE}?(?:(?:、|和|及|与|以及)?{_QUOTED}{_NOTE}?)+")
_NOTED = re.compile("[”》]（")
_WIDE_COLON = re.compile(
    r"(?<![A-Za-z])(?:ISO|IEC|EN|IEEE|OIML|ITU|CISPR|UL|BS|DIN|ASTM)(?:/[A-Z]{2,6}){0,2}"
    r"[ \u00a0]?[0-9]{2,6}(?:-[0-9]{1,3}){0,2}(?P<colon>：)(?:19|20)[0-9]{2}(?![0-9])"
)
_CROWD = re.compile(rf"[，、；：。,;]{{2,}}|[！？][，。；、：]|(?<=[{HAN}])(?:：:|:：)")
#: 其中： opens a list of its own, which may well be a sentence
_PART_FOLLOWS = re.compile("。其中(?![：:])")
#: the same where the noun stands before its count: 医院3家、诊所12家
_NOUN_GAP = re.compile(rf"(?P<sign>[，、])(?P<noun>[{HAN}]{{2,10}})")
#: what begins a clause of its own, no noun of a list
_NO_NOUN = re.compile(
    r"其[中余他]|另|累计|共|合计|总|新增|增|减|新建|改|建成|开展|完成|组织|举办|培训|发放|检查|查处|整改|办结|受理"
    r"|立案|结案|处|惠及|涉及|覆盖|带动|服务|注销|吊销|关停|取消|退出|淘汰|新设|新|引进|培育|认定|获|创建|评|选|招|聘|退|调|转|购|租|种|养|销|收|发放|印"
    r"|参加|参与|接待|出动|拆除|清理|修|维|更换|安装|实有|在[职编]|平均|比"
)
#: units of places, of people and of cases
_KINDS = {one: kind[0] for kind in ("家所个处座", "名人位", "件起宗") for one in kind}
_ITEM_GAP = re.compile(rf"[{HAN}“”]{{1,10}}(?P<sign>[，、])")


@rule("W105", "引号或书名号之间的顿号", Severity.WARNING)
def comma_between_quoted(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """并列的几项都带引号，或者都带书名号，中间又用了顿号。

    **为什么**：引号、书名号已经把几项分开，顿号是多余的；同一篇里有的用、有的不用，更显得乱。

    **反例**：获评“书香机关”、“节水型单位”。

    **正例**：获评“书香机关”“节水型单位”。中间插有括注的（《办法》（试行）、《细则》）宜用顿号。

    **依据**：GB/T 15834-2011 4.5.3.5：标有引号、书名号的并列成分之间通常不用顿号。
    """
    for line in reading.lines:
        found = [spot for one in _LIST.finditer(line.value) for spot in _needless(line, one)]
        if found:
            yield defect.at(
                found[0].place,
                f"“{found[0].around()}”：并列的两项之间不用顿号{counted(found)}",
                hint="删去这个“、”",
                related=further((one.place for one in found[1:]), "同一段里的另一处"),
                edits=[edit for one in found for edit in one.edits("")],
            )


def _needless(line: Line, listed: re.Match[str]) -> Iterator[Spot]:
    """Yield the 、 of a list, unless they set its items off from notes, or from items unquoted."""
    text, start, end = listed.string, *listed.span()
    if _NOTED.search(listed[0]) or text[start - 1 : start] == "、" or text[end : end + 1] == "、":
        return
    for one in _BETWEEN.finditer(text, start, end):
        yield Spot(line, *one.span())


@rule("W106", "标准号里的全角冒号", Severity.WARNING)
def wide_colon_in_standard(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """国际标准、国外标准的编号与年份之间用了全角冒号。

    **为什么**：标准号是外文编号，里面的冒号用半角；写成全角，照着它检索不到这项标准。

    **反例**：通过ISO14001：2015环境管理体系认证。

    **正例**：通过ISO 14001:2015环境管理体系认证。

    **依据**：ISO、IEC 标准编号的写法“ISO 14001:2015”。
    """
    for line in reading.lines:
        for found in _WIDE_COLON.finditer(line.value):
            spot = Spot(line, *found.span("colon"))
            yield defect.at(
                spot.place,
                f"标准号“{found[0]}”里用了全角冒号",
                hint=f"改为“{found[0].replace('：', ':')}”",
                edits=spot.edits(":"),
            )


@rule("W107", "叠在一起的标点", Severity.WARNING)
def crowded_marks(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """两个句内或句末标点连在一起。

    **为什么**：多半是删改句子时留下的；一处停顿只用一个标点。

    **反例**：完成审核120件，。

    **正例**：完成审核120件。省略号“……”、破折号“——”、“？！”不在此列。

    **依据**：公文惯例：一处停顿只用一个点号。
    """
    for spot in spots(reading.lines, _CROWD):
        signs = spot.text
        if signs.isascii() and not re.search(f"[{HAN}]", spot.around(1, 1)):
            continue
        is_doubled = signs in {"，，", "。。", "；；", "：：", "、、"}
        yield defect.at(
            spot.place,
            f"“{spot.around()}”里标点“{spot.clipped}”叠在一起",
            hint=f"只留一个“{signs[0]}”" if is_doubled else _hint(signs),
            edits=spot.edits(signs[0]) if is_doubled else (),
        )


def _hint(signs: str) -> str:
    if set(signs) <= {"。", "、"} and len(set(signs)) == 1:
        return "表示省略用“……”，否则只留一个"
    return "只留该用的那一个"


@rule("W108", "隔断“其中”的句号", Severity.QUESTION)
def full_stop_before_part(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """总数后面用了句号，下一句才以“其中”分述同一个数。

    **为什么**：“其中”说的是前面的总数，用句号断开，总数和分项就成了不相干的两句。

    **反例**：完成抽检500批次。其中食品300批次，农产品200批次。

    **正例**：完成抽检500批次，其中食品300批次、农产品200批次。

    **依据**：GB/T 15834-2011 4.1、4.4：一句话说完才用句号，句子内部的停顿用逗号。
    """
    found = [one for line in prose(reading.lines) for one in _cut_off(line)]
    if found:
        yield defect.at(
            found[0].place,
            f"“{found[0].around(8, 10)}”：“其中”接着说前面的数，句号把它隔断了{counted(found)}",
            hint="“其中”前改用逗号",
            related=further((one.place for one in found[1:]), "这里也是"),
        )


def _cut_off(line: Line) -> Iterator[Spot]:
    value = line.value
    for total, part in pairwise(line.mentions):
        if not _PART_FOLLOWS.match(value, total.end) or not total.has_unit:
            continue
        is_near = not re.search("[。；]", value[total.end + 1 : part.start][:40])
        same = total.measure.dimension == part.measure.dimension != "%"
        is_part = part.measure.amount <= total.measure.amount
        if is_near and same and is_part and part.start - total.end < _LONGEST_ITEM:
            yield Spot(line, total.end, total.end + 1)


@rule("W109", "一组并列项里混用的逗号和顿号", Severity.QUESTION)
def mixed_separators(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一层的几个并列项，有的用逗号隔开，有的用顿号隔开。

    **为什么**：顿号管的比逗号小。混着用，读的人会以为前后几项不在一层。

    **反例**：走访6家企业，9家商户、4家合作社。

    **正例**：走访6家企业、9家商户、4家合作社。

    **依据**：GB/T 15834-2011 4.5：句内并列词语之间的停顿用顿号。
    """
    for line in reading.lines:
        if line.kind is LineKind.PARAGRAPH:
            for spot in (*_mixed(line), *_mixed_nouns(line)):
                yield defect.at(
                    spot.place,
                    f"“{spot.clipped}”里几个并列项，逗号和顿号混用",
                    hint="同一层的并列项用一种标点，一般用“、”",
                )


def _mixed(line: Line) -> Iterator[Spot]:
    signs: list[str] = []
    first: Mention | None = None
    for one, other in pairwise(line.mentions):
        sign = _separator(line.value, one, other)
        if sign is None:
            signs, first = [], None
            continue
        first = first or one
        signs.append(sign)
        if len(signs) > 1 and signs[-2] != signs[-1]:
            yield Spot(line, first.start, other.end)
            signs, first = [], None


def _mixed_nouns(line: Line) -> Iterator[Spot]:
    """Yield the lists of nouns with counts in which one sign is not that to both sides of it."""
    run: list[tuple[Mention, Mention, str]] = []
    for one, other in pairwise(line.mentions):
        between = _NOUN_GAP.fullmatch(line.value, one.end, other.start)
        is_list = between and _is_alike(one, other) and not _NO_NOUN.search(between["noun"])
        if between and is_list:
            run.append((one, other, between["sign"]))
        else:
            yield from _odd(line, run)
            run = []
    yield from _odd(line, run)


def _odd(line: Line, run: list[tuple[Mention, Mention, str]]) -> Iterator[Spot]:
    signs = [sign for *_, sign in run]
    for at in range(1, len(signs) - 1):
        if signs[at - 1] == signs[at + 1] != signs[at]:
            yield Spot(line, run[at - 1][0].start, run[at + 1][1].end)
            return


def _is_alike(one: Mention, other: Mention) -> bool:
    """Return whether two counts are of things of one kind."""
    a, b = one.measure.unit, other.measure.unit
    return bool(a) and _KINDS.get(a, a) == _KINDS.get(b, b) and a not in {"%", "元"}


def _separator(text: str, one: Mention, other: Mention) -> str | None:
    """Return what separates two items that are each a count and its noun, if they are."""
    if not one.has_unit or one.measure.unit != other.measure.unit or one.measure.unit == "%":
        return None
    between = _ITEM_GAP.fullmatch(text, one.end, other.start)
    return between["sign"] if between else None
