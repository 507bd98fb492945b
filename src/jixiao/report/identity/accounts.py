"""The relations that hold between accounts in every report, without being written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.diagnostic import Defect
from jixiao.language.equation import Bare, Expression, Operation
from jixiao.language.numeral import chinese
from jixiao.model.content import Accounts, Content, Fact, Project, Stated
from jixiao.report.defects import account
from jixiao.report.derive import exact_measure, includes_other_funds
from jixiao.report.identity.relation import Relation, Side, name_of, total

#: up to here a count of projects is written in Chinese, as in 六个项目
_SPELLED = 10


def account_relations(content: Content) -> Iterator[Relation]:
    """Yield the relations among the numbers that a year's accounts and facts state."""
    accounts = content.accounts
    yield from _income(accounts)
    yield from _expenditure(accounts)
    yield from _projects_in_total(accounts)
    yield from _balance(accounts)
    yield from _staff(accounts)
    for project in accounts.projects:
        yield from _project(project, accounts.carry_over_and_surplus)
    for fact in content.facts:
        yield from _completion(fact)


def _equal(defect: Defect, left: Side, result: Stated, label: str, **more: str) -> Relation:
    right = Side(name_of(result), label)
    testimony = more.pop("testimony", "") or left.label
    return Relation(
        defect,
        left,
        "=",
        right,
        result.place,
        defect.severity,
        more.get("subject", ""),
        testimony,
    )


def _income(accounts: Accounts) -> Iterator[Relation]:
    initial, adjustment, result = (
        accounts.initial_budget,
        accounts.adjustment,
        accounts.total_income,
    )
    if initial is None or adjustment is None or result is None:
        return
    parts, label = [initial, adjustment], "年初预算与调整追加之和"
    if accounts.other_funds and includes_other_funds(accounts):
        parts, label = [*parts, accounts.other_funds], "年初预算、调整追加与其他资金之和"
    yield _equal(account.UNBALANCED_INCOME, Side(total(parts), label), result, "收入合计")


def _expenditure(accounts: Accounts) -> Iterator[Relation]:
    basic, projects = accounts.basic_expenditure, accounts.project_expenditure
    result = accounts.total_expenditure
    if basic is None or result is None:
        return
    if projects is not None:
        left = Side(total((basic, projects)), "基本支出与项目支出之和")
    else:
        spent = _all_spent(accounts)
        if not spent:
            return
        left = Side(total((basic, *spent)), "基本支出与各项目支出之和")
    yield _equal(account.UNBALANCED_EXPENDITURE, left, result, "支出合计")


def _projects_in_total(accounts: Accounts) -> Iterator[Relation]:
    spent, result = _all_spent(accounts), accounts.project_expenditure
    if not spent or result is None:
        return
    count = _count(len(spent))
    left = Side(total(spent), f"{count}个项目支出之和")
    testimony = f"{count}个项目合计{result.quantity}"
    yield _equal(account.UNBALANCED_PROJECTS, left, result, "项目支出", testimony=testimony)


def _all_spent(accounts: Accounts) -> tuple[Stated, ...]:
    """Return the expenditure of every project, or nothing where one does not state it."""
    if not accounts.projects_whole:
        return ()
    spent = [one.actual_expenditure for one in accounts.projects]
    found = tuple(one for one in spent if one is not None)
    return found if len(found) == len(spent) else ()


def _count(number: int) -> str:
    if number > _SPELLED:
        return str(number)
    return "两" if number == 2 else chinese(number)  # noqa: PLR2004 -- 两个, never 二个


def _balance(accounts: Accounts) -> Iterator[Relation]:
    result = accounts.carry_over_and_surplus
    earned, spent = _earned(accounts), _spent(accounts)
    if result is None or earned is None or spent is None:
        return
    left = Side(Operation("-", earned, spent), "收入合计与支出合计之差")
    other = accounts.other_funds
    if other is not None and _balances_with(accounts, other):
        expression = Operation("-", Operation("+", earned, name_of(other)), spent)
        left = Side(expression, "收入合计、其他资金之和与支出合计之差")
    yield _equal(account.WRONG_BALANCE, left, result, "结转结余")


def _earned(accounts: Accounts) -> Expression | None:
    if accounts.total_income:
        return name_of(accounts.total_income)
    if accounts.initial_budget and accounts.adjustment:
        return total((accounts.initial_budget, accounts.adjustment))
    return None


def _spent(accounts: Accounts) -> Expression | None:
    if accounts.total_expenditure:
        return name_of(accounts.total_expenditure)
    if accounts.basic_expenditure and accounts.project_expenditure:
        return total((accounts.basic_expenditure, accounts.project_expenditure))
    return None


def _balances_with(accounts: Accounts, other: Stated) -> bool:
    """Return whether the balance holds with 其他资金 outside 收入合计, which a unit may do."""
    amounts = [_amount(one) for one in (accounts.total_income, other, accounts.total_expenditure)]
    due = _amount(accounts.carry_over_and_surplus)
    income, beside, spent = amounts
    if income is None or beside is None or spent is None:
        return False
    return due == income + beside - spent


def _amount(number: Stated | None) -> Fraction | None:
    measure = exact_measure(number)
    return Fraction(measure.amount) if measure else None


def _staff(accounts: Accounts) -> Iterator[Relation]:
    actual, posts = accounts.actual_staff, accounts.authorised_staff
    if actual is None or posts is None:
        return
    yield Relation(
        account.OVERSTAFFED,
        # 名 and 人 count the same heads.
        Side(Bare(name_of(actual)), "在职人数"),
        "<=",
        Side(Bare(name_of(posts)), "编制人数"),
        actual.place,
        account.OVERSTAFFED.severity,
        remark="确实超编的，在 核实.yaml 里写明原因；否则核对这两个数是不是填反、填错",
    )


def _project(project: Project, balance: Stated | None) -> Iterator[Relation]:
    initial, adjustment = project.initial_budget, project.adjustment
    result = project.actual_expenditure
    if initial is None or adjustment is None or result is None:
        return
    if project.imbalance is None or _is_carried_over(project, balance):
        return
    name = project.name.value
    left = Side(total((initial, adjustment)), f"“{name}”年初预算与调整追加之和")
    relation = _equal(
        account.UNBALANCED_PROJECT,
        left,
        result,
        "支出",
        subject=name,
        testimony=f"“{name}”年初预算与调整追加之和",
    )
    yield replace(relation, severity=project.imbalance)


def _is_carried_over(project: Project, balance: Stated | None) -> bool:
    """Return whether what a project has left over is no more than the year carries over."""
    amounts = [_amount(project.initial_budget), _amount(project.adjustment)]
    spent, carried = _amount(project.actual_expenditure), _amount(balance)
    initial, adjustment = amounts
    if initial is None or adjustment is None or spent is None or carried is None:
        return False
    return 0 < initial + adjustment - spent <= carried


def _completion(fact: Fact) -> Iterator[Relation]:
    value, target, result = fact.value, fact.target, fact.completion_rate
    if target is None or result is None:
        return
    ratio = Operation("/", name_of(value), name_of(target))
    name = fact.name.value
    label = f"“{name}”完成值{value.quantity}与目标{target.quantity}之比"
    yield _equal(account.WRONG_COMPLETION_RATE, Side(ratio, label), result, "完成率", subject=name)
