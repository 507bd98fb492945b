"""Family Y: dates that the calendar does not have, and dates that are none."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity

_UNDATED = re.compile(
    r"截[至止]到?目前(?:为止)?|截[至止](?:当前|日前|现在|今日|本报告发布|发稿)"
    r"|(?<![年起自])(?:到|至)?目前(?:为止|止)|(?<![年起自])迄今为止"
)
#: a date right behind, in brackets, says what is meant
_DATED = re.compile(r"[（(](?:即|指|截至)?\s*[0-9]{4}\s*年")
_DAY = re.compile(
    r"(?<![0-9.])(?:(?P<year>(?:19|20)[0-9]{2})\s*年\s*)?"
    r"(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*[日号](?![0-9])"
)
_MONTH = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}\s*年\s*(?P<month>[0-9]{1,2})\s*月")
_END = r"\s*(?:(?P<{0}_month>[0-9]{{1,2}})\s*月\s*(?:(?P<{0}_day>[0-9]{{1,2}})\s*日)?)?\s*"
_STRETCH = re.compile(
    r"(?<![0-9A-Za-z/])(?<![A-Za-z/] )(?P<first>(?:19|20)[0-9]{2})\s*年?"
    + _END.format("first")
    + r"(?:[—–\-－~～]{1,2}|至|到)\s*(?P<last>(?:19|20)[0-9]{2})\s*年"
    + _END.format("last")
)
_WITHIN_MONTH = re.compile(
    r"(?<![0-9.])(?P<month>[0-9]{1,2})\s*月\s*(?P<first>[0-9]{1,2})\s*日?\s*(?:[—–\-－~～]{1,2}|至|到)"
    r"\s*(?P=month)\s*月\s*(?P<last>[0-9]{1,2})\s*日"
)
#: a leap year: without a year 2月29日 may be right
_LEAP = 2024
_MONTHS = 12


@rule("Y101", "没有日期的“截至目前”", Severity.WARNING)
def as_of_now(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """年度报告里写“截至目前”，没有说截至哪一天。

    **为什么**：报告说的是一个年度的事，几个月以后才公开；“目前”可以是年末，也可以是写报告的那天，
    数据的时点就不清楚了。

    **反例**：截至目前，全县建成养老服务中心12个。

    **正例**：截至2023年12月31日，全县建成养老服务中心12个。

    **依据**：公文惯例：数据写明时点；绩效自评以年度为评价期间。
    """
    for line in reading.body:
        for found in _UNDATED.finditer(line.value):
            if not _DATED.match(line.value, found.end()):
                yield defect.at(
                    line.place(*found.span()),
                    f"“{found[0]}”没有写明是哪一天",
                    hint=f"改成具体日期，年度报告一般写“截至{reading.year or '××××'}年12月31日”"
                    + ("；“截止”后面不直接带时间" if found[0].startswith("截止") else ""),
                )


@rule("Y104", "日历上没有的日期", Severity.ERROR)
def impossible_date(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """写了日历上没有的日子或月份。

    **为什么**：2月30日、11月31日、13月不存在，一定是写错了。

    **反例**：项目于2023年11月31日通过验收。

    **正例**：项目于2023年11月30日通过验收。

    **依据**：GB/T 7408《日期和时间的表示法》：公历的月和日。
    """
    for line in reading.lines:
        seen = set()
        for found in _DAY.finditer(line.value):
            seen.add(found.start("month"))
            year, month, day = int(found["year"] or _LEAP), int(found["month"]), int(found["day"])
            if not _exists(year, month, day):
                yield _no_such(defect, line, found)
        for found in _MONTH.finditer(line.value):
            is_month = 1 <= int(found["month"]) <= _MONTHS
            if not is_month and found.start("month") not in seen:
                yield _no_such(defect, line, found)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= calendar.monthrange(year, month)[1]


def _no_such(defect: Defect, line: Line, found: re.Match[str]) -> Diagnostic:
    return defect.at(
        line.place(*found.span()),
        f"日历上没有“{found[0]}”",
        hint="对照凭证或文件，改成实际的日期",
    )


@rule("Y105", "起止颠倒的时间", Severity.ERROR)
def reversed_period(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一段时间的终点在起点之前。

    **为什么**：起止写反，或者其中一个年份、日期写错了。

    **反例**：合同期为2023年5月至2021年4月。

    **正例**：合同期为2021年5月至2023年4月。

    **依据**：公文惯例：时间段先写起点，后写终点。
    """
    for line in reading.lines:
        for pattern, is_reversed in ((_STRETCH, _ends_early), (_WITHIN_MONTH, _ends_before)):
            for found in pattern.finditer(line.value):
                if is_reversed(found):
                    written = found[0].strip()
                    yield defect.at(
                        line.place(found.start(), found.start() + len(written)),
                        f"“{written}”的终点在起点之前",
                        hint="核对起止时间，改正写反或者写错的一个",
                    )


def _ends_early(found: re.Match[str]) -> bool:
    first, last = _parts(found, "first"), _parts(found, "last")
    shared = min(len(first), len(last))
    return last[:shared] < first[:shared]


def _parts(found: re.Match[str], name: str) -> tuple[int, ...]:
    written = (found[name], found[f"{name}_month"], found[f"{name}_day"])
    return tuple(int(one) for one in written if one)


def _ends_before(found: re.Match[str]) -> bool:
    return int(found["last"]) < int(found["first"])
