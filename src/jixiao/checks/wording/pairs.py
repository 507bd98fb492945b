"""Family W: brackets, quotes and titles that do not pair (W111, W112)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.pairing import kind_of, pairing

_KINDS = (LineKind.TITLE, LineKind.HEADING, LineKind.PARAGRAPH)
_NAMES = {"）": "括号", "”": "引号", "》": "书名号"}
_INNER = {"”": ("‘", "’", "单引号‘’"), "》": ("〈", "〉", "单书名号〈〉")}


@rule("W111", "不成对的括号、引号", Severity.WARNING)
def unpaired(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一段里的括号、引号、书名号只有一半，或者两对交叉。

    **为什么**：少了一半，就看不出括注、引文、文件名到哪里为止；多半是删改时带掉的。

    **反例**：印发《节约用水管理办法，并组织学习。

    **正例**：印发《节约用水管理办法》，并组织学习。

    **依据**：GB/T 15834-2011 4.8、4.9、4.15 规定的引号、括号、书名号的形式。
    """
    lines = [one for one in reading.lines if one.kind in _KINDS]
    odd = [_odd(one) for one in lines]
    for line, other in pairwise(odd):
        _reconcile(line, other)
    for found in odd:
        for kind, one in _by_kind(found):
            yield defect.at(
                one[0].place,
                f"“{one[0].around()}”：{_NAMES[kind]}“{one[0].text}”没有配成对",
                hint=f"补上另一半，或删去多余的{_NAMES[kind]}；交叉的，里外要套得住",
                related=further((more.place for more in one[1:]), "同一段里也没有配成对"),
            )


def _odd(line: Line) -> list[Spot]:
    value = line.value
    found = [Spot(line, at, at + 1) for at in pairing(value).odd]
    # A quotation of several paragraphs opens in each of them and closes in the last.
    if found and found[-1].text == "“" and found[-1].start == 0:
        found.pop()
    return found


def _reconcile(line: list[Spot], other: list[Spot]) -> None:
    """Drop two halves that stand in two lines: a paragraph that was broken by line ends."""
    count = 0
    for opened, closed in zip(reversed(line), other, strict=False):
        is_pair = opened.text in "（(“《" and closed.text in "）)”》"
        if not is_pair or kind_of(opened.text) != kind_of(closed.text):
            break
        count += 1
    del line[len(line) - count :]
    del other[:count]


def _by_kind(found: list[Spot]) -> Iterator[tuple[str, list[Spot]]]:
    kinds: dict[str, list[Spot]] = {}
    for one in found:
        kinds.setdefault(kind_of(one.text), []).append(one)
    return iter(kinds.items())


@rule("W112", "套用同一种引号、书名号", Severity.WARNING)
def nested_alike(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """引号里面又用双引号，或者书名号里面又用双书名号。

    **为什么**：里外同形，读到第一个后引号就以为引文完了。

    **反例**：转发《关于印发《档案安全管理办法》的通知》。

    **正例**：转发《关于印发〈档案安全管理办法〉的通知》。

    **依据**：GB/T 15834-2011 4.8、4.15：引号里面还要用引号时，外面一层用双引号，里面一层用单引号；
    书名号同理。
    """
    for line in reading.lines:
        for start, end in pairing(line.value).nested:
            inner = Spot(line, start, end + 1)
            left, right, name = _INNER[line.value[end]]
            first, last = line.edits(start, start + 1, left), line.edits(end, end + 1, right)
            yield defect.at(
                inner.place,
                f"“{inner.clipped}”里外用了同一种{_NAMES[line.value[end]]}",
                hint=f"里面一层改用{name}",
                edits=(*first, *last) if first and last else (),
            )
