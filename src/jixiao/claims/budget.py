"""The unit's accounts as its prose states them, where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jixiao.claims.projects import is_of_a_project
from jixiao.claims.roles import Account, Role, accounts_of
from jixiao.claims.sentence import Number, Passage
from jixiao.model.content import Accounts, Stated

_POSTS = re.compile(r"(?:(?:核定|人员|总)?编制(?:人数|数|总数|名额)?|核定编制)(?:为|共|共有|有)?$")
_STAFF = re.compile(
    r"(?:(?:实有|现有|年末)?(?:在职|在编|在岗)(?:在编)?(?:人员|职工|人数|干部职工|干部)?(?:数)?(?:实有)?|实有人数)(?:为|共|共有|有)?$"
)
_HEADS = {"人", "名", "个"}
#: the name of each account, as 预算.yaml has it
_NAMES = {
    Role.INITIAL: "年初预算",
    Role.SUPPLEMENT: "调整追加",
    Role.INCOME: "收入合计",
    Role.OTHER_FUNDS: "其他资金",
    Role.BASIC: "基本支出",
    Role.PROJECT: "项目支出",
    Role.ACTUAL: "支出合计",
    Role.BALANCE: "结转结余",
}


def unit_accounts(passages: Sequence[Passage]) -> Accounts:
    """Return the accounts that the passages state of the unit as a whole, each once."""
    found = Accounts()
    has_prior = False
    for passage in passages:
        accounts = accounts_of(passage.numbers)
        has_prior |= any(one.role is Role.PRIOR_CARRY_OVER for one in accounts)
        if is_of_a_project(passage):
            continue
        own = [one for one in accounts if one.is_of_the_unit]
        found = _income(own, {one.role for one in accounts}, found)
        found = _expenditure(own, found)
    found = _staff(passages, found)
    if has_prior:  # then income less expenditure is not what is left
        found = replace(found, carry_over_and_surplus=None)
    return found


def stated(role: Role, number: Number) -> Stated:
    """Return an account's number under the account's name."""
    return Stated(_NAMES[role], number.measure, number.place)


def _income(own: Sequence[Account], roles: set[Role], found: Accounts) -> Accounts:
    """Take in 年初预算, 调整追加 and 收入合计 where one passage states all three, and no more.

    `roles` are those of all amounts in the passage.
    """
    if found.total_income:
        return found
    by_role = _sole(own)
    total = by_role.get(Role.INCOME) or by_role.get(Role.FINAL)
    initial, supplement = by_role.get(Role.INITIAL), by_role.get(Role.SUPPLEMENT)
    foreign = {Role.PRIOR_CARRY_OVER, Role.REDUCTION} & roles
    if not (total and initial and supplement) or foreign:
        return found
    other = by_role.get(Role.OTHER_FUNDS)
    return replace(
        found,
        total_income=stated(Role.INCOME, total),
        initial_budget=stated(Role.INITIAL, initial),
        adjustment=stated(Role.SUPPLEMENT, supplement),
        other_funds=stated(Role.OTHER_FUNDS, other) if other else None,
    )


def _expenditure(own: Sequence[Account], found: Accounts) -> Accounts:
    """Take in 基本支出, 项目支出 and 支出合计 where one passage states all three."""
    by_role = _sole(own)
    total, basic, project = (by_role.get(one) for one in (Role.ACTUAL, Role.BASIC, Role.PROJECT))
    if found.total_expenditure is None and total and basic and project:
        balance = by_role.get(Role.BALANCE)
        found = replace(
            found,
            total_expenditure=stated(Role.ACTUAL, total),
            basic_expenditure=stated(Role.BASIC, basic),
            project_expenditure=stated(Role.PROJECT, project),
            carry_over_and_surplus=stated(Role.BALANCE, balance) if balance else None,
        )
    return found


def _sole(own: Iterable[Account]) -> dict[Role, Number]:
    """Return the number of each role that stands once; a role that stands twice says nothing."""
    found: dict[Role, Number | None] = {}
    for one in own:
        found[one.role] = None if one.role in found else one.number
    return {role: number for role, number in found.items() if number}


def _staff(passages: Sequence[Passage], found: Accounts) -> Accounts:
    """Take in 编制 and 在职 where the report states one number of each."""
    numbers = [one for passage in passages for one in passage.numbers if _counts_heads(one)]
    posts = list(_matching(numbers, _POSTS))
    staff = list(_matching(numbers, _STAFF))
    if len(posts) != 1 or len(staff) != 1:
        return found
    return replace(
        found,
        authorised_staff=Stated("编制人数", posts[0].measure, posts[0].place),
        actual_staff=Stated("在职人数", staff[0].measure, staff[0].place),
    )


def _counts_heads(number: Number) -> bool:
    return number.measure.unit in _HEADS and number.measure.is_exact


def _matching(numbers: Iterable[Number], form: re.Pattern[str]) -> Iterator[Number]:
    return (one for one in numbers if form.search(one.label))
