"""Facts to figures: totals, balances and rates, each with the formula it was computed by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from jixiao.language.quantity import Measure, measure_of, rate
from jixiao.model.content import Accounts, Content, Fact, Project, Stated
from jixiao.model.report import Figure, Report
from jixiao.report import vocabulary as v
from jixiao.report.exact import decimal


def derive(content: Content) -> Report:
    """Return the year's content with every stated number and every figure that follows.

    A figure whose inputs are missing, approximate or divided by zero is left out.
    """
    figures = (
        *_account_figures(content.accounts),
        *(one for project in content.accounts.projects for one in _project_figures(project)),
        *(one for fact in content.facts for one in _fact_figures(fact)),
    )
    return Report(content, tuple(_stated(content)), figures)


def _stated(content: Content) -> Iterator[Stated]:
    yield from content.accounts.stated
    for fact in content.facts:
        yield from (one for one in (fact.value, fact.target, fact.completion_rate) if one)


def exact_measure(number: Stated | Figure | None) -> Measure | None:
    """Return the measure that is printed for a number, or None where it is not exact."""
    if number is None:
        return None
    quantity = number.printed if isinstance(number, Figure) else number.quantity
    return quantity if isinstance(quantity, Measure) and quantity.is_exact else None


def _account_figures(accounts: Accounts) -> Iterator[Figure]:
    income = _total_income(accounts)
    projects = _project_expenditure(accounts)
    total = _total_expenditure(accounts, projects or accounts.project_expenditure)
    earned, spent = income or accounts.total_income, total or accounts.total_expenditure
    found = (
        income,
        projects,
        total,
        _balance(accounts, earned, spent),
        _rate(
            v.EXECUTION_RATE,
            exact_measure(spent),
            exact_measure(earned),
            "支出合计 ÷ 收入合计（全年预算：年初预算 + 调整追加）",
        ),
        _rate(
            v.ADJUSTMENT_RATE,
            exact_measure(accounts.adjustment),
            exact_measure(accounts.initial_budget),
            "调整追加 ÷ 年初预算",
        ),
        _staff_control_rate(accounts),
    )
    return (one for one in found if one)


def _total_income(accounts: Accounts) -> Figure | None:
    parts = [accounts.initial_budget, accounts.adjustment]
    formula = "年初预算 + 调整追加"
    if includes_other_funds(accounts):
        parts.append(accounts.other_funds)
        formula += " + 其他资金"
    return _figure(v.TOTAL_INCOME, _sum(map(exact_measure, parts)), formula, accounts.total_income)


def includes_other_funds(accounts: Accounts) -> bool:
    """Return whether the stated 收入合计 holds with 其他资金 counted in, and only so."""
    parts = (accounts.initial_budget, accounts.adjustment, accounts.other_funds)
    granted, whole = _sum(map(exact_measure, parts[:2])), _sum(map(exact_measure, parts))
    total = exact_measure(accounts.total_income)
    if granted is None or whole is None or total is None:
        return False
    return whole.amount == total.amount != granted.amount


def _project_expenditure(accounts: Accounts) -> Figure | None:
    if not accounts.projects_whole:
        return None
    spent = [exact_measure(one.actual_expenditure) for one in accounts.projects]
    return _figure(
        v.PROJECT_EXPENDITURE, _sum(spent), "各项目支出之和", accounts.project_expenditure
    )


def _total_expenditure(accounts: Accounts, projects: Figure | Stated | None) -> Figure | None:
    parts = (exact_measure(accounts.basic_expenditure), exact_measure(projects))
    return _figure(
        v.TOTAL_EXPENDITURE, _sum(parts), "基本支出 + 项目支出", accounts.total_expenditure
    )


def _balance(
    accounts: Accounts, earned: Figure | Stated | None, spent: Figure | Stated | None
) -> Figure | None:
    income, outlay = exact_measure(earned), exact_measure(spent)
    balance = _sum((income, outlay), sign=-1)
    return _figure(
        v.CARRY_OVER_AND_SURPLUS, balance, "收入合计 - 支出合计", accounts.carry_over_and_surplus
    )


def _staff_control_rate(accounts: Accounts) -> Figure | None:
    # 名 here and 人 there count the same heads, so the units need not agree.
    actual, posts = exact_measure(accounts.actual_staff), exact_measure(accounts.authorised_staff)
    if actual is None or posts is None or not posts.amount:
        return None
    return Figure(v.STAFF_CONTROL_RATE, _share(actual, posts), "在职人数 ÷ 编制人数")


def _project_figures(project: Project) -> Iterator[Figure]:
    budget = _budget(project.initial_budget, project.adjustment)
    figure = _rate(
        v.part_of(project.name.value, v.EXECUTION_RATE),
        exact_measure(project.actual_expenditure),
        budget,
        "支出 ÷ 全年预算（年初预算 + 调整追加）",
    )
    if figure:
        yield figure


def _fact_figures(fact: Fact) -> Iterator[Figure]:
    figure = _rate(
        v.part_of(fact.name.value, v.COMPLETION_RATE),
        exact_measure(fact.value),
        exact_measure(fact.target),
        "值 ÷ 目标",
        fact.completion_rate,
    )
    if figure:
        yield figure


def _budget(initial: Stated | None, adjustment: Stated | None) -> Measure | None:
    """Return the final budget: the initial one with its adjustment, both of them stated."""
    return _sum((exact_measure(initial), exact_measure(adjustment)))


def total_rate(projects: Iterable[Project]) -> Measure | None:
    """Return expenditure over final budget of several projects, or None where one lacks either."""
    budgets, spent = [], []
    for one in projects:
        budgets.append(_budget(one.initial_budget, one.adjustment))
        spent.append(exact_measure(one.actual_expenditure))
    figure = _rate(v.EXECUTION_RATE, _sum(spent), _sum(budgets), "")
    return figure.quantity if figure and isinstance(figure.quantity, Measure) else None


def _sum(parts: Iterable[Measure | None], sign: int = 1) -> Measure | None:
    """Return the sum of measures of one dimension (with sign -1: the first less the others).

    It is printed in the unit of the first and as finely as the finest of them.
    """
    measures = tuple(parts)
    first = measures[0] if measures else None
    if first is None:
        return None
    total = Fraction(0)
    finest = first.quantum
    for at, one in enumerate(measures):
        if one is None or one.dimension != first.dimension:
            return None
        total += Fraction(one.amount) * (sign if at else 1)
        finest = min(finest, one.quantum)
    return measure_of(decimal(total), first, decimals_for(first, finest))


def decimals_for(like: Measure, quantum: Decimal) -> int:
    """Return how many decimals print a quantum (in the base unit) in a measure's own unit."""
    return max(like.places + like.quantum.adjusted() - quantum.adjusted(), 0)


def _rate(
    name: str,
    part: Measure | None,
    whole: Measure | None,
    formula: str,
    stated: Stated | None = None,
) -> Figure | None:
    if part is None or whole is None or part.dimension != whole.dimension or not whole.amount:
        return None
    return Figure(name, _share(part, whole), formula, stated)


def _share(part: Measure, whole: Measure) -> Measure:
    return rate(decimal(Fraction(part.amount) / Fraction(whole.amount)))


def _figure(
    name: str, measure: Measure | None, formula: str, stated: Stated | None
) -> Figure | None:
    return Figure(name, measure, formula, stated) if measure else None
