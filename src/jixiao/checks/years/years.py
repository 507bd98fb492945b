"""Family Y: years that are another report's, left in from the file that was copied."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.checks.consistency.statements import passages
from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity

_YEAR = re.compile(r"(?<![0-9A-Za-z〔［\[（(:：\-—–－~～至])(?P<year>20[0-9]{2})\s*年")
_ANY_YEAR = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})(?:\s*年)?(?![0-9])")
#: what is yet to come
_AHEAD = re.compile(r"将|拟|计划|打算|力争|预计|下一步|改进")
#: what is quoted, titled or a stretch of years has a year of its own
_APART = re.compile(
    r"《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕"
    r"|20[0-9]{2}\s*年?(?:[0-9]{1,2}月)?\s*(?:[—–\-－~～]{1,2}|至|到)\s*20[0-9]{2}\s*年?"
)
_AS_OF = re.compile(
    r"截[至止到]\s*(?P<year>20[0-9]{2})\s*年\s*"
    r"(?P<rest>底|末|年底|年末|[0-9]{1,2}\s*月(?:底|末|\s*[0-9]{1,2}\s*日)?)?"
)
_YEAR_END = re.compile(r"(?:底|末|年底|年末|12\s*月(?:底|末|\s*31\s*日))$")
#: what only the year of the report has a number for
_STOCK = re.compile(r"编制|在职|在编|在岗|退休|人员|固定资产|资产总额|结转结余|预算|决算|支出|收入")
#: a sentence that compares, or tells history, speaks of other years by right
_HISTORY = re.compile(
    r"比|较|同期|上年|去年|以来|起[，、]|起[至到]|至今|自|成立|设立|组建|挂牌|改革|印发|批[复准]|备案|始建"
    r"|结转|历年|连续|合同|竣工|开工|建设期|规划|修订|颁布|施行|获|命名|授予|认定|立项|启动|审计|基[数期]"
    r"|入选|迁|建成|投入使用|跨年|延续|遗留|以前年度|往年|持平|同为|历史|此前|原|曾|下达|文件|调整为|更名|整改"
)
_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
#: years before the report's that a copied file may have left
_STALE = 3
#: mentions of another year in the body that put the title's year in doubt, and by what share
_MANY = 3
#: related places told at most
_MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class YearPlace:
    """A year that a line mentions, from `start` to `end`, in a sentence of its own."""

    year: int
    line: Line
    start: int
    end: int
    said: str

    def related(self, message: str) -> Related:
        """Return the place as a second one of a finding."""
        return self.line.related(self.start, self.end, message)


def _plain(value: str) -> str:
    """Return a line with all that has a year of its own blanked out, as long as before."""
    return _APART.sub(lambda found: "□" * len(found[0]), value)


def _as_of(reading: Reading) -> Iterator[YearPlace]:
    for line in reading.body:
        value = _plain(line.value)
        for sentence in _SENTENCE.finditer(value):
            for found in _AS_OF.finditer(value, *sentence.span()):
                yield YearPlace(int(found["year"]), line, *found.span(), sentence[0])


def _body_years(reading: Reading) -> Counter[int]:
    """Count the years that sentences speak of, plans left aside."""
    counted: Counter[int] = Counter()
    for passage in passages(reading):
        if _AHEAD.search(passage.above):
            continue
        for sentence in _SENTENCE.finditer(_plain(passage.line.value)):
            if not _AHEAD.search(sentence[0]):
                counted.update(int(one["year"]) for one in _YEAR.finditer(sentence[0]))
    return counted


def _titled(reading: Reading) -> tuple[Line, re.Match[str]] | None:
    """Return the one year that the title names."""
    found = [
        (line, one)
        for line in reading.lines
        if line.kind is LineKind.TITLE
        for one in _ANY_YEAR.finditer(line.value)
    ]
    return found[0] if len({one["year"] for _, one in found}) == 1 else None


def _rival(reading: Reading) -> int:
    """Return the year that the body speaks of where that is clearly not the title's; else 0."""
    titled = _titled(reading)
    counted = _body_years(reading)
    if titled is None or not counted:
        return 0
    year, times = counted.most_common(1)[0]
    named = int(titled[1]["year"])
    is_clear = times >= _MANY and times >= counted[named] * _MANY
    return year if year != named and is_clear else 0


def _sure_year(reading: Reading) -> int:
    """Return the year of the report; 0 where its title and its body do not agree on one."""
    return 0 if _rival(reading) else reading.year


