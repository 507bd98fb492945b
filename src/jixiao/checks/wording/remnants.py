"""Family W: what Word, a website or a template left in the text (W301 to W306)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, prose, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import HAN
from jixiao.model.outline import StrayKind
from jixiao.source import Place

_FIELD = re.compile(
    r"(?<![A-Za-z])PAGEREF(?![A-Za-z])(?: _Toc[0-9]+)?(?: \\?h)?"
    r"|HYPERLINK (?:\\l )?[\"“”][^\"“”\n]{0,80}[\"“”]?"
    r"|TOC \\o[^\n]{0,40}|\\\* ?MERGEFORMAT"
    r"|(?<![A-Za-z])MERGEFIELD(?![A-Za-z])|_(?:Toc|Ref|Hlk)[0-9]{4,}|_GoBack"
    r"|INCLUDEPICTURE \S{0,80}"
    r"|(?:错误|Error) ?[!！] ?(?:未定义书签|未找到引用源|未找到目录项|文档中没有指定样式的文字"
    r"|超级?链接引用无效|不能识别的开关参数|Bookmark not defined|Reference source not found)[。.]?"
)
_WEB = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|[lr][ds]quo|[mn]dash|hellip|middot|e[mn]sp|thinsp|times|#[0-9]{2,5}"
    r"|#x[0-9a-fA-F]{2,5});"
    r"|</?(?:br|p|span|div|strong|b|i|u|em|font|a|td|tr|th|table|tbody|img|h[1-6]|ul|ol|li|o:p)"
    r"(?: [^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_OPTIONS = re.compile(
    r"(?:增加|增长|上升|提高|高于|多于|超过)(?:[（(]|/|／)(?:减少|减|下降|降低|低于|少于)[）)]?"
    r"(?=[了额率约]?(?:[0-9]|[XxＸ×*＊]{2}|_{2})|[。，；])"
)
_YEAR = "(?:19|20)[0-9]{2}"
_NUMBERED = re.compile(
    rf"(?<=[{HAN}])(?P<open>[\[（(【［])(?P<year>{_YEAR})(?P<close>[\]）)】］])[0-9]{{1,4}}号"
    rf"|〔{_YEAR}[0-9]{{1,4}}号"
    rf"|(?<=[{HAN}])〔[0-9]{{2}}〕[0-9]{{1,4}}号"
    rf"|(?<=[{HAN}]){_YEAR}〕[0-9]{{1,4}}号"
    r"|(?<=[发函字绩预库综党社农建资采改令规教])20[0-2][0-9][1-9][0-9]{0,3}号"
)
#: these are numbered with 第 by those who issue them (公告〔2023〕第12号)
_ORDINAL = re.compile(
    rf"(?<=[{HAN}])(?<!公告)(?<!通告)(?<!令)[〔\[［]{_YEAR}[〕\]］]第[0-9]{{1,4}}号"
)
#: the year and the number of a document, however they were typed
_PARTS = re.compile(r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})[^0-9]{0,2}(?P<number>[0-9]{1,4})号")


@rule("W301", "Word的残留", Severity.ERROR)
def word_remnants(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    r"""Word 的书签、目录、域代码或者出错提示混进了正文。

    **为什么**：从 Word 复制、转换时漏出来的，公开以后尤其难看；目录报错说明标题、页码对不上了。

    **反例**：一、主要职责 PAGEREF _Toc32310 \h 3；错误!未定义书签。

    **正例**：一、主要职责。删去残留，目录在 Word 里更新域以后再导出。

    **依据**：公文惯例：正文里没有排版软件的内部记号。
    """
    remnants = reading.outline.strays
    places = [one.text.place() for one in remnants if one.kind is StrayKind.REMNANT]
    yield from _told_once(defect, places, "Word的书签留在正文里")
    fields = [one.place for one in spots(reading.lines, _FIELD)]
    yield from _told_once(defect, fields, "Word的域代码或出错提示留在正文里")


def _told_once(defect: Defect, places: Sequence[Place], message: str) -> Iterator[Diagnostic]:
    if places:
        yield defect.at(
            places[0],
            f"“{places[0].text}”：{message}{counted(places)}",
            hint="删去",
            related=further(places[1:], "这里也有"),
        )


@rule("W302", "网页的残留", Severity.ERROR)
def web_remnants(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """网页的标签或者转义符混进了正文。

    **为什么**：从网页复制、往网站后台粘贴时漏出来的，读的人看到的是一串代码。

    **反例**：全年办结&nbsp;120件。&lt;br&gt;

    **正例**：全年办结120件。

    **依据**：公文惯例：正文里没有网页的代码。
    """
    places = [one.place for one in spots(reading.lines, _WEB)]
    yield from _told_once(defect, places, "网页的代码留在正文里")


@rule("W303", "混入正文的页码", Severity.WARNING)
def page_numbers(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """页脚的页码成了正文里的一行。

    **为什么**：从 PDF、网页复制全文时带进来的，页一变它就错了。

    **反例**：单独一行“— 2 —”。

    **正例**：删去这一行，页码由 Word 的页脚自动编排。

    **依据**：GB/T 9704-2012 7.5：页码编排在版心下边缘之下，不在正文里。
    """
    strays = reading.outline.strays
    places = [one.text.place() for one in strays if one.kind is StrayKind.PAGE_NUMBER]
    yield from _told_once(defect, places, "页码混入了正文")


@rule("W305", "没有选定的增减", Severity.WARNING)
def undecided_options(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """范本里“增加（减少）”一类的选项没有选定。

    **为什么**：范本给了两个方向，填数的时候该留一个；都留着，读的人不知道是增是减。

    **反例**：比上年增加（减少）12万元。

    **正例**：比上年增加12万元。

    **依据**：公文惯例：范本的选项由填报单位选定。
    """
    for spot in spots(prose(reading.lines), _OPTIONS):
        yield defect.at(
            spot.place,
            f"“{spot.around(4, 8)}”：“{spot.text}”没有选定",
            hint="按实际情况只留一个",
        )


@rule("W306", "不规范的文号", Severity.WARNING)
def document_number_brackets(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """发文字号里的年份没有用六角括号括全，或者顺序号前面加了“第”。

    **为什么**：发文字号的年份用六角括号；粘贴时容易变成方括号、圆括号，或者丢掉半个。
    顺序号前的“第”可能原件就有，请核实。

    **反例**：某财绩[2020]7号；某财绩〔20207号。

    **正例**：某财绩〔2020〕7号。

    **依据**：GB/T 9704-2012 7.2.5：年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字。
    """
    for line in reading.lines:
        found = [(Spot(line, *one.span()), one) for one in _NUMBERED.finditer(line.value)]
        for spot, one in found:
            is_whole = one["open"] is not None and _is_number(spot, one["open"])
            if one["open"] is not None and not is_whole:
                continue
            edits = (
                *(line.edits(*one.span("open"), "〔") if is_whole else ()),
                *(line.edits(*one.span("close"), "〕") if is_whole else ()),
            )
            yield defect.at(
                spot.place,
                f"文号“{spot.around(8, 0)}”的年份没有用六角括号括全",
                hint=f"改为“{_proper(spot)}”",
                edits=edits,
            )
        for one in _ORDINAL.finditer(line.value):
            spot = Spot(line, *one.span())
            yield defect.at(
                spot.place,
                f"文号“{spot.around(8, 0)}”的顺序号加了“第”",
                hint=f"对照原件；原件没有“第”的，改为“{_proper(spot)}”",
                severity=Severity.QUESTION,
            )


def _proper(spot: Spot) -> str:
    """Return the year and the number of a document as they are to be typed."""
    found = _PARTS.search(spot.text.replace("第", ""))
    if found is None:
        return spot.text
    year = found["year"]
    return f"〔{year if len(year) > 2 else f'20{year}'}〕{found['number']}号"  # noqa: PLR2004 -- 23


#: how the code of a body ends before the year of a document's number: 财绩, 政发, 办函, 党组
_CODE_END = re.compile(
    r"[发函字办令规预绩库综教社农建行资采会监审法评改委党组人财政通告公文电纪批复呈请示]$"
)


def _is_number(spot: Spot, bracket: str) -> bool:
    """Return whether a year in brackets is surely that of a document's number.

    Square brackets leave no doubt; round ones may be a note, unless a body's code stands before.
    """
    return bracket not in "（(" or _CODE_END.search(spot.line.value[: spot.start][-1:]) is not None
