"""The projects of a report: each by its name, with the amounts that its own sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.claims.roles import Role, accounts_of
from jixiao.claims.sentence import Number, Passage, Sentence
from jixiao.diagnostic import Severity
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
_ALL_PROJECTS = re.compile(r"(?:各|主要|重点)?项目(?:支出|资金|绩效|实施|情况|完成|管理|使用)")
_OF_PROJECTS = re.compile(
    r"(?<!基本支出和)(?<!基本支出、)项目(?:支出|资金)?(?:绩效|实施|情况|使用)|专项|课题"
)
#: what stands before the first mark of a numbered paragraph: 1.农村公路建设。
_TOPIC = re.compile(r"([㐀-鿿（）A-Za-z·—]{2,24})[：:。，]")
#: topics that are no project's: the kinds of expenditure, the parts of a report
_GENERAL = re.compile(
    r"^(?:基本|项目|其他|人员|公用|一般|政府|国有|社会保险|三公|收入|收支|预算|支出|资金|整体|部门|年度|总体)"
    r"|(?:项目支出|项目资金|情况|执行|收支|绩效|管理|使用|公开)$"
)
#: the parts of a project in the accounts; a reduction is an adjustment below zero
_PARTS = {
    Role.INITIAL: "年初预算",
    #: a budget that nothing is said to have changed is what there was from the beginning
    Role.FINAL: "年初预算",
    Role.SUPPLEMENT: "调整追加",
    Role.REDUCTION: "调整追加",
    Role.ACTUAL: "支出",
}
_KNOWN = {*_PARTS, Role.BALANCE}
_TEN_THOUSAND = 10_000
#: projects among which one that differs does not stand out
_FEW = 2


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A project with the amounts of its sentence by role; a role that stands twice is left out."""

    name: Text
    amounts: dict[Role, Number]
    roles: frozenset[Role]
    #: whether its sentence states a rate, or that money is left: then not all was spent
    is_rated: bool


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
            rates = any(one.measure.unit == "%" for one in sentence.numbers)
            is_rated = rates or "结余" in sentence.value or "结转" in sentence.value
            return Budgeted(name, amounts, frozenset(counted), is_rated)
    return None


def is_of_a_project(passage: Passage) -> bool:
    """Return whether a passage speaks of a project, not of the unit: by its head or heading."""
    innermost = passage.headings[-1].value if passage.headings else ""
    if _OF_PROJECTS.search(innermost):
        return True
    counted = next((one for one in passage.sentences if one.numbers), None)
    return counted is not None and _name(passage, counted) is not None


def is_on_all_projects(passage: Passage) -> bool:
    """Return whether a passage leads a part on all projects, and names none of its own."""
    innermost = passage.headings[-1].value if passage.headings else ""
    counted = next((one for one in passage.sentences if one.numbers), None)
    is_general = _ALL_PROJECTS.match(innermost) is not None
    return is_general and not (counted and _name(passage, counted))


def _name(passage: Passage, sentence: Sentence) -> Text | None:
    """Return the name that a project's sentence, the text before it or its heading begins with."""
    value = passage.text.value
    mark = leading(value)
    behind = mark.end if mark else 0
    first = sentence.numbers[0].mention.start if sentence.numbers else 0
    head = value[behind : value.find(sentence.value) + first]
    quoted = _QUOTED.match(head)
    if quoted and (mark or _NAMED.search(quoted[1])):
        return passage.text.slice(behind + quoted.start(1), behind + quoted.end(1))
    plain = (_PLAIN.match(head) or _TOPIC.match(head)) if mark else None
    if plain and not _GENERAL.search(plain[1]):
        return passage.text.slice(behind, behind + plain.end(1))
    return None if mark else _heading(passage)


def _heading(passage: Passage) -> Text | None:
    """Return the heading that a project's first paragraph stands below, among the projects."""
    if not passage.opens or not any("项目" in one.value for one in passage.headings[:-1]):
        return None
    title = passage.headings[-1]
    quoted = _QUOTED.match(title.value)
    name = title.slice(quoted.start(1), quoted.end(1)) if quoted else title
    return None if _GENERAL.search(name.value) else name


def projects(found: Sequence[Budgeted], accounts: Accounts) -> Iterator[Project]:
    """Yield the projects as the accounts have them."""
    clear = [one for one in found if _is_clear(one)]
    is_spent = _is_zero(accounts.carry_over_and_surplus)
    left = sum(_has_left(one) for one in clear)
    # One project with money left among others that spent all of it may be a slip.
    is_odd = left == 1 and len(clear) > _FEW
    for one in clear:
        imbalance: Severity | None = Severity.ERROR
        if _has_left(one) and not is_spent:
            imbalance = Severity.QUESTION if is_odd and not one.is_rated else None
        yield _project(one, imbalance)


def _is_clear(one: Budgeted) -> bool:
    return one.roles <= _KNOWN and Role.ACTUAL in one.amounts and not _is_mixed(one)


def _is_mixed(one: Budgeted) -> bool:
    """Return whether it was both added to and taken from, which the accounts have no room for."""
    return {Role.SUPPLEMENT, Role.REDUCTION} <= one.roles


def _is_zero(balance: Stated | None) -> bool:
    return (
        balance is not None
        and isinstance(balance.quantity, Measure)
        and not balance.quantity.amount
    )


def _project(one: Budgeted, imbalance: Severity | None) -> Project:
    made = {role: _stated(one, role) for role in _PARTS if role in one.amounts}
    initial = made.get(Role.INITIAL) or made.get(Role.FINAL)
    adjustment = made.get(Role.SUPPLEMENT) or made.get(Role.REDUCTION)
    return Project(
        one.name,
        initial,
        adjustment,
        made[Role.ACTUAL],
        imbalance,
    )


def _has_left(one: Budgeted) -> bool:
    """Return whether less was spent than there was, which many reports leave at that."""
    initial, actual = one.amounts.get(Role.INITIAL), one.amounts.get(Role.ACTUAL)
    change = one.amounts.get(Role.SUPPLEMENT) or one.amounts.get(Role.REDUCTION)
    if not (initial and actual and change):
        return False
    given = Fraction(initial.measure.amount) + Fraction(_changed(one, change).amount)
    spent = Fraction(actual.measure.amount)
    return given > spent and spent * 100 > given


def _changed(one: Budgeted, change: Number) -> Measure:
    """Return what an adjustment adds: a reduction takes away."""
    measure = change.measure
    return replace(measure, digits=f"-{measure.digits}") if Role.REDUCTION in one.roles else measure


def _stated(one: Budgeted, role: Role) -> Stated:
    number = one.amounts[role]
    measure = _changed(one, number) if role is Role.REDUCTION else number.measure
    return Stated(f"{one.name.value}.{_PARTS[role]}", measure, number.place)


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
