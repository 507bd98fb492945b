"""Family F: what a file carries besides text and pictures (F251 to F254)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.typeset import layout, top
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import Load, LoadKind
from jixiao.source import Place

_SHOWN = 60
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
#: the templates that Word and WPS make new files of
_STANDARD = re.compile(
    r"(?:normal(?:_wordconv)?|~\$normal|wps[0-9a-z]*|文字文稿|空白文档)?(?:\.(?:dot[mx]?|wpt|wtf|eit))?",
    re.IGNORECASE,
)


def _loads(reading: Reading, kind: LoadKind) -> list[Load]:
    found = layout(reading)
    return [one for one in found.loads if one.kind is kind] if found else []


def _place(reading: Reading, one: Load) -> Place:
    """Return where a thing hangs; what hangs nowhere in the text, at the file's first line."""
    return one.place if one.place.text else top(reading)


def _shown(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}……"


@rule("F251", "带宏的文件", Severity.WARNING)
def macros(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里有宏（程序）。

    **为什么**：宏会随文件发出去，对方打开时弹出安全警告；上级单位的邮箱和电脑多半会拦下。

    **反例**：报告是“启用宏的 Word 文档（*.docm）”。

    **正例**：另存为“Word 文档（*.docx）”，宏就不在了。

    **依据**：公文惯例：定稿里没有程序。
    """
    for one in _loads(reading, LoadKind.MACRO):
        hint = "另存为“Word 文档（*.docx）”，宏就不在了"
        yield defect.at(_place(reading, one), "文件里有宏（程序）", hint=hint)


@rule("F252", "链接到外部的内容", Severity.WARNING)
def links(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """图片、对象链接到文件以外，没有存在文件里。一般的超级链接不算。

    **为什么**：换一台电脑就缺图；打开时会去连接那个地址，地址里还常有电脑的用户名和文件夹。

    **反例**：图片链接到 file:///D:/2022年/图表.png。

    **正例**：用“插入—图片”把图片存进文件；或者“文件—信息—编辑指向文件的链接—断开链接”。

    **依据**：ISO/IEC 29500-2 6.5（关系）；公文惯例：定稿自成一体。
    """
    yield from _told_once(defect, reading, LoadKind.LINK, "链接到外部的“{}”，没有存在文件里")


@rule("F253", "嵌入的对象", Severity.WARNING)
def objects(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件里嵌着表格、控件等对象，双击能打开。公式不算。

    **为什么**：嵌入的 Excel 带着整个工作簿，没有印出来的表、别的单位的数也在里面，公开时一起出去；
    换成网页、文本时对象会丢。

    **反例**：收支表是嵌入的 Excel 工作表（Excel.Sheet.12）。

    **正例**：在 Word 里做成表格；要图的，粘贴为图片。

    **依据**：公文惯例：定稿里没有可以打开的别的文件；ISO/IEC 29500-1 17.3.3.19（嵌入的对象）。
    """
    yield from _told_once(defect, reading, LoadKind.OBJECT, "嵌入了“{}”，双击能打开")


def _told_once(
    defect: Defect, reading: Reading, kind: LoadKind, message: str
) -> Iterator[Diagnostic]:
    found = _loads(reading, kind)
    if found:
        places = [_place(reading, one) for one in found]
        yield defect.at(
            places[0],
            message.format(_shown(found[0].name)) + counted(found),
            hint="在 Word 里断开链接、改成表格或者图片，再存一份",
            related=further(places[1:], "这里也有"),
        )


@rule("F254", "指着别处的模板", Severity.WARNING)
def templates(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    r"""文件记着它是从哪个模板来的，连同那台电脑上的路径。

    **为什么**：路径里常有人名、别的年份、别的单位；打开时 Word 会去找那个模板，
    找不到就慢，找到了就可能带进宏。

    **反例**：模板是 C:\Users\张三\Desktop\2019年绩效.dotx。

    **正例**：开发工具—文档模板，清空，用 Normal。

    **依据**：公文惯例：定稿里没有别的文件的痕迹；ISO/IEC 29500-1 17.15.1.6（附加的模板）。
    """
    attached = [one.name for one in _loads(reading, LoadKind.TEMPLATE)]
    found = layout(reading)
    named = [found.properties.template] if found else []
    foreign = [one for one in attached if not _is_standard(one)]
    foreign += [one for one in named if _is_telling(one, reading.year)]
    if foreign:
        hint = "开发工具—文档模板，清空，用Normal；再存一份"
        yield defect.at(top(reading), f"文件指着模板“{_shown(foreign[0])}”", hint=hint)


def _is_telling(template: str, year: int) -> bool:
    """Return whether a template's name is a path, or that of another year's report."""
    years = {int(one) for one in _YEAR.findall(template)}
    is_other = bool(year and years) and not years & {year, year + 1}
    return is_other or ("\\" in template or "/" in template)


def _is_standard(template: str) -> bool:
    leaf = re.split(r"[\\/]|%5C|%2F", template)[-1]
    return _STANDARD.fullmatch(leaf.strip()) is not None
