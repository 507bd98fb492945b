"""Family F: quotation marks in a font that has them half as wide (F218)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.typeset import body, stretches
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import HAN
from jixiao.model.layout import Stretch
from jixiao.source import Place

#: a quotation of Han characters: the marks around English words may be English
_QUOTED = re.compile(f"“[^“”]{{0,60}}?[{HAN}][^“”]{{0,60}}”|‘[^‘’]{{0,60}}?[{HAN}][^‘’]{{0,60}}’")
#: fonts of Latin letters alone; of any other it is not known what quotation marks it has
_LATIN = re.compile(
    r"Times New Roman|Calibri(?: Light)?|Cambria|Arial|Helvetica|Verdana|Georgia|Tahoma"
    r"|Century|Courier New|Liberation (?:Serif|Sans)|DejaVu (?:Serif|Sans)"
)


@rule("F218", "西文字体的引号", Severity.QUESTION)
def latin_quotes(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文里的引号用的是西文字体，印出来只有半个字宽。

    **为什么**：引号中西文共用一个编码，Word 按字的属性决定用哪种字体；从网页、文本粘贴来的，
    常常用了 Times New Roman 的引号，窄而且贴着字，同一段里还有宽有窄。

    **反例**：“两强”的引号是 Times New Roman。

    **正例**：选中引号，字体改为仿宋；或者删去，在中文输入状态下重打。

    **依据**：GB/T 15834-2011 5.1.3：引号标在相应项目的两端，各占一个字位置；
    ISO/IEC 29500-1 17.3.2.26（w:hint）。
    """
    found = [place for one in stretches(body(reading).text) for place in _narrow(one)]
    if found:
        hint = "选中引号，字体改为仿宋；或者在中文输入状态下重打"
        yield defect.at(
            found[0],
            f"{found[0].text}的引号用的是西文字体，只有半个字宽{counted(found)}",
            hint=hint,
            related=further(found[1:], "这里也是"),
        )


def _narrow(one: Stretch) -> Iterator[Place]:
    if one.has_east_asian_signs or not _LATIN.fullmatch(one.ascii.name):
        return
    start = one.place.start
    for quoted in _QUOTED.finditer(one.text):
        yield one.place.source.place(start + quoted.start(), start + quoted.end())
