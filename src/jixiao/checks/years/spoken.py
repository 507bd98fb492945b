"""The years of which the sentences of a report speak, and the one that it is on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from jixiao.checks.passages import passages
from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.source import Place

YEAR = re.compile(r"(?<![0-9A-Za-z〔［\[（(:：\-—–－~～至])(?P<year>20[0-9]{2})\s*年")
ANY_YEAR = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})(?:\s*年)?(?![0-9])")
#: what is yet to come
AHEAD = re.compile(r"将|拟|计划|打算|力争|预计|下一步|改进")
#: what is quoted, titled or a stretch of years has a year of its own
_APART = re.compile(
    r"《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕"
    r"|20[0-9]{2}\s*年?(?:[0-9]{1,2}月)?\s*(?:[—–\-－~～]{1,2}|至|到)\s*20[0-9]{2}\s*年?"
)
#: a sentence that compares, or tells history, speaks of other years by right
HISTORY = re.compile(
    r"比|较|同期|上年|去年|以来|(?<![0-9多余])起[，、]|起[至到]|至今|自(?![评查然筹身主动觉愿己行])|成立|设立|组建|挂牌|改革|印发|批[复准]|备案|始建"
    r"|结转|历年|连续|合同|竣工|开工|建设期|规划|修订|颁布|施行|获|命名|授予|认定|立项|启动|审计|基[数期]"
    r"|入选|迁|建成|投入使用|跨年|延续|遗留|以前年度|往年|持平|同为|历史|此前|原|曾|下达|文件|调整为|更名|整改"
)
SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
#: mentions of another year in the body that put the title's year in doubt, and by what share
_MANY = 3


@dataclass(frozen=True, slots=True)
class YearPlace:
    """A year that a line mentions, from `start` to `end`, in a sentence of its own."""

    year: int
    line: Line
    start: int
    end: int
    said: str

    @property
    def place(self) -> Place:
        """Where the year was typed."""
        return self.line.place(self.start, self.end)


def plain(value: str) -> str:
    """Return a line with all that has a year of its own blanked out, as long as before."""
    return _APART.sub(lambda found: "□" * len(found[0]), value)


def body_years(reading: Reading) -> Counter[int]:
    """Count the years that sentences speak of, plans left aside."""
    counted: Counter[int] = Counter()
    for passage in passages(reading):
        if AHEAD.search(passage.above):
            continue
        for sentence in SENTENCE.finditer(plain(passage.line.value)):
            if not AHEAD.search(sentence[0]):
                counted.update(int(one["year"]) for one in YEAR.finditer(sentence[0]))
    return counted


def titled_year(reading: Reading) -> tuple[Line, re.Match[str]] | None:
    """Return the one year that the title names."""
    found = [
        (line, one)
        for line in reading.lines
        if line.kind is LineKind.TITLE
        for one in ANY_YEAR.finditer(line.value)
    ]
    return found[0] if len({one["year"] for _, one in found}) == 1 else None


def rival_year(reading: Reading) -> int:
    """Return the year that the body speaks of where that is clearly not the title's; else 0."""
    titled = titled_year(reading)
    counted = body_years(reading)
    if titled is None or not counted:
        return 0
    year, times = counted.most_common(1)[0]
    named = int(titled[1]["year"])
    is_clear = times >= _MANY and times >= counted[named] * _MANY
    return year if year != named and is_clear else 0


def sure_year(reading: Reading) -> int:
    """Return the year of the report; 0 where its title and its body do not agree on one."""
    return 0 if rival_year(reading) else reading.year
