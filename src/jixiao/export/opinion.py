"""Findings as 审核意见: numbered remarks by severity, each with its words, reason and basis."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.diagnostic import SETTLED, Defect, Diagnostic, Severity, by_severity
from jixiao.excerpt import CUT, excerpts, visible
from jixiao.export.manual import basis
from jixiao.model.examined import Examined
from jixiao.model.opinion import Aside, Chapter, Group, Opinion, Quote, Remark
from jixiao.model.outline import Heading, Outline
from jixiao.source import Place

_ADVICE = {
    Severity.ERROR.label: "数字、表述确有差错，应当改正后再报送。",
    Severity.WARNING.label: "不合规范或者容易引起误解，建议改正。",
    Severity.QUESTION.label: "请对照原始资料核实：有误的改正，无误的说明理由。",
    SETTLED: "单位已经核实并说明理由，列在这里备查。",
}
#: columns of the words quoted, and of those of a second place
_QUOTED, _ASIDE = 120, 80
#: characters of a heading that a remark is placed by
_HEADING = 24
_UNTITLED = "审核意见"


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
    numbers = iter(range(1, len(examined.findings) + 1))
    context = _Context(_headings(examined.outline), manuals, not examined.is_content)
    groups = by_severity(examined.findings)
    return Chapter(
        _title(examined.outline),
        visible(name),
        _dated(examined.outline),
        _count(groups),
        tuple(
            Group(label, _ADVICE[label], tuple(context.remark(next(numbers), one) for one in found))
            for label, found in groups
        ),
    )


def _count(groups: Sequence[tuple[str, Sequence[Diagnostic]]]) -> str:
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
    manuals: Mapping[str, Defect]
    is_one_file: bool

    def remark(self, number: int, found: Diagnostic) -> Remark:
        """Return a finding as a remark."""
        return Remark(
            number,
            found.code,
            found.name,
            self._where(found.place),
            self._heading(found.place),
            _quote(found.place, _QUOTED),
            visible(found.message),
            visible(found.hint),
            basis(self.manuals[found.code]) if found.code in self.manuals else "",
            tuple(self._asides(found)),
            visible(found.settled),
        )

    def _asides(self, found: Diagnostic) -> Iterator[Aside]:
        for one in found.related:
            quote = _quote(one.place, _ASIDE)
            yield Aside(self._where(one.place), quote, visible(one.message))

    def _where(self, place: Place) -> str:
        file = "" if self.is_one_file else f"{visible(place.file)} "
        return f"{file}第{place.line}行" if place.source.content else file.strip()

    def _heading(self, place: Place) -> str:
        """Return the heading that a place stands under, cut where it is long; none for its own."""
        at = bisect_right(self.headings, place.start, key=lambda one: one[0].start)
        if not at or self.headings[at - 1][0].end > place.start:
            return ""
        line = self.headings[at - 1][1]
        return line if len(line) <= _HEADING else line[: _HEADING - 1] + CUT


def _quote(place: Place, columns: int) -> Quote | None:
    lines = excerpts(place, columns)
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    marked = first.marked if first is last else f"{first.marked}{CUT}{last.marked}"
    return Quote(first.before.lstrip(), marked, last.after.rstrip())
