"""Family W: half-width marks that stand in Chinese text (W101 to W104)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Edit, Severity
from jixiao.language.mark import Mark
from jixiao.language.script import BLANKS, HAN, is_han

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
#: the ! of Word's “错误!未定义书签” is a remnant; ?? is what a wrong encoding leaves
_NARROW = re.compile(r"(?<!错误)[,;:!](?![,;:!])|(?<!\?)\?(?!\?)")
_CLOSING = "）”’》】〕"
_OPENING = "（“‘《【〔"
_STOPS = "，。；：、！？,;:!?."
#: characters to look at beside a mark, to see whether a word with letters stands there
_REACH = 24
_FULL_STOP = re.compile(rf"(?<=[{HAN}）”》%])[.．](?=[{BLANKS}]*(?:$|[{HAN}“《（]))")
_ROUND = re.compile(rf"[()（）]|[{HAN}]+")
_QUOTE = re.compile('"')
_HAN_RUN = re.compile(f"[{HAN}]")
#: a bracketed stretch is underlined as a whole up to this many characters
_LONGEST = 60


def _outside_marks(line: Line, at: int) -> bool:
    """Return whether a character is no part of a number of a heading: that is another rule's."""
    return not any(_holds(mark, at) for mark in line.marks[:1])


def _holds(mark: Mark, at: int) -> bool:
    return mark.start <= at < mark.start + len(mark.text)


def _beside(text: str, at: int, step: int) -> str:
    """Return the character next to a mark on one side, over a blank or two; empty at the end."""
    for _ in range(3):
        at += step
        if not 0 <= at < len(text):
            return ""
        if text[at] not in BLANKS:
            return text[at] if not _in_word(text, at, step) else "A"
    return ""


def _in_word(text: str, at: int, step: int) -> bool:
    """Return whether an ASCII word with a letter in it stands at a character."""
    stretch = text[at : at + _REACH] if step > 0 else text[max(at - _REACH, 0) : at + 1][::-1]
    for character in stretch:
        if not (character.isascii() and character.isalnum()):
            return False
        if character.isalpha():
            return True
    return False


def _in_chinese(text: str, at: int) -> bool:
    left, right = _beside(text, at, -1), _beside(text, at, 1)
    if not left or left in _STOPS or "A" in (left, right):
        return False
    chinese_left = is_han(left) or left in _CLOSING
    chinese_right = is_han(right) or (right != "" and right in _OPENING)
    if left.isdigit() or left == "%":
        return chinese_right
    return chinese_left and (chinese_right or right == "" or right.isdigit())


