"""Family C: two names for one thing, and one name spelled in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jixiao.checks.consistency.statements import han
from jixiao.checks.consistency.synonyms import SYNONYMS, Synonyms
from jixiao.checks.passages import passages
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: names that others have given, which are not ours to change
_TITLED = re.compile(r"《[^《》]*》")
_QUOTED = re.compile(r"[“《]([^“”《》]*)[”》]")
#: what makes the words before it the name of a project or of an office
_PROPER = re.compile(r"[\u4e00-\u9fff]{0,14}(?:专项经费|专项资金|工作经费|专项|经费|项目)")
_FORMERLY = "原"
#: characters before a name that may make it another
_BEFORE = 4
#: duties and offices are named in the words of the 三定规定
_DUTIES = re.compile(r"职能|职责|机构")
_SIGNS = re.compile(r"(?<![0-9])[、，,。．·\-—－ \u3000]+|[、，,。．·\-—－ \u3000]+(?![0-9])")
_SHORTEST = 4
#: Han letters of a name in which one letter more or less is a slip, and the longest looked at
_LONG = 8
_LONGEST = 40


@rule("C206", "一种事物两种叫法", Severity.QUESTION)
def term_drift(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一种事物在报告里用了两个名称。

    **为什么**：名称改过以后，新旧两种叫法混在一篇里，像是两种东西；多半是几份材料拼起来的。
    《》和“”里的名称、项目的名称、照录的职责不算。

    **反例**：前面写“退役军人就业培训3期”，后面写“组织退伍军人招聘会2场”。

    **正例**：全文都写“退役军人”。

    **依据**：公文惯例：名称前后一致，用现行的规范名称。
    """
    names = {name for pair in SYNONYMS for name in (pair.current, pair.former)}
    found = _occurrences(reading, names)
    for pair in SYNONYMS:
        current, former = found[pair.current], found[pair.former]
        if current and former:
            yield _drift(defect, pair, current, former)


def _drift(defect: Defect, pair: Synonyms, current: list[Spot], former: list[Spot]) -> Diagnostic:
    basis = f"（{pair.basis}）" if pair.basis else ""
    return defect.at(
        former[0].place,
        f"“{pair.former}”（{len(former)}处）与“{pair.current}”（{len(current)}处）混用",
        hint=f"所指相同的，全文统一为“{pair.current}”{basis}；引用原名或者所指不同的，保留",
        related=[
            current[0].related(f"这里作“{pair.current}”"),
            *further((one.place for one in former[1:]), f"这里作“{pair.former}”"),
        ],
        subjects=[pair.former, pair.current],
    )


def _occurrences(reading: Reading, names: Iterable[str]) -> dict[str, list[Spot]]:
    """Return where each name stands, but for quotations, duties and names of projects."""
    spots: dict[str, list[Spot]] = {name: [] for name in names}
    apart = {pair.current: pair.apart for pair in SYNONYMS if pair.apart}
    # The longer name first, so that 高标准基本农田 is not read as another.
    pattern = re.compile("|".join(sorted(map(re.escape, spots), key=len, reverse=True)))
    projects = [one.name.value for one in reading.report.content.accounts.projects]
    for passage in passages(reading):
        if _DUTIES.search(passage.above):
            continue
        value = _QUOTED.sub(_blank, passage.line.value)
        for project in projects:
            value = value.replace(project, "□" * len(project))
        for one in pattern.finditer(value):
            before = value[max(0, one.start() - _BEFORE) : one.start()]
            is_other = before.endswith((_FORMERLY, *apart.get(one[0], ())))
            if not is_other and not _PROPER.match(value, one.end()):
                spots[one[0]].append(Spot(passage.line, *one.span()))
    return spots


def _blank(found: re.Match[str]) -> str:
    return "□" * len(found[0])


def _quoted(reading: Reading) -> Iterator[tuple[str, Spot]]:
    """Yield what stands between quotes, titles and what they hold left out."""
    for line in reading.body:
        value = _TITLED.sub(_blank, line.value)
        for found in _QUOTED.finditer(value):
            yield found[1], Spot(line, found.start(1), found.end(1))


@rule("C207", "同一名称两种写法", Severity.WARNING)
def spelled_two_ways(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一个带引号的名称，有的地方有标点，有的地方没有。

    **为什么**：专有名称只有一种写法；一篇里写成两样，总有一处错了。

    **反例**：“最多、跑一次”改革……“最多跑一次”改革。

    **正例**：照文件里的写法统一。

    **依据**：公文惯例：专有名称照文件的写法，前后一致。
    """
    spellings: defaultdict[str, dict[str, list[Spot]]] = defaultdict(dict)
    for name, spot in _quoted(reading):
        plain = _SIGNS.sub("", name)
        if han(plain) >= _SHORTEST:
            spellings[plain].setdefault(name, []).append(spot)
    for ways in spellings.values():
        if len(ways) > 1:
            yield _told(defect, sorted(ways.items(), key=lambda one: -len(one[1])))


def _told(defect: Defect, ways: list[tuple[str, list[Spot]]]) -> Diagnostic:
    (usual, places), *others = ways
    odd, spots = others[0]
    return defect.at(
        spots[0].place,
        f"“{odd}”在别处写作“{usual}”",
        hint="照文件里的写法统一成一种",
        related=[
            places[0].related(f"这里写作“{usual}”"),
            *further((one.place for one in spots[1:]), f"这里写作“{odd}”"),
        ],
        subjects=[odd, usual],
    )


@rule("C212", "相差一个字的名称", Severity.QUESTION)
def names_one_letter_apart(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """两个带引号或书名号的长名称，只差一个字。

    **为什么**：行动、方案、文件的名称照抄时漏了字、多了字；也可能本来就是两个名称。

    **反例**：“餐饮油烟污染治理专项行动”……“餐饮油烟污治理专项行动”。

    **正例**：照文件里的名称统一。

    **依据**：公文惯例：引用的名称照原件写。
    """
    first: dict[str, Spot] = {}
    for line in reading.body:
        for found in _QUOTED.finditer(line.value):
            name = _SIGNS.sub("", found[1])
            if han(name) >= _LONG and len(name) <= _LONGEST:
                first.setdefault(name, Spot(line, found.start(1), found.end(1)))
    for name, spot in first.items():
        for at in range(len(name)):
            longer = first.get(name[:at] + name[at + 1 :])
            if longer and not _tells_apart(name[at]):
                yield _one_apart(defect, spot, longer)
                break


def _tells_apart(letter: str) -> bool:
    """Return whether a letter is one that makes another name: 省 or 县, 上 or 下, 一 or 二."""
    return letter in "省市县区州镇乡村街上下东西南北中前后左右大小老新甲乙丙丁非不无未再全各某" or (
        letter in "一二三四五六七八九十春夏秋冬男女" or not han(letter)
    )


def _one_apart(defect: Defect, longer: Spot, shorter: Spot) -> Diagnostic:
    return defect.at(
        shorter.line.place(shorter.start, shorter.end),
        f"“{shorter.text}”与另一处的“{longer.text}”只差一个字",
        hint="是同一个名称的，照文件里的写法统一；是两个名称的，核对后保留",
        related=[longer.related("另一处的名称")],
        subjects=[shorter.text, longer.text],
    )
