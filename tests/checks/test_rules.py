"""Each rule: what it must find, and what it must leave alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao.checks.catalogue import RULES, findings
from jixiao.checks.money.budget import other_funds_unaccounted, project_budget_unstated
from jixiao.checks.performance.facts import missed_target_unexplained
from jixiao.checks.reading import Reading
from jixiao.checks.settlement.settle import settle
from jixiao.diagnostic import Severity
from jixiao.language.quantity import parse
from jixiao.model.content import (
    Accounts,
    Content,
    Fact,
    Project,
    Settlement,
    Signature,
    Stated,
    Unit,
)
from jixiao.model.outline import Outline
from jixiao.model.report import Report
from jixiao.source import Source, Text


def text(value):
    return Text.typed(Source("content/2023/预算.yaml", value), 0, len(value))


def stated(name, value):
    return Stated(name, parse(value), text(value).place())


ACCOUNTS = Accounts(
    initial_budget=stated("年初预算", "90万元"),
    adjustment=stated("调整追加", "10万元"),
    total_income=stated("收入合计", "100万元"),
    other_funds=stated("其他资金", "2.92万元"),
    total_expenditure=stated("支出合计", "100万元"),
    carry_over_and_surplus=stated("结转结余", "0万元"),
)


def report(**parts):
    content = Content(
        year=2023,
        unit=Unit(text("某县档案馆"), None, None, None, ()),
        accounts=Accounts(),
        facts=(),
        constraints=(),
        sections=(),
        project_sections=(),
        passages=(),
        signature=Signature(),
        settlements=(),
        sources=(),
    )
    return Reading.of(Outline((), ()), Report(replace(content, **parts), (), ()))


def accounts(**changed):
    return report(accounts=replace(ACCOUNTS, **changed))


def test_funds_outside_the_income_without_a_balance_are_asked_about():
    (found,) = other_funds_unaccounted(accounts())

    assert found.severity is Severity.QUESTION
    assert "2.92万元" in found.message
    assert "结转结余应为2.92万元" in found.hint


@pytest.mark.parametrize(
    "changed",
    [
        {"other_funds": None},
        {"other_funds": stated("其他资金", "0万元")},
        {"carry_over_and_surplus": stated("结转结余", "2.92万元")},
        {"total_income": stated("收入合计", "102.92万元")},
        {"carry_over_and_surplus": None},
    ],
)
def test_funds_that_are_accounted_for_are_left_alone(changed):
    assert list(other_funds_unaccounted(accounts(**changed))) == []


def projects(*budgets):
    return report(
        accounts=Accounts(
            projects=tuple(
                Project(
                    text(f"专项{number}"),
                    initial_budget=stated("年初预算", budget) if budget else None,
                    adjustment=stated("调整追加", "0万元") if budget else None,
                )
                for number, budget in enumerate(budgets)
            )
        )
    )


def test_projects_without_a_budget_beside_others_with_one_are_asked_about_once():
    (found,) = project_budget_unstated(projects("20万元", "", ""))

    assert "3个项目中有2个" in found.message
    assert found.subjects == ("专项1", "专项2")


@pytest.mark.parametrize("budgets", [(), ("20万元", "5万元"), ("", "")])
def test_projects_that_all_state_their_budget_or_none_does_are_left_alone(budgets):
    assert list(project_budget_unstated(projects(*budgets))) == []


def fact(value, target, remark=""):
    one = Fact(
        text("企业净增"),
        stated("企业净增", value),
        target=stated("企业净增.目标", target) if target else None,
        remark=remark,
    )
    return report(facts=(one,))


def test_a_missed_target_without_a_reason_is_asked_about():
    (found,) = missed_target_unexplained(fact("3956户", "3966户"))

    assert "3956户" in found.message
    assert "3966户" in found.message


@pytest.mark.parametrize(
    ("value", "target", "remark"),
    [
        ("3966户", "3966户", ""),
        ("4000户", "3966户", ""),
        ("3956户", "", ""),
        ("3956户", "3966户", "注销户数多于预期"),
        ("3000余户", "3966户", ""),
        ("第二名", "第一名", ""),
    ],
)
def test_a_target_that_is_met_explained_or_not_comparable_is_left_alone(value, target, remark):
    assert list(missed_target_unexplained(fact(value, target, remark))) == []


def settlement(code, subject="", file=""):
    return Settlement(text(code), subject, file, "已查明", "2024年4月3日")


def test_a_settled_finding_keeps_its_place_and_carries_the_reason():
    found = findings(accounts())

    (settled,) = settle(found, [settlement("B201", "其他资金")])

    assert settled.settled == "已查明"
    assert replace(settled, settled="") == found[0]


def test_a_finding_is_settled_by_its_file_as_well():
    (settled,) = settle(findings(accounts()), [settlement("B201", file="预算.yaml")])

    assert settled.settled


@pytest.mark.parametrize(
    "entry",
    [
        settlement("B202", "其他资金"),
        settlement("B201", "结转结余"),
        settlement("B201", file="正文.yaml"),
    ],
)
def test_an_entry_that_settles_nothing_is_a_finding_itself(entry):
    found, idle = settle(findings(accounts()), [entry])

    assert not found.settled
    assert (idle.code, idle.place) == ("S901", entry.code.place())


def test_the_rules_stand_in_the_order_of_their_codes():
    codes = [one.defect.code for one in RULES]

    assert codes == sorted(codes)
