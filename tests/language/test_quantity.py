"""Quantities: read as typed, printed as typed, counted in their base unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.mistake import Mistake, MistakeKind
from jixiao.language.numeral import chinese
from jixiao.language.quantity import Date, Measure, Ordinal, measure_of, parse, rate, rounded

DIGITS = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,4})?", fullmatch=True)
UNITS = st.sampled_from(["户", "家次", "件", "元", "%", "‰", "个百分点", "批次", "人次", "平方米"])
MAGNITUDES = st.sampled_from(["", "千", "万", "百万", "亿"])


@st.composite
def measures(draw):
    unit = draw(UNITS)
    magnitude = "" if unit in "%‰个百分点" else draw(MAGNITUDES)
    after = draw(st.sampled_from(["", "余", "多"]))
    return Measure(
        draw(DIGITS),
        unit,
        magnitude,
        draw(st.sampled_from(["", "约", "近", "超", "超过", "不足"])),
        after,
        draw(st.sampled_from(["", "以上", "以下", "左右"])),
        is_late=bool(after and magnitude and draw(st.booleans())),
    )


ORDINALS = st.builds(
    Ordinal,
    st.one_of(st.integers(1, 99).map(chinese), st.integers(1, 999).map(str)),
    st.sampled_from(["", "名", "位", "季度"]),
)
DATES = st.one_of(
    st.builds(Date, st.integers(1900, 2100)),
    st.builds(Date, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(Date, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28)),
)


@given(st.one_of(measures(), ORDINALS, DATES))
def test_printing_and_reading_are_inverse(quantity):
    assert parse(str(quantity)) == quantity


@pytest.mark.parametrize(
    "text",
    [
        "5487户", "3000余份", "近300户", "94.72%", "第一名", "第四季度", "2023年12月31日",
        "1,359.46万元", "0123户", "10余万元", "3万余元", "95%以上", "-3.2%", "0万元", "1.2万人次",
        "95.10%", "2023年", "2023年12月", "3000多份", "10几个", "5千亿元", "2.3个百分点", "3千瓦时",
        "95.5分", "5年", "12315平台", "约3000余家次左右",
    ],
)  # fmt: skip
def test_a_quantity_prints_exactly_as_it_was_typed(text):
    assert str(parse(text)) == text


@given(st.text(max_size=40))
def test_any_text_is_a_quantity_that_prints_the_same_or_one_mistake(text):
    read = parse(text)

    if isinstance(read, Mistake):
        assert 0 <= read.start <= read.end <= len(text)
        assert read.message
        assert read.hint
    else:
        assert str(read) == text


@pytest.mark.parametrize(
    ("text", "kind", "way_out"),
    [
        ("", MistakeKind.EMPTY, "5487户"),
        ("５４８７户", MistakeKind.FULL_WIDTH, "改成 5487户"),
        ("94．72％", MistakeKind.FULL_WIDTH, "改成 94.72%"),
        ("94。72%", MistakeKind.FULL_WIDTH, "改成 94.72%"),
        ("1，359.46万元", MistakeKind.FULL_WIDTH, "改成 1,359.46万元"),
        ("－3.2%", MistakeKind.FULL_WIDTH, "改成 -3.2%"),
        ("２０２３年", MistakeKind.FULL_WIDTH, "改成 2023年"),
        ("第１名", MistakeKind.FULL_WIDTH, "改成 第1名"),
        ("   ", MistakeKind.EMPTY, "5487户"),
        ("5487 户", MistakeKind.BLANK, "改成 5487户"),
        ("近　300户", MistakeKind.BLANK, "改成 近300户"),
        ("5487", MistakeKind.NO_UNIT, "单位"),
        ("95.10", MistakeKind.NO_UNIT, "单位"),
        ("10万", MistakeKind.NO_UNIT, "元、人次"),
        ("5千", MistakeKind.NO_UNIT, "元、人次"),
        ("10余", MistakeKind.NO_UNIT, "单位"),
        ("300以上", MistakeKind.NO_UNIT, "单位"),
        ("很多户", MistakeKind.NOT_A_NUMBER, "5487户"),
        ("no", MistakeKind.NOT_A_NUMBER, "5487户"),
        ("12:30", MistakeKind.NOT_A_NUMBER, "30次"),
        ("12：30", MistakeKind.NOT_A_NUMBER, "30次"),
        ("2023-02-01", MistakeKind.BAD_DATE, "改成 2023年2月1日"),
        ("2023.12.31", MistakeKind.BAD_DATE, "改成 2023年12月31日"),
        ("1.2.3户", MistakeKind.NOT_A_NUMBER, "30次"),
        ("1.户", MistakeKind.NOT_A_NUMBER, "30次"),
        ("数百户", MistakeKind.NOT_A_NUMBER, "5487户"),
        ("【立案】", MistakeKind.NOT_A_NUMBER, "5487户"),
        ("12,345,67户", MistakeKind.NOT_A_NUMBER, "改成 1234567户"),
        ("1,2户", MistakeKind.NOT_A_NUMBER, "改成 12户"),
        ("第零名", MistakeKind.NOT_A_NUMBER, "第一名"),
        ("第01名", MistakeKind.NOT_A_NUMBER, "第一名"),
        ("2023年13月1日", MistakeKind.BAD_DATE, "核对"),
        ("2023年2月30日", MistakeKind.BAD_DATE, "核对"),
        ("2023年02月1日", MistakeKind.BAD_DATE, "改成 2023年2月1日"),
        ("0000年", MistakeKind.BAD_DATE, "核对"),
        ("2023年12", MistakeKind.BAD_DATE, "改成 2023年12月"),
        ("2023年12月31", MistakeKind.BAD_DATE, "改成 2023年12月31日"),
        ("2023年2月1日前", MistakeKind.TRAILING, "只写日期：2023年2月1日"),
        ("6.9万元（含）", MistakeKind.TRAILING, "说明"),
        ("10余万余元", MistakeKind.TRAILING, "删去一个"),
        ("548O户", MistakeKind.TRAILING, "汉字"),
        ("3-5户", MistakeKind.TRAILING, "只写数和单位"),
        ("1千余万元", MistakeKind.TRAILING, "只写数和单位"),
        ("5户3人", MistakeKind.TRAILING, "只写数和单位"),
        ("5户以上左右", MistakeKind.TRAILING, "只写数和单位"),
        ("9" * 31 + "户", MistakeKind.TOO_LONG, "位数"),
        ("全年受理投诉举报，" * 10, MistakeKind.TOO_LONG, "正文.yaml"),
    ],
)
def test_a_slip_is_told_apart_with_its_way_out(text, kind, way_out):
    mistake = parse(text)

    assert isinstance(mistake, Mistake)
    assert mistake.kind is kind
    assert way_out in mistake.hint


def test_a_mistake_points_at_what_cannot_be_read():
    text = "61批次（含复检）"

    mistake = parse(text)

    assert text[mistake.start : mistake.end] == "（含复检）"
    assert mistake.message == "“61批次”后面的“（含复检）”看不懂"


def test_money_of_all_units_is_counted_in_yuan():
    amounts = {text: parse(text).amount for text in ("1359.46万元", "13594600元", "0.135946亿元")}

    assert set(amounts.values()) == {Decimal(13594600)}
    assert {parse(text).dimension for text in amounts} == {"元"}


def test_counts_stay_in_their_own_unit():
    assert parse("1.2万人次").amount == Decimal(12000)
    assert parse("5487户").dimension == "户"
    assert parse("5千亿户").amount == Decimal(500_000_000_000)
    assert parse("2.3百分点").dimension == parse("2.3个百分点").dimension
    assert parse("20分").dimension == "分"
    assert parse("54起").dimension != parse("61件").dimension


def test_a_rate_is_counted_as_a_ratio():
    assert parse("94.72%").amount == Decimal("0.9472")
    assert parse("5‰").amount == Decimal("0.005")
    assert parse("5‰").dimension == parse("94.72%").dimension


def test_the_quantum_is_the_size_of_the_last_printed_digit():
    assert parse("1359.46万元").quantum == Decimal(100)
    assert parse("121.8%").quantum == Decimal("0.001")
    assert parse("70万元").quantum == Decimal(10000)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3000余份", 3000, 4000),
        ("150余个", 150, 160),
        ("近300户", 200, 300),
        ("约20个", 15, 25),
        ("300户左右", 250, 350),
        ("300户以上", 300, None),
        ("300户以下", None, 300),
        ("超300户", 300, None),
        ("不足300户", None, 300),
        ("10几个", 10, 20),
        ("10余万元", 100_000, 200_000),
        ("3万余元", 30_000, 40_000),
        ("95%以上", Decimal("0.95"), None),
        ("约-20个", -25, -15),
        ("-300余个", -400, -300),
        ("近0个", -1, 0),
        ("约3000余份", 2500, 4000),
        ("4854户次", 4854, 4854),
    ],
)
def test_an_approximate_number_means_a_range(text, low, high):
    assert parse(text).bounds == (low, high)
    assert parse(text).is_exact == (low == high)


@pytest.mark.parametrize(
    ("amount", "quantum", "expected"),
    [
        ("0.97663", "0.01", "0.98"),
        ("2.5", "1", "3"),
        ("-2.5", "1", "-3"),
        ("1.2149", "0.001", "1.215"),
        ("1234567", "10000", "1230000"),
        ("1e80", "0.01", "1e80"),
        ("1", "1e20", "0"),
    ],
)
def test_rounding_is_half_up(amount, quantum, expected):
    assert rounded(Decimal(amount), Decimal(quantum)) == Decimal(expected)


def test_an_amount_is_printed_like_another_measure():
    like = parse("69.88万元")

    assert str(measure_of(Decimal(699800), like)) == "69.98万元"
    assert str(measure_of(Decimal(1000), like)) == "0.10万元"
    assert str(measure_of(Decimal(701000), parse("70万元"), 2)) == "70.10万元"
    assert str(rate(Decimal(251) / Decimal(206), 1)) == "121.8%"
    assert str(rate(Decimal(1))) == "100.00%"
    assert str(measure_of(Decimal(13594600), parse("1,000.00万元"))) == "1,359.46万元"
    assert str(measure_of(Decimal(1200), parse("近300户"))) == "1200户"


def test_what_rounds_to_zero_has_no_sign():
    assert str(measure_of(Decimal("-0.001"), parse("0.00元"))) == "0.00元"


@given(measures())
def test_an_amount_printed_like_itself_is_the_same_number(measure):
    assert measure_of(measure.amount, measure).amount == measure.amount


@given(measures(), measures())
def test_a_number_is_within_half_a_quantum_of_what_it_prints(amount, like):
    printed = measure_of(amount.amount, like)

    assert abs(printed.amount - amount.amount) <= like.quantum / 2
    assert printed.quantum == like.quantum


@given(measures())
def test_a_number_lies_within_its_own_bounds(measure):
    low, high = measure.bounds

    assert low is None or low <= measure.amount
    assert high is None or measure.amount <= high


def test_a_rank_is_a_number():
    assert [parse(text).rank for text in ("第一", "第十二名", "第3位")] == [1, 12, 3]


@pytest.mark.parametrize(
    "text", ["9" * 1_000_000, "1," * 500_000, "户" * 1_000_000, "第" * 100_000]
)
def test_a_hostile_text_is_one_mistake(text):
    assert isinstance(parse(text), Mistake)
