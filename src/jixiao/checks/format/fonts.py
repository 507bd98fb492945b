"""Family F: the fonts and sizes of the text, its headings and its title (F211 to F214)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jixiao.checks.format.colors import is_colored
from jixiao.checks.format.faces import BODY_SIZE, TITLE_SIZE, Face, is_of, size_name
from jixiao.checks.format.most import by_length
from jixiao.checks.format.typeset import Typeset, body, stretches
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.mark import MarkKind
from jixiao.model.layout import Stretch

_HEADINGS = (
    (MarkKind.PART, "一级", Face.HEITI, Severity.WARNING),
    (MarkKind.SECTION, "二级", Face.KAITI, Severity.WARNING),
    (MarkKind.POINT, "三级", Face.FANGSONG, Severity.QUESTION),
    (MarkKind.SUBPOINT, "四级", Face.FANGSONG, Severity.QUESTION),
)


@rule("F211", "不是仿宋的正文", Severity.WARNING)
def body_font(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文大部分用的不是仿宋体。

    **为什么**：公文正文用仿宋；新建的 Word 文件默认是宋体、等线，不改过来，
    一眼就看得出没有按公文排。

    **反例**：正文用宋体。

    **正例**：正文用仿宋或者仿宋_GB2312；数字和英文用 Times New Roman 或者仿宋都可以。

    **依据**：GB/T 9704-2012 5.2.2：如无特殊说明，公文格式各要素一般用3号仿宋体字。
    """
    found = by_length(stretches(body(reading).running), lambda one: one.east_asian.name)
    if found and not is_of(found, Face.FANGSONG):
        wrong = _having(body(reading).running, lambda one: one.east_asian.name == found)
        message = f"正文的字体是{found}，不是仿宋{counted(wrong)}"
        hint = "把正文样式的中文字体设为仿宋或仿宋_GB2312"
        yield defect.at(wrong[0].place, message, hint=hint)


@rule("F212", "不是三号的正文", Severity.WARNING)
def body_size(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文大部分不是三号字。

    **为什么**：三号字、每面22行、每行28字是配套的；字小了，行数、页数、页边全对不上，年纪大的人也看不清。

    **反例**：正文用小四号。

    **正例**：正文用三号（16磅）。

    **依据**：GB/T 9704-2012 5.2.2：如无特殊说明，公文格式各要素一般用3号仿宋体字。
    """
    found = by_length(stretches(body(reading).running), lambda one: one.size)
    if found and abs(found - BODY_SIZE) > 1:
        wrong = _having(body(reading).running, lambda one: one.size == found)
        message = f"正文的字号是{size_name(found)}，不是三号{counted(wrong)}"
        yield defect.at(wrong[0].place, message, hint="把正文样式的字号设为三号（16磅）")


def _having(lines: Sequence[Typeset], trait: Callable[[Stretch], bool]) -> list[Typeset]:
    return [one for one in lines if any(trait(stretch) for stretch in one.looks.stretches)]


@rule("F213", "层次标题的字体字号", Severity.WARNING)
def heading_fonts(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """“一、”不是黑体，“（一）”不是楷体，或者标题不是三号字。

    **为什么**：公文靠字体区分层次，字号都是三号；用错了，读的人分不出哪一层，目录也会乱。
    第三、四层用别的字体的，只提请核实。

    **反例**：“一、预算单位基本情况”用宋体加粗、小二号。

    **正例**：“一、”黑体，“（一）”楷体，“1.”和“（1）”仿宋，都是三号；加粗与否不论。

    **依据**：GB/T 9704-2012 7.3.3：一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋字标注。
    """
    own = body(reading)
    usual = by_length(stretches(own.running), lambda one: (one.east_asian.name, one.size))
    for kind, name, face, severity in _HEADINGS:
        headings = [one for one in own.headings if one.line.mark and one.line.mark.kind is kind]
        looked = [(one, _looks(one)) for one in headings]
        wrong = [(one, look) for one, look in looked if look and not _fits(look, face)]
        # Deep headings that look like a text which is told of anyway are mended with it.
        if wrong and not (severity is Severity.QUESTION and wrong[0][1] == usual):
            first, (font, size) = wrong[0]
            message = f"{name}标题“{first.line.value[:20]}”用的是{font}{size_name(size)}"
            wanted = f"，应为{face.value}三号{counted(wrong)}"
            yield defect.at(
                first.place,
                message + wanted,
                hint=f"把{name}标题的样式设为{face.value}、三号",
                related=further((one.place for one, _ in wrong[1:]), "这个标题也是"),
                severity=severity,
            )


def _is_set_apart(one: Typeset) -> bool:
    """Return whether a line at the top looks like a title: in the middle, or larger than text.

    A coloured one is the name of the office above a document (发文机关标志), of any size.
    """
    if any(is_colored(part) for part in one.looks.stretches):
        return False
    is_large = any(part.size > BODY_SIZE for part in one.looks.stretches)
    return is_large or one.looks.alignment == "center"


def _looks(one: Typeset) -> tuple[str, int] | None:
    """Return the font and the size that most of a line has, where its file names one."""
    found = by_length(one.looks.stretches, lambda part: (part.east_asian.name, part.size))
    return found if found and found[0] else None


def _fits(look: tuple[str, int], face: Face) -> bool:
    return is_of(look[0], face) and abs(look[1] - BODY_SIZE) <= 1


@rule("F214", "题目的字体字号", Severity.WARNING)
def title_font(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """报告的题目不是二号小标宋体。

    **为什么**：题目是一份公文最先被看见的一行，用宋体加粗、黑体代替，一看就不是按标准排的。
    封面上的题目不在此列。

    **反例**：题目用宋体加粗、小二号。

    **正例**：题目用方正小标宋简体（或华文中宋）、二号、居中，不加粗。

    **依据**：GB/T 9704-2012 7.3.1：标题一般用2号小标宋体字，分一行或多行居中排布。
    """
    looked = [(one, _looks(one)) for one in body(reading).title if _is_set_apart(one)]
    largest = max((look[1] for _, look in looked if look), default=0)
    for one, look in looked:
        # Smaller lines below the title are its date, its author.
        if look is None or look[1] < largest:
            continue
        is_large = abs(look[1] - TITLE_SIZE) <= 1
        if not is_of(look[0], Face.XIAOBIAOSONG) or not is_large:
            message = f"题目用的是{look[0]}{size_name(look[1])}，应为小标宋体二号"
            hint = "题目设为方正小标宋简体、二号、居中、不加粗"
            yield defect.at(one.place, message, hint=hint)
            return
