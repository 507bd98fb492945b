"""Findings as 审核意见: numbered remarks by severity and rule, each with its words and reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from jixiao.diagnostic import SETTLED, Defect, Diagnostic, Severity, by_severity
from jixiao.excerpt import CUT, excerpts, visible, words
from jixiao.export.manual import basis
from jixiao.model.examined import Examined
from jixiao.model.opinion import Aside, Basis, Chapter, Group, Opinion, Quote, Remark, Spot
from jixiao.model.outline import Heading, Outline
from jixiao.source import Place

_ADVICE = {
    Severity.ERROR.label: "数字、表述确有差错，应当改正后再报送。",
    Severity.WARNING.label: "不合规范或者容易引起误解，建议改正。",
    Severity.QUESTION.label: "请对照原始资料核实：有误的改正，无误的说明理由。",
    SETTLED: "单位已经核实并说明理由，列在这里备查。",
}
#: columns of the words quoted, and of those of a second place
_QUOTED, _ASIDE = 32, 24
#: characters of a heading that a remark is placed by
_HEADING = 10
_UNTITLED = "审核意见"
#: a document at the start of what a rule rests on: GB/T 9704-2012 7.3.3：结构层次序数依次标注。
_NAMED = re.compile(r"((?:《|GB|财[预办库])[^：；。]{2,60})[：；]")
#: what is said of a finding: reason, hint, second places, why it is settled
_Said = tuple[str, str, tuple[Aside, ...], str]


def opinion(files: Sequence[Examined], manuals: Mapping[str, Defect]) -> Opinion:
    """Return the opinion on what was examined; `manuals` holds the kinds of defect by code."""
    leaves = Counter(_leaf(one) for one in files)
    chapters = tuple(
        _chapter(one, _leaf(one) if leaves[_leaf(one)] == 1 else one.name, manuals) for one in files
    )
    titles = [one.title for one in chapters if one.title]
    alone = len(chapters) == 1 and titles
    return Opinion(f"关于《{titles[0]}》的审核意见" if alone else _UNTITLED, chapters)


def _leaf(examined: Examined) -> str:
    """Return a file's name without its folders, which are nobody's business but the reviewer's."""
    return examined.name if examined.is_content else examined.name.rpartition("/")[2]


def _chapter(examined: Examined, name: str, manuals: Mapping[str, Defect]) -> Chapter:
    context = _Context(_headings(examined.outline), not examined.is_content)
    numbers = count(1)
    groups = by_severity(examined.findings)
    return Chapter(
        _title(examined.outline),
        visible(name),
        _dated(examined.outline),
        _counted(groups),
        tuple(
            Group(label, len(found), _ADVICE[label], tuple(context.remarks(found, numbers)))
            for label, found in groups
        ),
        tuple(_bases([one for _, found in groups for one in found], manuals)),
    )


def _bases(found: Sequence[Diagnostic], manuals: Mapping[str, Defect]) -> Iterator[Basis]:
    """Yield what the rules of the findings rest on, each once with its rules."""
    told: dict[str, list[str]] = {}
    for code in dict.fromkeys(one.code for one in found):
        rests = _document(basis(manuals[code])) if code in manuals else ""
        if rests:
            told.setdefault(rests, []).append(code)
    for rests, rules in told.items():
        yield Basis("、".join(rules), rests)


def _document(rests: str) -> str:
    """Return the document and its clause where one is named, without what it says there."""
    named = _NAMED.match(rests)
    return named[1] if named else rests.rstrip("。")


def _counted(groups: Sequence[tuple[str, Sequence[Diagnostic]]]) -> str:
    if not groups:
        return "没有发现需要修改或者核实的地方。"
    told = "，".join(f"{label}{len(found)}条" for label, found in groups)
    return f"共{sum(len(found) for _, found in groups)}条：{told}。"


def _title(outline: Outline | None) -> str:
    return visible("".join(one.value.strip() for one in outline.title)) if outline else ""


def _dated(outline: Outline | None) -> str:
    return visible(outline.date.value.strip()) if outline and outline.date else ""


def _headings(outline: Outline | None) -> tuple[tuple[Place, str], ...]:
    """Return where each heading stands, with its words; none where they are of several files."""
    blocks = outline.blocks if outline else ()
    placed = [(one.printed.place(), one.line) for one in blocks if isinstance(one, Heading)]
    if len({place.file for place, _ in placed}) != 1:
        return ()
    return tuple((place, visible(line)) for place, line in placed)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a remark needs to know beyond its finding."""

    headings: tuple[tuple[Place, str], ...]
    is_one_file: bool

    def remarks(self, found: Sequence[Diagnostic], numbers: Iterator[int]) -> Iterator[Remark]:
        """Yield the remarks on findings by their rules, in the order of each rule's first."""
        by_code: dict[str, dict[_Said, list[Diagnostic]]] = {}
        above = ""
        for one in found:
            by_code.setdefault(one.code, {}).setdefault(self._said(one), []).append(one)
        for code, alike in by_code.items():
            for said, own in alike.items():
                first, *_, last = [next(numbers) for _ in own] * 2
                spots = []
                for one in own:
                    heading = self._heading(one.place)
                    spots.append(self._spot(one.place, heading if heading != above else ""))
                    above = heading
                numbered = str(first) if first == last else f"{first}—{last}"
                yield Remark(numbered, code, tuple(spots), *said)

    def _said(self, found: Diagnostic) -> _Said:
        texts = visible(found.message), visible(found.hint)
        return (*texts, tuple(self._asides(found)), visible(found.settled))

    def _spot(self, place: Place, heading: str) -> Spot:
        return Spot(self._where(place), heading, _quote(place, _QUOTED))

    def _asides(self, found: Diagnostic) -> Iterator[Aside]:
        """Yield the second places, those of which the same is said as one."""
        told: dict[tuple[str, str, str], dict[Place, None]] = {}
        for one in found.related:
            quote = None if one.message else _quote(one.place, _ASIDE)
            words = quote.marked if quote else ""
            key = self._file(one.place), words, visible(one.message)
            told.setdefault(key, {})[one.place] = None
        for (file, words, message), places in told.items():
            yield Aside(_located(file, tuple(places)), words, message)

    def _where(self, place: Place) -> str:
        return _located(self._file(place), (place,))

    def _file(self, place: Place) -> str:
        return "" if self.is_one_file else visible(place.file)

    def _heading(self, place: Place) -> str:
        """Return the heading that a place stands under, cut where it is long; none for its own."""
        at = bisect_right(self.headings, place.start, key=lambda one: one[0].start)
        if not at or self.headings[at - 1][0].end > place.start:
            return ""
        line = self.headings[at - 1][1]
        return line if len(line) <= _HEADING else line[: _HEADING - 1] + CUT


def _located(file: str, places: Sequence[Place]) -> str:
    """Return where places in one file are: 第5、7、44行, 第5、7段 and 表1第2行第3格."""
    shown = [one for one in places if one.source.content]
    numbers = list(dict.fromkeys(str(one.line) for one in shown if not one.address))
    told = [f"第{'、'.join(numbers)}{shown[0].source.counted_in}"] if numbers else []
    told += dict.fromkeys(visible(one.address) for one in shown if one.address)
    return f"{file} {'、'.join(told)}".strip()


def _quote(place: Place, columns: int) -> Quote | None:
    lines = excerpts(place, columns)
    if not lines:
        return None
    return Quote(lines[0].before.lstrip(), words(lines), lines[-1].after.rstrip())
