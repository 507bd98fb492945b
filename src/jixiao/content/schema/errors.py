"""cerberus's findings in the writer's words, through cerberus's own error handler seam."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from typing import Any

from cerberus import errors as found
from cerberus.errors import BaseErrorHandler, ValidationError

from jixiao.content.defects import shape as defects
from jixiao.content.schema.rules import KINDS, LIST, MAPPING, TEXT, Fields, Rules
from jixiao.diagnostic import Defect

#: the field that stands for an item of a list, which has no name of its own
ITEM = "\0"
#: stands in a message for what it speaks of
SUBJECT = "\1"
_MANY_KEYS = 12


class Spot(Enum):
    """Which place of an entry a complaint is about."""

    KEY = auto()
    VALUE = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a field; `SUBJECT` stands in what it says for the field's name."""

    path: tuple[str, ...]
    defect: Defect
    spot: Spot
    says: str
    hint: str

    def message(self, subject: str) -> str:
        """Return the message about a subject."""
        return self.says.replace(SUBJECT, subject)


# cerberus has no types.
class Complaints(BaseErrorHandler):  # type: ignore[misc]
    """The error handler of a validator of `fields`: its errors are a tuple of `Complaint`."""

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self._fields = fields

    def __call__(self, errors: Iterable[ValidationError]) -> tuple[Complaint, ...]:
        """Return the complaints of a validation, in cerberus's order."""
        return tuple(self._complaint(error) for error in errors)

    def _complaint(self, error: ValidationError) -> Complaint:
        told = {
            found.UNKNOWN_FIELD.code: self._unknown,
            found.REQUIRED_FIELD.code: self._missing,
            found.NOT_NULLABLE.code: self._null,
            found.BAD_TYPE.code: self._kind,
            found.UNALLOWED_VALUE.code: self._unallowed,
            found.REGEX_MISMATCH.code: self._malformed,
        }
        return Complaint(error.document_path, *told[error.code](error))

    def _unknown(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        alone = [one["meta"]["alone"] for one in self._fields.values() if "alone" in one["meta"]]
        hint = alone[0] if alone else nearest_key(error.field, tuple(self._fields))
        return defects.UNKNOWN_KEY, Spot.KEY, f"{SUBJECT}不是这里可用的键", hint

    def _missing(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        return defects.MISSING_KEY, Spot.WHOLE, f"缺少必需的键{SUBJECT}", self._line(error.field)

    def _null(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        is_needed = self._fields[error.field].get("required")
        hint = self._line(error.field) + ("" if is_needed else "；不需要的，删去这一行")
        return defects.NO_VALUE, Spot.KEY, f"{SUBJECT}没有值", hint

    def _kind(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        wanted = error.constraint if isinstance(error.constraint, list) else [error.constraint]
        due = "或".join(KINDS[one] for one in wanted)
        says = f"{SUBJECT}应为{due}，写成了{KINDS[kind_of(error.value)]}"
        return defects.WRONG_KIND, Spot.VALUE, says, self._line(error.field)

    def _unallowed(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        hint = f"可以写：{'、'.join(error.constraint)}"
        return defects.WRONG_CHOICE, Spot.VALUE, f"{SUBJECT}不能是“{error.value}”", hint

    def _malformed(self, error: ValidationError) -> tuple[Defect, Spot, str, str]:
        meta = self._meta(error.field)
        says = f"{SUBJECT}写成了“{error.value}”，应为{meta['form']}"
        return defects.WRONG_FORM, Spot.VALUE, says, self._line(error.field)

    def _meta(self, field: str) -> dict[str, Any]:
        meta: dict[str, Any] = self._fields[field]["meta"]
        return meta

    def _line(self, field: str) -> str:
        """Return how a field is written, by its example where there is one."""
        rules = self._fields[field]
        shown = next(iter(rules["meta"].get("examples", ())), "")
        if not shown or rules["type"] == LIST:
            return _below(rules, shown)
        return f"例如“{shown}”" if field == ITEM else f"例如“{field}: {shown}”"


def _below(rules: Rules, shown: str) -> str:
    """Return how what stands below a key is written."""
    if rules["type"] == LIST:
        return f"每一项另起一行，写“- {shown or '……'}”"
    first = next(iter(rules.get("schema", {})), "") or rules["meta"].get("keys", "键")
    return f"每一行写一个“键: 值”，比上一层多缩进两个空格，例如“{first}: ……”"


def nearest(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that an unknown one was probably meant to be."""
    return next(iter(get_close_matches(key, tuple(known), n=1, cutoff=0.5)), None)


def nearest_key(key: str, known: tuple[str, ...]) -> str:
    """Return the hint on an unknown key: the nearest one, else those there are."""
    near = nearest(key, known)
    if near:
        return f"是不是“{near}”？"
    more = "等" if len(known) > _MANY_KEYS else ""
    return f"这里可用的键：{'、'.join(known[:_MANY_KEYS])}{more}"


def kind_of(value: object) -> str:
    """Return the type of a value as schemas name it."""
    return TEXT if isinstance(value, str) else LIST if isinstance(value, list) else MAPPING
