"""勾稽.yaml: the equations that must hold between facts."""

from __future__ import annotations

from jixiao.content.defects import value as defects
from jixiao.content.schema.check import is_null
from jixiao.content.stated.values import Notes, child, members, scalar, told
from jixiao.diagnostic import Severity
from jixiao.language.equation import parse
from jixiao.language.mistake import Mistake
from jixiao.model.content import Constraint
from jixiao.model.document import Node, Scalar
from jixiao.source import Text

_SEVERITIES = {one.label: one for one in Severity}


def constraints(root: Node | None, notes: Notes) -> tuple[Constraint, ...]:
    """Return the constraints of a document's root; what is at fault in it is left out."""
    made = (_constraint(item, notes) for item in members(root))
    return tuple(one for one in made if one)


def _constraint(item: Node, notes: Notes) -> Constraint | None:
    equation = item if isinstance(item, Scalar) else child(item, "式")
    if not isinstance(equation, Scalar) or is_null(equation):
        return None
    # A line break inside an equation is a blank: the offsets stay those of the text.
    text = Text(equation.text.value.replace("\n", " "), equation.text.pieces)
    parsed = parse(text.value)
    if isinstance(parsed, Mistake):
        notes.lose(told(parsed, text, defects.BAD_EQUATION))
        return None
    level, remark = scalar(item, "级别"), scalar(item, "说明")
    severity = _SEVERITIES.get(level.value, Severity.ERROR) if level else Severity.ERROR
    return Constraint(parsed, text, severity, remark.value if remark else "")
