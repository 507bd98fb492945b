"""Quantities: measures with their units, ordinals and dates, which print as they were typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jixiao.language import numeral
from jixiao.language.precision import Bounds, bounds, exact, rounded

#: digits that a number may have: more is a slip, and `Decimal` would round from 28 on
MOST_DIGITS = 24
MAGNITUDES = {
    "": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
    "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip
#: units of one dimension: its base unit, and the exponent of ten that leads there;
#: 分 is not among them, for in these reports it is a score (20分), not money
_CONVERSIONS = {
    "元": ("元", 0),
    "角": ("元", -1),
    "%": ("%", -2),
    "‰": ("%", -3),
    "百分点": ("个百分点", 0),
}
#: the 百 of 百分点 is no magnitude
MAGNITUDE_PATTERN = (
    r"(?!百分点|千分点)(?:"
    + "|".join(sorted(filter(None, MAGNITUDES), key=len, reverse=True))
    + r")"
)
#: Han and a few signs: so 548O户, with a letter, is seen to be a slip
UNIT_PATTERN = r"(?:[%‰℃㎡]|(?:(?!以上|以下|左右|[万亿余])[㐀-䶿一-鿿])+)"

_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, exact or approximate.

    `after` (余, 多, 几) stands after the digits, or after the magnitude where `is_late` says so.
    """

    digits: str
    unit: str
    magnitude: str = ""
    before: str = ""
    after: str = ""
    bound: str = ""
    is_late: bool = False

    @property
    def number(self) -> Decimal:
        """The digits as a number, magnitude and unit left aside."""
        return Decimal(self.digits.replace(",", ""))

    @property
    def amount(self) -> Decimal:
        """The number in the base unit of its dimension: 元 for money, 1 for a rate."""
        return self.number.scaleb(exponent_of(self.magnitude, self.unit))

    @property
    def quantum(self) -> Decimal:
        """The size of the last printed digit, in the base unit of its dimension."""
        return Decimal(1).scaleb(exponent_of(self.magnitude, self.unit) - self.places)

    @property
    def places(self) -> int:
        """How many digits are printed behind the decimal point."""
        return len(self.digits.partition(".")[2])

    @property
    def dimension(self) -> str:
        """What the number measures: 元 for all money, % for rates, otherwise the unit itself."""
        return _CONVERSIONS.get(self.unit, (self.unit, 0))[0]

    @property
    def is_exact(self) -> bool:
        """Whether the number is meant to the last digit: no 余, 近, 约, 以上."""
        return not (self.before or self.after or self.bound)

    @property
    def bounds(self) -> Bounds:
        """The least and the greatest amount that the number can mean, in the base unit."""
        return bounds(self.amount, self.before, self.after, self.bound)

    def overlaps(self, other: Measure) -> bool:
        """Return whether both can mean one amount, each within its bounds; units are not asked."""
        (low, high), (least, most) = self.bounds, other.bounds
        is_below = high is not None and least is not None and high < least
        is_above = most is not None and low is not None and most < low
        return not (is_below or is_above)

    def __str__(self) -> str:
        scale = self.magnitude + self.after if self.is_late else self.after + self.magnitude
        return f"{self.before}{self.digits}{scale}{self.unit}{self.bound}"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank or another ordinal: `第一名`, `第3位`, `第四季度`."""

    numeral: str
    unit: str = ""

    @property
    def rank(self) -> int:
        """The ordinal as a number, from 1."""
        if self.numeral.isdigit():
            return int(self.numeral)
        return numeral.number(self.numeral) or 0

    def __str__(self) -> str:
        return f"第{self.numeral}{self.unit}"


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a month or a day, without padding zeros (GB/T 9704-2012 7.3.5.4)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        month = "" if self.month is None else f"{self.month}月"
        day = "" if self.day is None else f"{self.day}日"
        return f"{self.year:04}年{month}{day}"


Quantity = Measure | Ordinal | Date


def measure_of(amount: Decimal, like: Measure, places: int | None = None) -> Measure:
    """Return an amount, in the base unit, as a measure in another one's magnitude and unit.

    It is rounded half up to the places given, else to those of the other measure, and has
    thousands commas where that one has.
    """
    wanted = like.places if places is None else places
    exponent = exponent_of(like.magnitude, like.unit)
    number = rounded(amount, Decimal(1).scaleb(exponent - wanted))
    with exact(number):
        number = number.scaleb(-exponent)
        digits = f"{number:,f}" if "," in like.digits else f"{number:f}"
    return Measure(digits, like.unit, like.magnitude)


def is_grouped(digits: str) -> bool:
    """Return whether the commas of a number, if any, stand before each three digits."""
    return "," not in digits or _GROUPED.fullmatch(digits) is not None


def rate(ratio: Decimal, places: int = 2) -> Measure:
    """Return a ratio as a percentage: 0.8235 is 82.35%."""
    return measure_of(ratio, Measure("0", "%"), places)


def exponent_of(magnitude: str, unit: str) -> int:
    """Return the power of ten between a printed number and the base unit of its dimension."""
    return MAGNITUDES[magnitude] + _CONVERSIONS.get(unit, ("", 0))[1]