@rule("Y102", "截至日期不是本年度", Severity.WARNING)
def stale_as_of(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """人员、资产、收支的截至日期写的是别的年度的年末。

    **为什么**：从上一年的文件改过来，年份漏改了；读的人分不清数据是哪一年的。
    能确定是本年度基本情况的报“应改”，其余请核实。

    **反例**：2023年度的报告写“截至2022年12月31日，在职人员35名”。

    **正例**：截至2023年12月31日，在职人员35名。

    **依据**：自评的惯例：以年度为评价期间，基本情况按年末数填列。
    """
    year = _sure_year(reading)
    for one in _as_of(reading) if year else ():
        if one.year == year or f"{year}年" in one.said or _HISTORY.search(one.said):
            continue
        if one.year > year and (_is_before(reading, one.year) or not _is_year_end(one)):
            continue
        is_plain = one.year < year and _is_year_end(one) and _STOCK.search(one.said)
        written = one.line.value[one.start : one.end]
        yield defect.at(
            one.line.place(one.start, one.end),
            f"报告是{year}年度的，这里写“{written}”",
            hint=f"数据如是{year}年年末的，改成“截至{year}年12月31日”；确是{one.year}年的，写明理由",
            severity=Severity.WARNING if is_plain else Severity.QUESTION,
        )


def _is_year_end(one: YearPlace) -> bool:
    return _YEAR_END.search(one.line.value[one.start : one.end]) is not None


def _is_before(reading: Reading, year: int) -> bool:
    """Return whether the end of a year had come when the report was dated."""
    dated = reading.outline.dated
    return dated is not None and dated >= datetime.date(year, 12, 31)


@rule("Y103", "别的年度的事", Severity.QUESTION)
def stale_year(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """段落开头写着以前的年份，整段又没有提到本年度，也不是在比较或者交代来历。

    **为什么**：多半是上一年的材料原样留了下来，年份或者数据没有更新。

    **反例**：2023年度的报告写“2022年，我局开展专项检查12次，检查企业300家。”

    **正例**：2023年，我局开展专项检查15次，检查企业320家。

    **依据**：自评的惯例：以年度为评价期间。
    """
    year = _sure_year(reading)
    stale: defaultdict[int, list[YearPlace]] = defaultdict(list)
    for one in _leading_years(reading) if year else ():
        if year - _STALE <= one.year < year:
            stale[one.year].append(one)
    for other, found in stale.items():
        first, *more = found
        places = f"，共{len(found)}处" if more else ""
        yield defect.at(
            first.line.place(first.start, first.end),
            f"报告是{year}年度的，这里说的是{other}年的事{places}",
            hint=f"是{year}年的，改正年份；是旧材料的，换成{year}年的；确需写{other}年的，写明缘由",
            related=[one.related(f"这里也写{other}年") for one in more[:_MOST_RELATED]],
        )


def _leading_years(reading: Reading) -> Iterator[YearPlace]:
    """Yield the years that paragraphs and items begin with, in lines that name no other year."""
    for passage in passages(reading):
        line, value = passage.line, _plain(passage.line.value)
        years = {int(found["year"]) for found in _YEAR.finditer(value)}
        if len(years) != 1 or _HISTORY.search(passage.above):
            continue
        # Within a paragraph a sentence on another year is there to be compared with.
        for start in (0, *(mark.end for mark in line.marks)):
            found, sentence = _YEAR.match(value, start), _SENTENCE.match(value, start)
            if found and sentence and not _HISTORY.search(sentence[0]):
                yield YearPlace(int(found["year"]), line, *found.span(), sentence[0])


@rule("Y106", "标题与正文的年度不同", Severity.QUESTION)
def title_of_another_year(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """标题写一个年度，正文说的大多是另一个年度。

    **为什么**：改了正文没有改标题，或者改了标题没有改正文。

    **反例**：标题是“2022年度部门整体支出绩效自评报告”，正文写的都是2023年的收支和工作。

    **正例**：标题和正文同是2023年度。

    **依据**：《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成；年度是事由的一部分。
    """
    rival, titled = _rival(reading), _titled(reading)
    if not rival or not titled:
        return
    line, found = titled
    places = (
        (body, one)
        for body in reading.body
        for one in _YEAR.finditer(_plain(body.value))
        if int(one["year"]) == rival
    )
    yield defect.at(
        line.place(*found.span()),
        f"标题写{found['year']}年，正文说的多是{rival}年（{_body_years(reading)[rival]}处）",
        hint="核对报告的年度，把标题和正文改成同一个年度",
        related=[body.related(*one.span(), "正文的年份") for body, one in list(places)[:3]],
    )


@rule("Y107", "成文日期早于年度终了", Severity.QUESTION)
def dated_before_the_year_ended(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """成文日期在报告年度结束之前。

    **为什么**：年度没有过完，写不出全年的绩效；多半是日期里的年份没有改。

    **反例**：2023年度的自评报告，成文日期是2023年4月20日。

    **正例**：2024年4月20日。

    **依据**：自评的惯例：年度的绩效自评在年度终了以后进行。
    """
    year, dated = _sure_year(reading), reading.outline.dated
    date = reading.outline.date
    if year and date and dated and dated < datetime.date(year, 12, 31):
        yield defect.at(
            date.place(),
            f"报告是{year}年度的，成文日期“{date.value.strip()}”早于年度终了",
            hint="核对成文日期和报告的年度，改正写错的年份",
        )


@rule("Y108", "年末时点不是同一年", Severity.QUESTION)
def mixed_year_ends(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """看不出报告是哪一年度的，文中的年末时点又不是同一年。

    **为什么**：基本情况应当是同一个年末的数；两个年末并存，多半有一个是上年留下的。

    **反例**：前面写“截至2022年12月31日，编制40名”，后面写“截至2023年12月31日，在职38名”。

    **正例**：都写截至2023年12月31日。

    **依据**：自评的惯例：以年度为评价期间，基本情况按年末数填列。
    """
    if reading.year and not _rival(reading):
        return
    found = [one for one in _as_of(reading) if _is_year_end(one) and not _HISTORY.search(one.said)]
    counted = Counter(one.year for one in found)
    if len(counted) < 2:  # noqa: PLR2004 -- two years
        return
    rare = min(counted, key=lambda year: (counted[year], year))
    odd = next(one for one in found if one.year == rare)
    others = [one for one in found if one.year != rare]
    yield defect.at(
        odd.line.place(odd.start, odd.end),
        f"这里截至{rare}年年末，别处截至{others[0].year}年年末",
        hint="基本情况用同一个年末的数；确需写两个年末的，写明是比较",
        related=[one.related(f"这里截至{one.year}年") for one in others[:_MOST_RELATED]],
    )
