"""The equations of `勾稽.yaml` as relations, one for each two neighbouring sides."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.diagnostic import Diagnostic
from jixiao.language.equation import (
    Bare,
    Equation,
    Expression,
    Name,
    Number,
    Operation,
    names,
    show,
)
from jixiao.language.quantity import Measure
from jixiao.model.content import Constraint
from jixiao.report import vocabulary as v
from jixiao.report.defects.equation import BROKEN_EQUATION, UNKNOWN_NAME, UNWORKABLE_EQUATION
from jixiao.report.identity.relation import Relation, Side
from jixiao.report.nearest import suggestion
from jixiao.report.register import Register, printed

#: a sum of up to so many names is spelled out in a message
_SPELLED = 4


def equation_relations(constraint: Constraint) -> Iterator[Relation]:
    """Yield the relations that an equation states: `甲 = 乙 = 丙` states two."""
    sides = [Side(one, label(one)) for one in constraint.equation.sides]
    text = constraint.text.value
    for at, comparator in enumerate(constraint.equation.comparators):
        yield Relation(
            BROKEN_EQUATION,
            sides[at],
            comparator,
            sides[at + 1],
            constraint.text.place(),
            constraint.severity,
            testimony=f"“{text}”",
            equation="" if constraint.is_claim else text,
            remark=constraint.remark,
        )


def label(expression: Expression) -> str:
    """Return how a sentence calls an expression: 甲与乙之和, 甲与乙之比, or as it is written."""
    match expression:
        case Name(name, part):
            return v.spoken(v.part_of(name, part))
        case Number():
            return "另一边"
        case Bare(Name() as inner):
            return label(inner)
    return _worked(expression) or f"“{_written(expression)}”"


def _worked(expression: Expression) -> str:
    """Return how a sentence calls a sum, a ratio or a change; empty for anything else."""
    summed = _summed(expression)
    if summed:
        return f"{'、'.join(summed[:-1])}与{summed[-1]}之和"
    if isinstance(expression, Operation) and expression.operator == "-":
        return _difference(expression)
    return _ratio(expression)


def _difference(expression: Operation) -> str:
    if isinstance(expression.left, Number):
        return f"{expression.left}减去{label(expression.right)}"
    if not isinstance(expression.right, Name):
        return ""
    if isinstance(expression.left, Name):
        return f"{label(expression.left)}与{label(expression.right)}之差"
    return f"{label(expression.left)}减去{label(expression.right)}"


def _ratio(expression: Expression) -> str:
    match expression:
        case Operation("/", Name() as part, Name() as whole):
            return f"{label(part)}与{label(whole)}之比"
        case Operation("/", Operation("-", Name() as now, Name() as then), base) if then == base:
            return f"{label(now)}比{label(then)}的增幅"
        case Operation("/", Operation("-", Name() as then, Name() as now), base) if then == base:
            return f"{label(now)}比{label(then)}的降幅"
        case Operation("/", Name() as step, Operation(_, Name(), Name() as again)) if step == again:
            return f"{label(step)}与上年数之比"
    return ""


def _summed(expression: Expression) -> list[str]:
    """Return the labels of the names that an expression adds up; empty for anything else."""
    found: list[str] = []
    while isinstance(expression, Operation) and expression.operator == "+":
        if not isinstance(expression.right, Name) or len(found) >= _SPELLED:
            return []
        found.append(label(expression.right))
        expression = expression.left
    if not found or not isinstance(expression, Name):
        return []
    return [label(expression), *reversed(found)]


def _written(expression: Expression) -> str:
    return show(Equation((expression,), ()))


def name_faults(constraint: Constraint, register: Register) -> tuple[Diagnostic, ...]:
    """Return the findings on names of an equation under which there is no number."""
    asked = names(constraint.equation)
    return tuple(one for name in asked if (one := _fault(constraint, name, register)))


def _fault(constraint: Constraint, name: Name, register: Register) -> Diagnostic | None:
    number = register.number(name.name, name.part)
    if number is not None and isinstance(printed(number), Measure):
        return None
    place = constraint.text.place(name.start, name.end)
    subjects = [name.name, constraint.text.value]
    if number is not None:
        message = f"“{name}”是{printed(number)}，不能参加计算"
        hint = "算式里只用带单位的数"
        return UNWORKABLE_EQUATION.at(place, message, hint=hint, subjects=subjects)
    parts = register.parts(name.name)
    if not name.part and parts:
        hint = "写明是它的哪个数：" + "、".join(f"{name.name}.{one}" for one in parts)
        message = f"“{name.name}”是项目，不是一个数"
        return UNKNOWN_NAME.at(place, message, hint=hint, subjects=subjects)
    if name.part and name.part not in parts and register.is_known(name.name):
        listed = "、".join(f".{one}" for one in parts)
        hint = f"可以用的部分：{listed}" if parts else "去掉点号和后面的字"
        message = f"“{name.name}”没有“{name.part}”这一部分"
        return UNKNOWN_NAME.at(place, message, hint=hint, subjects=subjects)
    return _unstated(constraint, name, register)


def _unstated(constraint: Constraint, name: Name, register: Register) -> Diagnostic | None:
    """Return the finding on a number that is not stated; it may stand in what was not read."""
    if not register.report.content.whole:
        return None
    place = constraint.text.place(name.start, name.end)
    subjects = [name.name, constraint.text.value]
    if not register.is_known(name.name):
        hint = suggestion(register.nearest(name.name)) or "在 事实.yaml 里加上它"
        message = f"没有叫“{name.name}”的事实或账目"
        return UNKNOWN_NAME.at(place, message, hint=hint, subjects=subjects)
    message = f"“{name}”没有填数，这条勾稽算不出来"
    hint = "补上这个数，或者删去这一条"
    return UNWORKABLE_EQUATION.at(place, message, hint=hint, subjects=subjects)
