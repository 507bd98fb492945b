"""`核实.yaml`: findings that a person has looked into are listed with the reason, not hidden."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from jixiao.checks.settlement.whereabouts import Lines
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.quote import Nearness, Quotable, Span, nearness, words
from jixiao.model.content import Settlement
from jixiao.model.outline import Outline

STALE_SETTLEMENT = Defect(
    "S901",
    "核实了不存在的问题",
    Severity.WARNING,
    """`核实.yaml` 里的一条没有对上任何一个问题。

**为什么**：问题已经改好，或者规则、对象、原文写错了。留着它，以后同样的问题再出现就会被它盖住。

**反例**：`对象` 写的事实已经改了名；`原文` 抄的那句话已经改了数。

**正例**：删去这一条，或者把 `规则`、`对象`、`原文` 改成检查结果里显示的样子。
`原文` 从检查结果引的那一行里抄，标点和空格不论，字和数要一样；
引用写成 `【名称】` 或印出来的数都可以。

**依据**：一条核实只对一个看得见的问题。
""",
)
DEFECTS = (STALE_SETTLEMENT,)
#: findings among which the nearest to an idle entry is looked for
_MOST_COMPARED = 50
_SHOWN = 20
#: a line, and the findings that stand in it, by their numbers
_Line = tuple[Quotable, list[tuple[Span, int]]]


def settle(
    diagnostics: Iterable[Diagnostic],
    settlements: Iterable[Settlement],
    outlines: Iterable[Outline] = (),
    known: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return the findings, those that an entry speaks of with its reason, and the idle entries.

    The outlines hold the lines that an entry may quote, as they are printed; `known` are the
    codes of all rules, where an entry of another is to be told of.
    """
    entries = tuple(settlements)
    if not entries:
        return tuple(diagnostics)
    register = _Register(tuple(diagnostics), outlines)
    reasons: dict[int, str] = {}
    idle: list[Diagnostic] = []
    for entry in entries:
        meant = register.meant_by(entry)
        reasons.update((at, entry.reason) for at in meant if at not in reasons)
        if not meant:
            idle.append(_stale(entry, register, known))
    found = (
        replace(one, settled=reasons[at]) if at in reasons else one
        for at, one in enumerate(register.found)
    )
    return (*found, *idle)


class _Register:
    """Findings by what an entry says of them."""

    def __init__(self, found: tuple[Diagnostic, ...], outlines: Iterable[Outline]) -> None:
        self.found = found
        self._outlines = outlines
        self._lines: Lines | None = None
        self._by_code: dict[str, list[int]] = {}
        self._by_subject: dict[tuple[str, str], list[int]] = {}
        self._by_file: dict[tuple[str, str], list[int]] = {}
        self._by_line: dict[str, tuple[_Line, ...]] = {}
        for at, one in enumerate(found):
            self._by_code.setdefault(one.code, []).append(at)
            self._by_file.setdefault((one.code, _base(one.place.file)), []).append(at)
            for subject in one.subjects:
                self._by_subject.setdefault((one.code, subject), []).append(at)

    def like(self, entry: Settlement) -> list[Diagnostic]:
        """Return the findings of an entry's rule."""
        return [self.found[at] for at in self._by_code.get(entry.code.value, [])]

    def meant_by(self, entry: Settlement) -> Sequence[int]:
        """Return which findings an entry speaks of: all that it says must be true of them."""
        code, said = entry.code.value, []
        if entry.subject:
            said.append(self._by_subject.get((code, entry.subject), []))
        if entry.file:
            said.append(self._by_file.get((code, _base(entry.file)), []))
        if not entry.quote:
            return said[0] if len(said) == 1 else sorted(set(said[0]).intersection(*said[1:]))
        allowed = tuple(map(set, said))
        quoted = self._quoted(code, words(entry.quote))
        return [at for at in quoted if all(at in one for one in allowed)]

    def _quoted(self, code: str, quote: str) -> Sequence[int]:
        """Return the findings within the words quoted, or else beside them, or in their line."""
        found: dict[Nearness, list[int]] = {one: [] for one in reversed(Nearness)}
        for line, standing in self._standing(code):
            places = line.occurrences(quote)
            for span, at in standing if places else ():
                found[nearness(span, places)].append(at)
        return next((tuple(dict.fromkeys(one)) for one in found.values() if one), ())

    def _standing(self, code: str) -> tuple[_Line, ...]:
        """Return the lines that have findings of a code, each with these."""
        if code not in self._by_line:
            self._lines = self._lines or Lines(self._outlines)
            lines: dict[int, _Line] = {}
            for at in self._by_code.get(code, []):
                for line, span in self._lines.whereabouts(self.found[at]):
                    lines.setdefault(id(line), (line, []))[1].append((span, at))
            self._by_line[code] = tuple(lines.values())
        return self._by_line[code]


def _base(file: str) -> str:
    return file.rpartition("/")[2]


def _stale(entry: Settlement, register: _Register, known: Collection[str]) -> Diagnostic:
    code = entry.code.value
    if known and code not in known:
        near = get_close_matches(code, known, n=1)
        asked = f"是不是 {near[0]}？" if near else ""
        return STALE_SETTLEMENT.at(
            entry.code.place(),
            f"没有编号为“{code}”的规则，这一条核实不起作用",
            hint=f"{asked}用 jixiao explain 列出全部规则，照检查结果里的编号写",
        )
    where = "，".join(one for one in (entry.subject, entry.quote, entry.file) if one)
    like = register.like(entry)
    return STALE_SETTLEMENT.at(
        entry.code.place(),
        f"这一条核实（{entry.code}，{where}）没有对上任何问题",
        hint=_nearest(entry, like)
        if like
        else "这条规则现在没有提出问题；已经改好的，就删去这一条",
    )


def _nearest(entry: Settlement, like: Sequence[Diagnostic]) -> str:
    """Return which of its rule's findings an idle entry may have meant."""
    subjects = [subject for one in like for subject in one.subjects]
    near = get_close_matches(entry.subject, subjects, n=1) if entry.subject else []
    if near:
        return f"对象是不是“{near[0]}”？问题若已改好，就删去这一条"
    one = max(like[:_MOST_COMPARED], key=lambda finding: _likeness(entry.quote, finding))
    near_words = _around(one)
    quoted = f"（“{near_words}”）" if near_words else ""
    return (
        f"这条规则现在有{len(like)}个结果，"
        f"最近的在{_base(one.place.file)}{one.place.told}{quoted}；"
        "问题若已改好，就删去这一条，否则照那里的文字写“原文”"
    )


def _likeness(quote: str, finding: Diagnostic) -> float:
    return SequenceMatcher(None, quote[: 2 * _SHOWN], _around(finding)).ratio() if quote else 0


def _around(finding: Diagnostic) -> str:
    """Return the words that a finding stands in, as typed, on one line."""
    place = finding.place
    content, middle = place.source.content, (place.start + min(place.end, place.start + 2)) // 2
    start = content.rfind("\n", 0, middle) + 1
    end = content.find("\n", middle)
    end = len(content) if end < 0 else end
    return content[max(start, middle - _SHOWN // 2) : min(end, middle + _SHOWN // 2)].strip()
