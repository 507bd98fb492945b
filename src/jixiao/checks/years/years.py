"""Family Y: years that are another report's, left in from the file that was copied."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import MOST_RELATED
from jixiao.checks.years.spoken import (
    ANY_YEAR,
    HISTORY,
    YEAR,
    YearPlace,
    body_years,
    plain,
    rival_year,
    sure_year,
    titled_year,
)
from jixiao.diagnostic import Defect, Diagnostic, Related, Severity

_AS_OF = re.compile(
    r"截[至止到]\s*(?P<year>20[0-9]{2})\s*年\s*"
    r"(?P<rest>底|末|年底|年末|[0-9]{1,2}\s*月(?:底|末|\s*[0-9]{1,2}\s*日)?)?"
)
_YEAR_END = re.compile(r"年\s*(?:底|末|年底|年末|12\s*月(?:底|末|\s*31\s*日))$")
#: what only the year of the report has a number for
_STOCK = re.compile(r"编制|在职|在编|在岗|退休|人员|固定资产|资产总额|结转结余|预算|决算|支出|收入")
#: what is compared with within the year
_WITHIN = re.compile("[较比与](?:本年|当年)?年初|原值")
#: a sentence to its full stop: what stands behind a semicolon may be compared with it
_PERIOD = re.compile(r"[^。！？]+[。！？]?")
#: related places told at most


def _as_of(reading: Reading) -> Iterator[YearPlace]:
    for line in reading.body:
        value = plain(line.value)
        for sentence in _PERIOD.finditer(value):
            for found in _AS_OF.finditer(value, *sentence.span()):
                yield YearPlace(int(found["year"]), line, *found.span(), sentence[0])


@rule("Y102", "截至日期不是本年度", Severity.WARNING)
def stale_as_of(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """人员、资产、收支的截至日期写的是别的年度的年末。

    **为什么**：从上一年的文件改过来，年份漏改了；读的人分不清数据是哪一年的。
    能确定是本年度基本情况的报“应改”，其余请核实。

    **反例**：2023年度的报告写“截至2022年12月31日，在职人员35名”。

    **正例**：截至2023年12月31日，在职人员35名。

    **依据**：自评的惯例：以年度为评价期间，基本情况按年末数填列。
    """
    year = sure_year(reading)
    for one in _as_of(reading) if year else ():
        said = _WITHIN.sub("", one.said)
        if one.year == year or HISTORY.search(said) or _is_compared(one, year):
            continue
        if one.year > year and (_is_before(reading, one.year) or not _is_year_end(one)):
            continue
        is_plain = one.year < year and _is_year_end(one) and _STOCK.search(one.said)
        written = one.line.value[one.start : one.end]
        yield defect.at(
            one.place,
            f"报告是{year}年度的，这里写“{written}”",
            hint=f"数据如是{year}年年末的，改成“截至{year}年12月31日”；确是{one.year}年的，写明理由",
            severity=Severity.WARNING if is_plain else Severity.QUESTION,
        )


def _is_compared(one: YearPlace, year: int) -> bool:
    """Return whether its sentence speaks of the report's year too, or of one after its own."""
    years = {int(found["year"]) for found in ANY_YEAR.finditer(one.said)}
    return year in years or (one.year < year and any(other > one.year for other in years))


def _is_year_end(one: YearPlace) -> bool:
    return _YEAR_END.search(one.line.value[one.start : one.end]) is not None


def _is_before(reading: Reading, year: int) -> bool:
    """Return whether the end of a year had come when the report was dated."""
    dated = reading.outline.dated
    return dated is not None and dated >= datetime.date(year, 12, 31)


@rule("Y106", "标题与正文的年度不同", Severity.QUESTION)
def title_of_another_year(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """标题写一个年度，正文说的大多是另一个年度。

    **为什么**：改了正文没有改标题，或者改了标题没有改正文。

    **反例**：标题是“2022年度部门整体支出绩效自评报告”，正文写的都是2023年的收支和工作。

    **正例**：标题和正文同是2023年度。

    **依据**：《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成；年度是事由的一部分。
    """
    rival, titled = rival_year(reading), titled_year(reading)
    if not rival or not titled:
        return
    line, found = titled
    places = (
        (body, one)
        for body in reading.body
        for one in YEAR.finditer(plain(body.value))
        if int(one["year"]) == rival
    )
    yield defect.at(
        line.place(*found.span()),
        f"标题写{found['year']}年，正文说的多是{rival}年（{body_years(reading)[rival]}处）",
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
    year, dated = sure_year(reading), reading.outline.dated
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
    if reading.year and not rival_year(reading):
        return
    found = [one for one in _as_of(reading) if _is_year_end(one) and not HISTORY.search(one.said)]
    counted = Counter(one.year for one in found)
    if len(counted) < 2:  # noqa: PLR2004 -- two years
        return
    rare = min(counted, key=lambda year: (counted[year], year))
    odd = next(one for one in found if one.year == rare)
    others = [one for one in found if one.year != rare]
    yield defect.at(
        odd.place,
        f"这里截至{rare}年年末，别处截至{others[0].year}年年末",
        hint="基本情况用同一个年末的数；确需写两个年末的，写明是比较",
        related=[Related(one.place, f"这里截至{one.year}年") for one in others[:MOST_RELATED]],
    )