@rule("W101", "汉字旁的半角标点", Severity.WARNING)
def half_width_marks(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """中文句子里的逗号、分号、冒号、问号、叹号打成了半角。

    **为什么**：半角标点只占半个字宽，排出来疏密不匀，一看就是从别处粘贴的；转换格式时还容易断错行。

    **反例**：年初预算50万元,追加3万元。

    **正例**：年初预算50万元，追加3万元。数字里的千分撇（1,203.56）和外文中的标点不在此列。

    **依据**：GB/T 15834-2011 5.1：横排文稿里句内的点号占一个字的位置。
    """
    for line in reading.lines:
        value = line.value
        for found in _NARROW.finditer(value):
            at = found.start()
            if _in_chinese(value, at) and _outside_marks(line, at):
                spot, wide = Spot(line, at, at + 1), _WIDE[value[at]]
                yield defect.at(
                    spot.place,
                    f"“{spot.around(6, 6)}”里用了半角的“{value[at]}”",
                    hint=f"改为全角“{wide}”",
                    edits=line.edits(at, _behind_blanks(value, at + 1), wide),
                )


def _in_citation(text: str, at: int) -> bool:
    """Return whether a dot stands in a citation that could not be resolved."""
    return text.rfind("【", max(at - _LONGEST, 0), at) > text.rfind("】", max(at - _LONGEST, 0), at)


def _behind_blanks(text: str, at: int) -> int:
    """Return where the blanks end that were typed behind a half-width mark, as in English."""
    for end in range(at, min(at + 3, len(text))):
        if text[end] != " ":
            return end
    return at


@rule("W102", "句末的英文句点", Severity.WARNING)
def ascii_full_stop(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """中文句子用英文句点“.”收尾。

    **为什么**：中文的句号是“。”，“.”会被看成小数点或者编号的一部分。

    **反例**：全年完成培训12期.

    **正例**：全年完成培训12期。

    **依据**：GB/T 15834-2011 4.1：句号的形式是“。”。
    """
    for line in reading.lines:
        if line.kind is not LineKind.PARAGRAPH:
            continue
        for found in _FULL_STOP.finditer(line.value):
            if _outside_marks(line, found.start()) and not _in_citation(line.value, found.start()):
                spot = Spot(line, *found.span())
                is_last = not line.value[found.end() :].strip()
                yield defect.at(
                    spot.place,
                    f"“{spot.around()}”里用了英文句点“{spot.text}”",
                    hint="句末改为“。”" if is_last else "句末应为“。”；人名中间应为“·”",
                    edits=spot.edits("。") if is_last else (),
                )


@rule("W103", "括着汉字的半角括号", Severity.WARNING)
def half_width_brackets(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """括号里是汉字，括号却是半角的，或者一半全角、一半半角。

    **为什么**：同一篇里全角、半角括号混用，多半是从别处粘贴来的；两半不一样，检索时也配不成对。

    **反例**：印发检查记录表(试行)20份。

    **正例**：印发检查记录表（试行）20份。

    **依据**：GB/T 15834-2011 4.9：括号的主要形式是圆括号“（）”。
    """
    for line in reading.lines:
        for start, end in _narrow_pairs(line.value):
            if not _outside_marks(line, start):
                continue
            whole = Spot(line, start, end)
            is_short = end - start <= _LONGEST
            yield defect.at(
                whole.place if is_short else line.place(start, start + 1),
                f"“{whole.clipped}”用了半角括号",
                hint="改为全角括号“（）”",
                edits=_widened(line, start, "（") + _widened(line, end - 1, "）"),
            )


def _widened(line: Line, at: int, wide: str) -> tuple[Edit, ...]:
    return () if line.value[at] == wide else line.edits(at, at + 1, wide)


def _narrow_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs that hold Han between half-width brackets, or are only half of them."""
    opened: list[tuple[int, int]] = []
    runs = 0
    for found in _ROUND.finditer(text):
        sign = found[0]
        if sign in "(（":
            opened.append((found.start(), runs))
        elif sign not in ")）":
            runs += 1
        elif opened:
            start, before = opened.pop()
            narrow = (text[start] == "(") + (sign == ")")
            if narrow == 1 or (narrow and runs > before):
                yield start, found.end()


@rule("W104", "括着汉字的直引号", Severity.WARNING)
def straight_quotes(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """中文里用了不分左右的英文直引号。

    **为什么**：直引号不分左右，换一种字体就看不出引文从哪里开始、到哪里结束。

    **反例**：开展"双减"专项督导。

    **正例**：开展“双减”专项督导。

    **依据**：GB/T 15834-2011 4.8：引号的形式有双引号“”和单引号‘’两种，
    左侧的为前引号，右侧的为后引号。
    """
    for line in reading.lines:
        at = _without_inch(line.value, [one.start() for one in _QUOTE.finditer(line.value)])
        pairs_up = len(at) % 2 == 0
        for start, end in zip(at[::2], at[1::2], strict=False):
            if not _HAN_RUN.search(line.value, start, end):
                continue
            whole = Spot(line, start, end + 1)
            edits = line.edits(start, start + 1, "“") + line.edits(end, end + 1, "”")
            yield defect.at(
                whole.place if end - start < _LONGEST else line.place(start, start + 1),
                f"“{whole.clipped}”用了直引号",
                hint="改为“ ”，左右分开",
                edits=edits if pairs_up else (),
            )


def _without_inch(text: str, at: list[int]) -> list[int]:
    """Return where quotes stand without the first sign of inches (24"), where one is too many."""
    if len(at) % 2 == 0:
        return at
    inch = next((one for one in at if text[one - 1 : one].isdigit()), None)
    return [one for one in at if one != inch]
