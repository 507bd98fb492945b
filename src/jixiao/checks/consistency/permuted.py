"""Family C: a name whose parts stand in another order elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import HAN

_QUOTED = re.compile(rf"“([{HAN}]{{4,16}})”")
#: what makes a name of the words before it
_NAMED = re.compile(r"行动|工程|计划(?=[，。；、的”])|品牌")
_WINDOW = re.compile(rf"[{HAN}]*$")
_SHORTEST, _LONGEST = 4, 10
#: words in any order: 专项整治行动 and 整治专项行动 are no names
_PLAIN = re.compile(
    r"专项|整治|集中|联合|执法|检查|清理|提升|开展|推进|组织|实施|深化|重点|全面|工作|建设|治理"
)


@rule("C214", "次序颠倒的名称", Severity.QUESTION)
def name_permuted(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一个名称，两处的字相同，先后次序不同。

    **为什么**：品牌、行动、工程的名称只有一种写法；次序颠倒，多半是凭记忆写错了。

    **反例**：“绿美湖城”行动……“美绿湖城”行动；污染防治攻坚三年行动……三年污染防治攻坚行动。

    **正例**：照文件里的名称统一。

    **依据**：公文引用名称应当准确，前后一致。
    """
    told: set[tuple[int, int]] = set()
    for names in (*_groups(_quoted(reading)), *_groups(_unquoted(reading))):
        (usual, places), (odd, spots) = sorted(names.items(), key=lambda one: -len(one[1]))[:2]
        first = spots[0]
        at = id(first.line), first.end
        if at in told or _are_played_upon(places[0], first) or not _is_turned(usual, odd):
            continue
        told.add(at)
        yield defect.at(
            first.place,
            f"“{odd}”在别处写作“{usual}”，次序不同",
            hint="是同一个名称的，照文件里的写法统一",
            related=[
                places[0].related(f"这里写作“{usual}”"),
                *further((one.place for one in spots[1:]), f"这里写作“{odd}”"),
            ],
            subjects=[odd, usual],
        )


def _groups(names: Iterator[tuple[str, Spot]]) -> Iterator[dict[str, list[Spot]]]:
    """Yield the names of the same letters in two orders, the longest first."""
    alike: defaultdict[str, dict[str, list[Spot]]] = defaultdict(dict)
    for name, spot in names:
        alike["".join(sorted(name))].setdefault(name, []).append(spot)
    for key in sorted(alike, key=len, reverse=True):
        if len(alike[key]) > 1:
            yield alike[key]


def _quoted(reading: Reading) -> Iterator[tuple[str, Spot]]:
    for line in reading.body:
        for found in _QUOTED.finditer(line.value):
            yield found[1], Spot(line, *found.span(1))


def _unquoted(reading: Reading) -> Iterator[tuple[str, Spot]]:
    """Yield the words before 行动 or 工程, with it, in every length that a name has."""
    for line in reading.body:
        for found in _NAMED.finditer(line.value):
            yield from _ending(line, found)


def _ending(line: Line, found: re.Match[str]) -> Iterator[tuple[str, Spot]]:
    window = _WINDOW.search(line.value[max(found.start() - _LONGEST, 0) : found.start()])
    before = window[0] if window else ""
    for size in range(_SHORTEST, len(before) + 1):
        yield before[-size:] + found[0], Spot(line, found.start() - size, found.end())


def _are_played_upon(one: Spot, other: Spot) -> bool:
    """Return whether both orders stand in one sentence, on purpose."""
    if one.line is not other.line:
        return False
    start, end = sorted((one.start, other.start))
    return "。" not in one.line.value[start:end]


def _is_turned(one: str, other: str) -> bool:
    """Return whether two parts of a name that stand side by side have changed places."""
    start = next(at for at, letter in enumerate(one) if letter != other[at])
    end = next(at for at in range(len(one), 0, -1) if one[at - 1] != other[at - 1])
    part, turned = one[start:end], other[start:end]
    return turned in part * 2 and bool(_PLAIN.sub("", part))
