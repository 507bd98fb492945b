"""The projects of a report: each by its name, with the amounts that its own sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.claims.roles import Role, accounts_of
from jixiao.claims.sentence import Number, Passage, Sentence
from jixiao.language.mark import leading
from jixiao.language.quantity import Measure
from jixiao.model.content import Accounts, Project, Stated
from jixiao.source import Text

_QUOTED = re.compile(r"[“《]([^”》]{2,40})[”》]")
_KIND = r"(?:专项|经费|项目|资金|工程|补助|补贴|工作|课题)"
_PLAIN = re.compile(
    rf"([㐀-鿿（）A-Za-z0-9·—]{{2,36}}?{_KIND}(?:经费|资金)?)(?=[：:，。]|年初|预算|全年|实际|支出|安排|$)"
)
_NAMED = re.compile(rf"{_KIND}$")
_OF_PROJECTS = re.compile(
    r"(?<!基本支出和)(?<!基本支出、)项目(?:支出|资金)?(?:绩效|实施|情况|使用)|专项|课题"
)
_MADE_OF = {Role.INITIAL, Role.SUPPLEMENT, Role.ACTUAL}
_PARTS = {Role.INITIAL: "年初预算", Role.SUPPLEMENT: "调整追加", Role.ACTUAL: "支出"}
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A project with the amounts of its sentence by role; a role that stands twice is left out."""

    name: Text
    amounts: dict[Role, Number]
    roles: frozenset[Role]


def budgeted(passages: Sequence[Passage]) -> tuple[Budgeted, ...]:
    """Return the projects whose own sentence states what was spent on them, each once."""
    found: dict[str, Budgeted] = {}
    for passage in passages:
        one = _budgeted(passage)
        if one:
            found.setdefault(one.name.value, one)
    return tuple(found.values())


def _budgeted(passage: Passage) -> Budgeted | None:
    for sentence in passage.sentences[:2]:
        accounts = accounts_of(sentence.numbers)
        if any(one.role is Role.ACTUAL for one in accounts):
            name = _name(passage, sentence)
            if name is None:
                return None
            counted = [one.role for one in accounts]
            amounts = {one.role: one.number for one in accounts if counted.count(one.role) == 1}
            return Budgeted(name, amounts, frozenset(counted))
    return None


def is_of_a_project(passage: Passage) -> bool:
    """Return whether a passage speaks of a project, not of the unit: by its head or heading."""
    innermost = passage.headings[-1] if passage.headings else ""
    if _OF_PROJECTS.search(innermost):
        return True
    counted = next((one for one in passage.sentences if one.numbers), None)
    return counted is not None and _name(passage, counted) is not None


def _name(passage: Passage, sentence: Sentence) -> Text | None:
    """Return the name that a project's sentence, or the text before it, begins with."""
    value = passage.text.value
    mark = leading(value)
    behind = mark.end if mark else 0
    first = sentence.numbers[0].mention.start if sentence.numbers else 0
    limit = value.find(sentence.value) + first
    head = value[behind:limit]
    quoted = _QUOTED.match(head)
    if quoted and (mark or _NAMED.search(quoted[1])):
        return passage.text.slice(behind + quoted.start(1), behind + quoted.end(1))
    plain = _PLAIN.match(head) if mark else None
    if plain and not plain[1].endswith(("项目支出", "项目资金")):
        return passage.text.slice(behind, behind + plain.end(1))
    return None


def projects(found: Sequence[Budgeted], accounts: Accounts) -> Iterator[Project]:
    """Yield the projects as the accounts have them."""
    is_spent = _is_zero(accounts.carry_over_and_surplus)
    for one in found:
        if one.roles <= _MADE_OF | {Role.BALANCE} and Role.ACTUAL in one.amounts:
            yield _project(one, is_spent=is_spent)


def _is_zero(balance: Stated | None) -> bool:
    return (
        balance is not None
        and isinstance(balance.quantity, Measure)
        and not balance.quantity.amount
    )


def _project(one: Budgeted, *, is_spent: bool) -> Project:
    made = {role: _stated(one, role) for role in _MADE_OF if role in one.amounts}
    initial, adjustment = made.get(Role.INITIAL), made.get(Role.SUPPLEMENT)
    return Project(
        one.name,
        initial,
        adjustment,
        made[Role.ACTUAL],
        is_settled=is_spent or not _has_left(one),
    )


def _has_left(one: Budgeted) -> bool:
    """Return whether less was spent than there was, which many reports leave at that."""
    amounts = [one.amounts.get(role) for role in (Role.INITIAL, Role.SUPPLEMENT, Role.ACTUAL)]
    if not all(amounts):
        return False
    initial, supplement, actual = (Fraction(number.measure.amount) for number in amounts if number)
    return initial + supplement > actual and actual * 100 > initial


def _stated(one: Budgeted, role: Role) -> Stated:
    number = one.amounts[role]
    return Stated(f"{one.name.value}.{_PARTS[role]}", number.measure, number.place)


def are_whole(made: Sequence[Project], accounts: Accounts) -> bool:
    """Return whether the projects are surely all there are: their sum says so.

    It does where it is 项目支出, also with one project's slip undone: spent is what it was given,
    or 元 stands for 万元.
    """
    due = _amount(accounts.project_expenditure)
    spent = [_amount(one.actual_expenditure) for one in made]
    if due is None or len(spent) < 2 or any(one is None for one in spent):  # noqa: PLR2004 -- a list
        return False
    known = [one for one in spent if one is not None]
    missing = due - sum(known, Fraction(0))
    return not missing or any(_explains(one, missing) for one in made)


def _explains(project: Project, missing: Fraction) -> bool:
    spent = _amount(project.actual_expenditure) or Fraction(0)
    initial, adjustment = _amount(project.initial_budget), _amount(project.adjustment)
    if spent * (_TEN_THOUSAND - 1) == missing:
        return True
    return (
        initial is not None and adjustment is not None and initial + adjustment - spent == missing
    )


def _amount(number: Stated | None) -> Fraction | None:
    if number is None or not isinstance(number.quantity, Measure):
        return None
    return Fraction(number.quantity.amount)
