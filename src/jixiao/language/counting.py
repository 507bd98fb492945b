"""Counting by other signs than 一二三: Roman numerals, 甲乙丙, 子丑寅, the formal 壹贰叁.

Lists of Word and of web pages count with the same ones; each standard says which it takes.
"""

from __future__ import annotations

from jixiao.language import numeral

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
#: digits from 零 to 九, and 十百千, as amounts of money are written
FORMAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(number: int) -> str:
    """Return a number from 1 on in lower-case Roman numerals; thousands are repeated m."""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def respelt(number: int, digits: str, places: str) -> str:
    """Return Chinese counting in other signs, 十 as 一十; empty beyond what is counted so."""
    if not 0 < number <= numeral.LARGEST:
        return ""
    plain = numeral.chinese(number)
    whole = f"一{plain}" if plain.startswith("十") else plain
    return whole.translate(str.maketrans("零一二三四五六七八九十百千", digits + places))
