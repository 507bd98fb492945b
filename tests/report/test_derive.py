from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.report.derive import derive


def figures(content):
    return {one.name: one for one in derive(content).figures}


def printed(content):
    return {name: str(one.printed) for name, one in figures(content).items()}


@pytest.fixture(scope="session")
def sample(make):
    """Return the accounts of the bureau in 2023."""
    return make.accounts(
        [
            make.project("甲", 年初预算="70万元", 调整追加="69.98万元", 支出="139.98万元"),
            make.project("乙", 支出="221.39万元"),
        ],
        年初预算="993.19万元",
        调整追加="366.27万元",
        基本支出="998.09万元",
        编制人数="68名",
        在职人数="56人",
    )


def test_totals_balance_and_rates_follow_from_the_accounts(make, sample):
    assert printed(make.content(accounts=sample)) == {
        "收入合计": "1359.46万元",
        "项目支出": "361.37万元",
        "支出合计": "1359.46万元",
        "结转结余": "0.00万元",
        "预算执行率": "100.00%",
        "预算调整率": "36.88%",
        "在职人员控制率": "82.35%",
        "甲.预算执行率": "100.00%",
    }


def test_a_formula_names_its_denominator(make, sample):
    found = figures(make.content(accounts=sample))

    assert "÷ 收入合计" in found["预算执行率"].formula
    assert found["预算调整率"].formula == "调整追加 ÷ 年初预算"
    assert found["在职人员控制率"].formula == "在职人数 ÷ 编制人数"
    assert "÷ 全年预算" in found["甲.预算执行率"].formula


def test_a_figure_that_is_stated_too_prints_as_stated(make):
    accounts = make.accounts(年初预算="90万元", 调整追加="9.5万元", 收入合计="99.6万元")

    found = figures(make.content(accounts=accounts))["收入合计"]

    assert (str(found.quantity), str(found.printed)) == ("99.5万元", "99.6万元")


def test_amounts_in_different_units_of_money_are_converted(make):
    accounts = make.accounts(年初预算="1.2亿元", 调整追加="30万元")

    assert printed(make.content(accounts=accounts))["收入合计"] == "1.2030亿元"


def test_a_completion_rate_is_value_over_target_rounded_half_up(make):
    facts = [make.fact("个转企", "251户", "206户"), make.fact("半", "2469户", "20000户")]

    assert printed(make.content(facts=facts)) == {
        "个转企.完成率": "121.84%",
        "半.完成率": "12.35%",
    }


def test_a_stated_completion_rate_is_the_one_printed(make):
    facts = [make.fact("个转企", "251户", "206户", "121.8%")]

    assert printed(make.content(facts=facts)) == {"个转企.完成率": "121.8%"}


@pytest.mark.parametrize(
    ("value", "target"), [("3户", "0户"), ("3000余户", "3000户"), ("3户", "近4户"), ("3户", "4件")]
)
def test_there_is_no_rate_over_zero_nor_of_approximate_or_unlike_numbers(make, value, target):
    assert figures(make.content(facts=[make.fact("甲", value, target)])) == {}


def test_missing_inputs_give_no_figure(make):
    accounts = make.accounts([make.project("甲")], 年初预算="1万元", 在职人数="5名")

    assert figures(make.content(accounts=accounts)) == {}


def test_zero_budgets_and_posts_give_no_rate(make):
    accounts = make.accounts(
        [make.project("甲", 年初预算="0万元", 调整追加="0万元", 支出="0万元")],
        年初预算="0万元",
        调整追加="0万元",
        编制人数="0名",
        在职人数="1名",
        支出合计="0万元",
    )

    names = set(figures(make.content(accounts=accounts)))

    assert names == {"收入合计", "项目支出", "结转结余"}


def test_other_funds_count_as_income_where_the_stated_total_says_so(make):
    accounts = make.accounts(
        年初预算="90万元", 调整追加="10万元", 其他资金="2万元", 收入合计="102万元"
    )

    found = figures(make.content(accounts=accounts))["收入合计"]

    assert str(found.quantity) == "102万元"
    assert "其他资金" in found.formula


def test_every_stated_number_is_listed_under_its_full_name(make, sample):
    facts = [make.fact("个转企", "251户", "206户", "121.8%"), make.fact("排名", "第一")]

    names = [one.name for one in derive(make.content(accounts=sample, facts=facts)).stated]

    assert names == [
        *("年初预算", "调整追加", "基本支出", "编制人数", "在职人数"),
        *("甲.年初预算", "甲.调整追加", "甲.支出", "乙.支出"),
        *("个转企", "个转企.目标", "个转企.完成率", "排名"),
    ]


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30))
def test_sums_are_exact_to_the_cent(make, cents):
    amounts = [f"{Decimal(one).scaleb(-2):.2f}万元" for one in cents]
    projects = [make.project(f"第{at}号", 支出=one) for at, one in enumerate(amounts)]

    total = printed(make.content(accounts=make.accounts(projects)))["项目支出"]

    assert total == f"{Decimal(sum(cents)).scaleb(-2):.2f}万元"
