"""The grammar of quantities: `5487户`, `3000余份`, `近300户`, `94.72%`, `第一名`, dates.

Each is parsed into its parts and prints back exactly as typed.
"""

from __future__ import annotations

import datetime
import re

from jixiao.language.measure import (
    MAGNITUDE_PATTERN,
    MOST_DIGITS,
    UNIT_PATTERN,
    Date,
    Measure,
    Ordinal,
    Quantity,
    is_grouped,
    measure_of,
    rate,
)
from jixiao.language.mistake import Mistake, MistakeKind
from jixiao.language.precision import rounded

__all__ = [
    "Date",
    "Measure",
    "Ordinal",
    "Quantity",
    "measure_of",
    "parse",
    "rate",
    "rounded",
]

#: characters of the longest quantity; what is longer is prose
_LONGEST = 60

_MEASURE = re.compile(
    r"(?P<before>约|近|超过|超|不足)?"
    r"(?P<digits>-?[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"(?P<after>[余多几])?"
    rf"(?P<magnitude>{MAGNITUDE_PATTERN})?"
    r"(?P<late>[余多几])?"
    rf"(?P<unit>{UNIT_PATTERN})?"
    r"(?P<bound>以上|以下|左右)?"
)
_ORDINAL = re.compile(
    rf"第(?P<numeral>[一二三四五六七八九十百千零]+|[0-9]{{1,4}})(?P<unit>{UNIT_PATTERN}?)"
)
_DATE = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_DATE_OF_A_TABLE = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
#: what an input method makes of a digit or sign; 。 is one between digits only
_WIDE = re.compile(r"[０-９％．，－−]|(?<=[0-9０-９])。(?=[0-9０-９])")
_NARROW = str.maketrans("０１２３４５６７８９％．，－−。", "0123456789%.,--.")


def parse(text: str) -> Quantity | Mistake:
    """Return the quantity that a text states, or the first mistake in it."""
    slip = _slip(text)
    if slip:
        return slip
    if text.startswith("第"):
        return _ordinal(text)
    dated = _DATE.match(text)
    if dated and (dated[2] or not text[dated.end() :].strip("0123456789")):
        return _date(text, dated)
    return _measure(text)


def _slip(text: str) -> Mistake | None:
    """Return a slip of the keyboard that would hide what was meant."""
    if not text.strip():
        return Mistake(0, 0, MistakeKind.EMPTY, "没有填数", "写上数和单位，如 5487户")
    if len(text) > _LONGEST:
        message = f"“{text[:10]}……”太长，不是一个数"
        hint = "只写数和单位，如 5487户；文字写进 正文.yaml"
        return Mistake(0, len(text), MistakeKind.TOO_LONG, message, hint)
    if sum(one.isdigit() for one in text) > MOST_DIGITS:
        message = f"“{text}”超过{MOST_DIGITS}位"
        return Mistake(0, len(text), MistakeKind.TOO_LONG, message, "核对位数")
    wide = _WIDE.search(text)
    if wide:
        narrow = _WIDE.sub(lambda one: one[0].translate(_NARROW), text)
        message = f"“{text}”里有全角的“{wide[0]}”"
        return Mistake(wide.start(), wide.end(), MistakeKind.FULL_WIDTH, message, f"改成 {narrow}")
    blank = re.search(r"\s+", text)
    if blank:
        joined = re.sub(r"\s+", "", text)
        message = f"“{text}”中间有空格"
        return Mistake(blank.start(), blank.end(), MistakeKind.BLANK, message, f"改成 {joined}")
    return None


def _ordinal(text: str) -> Ordinal | Mistake:
    found = _ORDINAL.fullmatch(text)
    ordinal = Ordinal(found["numeral"], found["unit"]) if found else None
    if ordinal and ordinal.rank and not ordinal.numeral.startswith("0"):
        return ordinal
    hint = "写成 第一名、第3位 这样"
    return Mistake(0, len(text), MistakeKind.NOT_A_NUMBER, f"“{text}”不是名次", hint)


def _date(text: str, found: re.Match[str]) -> Date | Mistake:
    year, month, day = (int(one) if one else None for one in found.groups())
    if found.end() != len(text):
        return _past_date(text, found)
    try:
        datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return Mistake(0, len(text), MistakeKind.BAD_DATE, f"日历上没有“{text}”", "核对年月日")
    date = Date(year or 0, month, day)
    if str(date) != text:
        return Mistake(0, len(text), MistakeKind.BAD_DATE, "月、日前面不补0", f"改成 {date}")
    return date


def _past_date(text: str, found: re.Match[str]) -> Mistake:
    end = found.end()
    if found[3] is None and text[end:].isdecimal():
        lost = "日" if found[2] else "月"
        return Mistake(
            0, len(text), MistakeKind.BAD_DATE, f"“{text}”少了“{lost}”", f"改成 {text}{lost}"
        )
    message = f"日期后面多了“{text[end:]}”"
    return Mistake(end, len(text), MistakeKind.TRAILING, message, f"只写日期：{found[0]}")


def _measure(text: str) -> Measure | Mistake:
    found = _MEASURE.fullmatch(text)
    if not found:
        return _table_date(text) or _unreadable(text)
    digits, unit = found["digits"], found["unit"] or ""
    if not is_grouped(digits):
        hint = f"改成 {text.replace(',', '')}"
        return Mistake(0, len(digits), MistakeKind.NOT_A_NUMBER, f"“{digits}”的千位逗号不对", hint)
    if not unit:
        return _unitless(text, found["magnitude"] or "")
    if found["after"] and found["late"]:
        return Mistake(0, len(text), MistakeKind.TRAILING, f"“{text}”写了两个“余”", "删去一个")
    return Measure(
        digits,
        unit,
        found["magnitude"] or "",
        found["before"] or "",
        found["after"] or found["late"] or "",
        found["bound"] or "",
        is_late=bool(found["late"]),
    )


def _unitless(text: str, magnitude: str) -> Mistake:
    example = "元、人次" if magnitude else "户、件、万元、%"
    hint = f"在数后面写上单位，如{example}"
    return Mistake(0, len(text), MistakeKind.NO_UNIT, f"“{text}”没有单位", hint)


def _table_date(text: str) -> Mistake | None:
    found = _DATE_OF_A_TABLE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(one) for one in found.groups())
    hint = f"改成 {Date(year, month, day)}"
    return Mistake(0, len(text), MistakeKind.BAD_DATE, "日期写成年月日", hint)


def _unreadable(text: str) -> Mistake:
    found = _MEASURE.match(text)
    if not found:
        hint = "写上数和单位，如 5487户、3000余份、94.72%"
        return Mistake(0, len(text), MistakeKind.NOT_A_NUMBER, f"“{text}”不是数", hint)
    end = found.end()
    if re.match(r"[0-9.:：]", text[end:]) and not found["unit"]:
        message = f"“{text}”不是数"
        return Mistake(0, len(text), MistakeKind.NOT_A_NUMBER, message, "写成 12.5万元、30次 这样")
    message = f"“{text[:end]}”后面的“{text[end:]}”看不懂"
    hint = "只写数和单位，单位用汉字或%；要说明的写进“说明”"
    return Mistake(end, len(text), MistakeKind.TRAILING, message, hint)
