"""How a list counts: a number in the formats of Word (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat).

A number that a format has no sign for is written in Arabic digits, as Word does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from string import ascii_lowercase

from jixiao.language import numeral
from jixiao.language.counting import BRANCHES, FORMAL, STEMS, respelt, roman

_LARGEST_ROMAN = 32_767
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
#: as many letters at most as Word repeats for the numbers behind z
_MOST_LETTERS = 30

Format = Callable[[int], str]


def written(number: int, form: str) -> str:
    """Return a number as a list's level shows it; empty for `none`, Arabic for unknown formats."""
    if form in {"none", "bullet"}:
        return ""
    if number < 0:
        return str(number)
    return _FORMATS.get(form, str)(number) or str(number)


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= _LARGEST_ROMAN else ""


def _letters(number: int) -> str:
    """Return a … z, aa, bb … zz, aaa …, as Word counts with letters."""
    times, at = divmod(number - 1, len(ascii_lowercase))
    return ascii_lowercase[at] * (times + 1) if 0 <= times < _MOST_LETTERS else ""


def _row(signs: str) -> Format:
    """Return a format with a sign of its own for each number up to the row's length."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _from(first: str, last: int) -> Format:
    """Return a format of glyphs that follow one another in Unicode, from 1 to the last."""
    return _row("".join(chr(ord(first) + at) for at in range(last)))


def _digits(signs: str) -> Format:
    """Return a format that writes digit by digit: 一〇 for 10."""
    return lambda number: str(number).translate(str.maketrans("0123456789", signs))


def _counting(zero: str) -> Format:
    """Return the format that counts 十一, 二十 to 99 and writes greater numbers by their digits."""
    most = 99
    digits = _digits(zero + "一二三四五六七八九")
    return lambda number: _thousand(number) if 0 < number <= most else digits(number)


def _thousand(number: int) -> str:
    return numeral.chinese(number) if 0 < number <= numeral.LARGEST else ""


def _legal(digits: str, places: str) -> Format:
    """Return the counting of legal documents: 壹拾 for ten."""
    return lambda number: respelt(number, digits, places)


def _japanese(digits: str, places: str, *, ones: bool) -> Format:
    """Return Japanese or Korean counting: no zeros, and no 一 before ten, hundred, thousand."""

    def form(number: int) -> str:
        """Return a count place by place; empty beyond what is counted so."""
        if not 0 < number <= numeral.LARGEST:
            return ""
        out = ""
        for place, digit in zip((3, 2, 1, 0), f"{number:04d}", strict=True):
            if digit != "0":
                is_silent = digit == "1" and place > 0 and not ones
                out += ("" if is_silent else digits[int(digit)]) + ("", *places)[place]
        return out

    return form


def _sexagenary(number: int) -> str:
    """Return 甲子, 乙丑 … of the cycle of sixty."""
    at = number - 1
    return STEMS[at % 10] + BRANCHES[at % 12] if 0 <= at < 60 else ""  # noqa: PLR2004 -- sixty


def _ordinal(number: int) -> str:
    is_teen = 10 <= number % 100 <= 20  # noqa: PLR2004 -- 11th, 12th, 13th
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_HALF_WIDTH = {
    ord(unicodedata.normalize("NFKC", half)): half for half in map(chr, range(0xFF66, 0xFF9E))
}
_FORMATS: dict[str, Format] = {
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _row(STEMS),
    "ideographZodiac": _row(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "chineseCounting": _counting("〇"),
    "taiwaneseCounting": _counting("○"),
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "chineseLegalSimplified": _legal(*FORMAL),
    "ideographLegalTraditional": _legal("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "japaneseCounting": _japanese("〇一二三四五六七八九", "十百千", ones=False),
    "japaneseLegal": _japanese("零壱弐参四伍六七八九", "拾百阡", ones=True),
    "koreanCounting": _japanese("영일이삼사오육칠팔구", "십백천", ones=False),
    "aiueo": _row(_AIUEO.translate(_HALF_WIDTH)),
    "aiueoFullWidth": _row(_AIUEO),
    "iroha": _row(_IROHA.translate(_HALF_WIDTH)),
    "irohaFullWidth": _row(_IROHA),
    "ganada": _row("가나다라마바사아자차카타파하"),
    "chosung": _row("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
}
