"""Family W: blanks and blank lines that were typed (W401 to W403)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import MOST_RELATED, counted, further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Edit, Severity
from jixiao.language.script import HAN
from jixiao.model.outline import Stray, StrayKind

#: of the lines of a level, the share that must begin alike for the others to be odd
_MOST = 0.6
_FEWEST = 3
_SIGNS = "，。；：、！？"
_INNER = re.compile(
    rf"(?<=[{HAN}{_SIGNS}”）》])[ \u00a0]{{1,2}}"
    rf"(?=[{HAN}“（《])(?<![条章节款编] )(?<![条章节款编]  )"
    rf"|(?<=[{HAN}])[ \u00a0]{{1,2}}(?=[{_SIGNS}])"
    rf"|(?<=[{_SIGNS}])[ \u00a0]{{1,2}}(?=[0-9])"
)
#: the label of a field begins behind a blank, and is no part of the sentence
_LABEL = re.compile(rf"[{HAN}]{{2,6}}[：:]")
#: what stands before and behind a name in a list; the empty string is the end of the text
_AROUND_NAME = {"", "、", "：", "，", "；", "。", "（", "）"}
_IS_RUNNING = re.compile("[，。；]")
#: blanks in a line from which on they are its layout: columns, names set apart
_LAYOUT = 8
#: characters of the title of a document at most
_LONGEST_TITLE = 80
#: shares of gaps between lines that may be blank for a blank line to be odd
_RARE = 0.15
_FEWEST_LINES = 6


@rule("W401", "多余的行首空格", Severity.WARNING)
def odd_indents(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """少数几行的开头有空格，同一级的其他行没有（或者空的不一样）。

    **为什么**：首行缩进由样式决定；手打的空格与样式叠在一起，这几行就缩得不齐。

    **反例**：别的段落都顶格，只有一段前面打了一个空格。

    **正例**：删去这个空格，缩进用段落格式设置。

    **依据**：GB/T 9704-2012 7.3.3：公文正文每个自然段左空二字，回行顶格。
    """
    blanks = {one.text.place().end: one for one in _strays(reading, StrayKind.INDENT)}
    if not blanks:
        return
    levels: dict[tuple[LineKind, int], list[tuple[Line, Stray | None]]] = {}
    for line in reading.body:
        stray = blanks.get(line.place(0, 1).start)
        levels.setdefault((line.kind, line.level), []).append((line, stray))
    odd = [stray for lines in levels.values() for stray, _ in _minority(lines)]
    usual = {id(stray): form for lines in levels.values() for stray, form in _minority(lines)}
    if len(odd) > MOST_RELATED:
        first, *others = odd
        yield _indent(defect, first, usual[id(first)], others)
    else:
        for one in odd:
            yield _indent(defect, one, usual[id(one)], [])


def _strays(reading: Reading, kind: StrayKind) -> Iterator[Stray]:
    return (one for one in reading.outline.strays if one.kind is kind)


def _minority(lines: list[tuple[Line, Stray | None]]) -> Iterator[tuple[Stray, str]]:
    """Yield the indents that differ from what most lines of a level begin with."""
    forms = Counter(stray.text.value if stray else "" for _, stray in lines)
    usual, count = forms.most_common(1)[0]
    if count < max(_FEWEST, _MOST * len(lines)):
        return
    for _, stray in lines:
        if stray and stray.text.value != usual:
            yield stray, usual


def _indent(defect: Defect, one: Stray, usual: str, others: list[Stray]) -> Diagnostic:
    are = "不是这样空的" if usual else "没有"
    return defect.at(
        one.text.place(),
        f"行首有{len(one.text)}个空格，同一级的其他行{are}{counted([one, *others])}",
        hint="与其他行一致" if usual else "删去行首的空格",
        related=further((stray.text.place() for stray in others), "这一行也是"),
        edits=[Edit(stray.text.place(), usual) for stray in (one, *others)],
    )


@rule("W402", "汉字之间的空格", Severity.WARNING)
def inner_blanks(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """句子里汉字与汉字、汉字与标点之间有空格。

    **为什么**：中文不分词书写，句子里的空格是粘贴、改动留下的，检索时还会把一个词断成两个。

    **反例**：全面落实 各项制度。

    **正例**：全面落实各项制度。数字前后的空格、标题和姓名有意排宽的不在此列。

    **依据**：公文排版的惯例：正文的字与字之间不空格。
    """
    for line in reading.lines:
        if line.kind is not LineKind.PARAGRAPH or not _IS_RUNNING.search(line.value):
            continue
        behind = line.mark.end if line.mark else 0
        inner = (one for one in _INNER.finditer(line.value) if one.start() >= behind)
        found = [Spot(line, *one.span()) for one in inner if not _is_meant(line, one)]
        if found and len(found) < _LAYOUT:
            yield defect.at(
                found[0].place,
                f"“{found[0].around(6, 6)}”里有多余的空格{counted(found)}",
                hint="删去这个空格；隔开几个名称的，改用“、”",
                related=further((one.place for one in found[1:]), "同一段里的另一处"),
                edits=[edit for one in found for edit in one.edits("")]
                if all(map(_is_beside_sign, found))
                else (),
            )


def _is_beside_sign(blank: Spot) -> bool:
    """Return whether a blank stands by a comma or a stop: between words it may divide names."""
    around = blank.around(1, 1)
    return around[0] in _SIGNS or around[-1] in _SIGNS


def _is_meant(line: Line, blank: re.Match[str]) -> bool:
    """Return whether a blank belongs to a mark of a number, or joins two bodies in a title."""
    if any(blank.end() in {mark.start, mark.end} for mark in line.marks):
        return True
    if _LABEL.match(line.value, blank.end()) or _is_set_wide(line.value, blank):
        return True
    before = line.value[max(blank.start() - _LONGEST_TITLE, 0) : blank.start()]
    return before.rfind("《") > before.rfind("》") or before.endswith("中共中央")


def _is_set_wide(text: str, blank: re.Match[str]) -> bool:
    """Return whether a blank stands in a name of two characters, set as wide as one of three."""
    before = text[max(blank.start() - 2, 0) : blank.start() - 1]
    behind = text[blank.end() + 1 : blank.end() + 2]
    return before in _AROUND_NAME and behind in _AROUND_NAME


@rule("W403", "多余的空行", Severity.QUESTION)
def blank_lines(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """正文里个别地方空了一行，别处都不空。

    **为什么**：空行多半是误按回车，或者用空行代替段间距；版面因此疏密不一，行数也对不上。

    **反例**：全文只有第二部分的前面空了一行。

    **正例**：删去空行，间距用段落格式设置。

    **依据**：GB/T 9704-2012 5.2.3：一般每面排22行，每行排28个字，并撑满版心。
    """
    body = {line.place(0, 1).line for line in reading.body if line.value}
    blanks = [one for one in _strays(reading, StrayKind.BLANK) if one.text.place().line > 1]
    numbers = {one.text.place().line for one in blanks}
    within = [one for one in blanks if _is_within(one.text.place().line, numbers, body)]
    if not within or len(body) < _FEWEST_LINES or len(within) > _RARE * len(body):
        return
    yield defect.at(
        within[0].text.place(),
        f"这里空了一行，别处都不空{counted(within)}",
        hint="不是有意空的，就删去空行",
        related=further((one.text.place() for one in within[1:]), "这里也空了"),
    )


def _is_within(number: int, blanks: set[int], body: set[int]) -> bool:
    """Return whether a blank line is the first between two lines of the body."""
    if number - 1 not in body:
        return False
    after = number + 1
    while after in blanks:
        after += 1
    return after in body
