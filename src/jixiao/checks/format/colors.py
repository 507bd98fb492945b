"""Family F: coloured and marked text (F217)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.typeset import body, clipped, stretches
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import Stretch

#: a channel of a colour that is still taken for black
_BLACK = 0x40
_RGB = re.compile("[0-9A-F]{6}")


@rule("F217", "彩色的文字", Severity.WARNING)
def colored_text(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文、标题里有彩色的字，或者有突出显示的底色。

    **为什么**：红字、黄底多半是改稿时做的记号：待补的数、待定的话。留到定稿里，就是还没有改完。

    **反例**：“完成率98%”标着黄色。

    **正例**：核对无误以后，字体颜色改为自动（黑色），去掉突出显示。

    **依据**：GB/T 9704-2012 5.2.4：如无特殊说明，公文中文字的颜色均为黑色。
    """
    found = [one for one in stretches(body(reading).text) if one.is_highlighted or is_colored(one)]
    if found:
        first = found[0]
        how = "加了突出显示的底色" if first.is_highlighted else f"是彩色的（{first.color}）"
        yield defect.at(
            first.place,
            f"“{clipped(first.text)}”{how}{counted(found)}",
            hint="是改稿的记号的，先核对；字体颜色改为自动，去掉突出显示",
            related=further((one.place for one in found[1:]), "这里也是"),
        )


def is_colored(one: Stretch) -> bool:
    """Return whether characters are in a colour that nobody takes for black."""
    if not _RGB.fullmatch(one.color):
        return False
    return any(int(one.color[at : at + 2], 16) > _BLACK for at in (0, 2, 4))
