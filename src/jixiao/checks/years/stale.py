"""Family Y: what was left of the report of another year that was copied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from jixiao.checks.passages import passages
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.years.spoken import AHEAD, HISTORY, SENTENCE, YEAR, YearPlace, plain, sure_year
from jixiao.diagnostic import Defect, Diagnostic, Severity

_AHEAD_TITLE = re.compile(r"建议|措施|安排|思路")
#: how a sentence within a paragraph begins that tells what was done in another year
_DONE = re.compile(
    r"20[0-9]{2}\s*年度?，?(?:[我本](?:局|单位|部门|院|委|办)|全[市县区镇省州])?共?"
    r"(?P<what>(?:立案|查处|开展|举办|完成|新增|新建|组织|检查|受理|办理|发放|培训|实施|处置|救助|[未没]有?发生)"
    r"[\u4e00-\u9fff]{2})"
)
#: what the results are for: the budget of a year to come
_BASIS = re.compile(
    r"(?:作为|应用于|用于)(?:编制)?(?P<year>20[0-9]{2})年度?(?:部门)?预算(?:编制|安排)"
)
_WILL = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})年度?，?(?:[我本](?:局|单位|部门|院|委|办|中心))?(?:将(?!于)|计划|拟)"
)
#: what is planned for a year that was over
_PLANNED = re.compile(
    r"(?:强化|加强|做好|做实|谋划|编制|编好|力争|确保|争取|抓好|计划|拟)(?:在|于|好)?(?P<year>20[0-9]{2})\s*年度?"
    r"(?=项目(?:储备|谋划|申报|前期)|(?:部门)?预算(?:编制|安排)|绩效目标|(?:年?底|上半年|第[一二三四]季度)[前完实]"
    r"|各?项?工作)"
)
#: years before the report's that a copied file may have left
_STALE = 3
#: characters around a sentence in which it may be compared with another
_AROUND = 400
#: related places told at most


@rule("Y103", "别的年度的事", Severity.QUESTION)
def stale_year(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """段落开头写着以前的年份，整段又没有提到本年度，也不是在比较或者交代来历。

    **为什么**：多半是上一年的材料原样留了下来，年份或者数据没有更新。

    **反例**：2023年度的报告写“2022年，我局开展专项检查12次，检查企业300家。”

    **正例**：2023年，我局开展专项检查15次，检查企业320家。

    **依据**：自评的惯例：以年度为评价期间。
    """
    year = sure_year(reading)
    stale: defaultdict[int, list[YearPlace]] = defaultdict(list)
    for one in (*_leading_years(reading), *_planned_years(reading)) if year else ():
        if year - _STALE <= one.year < year:
            stale[one.year].append(one)
    yield from _over(defect, reading, year)
    for other, found in stale.items():
        first, *more = found
        yield defect.at(
            first.place,
            f"报告是{year}年度的，这里说的是{other}年的事{counted(found)}",
            hint=f"是{year}年的，改正年份；是旧材料的，换成{year}年的；确需写{other}年的，写明缘由",
            related=further((one.place for one in more), f"这里也写{other}年"),
        )


def _over(defect: Defect, reading: Reading, year: int) -> Iterator[Diagnostic]:
    """Yield where something will be done in the year that the report is on, which is over."""
    for passage in passages(reading) if year else ():
        line = passage.line
        is_ahead = AHEAD.search(passage.above) or _AHEAD_TITLE.search(passage.above)
        patterns = (_BASIS, _WILL) if is_ahead else (_BASIS,)
        for pattern in patterns:
            for found in pattern.finditer(plain(line.value)):
                if year - _STALE <= int(found["year"]) <= year:
                    yield defect.at(
                        line.place(found.start("year"), found.end("year") + 1),
                        f"报告是{year}年度的，{found['year']}年已经过去，这里却写“{found[0]}”",
                        hint="核对年份，多半是上一年的报告留下的",
                    )


def _leading_years(reading: Reading) -> Iterator[YearPlace]:
    """Yield the years that paragraphs and items begin with, in lines that name no other year."""
    for passage in passages(reading):
        line, value = passage.line, plain(passage.line.value)
        years = {int(found["year"]) for found in YEAR.finditer(value)}
        if len(years) != 1 or HISTORY.search(passage.above):
            continue
        opening = sorted({0, *(mark.end for mark in line.marks)})
        for sentence in SENTENCE.finditer(value):
            own = _within(opening, sentence)
            for start in sorted({sentence.start(), *own}):
                found = YEAR.match(value, start)
                # Within a paragraph a sentence on another year is there to be compared with,
                # unless it tells what was done.
                is_open = start in own or _is_done(value, start)
                if found and is_open and not HISTORY.search(value, start, sentence.end()):
                    yield YearPlace(int(found["year"]), line, *found.span(), sentence[0])


def _is_done(value: str, start: int) -> bool:
    """Return whether a sentence tells of something done of which its line tells once."""
    found = _DONE.match(value, start)
    if found is None:
        return False
    return value.count(found["what"], max(start - _AROUND, 0), start + _AROUND) == 1


def _planned_years(reading: Reading) -> Iterator[YearPlace]:
    """Yield the years of which the sentences on what will be done speak."""
    for passage in passages(reading):
        if AHEAD.search(passage.above) or _AHEAD_TITLE.search(passage.above):
            value = plain(passage.line.value)
            for found in _PLANNED.finditer(value):
                end = value.index("年", found.start("year")) + 1
                start = found.start("year")
                yield YearPlace(int(found["year"]), passage.line, start, end, found[0])


def _within(starts: list[int], sentence: re.Match[str]) -> frozenset[int]:
    first, last = bisect_left(starts, sentence.start()), bisect_left(starts, sentence.end())
    return frozenset(starts[first:last])
