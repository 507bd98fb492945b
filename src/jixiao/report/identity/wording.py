"""What is said of a relation that fails: both numbers, their difference, the likely culprit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.language.quantity import Measure, measure_of
from jixiao.report import vocabulary as v
from jixiao.report.exact import decimal, half_up, places_of
from jixiao.report.identity.amount import Amount
from jixiao.report.identity.dimension import dimension_of, scale_of, spell
from jixiao.report.identity.judge import Given, Judgement
from jixiao.report.identity.relation import Relation, Side
from jixiao.report.identity.vote import Suspect, Verdict

#: decimals that a computed number is shown with where it has more than these
_SHOWN = 6
_ROUNDED = 2
#: culprits that a hint lists before it says 等
_LISTED = 3
#: witnesses that a hint names, where they leave so few suspects
_NAMED = 2
_POINT = Measure("0.00", "个百分点")

_EXCESS = {"<=": "超出", "<": "超出", ">=": "不足", ">": "不足"}


def failure(judgement: Judgement, numbers: Given) -> str:
    """Return the message that a relation does not hold: both numbers and the difference."""
    relation = judgement.relation
    like = _like(judgement, numbers)
    left = _side(judgement.left.amount, relation.left, judgement.measures[0], like)
    right = _side(judgement.right.amount, relation.right, judgement.measures[1], like)
    told = f"{left}，{right}"
    return f"{told}，{_difference(judgement, like)}"


def _like(judgement: Judgement, numbers: Given) -> Measure | None:
    """Return the measure that the numbers are shown like: the largest unit, most decimals."""
    first, second = judgement.measures
    if first and second and (first.unit, first.magnitude) == (second.unit, second.magnitude):
        return second
    dimension = judgement.left.amount.dimension
    stated = [one for one in (second, first) if one and dimension_of(one) == dimension]
    terms = [numbers[name] for name in judgement.names]
    fitting = (
        one
        for one in (*stated, *terms)
        if dimension_of(one) == dimension and (dimension or _is_rate(one))
    )
    return max(fitting, key=lambda one: (_unit_of(one), one.places), default=None)


def _unit_of(measure: Measure) -> Fraction:
    """Return the size of one printed unit, in the base unit: 10000 for 万元."""
    return Fraction(measure.quantum) * Fraction(10) ** measure.places


def _is_rate(measure: Measure) -> bool:
    return measure.dimension == "%"


def _side(amount: Amount, side: Side, stated: Measure | None, like: Measure | None) -> str:
    shown = str(stated) if stated is not None else _shown(amount, like)
    return f"{side.label}为{shown}"


def _shown(amount: Amount, like: Measure | None) -> str:
    number = amount.exact
    if number is not None:
        return _number(number, amount, like)
    low, high = amount.low, amount.high
    if low is None or high is None:
        return "不定的数"
    return f"{_number(low, amount, like)}至{_number(high, amount, like)}"


def _number(number: Fraction, amount: Amount, like: Measure | None) -> str:
    """Return a number in a measure's unit: exactly where that is short, else to two decimals."""
    if like is None:
        unit = spell(amount.dimension)
        return f"{decimal(half_up(number, Fraction(1, 10**_ROUNDED))).normalize():f}{unit}"
    return str(measure_of(decimal(number / scale_of(like)), like, _places(number, like)))


def _places(number: Fraction, like: Measure) -> int:
    exact = places_of(number / (_unit_of(like) * scale_of(like)), _SHOWN)
    return max(like.places, _ROUNDED if exact is None else exact)


def _difference(judgement: Judgement, like: Measure | None) -> str:
    left, right = judgement.left.amount, judgement.right.amount
    if left.exact is None or right.exact is None:
        return "对不上"
    verb = _EXCESS.get(judgement.relation.comparator, "相差")
    if left.exact == right.exact:
        return "两者相等"
    if like is not None and _is_rate(like):
        return f"{verb}{_points(left.exact, right.exact, like)}"
    gap = abs(left.exact - right.exact)
    return f"{verb}{_shown(Amount.exactly(gap, left.dimension), like)}"


def _points(left: Fraction, right: Fraction, like: Measure) -> str:
    """Return the difference of two rates as they are shown, in percentage points."""
    places = max(_places(left, like), _places(right, like))
    quantum = Fraction(1, 10 ** (places + 2))
    gap = abs(half_up(left, quantum) - half_up(right, quantum)) * 100
    return str(measure_of(decimal(gap), _POINT, places))


def advice(relation: Relation, verdict: Verdict) -> str:
    """Return the hint: who confirms what, and the values that would mend the relation."""
    parts = [*_testimonies(relation, verdict), _corrections(relation, verdict), relation.remark]
    return "；".join(one for one in parts if one)


def _testimonies(relation: Relation, verdict: Verdict) -> Iterator[str]:
    if verdict.culprit or len(verdict.suspects) > _NAMED:
        return
    for one in verdict.cleared[:_NAMED]:
        witness = one.witnesses[0]
        stated = one.stated.quantity
        name = "" if _is_part_of(one, relation) else called(one, relation)
        yield f"{witness.testimony}支持{name}{stated}"


def _is_part_of(suspect: Suspect, relation: Relation) -> bool:
    return bool(relation.subject) and suspect.stated.name.startswith(f"{relation.subject}.")


def _corrections(relation: Relation, verdict: Verdict) -> str:
    culprit = verdict.culprit
    if culprit:
        count = len(culprit.mended)
        return f"{called(culprit, relation)}应为{culprit.value}，这样{count}处同时对得上"
    listed = [f"{called(one, relation)}应为{one.value}" for one in verdict.suspects]
    if not listed:
        return "这几个数各有别的等式支持，请逐个核对原始凭证"
    rest = f"（还有{len(listed) - _LISTED}种可能）" if len(listed) > _LISTED else ""
    return "，或".join(listed[:_LISTED]) + rest


def called(suspect: Suspect, relation: Relation) -> str:
    """Return how a hint calls a suspect: by its bare part within its own project or fact."""
    name, _, part = suspect.stated.name.partition(".")
    if name != relation.subject:
        return v.spoken(suspect.stated.name)
    return part or "完成值"
