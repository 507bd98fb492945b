"""Family W: how numbers, years and times are written (W501 to W504)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, prose, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.mention import Mention
from jixiao.language.script import HAN

_SHORT_YEAR = re.compile(
    rf"(?:(?<=[，。；：、！？“（(,;:])|^|(?<=^[在自从到至])|(?<=[，。；：、][在自从到至])|(?<=截[至止])|(?<=[对在])|(?<=[一二三四五六七八九十][）)]))"
    rf"(?P<digits>[0-9]{{2}})年(?P<behind>[0-9{HAN}]{{1,10}}|，)"
)
#: where a year may stand that a comma is behind: 22年，全县……
_OPENS = ("", "。", "）", ")")
#: behind a year and never behind a stretch of years
_PART_OF_YEAR = re.compile(r"1?[0-9]月|度(?!过)|[底末初]|[上下]半年|第?[一二三四]季度|全年")
_RATE = re.compile(rf"[{HAN}]{{1,7}}率")
#: behind a stretch of years
_STRETCH = re.compile(
    r"[来间中内后前里多余整的以才了时之龄期]|左右|历史|工龄|党龄|如一日|累计|坚持|持续|不懈|连续"
    r"|平均|以?上|一遇|过去|发展|建设期|合同|租期|任期|规划|共|总|不变|免|质保|贷|未"
)
#: years around the report's that a short one may mean
_BEFORE, _AFTER = 4, 2
_CENTURY = 100
#: decimals from which on a number is that of an account, not of an estimate
_EXACT_PLACES = 2
#: an average is computed, and may well be rounded; it is told so shortly before the number
_AVERAGE = re.compile("[平人户年月日]均|均价|折合|相当于|占")
_REACH = 12
_MIXED_CLOCK = re.compile(
    r"(?P<word>上午|下午|晚上|傍晚|中午|凌晨|早上|晚间)(?:的)?(?P<hour>1[3-9]|2[0-3])"
    r"(?:[:：][0-5][0-9]|时|点)(?!间)"
)
_FULL_WIDTH = re.compile(
    "(?<![０-９Ａ-Ｚａ-ｚ％﹪．])[０-９Ａ-Ｚａ-ｚ％﹪．]*[０-９Ａ-Ｚａ-ｚ％﹪][０-９Ａ-Ｚａ-ｚ％﹪．]*"
)
#: a comma between thousands, typed full-width: 1，359.46万元, but not 第5，100万元
_WIDE_THOUSANDS = re.compile(
    rf"(?<=[{HAN}])(?<!第)[1-9][0-9]{{0,2}}(?:，[0-9]{{3}}){{1,3}}(?![0-9])"
    r"(?:(?P<places>\.[0-9]{1,2}(?![0-9%％]))|(?=[万亿]?元))"
)
_HALF = {wide: chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF01, 0xFF5F))} | {"﹪": "%"}


@rule("W501", "只写两位的年份", Severity.WARNING)
def short_years(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """公元年份只写了后两位数字。

    **为什么**：“23年”可以是2023年，也可以是二十三年；报告要存档，年份写全才不会读错。

    **反例**：24年覆盖率达到98%。

    **正例**：2024年覆盖率达到98%。“近20年来”“使用12年”说的是时间长短，不在此列。

    **依据**：GB/T 15835-2011《出版物上数字用法》：四位数字表示的年份不简写为两位。
    """
    for line in prose(reading.lines):
        for found in _SHORT_YEAR.finditer(line.value):
            before = line.value[max(found.start() - 1, 0) : found.start()]
            if found["behind"] == "，" and before not in _OPENS:
                continue  # 租期：20年，
            certainty = _severity(found["digits"], found["behind"], reading.year)
            if certainty:
                spot = Spot(line, found.start("digits"), found.end("digits") + 1)
                yield defect.at(
                    spot.place,
                    f"“{spot.around(2, 8)}”：年份只写了两位",
                    hint=f"如果是年份，写全为“20{spot.text}”",
                    severity=certainty,
                    subjects=[spot.text],
                )


def _severity(digits: str, behind: str, year: int) -> Severity | None:
    """Return how sure it is that two digits are a year; None where they are not."""
    if _PART_OF_YEAR.match(behind):
        return Severity.WARNING
    meant = year - year % _CENTURY + int(digits)
    if not year - _BEFORE <= meant <= year + _AFTER or not year or _STRETCH.match(behind):
        return None
    return Severity.WARNING if _RATE.match(behind) else Severity.QUESTION


@rule("W502", "精确到分毫的约数", Severity.QUESTION)
def exact_estimates(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """数字带着两位以上的小数，又用了“约”“近”“余”“左右”。

    **为什么**：精确的数不用“约”，估计的数没有小数；两样都写，读的人不知道该信哪个。

    **反例**：支出约256.38万元；争取资金256.38余万元。

    **正例**：支出256.38万元；支出约256万元；争取资金250余万元。

    **依据**：公文惯例：约数与精确的数分开写。
    """
    for line in reading.lines:
        for one in line.mentions:
            word = _estimating(one)
            if word and not _AVERAGE.search(line.value[max(one.start - _REACH, 0) : one.start]):
                spot = Spot(line, one.start, one.end)
                yield defect.at(
                    spot.place,
                    f"“{spot.text}”是精确的数，又用了“{word}”",
                    hint=f"数字准确的，删去“{word}”；是估计的，去掉小数",
                    subjects=[spot.text],
                )


def _estimating(one: Mention) -> str:
    measure = one.measure
    is_fine = measure.places < _EXACT_PLACES or measure.digits.startswith("0.")
    if is_fine or not (measure.magnitude or measure.unit in {"元", "%"}):
        return ""
    before = measure.before if measure.before in {"约", "近"} else ""
    bound = measure.bound if measure.bound == "左右" else ""
    return before or measure.after or bound


@rule("W503", "混用的时制", Severity.WARNING)
def mixed_clock(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """“下午”一类的词后面又用了24小时制的钟点。

    **为什么**：12小时制才要分上午、下午；24小时制再写“下午”是重复，写“上午”就是错的。

    **反例**：下午15:00召开会议。

    **正例**：下午3时召开会议；15:00召开会议。

    **依据**：GB/T 7408《数据元和交换格式 信息交换 日期和时间表示法》采用24小时制。
    """
    for line in prose(reading.lines):
        for found in _MIXED_CLOCK.finditer(line.value):
            hour, word = int(found["hour"]), found["word"]
            spot = Spot(line, *found.span())
            yield defect.at(
                spot.place,
                f"“{spot.text}”把12小时制的“{word}”和24小时制的“{hour}”混在一起",
                hint=f"删去“{word}”，或者改用12小时制的“{hour - 12}时”",
            )


@rule("W504", "全角的数字、字母", Severity.WARNING)
def full_width_digits(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """阿拉伯数字、拉丁字母、百分号，或者数字里的千分撇打成了全角。

    全文的百分号都是全角、别的都是半角的，以及没有小数、也可能是两个数的，请核实。

    **为什么**：全角数字一个占一个汉字的宽度，排出来松散，在电子表格里也不能计算、检索。

    **反例**：完成率９８％；支出1，203.56万元。

    **正例**：完成率98%；支出1,203.56万元。

    **依据**：公文排版的惯例：阿拉伯数字、拉丁字母、百分号用半角。
    """
    found = [one for one in spots(reading.lines, _FULL_WIDTH) if _is_odd(one)]
    if found:
        has_half = any("%" in line.value for line in reading.lines)
        is_style = not has_half and all(one.text == "％" for one in found)
        yield defect.at(
            found[0].place,
            f"“{found[0].clipped}”是全角的{counted(found)}",
            hint=f"改为半角“{_halved(found[0].clipped)}”",
            related=further((one.place for one in found[1:]), "这里也是"),
            severity=Severity.QUESTION if is_style else None,
        )
    for line in prose(reading.lines):
        for one in _WIDE_THOUSANDS.finditer(line.value):
            yield defect.at(
                line.place(*one.span()),
                f"“{one[0]}”里的千分撇是全角的逗号",
                hint=f"是一个数的，改为“{one[0].replace('，', ',')}”",
                severity=None if one["places"] else Severity.QUESTION,
            )


def _is_odd(spot: Spot) -> bool:
    """Return whether full-width characters are a slip.

    A row of Ｘ is a blank to fill in, and some fields of a table are set full-width.
    """
    return spot.line.kind is not LineKind.CELL and spot.text.strip("Ｘｘ．") != ""


def _halved(text: str) -> str:
    return "".join(_HALF.get(one, one) for one in text)
