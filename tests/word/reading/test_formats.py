from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language import numeral
from jixiao.word.reading.formats import written

#: how Word writes 1, 10, 12, 20, 21 and 101
FORMATS = {
    "decimal": "1 10 12 20 21 101",
    "decimalZero": "01 10 12 20 21 101",
    "upperRoman": "I X XII XX XXI CI",
    "lowerRoman": "i x xii xx xxi ci",
    "upperLetter": "A J L T U WWWW",
    "lowerLetter": "a j l t u wwww",
    "chineseCounting": "一 十 十二 二十 二十一 一〇一",
    "chineseCountingThousand": "一 十 十二 二十 二十一 一百零一",
    "taiwaneseCountingThousand": "一 十 十二 二十 二十一 一百零一",
    "chineseLegalSimplified": "壹 壹拾 壹拾贰 贰拾 贰拾壹 壹佰零壹",
    "japaneseCounting": "一 十 十二 二十 二十一 百一",
    "japaneseLegal": "壱 壱拾 壱拾弐 弐拾 弐拾壱 壱百壱",
    "japaneseDigitalTenThousand": "一 一〇 一二 二〇 二一 一〇一",
    "ideographDigital": "一 一〇 一二 二〇 二一 一〇一",
    "ideographTraditional": "甲 癸 12 20 21 101",
    "ideographZodiac": "子 酉 亥 20 21 101",
    "ideographZodiacTraditional": "甲子 癸酉 乙亥 癸未 甲申 101",
    "ideographEnclosedCircle": "㊀ ㊉ 12 20 21 101",
    "decimalEnclosedCircle": "① ⑩ ⑫ ⑳ 21 101",
    "decimalEnclosedCircleChinese": "① ⑩ ⑫ ⑳ 21 101",
    "decimalEnclosedFullstop": "⒈ ⒑ ⒓ ⒛ 21 101",
    "decimalEnclosedParen": "⑴ ⑽ ⑿ ⒇ 21 101",
    "decimalFullWidth": "１ １０ １２ ２０ ２１ １０１",
    "decimalFullWidth2": "１ １０ １２ ２０ ２１ １０１",
    "koreanCounting": "일 십 십이 이십 이십일 백일",
    "koreanDigital": "일 일영 일이 이영 이일 일영일",
    "aiueo": "ｱ ｺ ｼ ﾄ ﾅ 101",
    "irohaFullWidth": "イ ヌ ヲ ネ ナ 101",
    "ordinal": "1st 10th 12th 20th 21st 101st",
    "hex": "1 A C 14 15 65",
    "unheardOf": "1 10 12 20 21 101",
}


@pytest.mark.parametrize(("form", "expected"), FORMATS.items(), ids=FORMATS)
def test_a_number_is_written_as_word_writes_it(form, expected):
    assert " ".join(written(one, form) for one in (1, 10, 12, 20, 21, 101)) == expected


@pytest.mark.parametrize("form", ["none", "bullet"])
def test_a_list_without_numbers_has_none(form):
    assert written(3, form) == ""


@given(st.sampled_from([*FORMATS]), st.integers(-(10**9), 10**9))
def test_any_number_is_written_in_any_format(form, number):
    assert written(number, form)


@given(st.integers(1, 9999))
def test_counting_by_thousands_is_how_the_language_counts(number):
    assert numeral.number(written(number, "chineseCountingThousand")) == number


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number):
    values = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}

    digits = [values[one] for one in written(number, "upperRoman")]

    nexts = [*digits[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(digits, nexts, strict=True)) == number
