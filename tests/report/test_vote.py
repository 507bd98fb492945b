from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.report.derive import derive
from jixiao.report.identity.correction import digits_changed
from jixiao.report.identity.verify import verify

ACCOUNTS = {
    "年初预算": "993.19万元",
    "调整追加": "366.27万元",
    "收入合计": "1359.46万元",
    "基本支出": "998.09万元",
    "项目支出": "361.37万元",
    "支出合计": "1359.46万元",
    "结转结余": "0万元",
}
PROJECTS = {
    "市场专项": {"年初预算": "70万元", "调整追加": "69.98万元", "支出": "139.98万元"},
    "知识产权专项": {"年初预算": "20万元", "调整追加": "45.47万元", "支出": "65.47万元"},
    "食品经费": {"支出": "48.57万元"},
    "经开区专项": {"支出": "44.31万元"},
    "标准化经费": {"支出": "34.32万元"},
    "培育经费": {"支出": "28.72万元"},
}


@pytest.fixture(scope="session")
def verified(make):
    """Return a function that verifies accounts with some of their numbers replaced."""

    def verifying(changes, accounts=ACCOUNTS, projects=PROJECTS):
        made = [
            make.project(
                name, **{key: changes.get(f"{name}.{key}", one) for key, one in parts.items()}
            )
            for name, parts in projects.items()
        ]
        amounts = {key: changes.get(key, one) for key, one in accounts.items()}
        content = make.content(accounts=make.accounts(made, **amounts))
        return verify(derive(content))

    return verifying


def test_accounts_that_balance_say_nothing(verified):
    assert verified({}) == ()


def test_the_number_that_other_sums_do_not_confirm_is_the_culprit(verified):
    (found,) = verified({"市场专项.调整追加": "69.88万元"})

    assert (found.code, found.place.text) == ("B102", "69.88万元")
    assert found.message == (
        "“市场专项”年初预算与调整追加之和为139.88万元，支出为139.98万元，相差0.10万元"
    )
    assert found.hint == (
        "六个项目合计361.37万元支持139.98万元；调整追加应为69.98万元，或年初预算应为70.10万元"
    )
    assert {one.place.text for one in found.related} == {"70万元", "139.98万元"}
    assert {"市场专项", "市场专项.调整追加"} <= set(found.subjects)


@pytest.mark.parametrize(
    ("name", "wrong", "code", "hint"),
    [
        ("收入合计", "1359.64万元", "B101", "收入合计应为1359.46万元，这样2处同时对得上"),
        ("支出合计", "1358.46万元", "B103", "支出合计应为1359.46万元，这样2处同时对得上"),
        ("项目支出", "361.73万元", "B103", "项目支出应为361.37万元，这样2处同时对得上"),
        ("市场专项.支出", "139.89万元", "B102", "支出应为139.98万元，这样2处同时对得上"),
    ],
)
def test_one_number_that_breaks_several_sums_is_told_once(verified, name, wrong, code, hint):
    (found,) = verified({name: wrong})

    assert (found.code, found.place.text, found.hint) == (code, wrong, hint)
    assert any("相差" in one.message for one in found.related)


def test_a_slip_of_the_unit_is_recognised(verified):
    (found,) = verified({"知识产权专项.支出": "65.47元"})

    assert found.place.text == "65.47元"
    assert found.message.startswith(
        "“知识产权专项”年初预算与调整追加之和为65.47万元，支出为65.47元"
    )
    assert found.hint == "支出应为65.47万元，这样2处同时对得上"


def test_numbers_that_witnesses_confirm_leave_one_suspect(verified):
    (found,) = verified({"基本支出": "998.90万元"})

    assert (found.code, found.place.text) == ("B103", "998.90万元")
    assert found.hint == (
        "六个项目合计361.37万元支持项目支出361.37万元；"
        "收入合计与支出合计之差支持支出合计1359.46万元；基本支出应为998.09万元"
    )


def test_several_equally_likely_suspects_are_listed_at_the_total(verified):
    (found,) = verified({"经开区专项.支出": "43.31万元"})

    assert (found.code, found.place.text) == ("B104", "361.37万元")
    assert "“经开区专项”支出应为44.31万元" in found.hint
    assert "还有1种可能" in found.hint


def test_two_wrong_numbers_give_two_findings(verified):
    found = verified({"收入合计": "1359.64万元", "市场专项.调整追加": "69.88万元"})

    assert [one.place.text for one in found] == ["1359.64万元", "69.88万元"]


def test_a_project_with_money_left_over_is_no_finding_where_the_year_carries_it_over(verified):
    accounts = ACCOUNTS | {"支出合计": "1358.46万元", "结转结余": "1万元", "项目支出": "360.37万元"}

    assert verified({"市场专项.支出": "138.98万元"}, accounts) == ()


def test_other_funds_may_stand_inside_or_outside_the_income(verified):
    inside = {"其他资金": "2.92万元", "收入合计": "1362.38万元", "结转结余": "2.92万元"}
    outside = {"其他资金": "2.92万元", "结转结余": "2.92万元"}

    assert verified({}, ACCOUNTS | inside) == ()
    assert verified({}, ACCOUNTS | outside) == ()


def test_sums_are_checked_where_a_total_between_is_not_stated(verified):
    accounts = {k: v for k, v in ACCOUNTS.items() if k not in {"项目支出", "收入合计"}}

    assert verified({}, accounts) == ()
    assert [one.code for one in verified({"基本支出": "998.90万元"}, accounts)] == ["B103"]
    assert [one.code for one in verified({"结转结余": "1万元"}, accounts)] == ["B105"]
    assert verified({}, {"结转结余": "1万元", "收入合计": "2万元"}) == ()
    assert verified({}, {"基本支出": "1万元", "支出合计": "2万元"}, {"甲": {}}) == ()


def test_many_projects_are_counted_in_digits_and_two_as_liang(verified):
    many = {f"第{at}号": {"支出": "1万元"} for at in range(12)}
    two = {f"第{at}号": {"支出": "1万元"} for at in range(2)}

    assert verified({}, {"项目支出": "13万元"}, many)[0].message.startswith("12个项目")
    assert verified({}, {"项目支出": "3万元"}, two)[0].message.startswith("两个项目")


def test_the_balance_is_checked_from_the_two_kinds_of_expenditure_too(verified):
    accounts = {k: v for k, v in ACCOUNTS.items() if k != "支出合计"}

    assert verified({}, accounts) == ()
    assert [one.code for one in verified({"结转结余": "3万元"}, accounts)] == ["B105"]


def test_a_divisor_can_be_the_culprit(make):
    facts = [make.fact(*one) for one in (("率", "97.66%"), ("撤回", "209件"), ("申请", "241件"))]
    constraints = [make.constraint("率 = 撤回 / 申请"), make.constraint("数值(率) * 申请 = 209件")]

    found = verify(derive(make.content(facts=facts, constraints=constraints[:1])))

    assert found[0].place.text == "241件"
    assert "申请应为214件" in found[0].hint


def test_a_number_that_no_value_mends_is_no_suspect(make):
    facts = [make.fact(*one) for one in (("甲", "3件"), ("乙", "0件"), ("丙", "5件"))]
    constraints = [
        make.constraint("甲 - 甲 + 丙 = 乙"),
        make.constraint("乙 * 甲 = 丙 * 丙"),
        make.constraint("乙 / 丙 = 甲 / 丙"),
    ]

    found = verify(derive(make.content(facts=facts, constraints=constraints)))

    assert all("甲应为0件" not in one.hint for one in found[:1])
    assert [one.code for one in found].count("I101") >= 1


def test_contradicting_witnesses_leave_the_question_open(make):
    facts = [make.fact(name, "3件") for name in "甲丙"] + [make.fact(n, "4件") for n in "乙丁"]
    constraints = [make.constraint(one) for one in ("甲 = 乙", "甲 = 丙", "乙 = 丁")]

    (found,) = verify(derive(make.content(facts=facts, constraints=constraints)))

    assert found.place.text == "甲 = 乙"
    assert "逐个核对" in found.hint


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("69.88", "69.98", 1),
        ("70", "70.10", 2),
        ("1359.64", "1359.46", 1),
        ("1,359.64", "1359.64", 0),
        ("251", "1251", 1),
        ("128.1", "121.8", 1),
        ("12", "34", 2),
    ],
)
def test_the_smaller_slip_changes_fewer_digits(make, old, new, count):
    one, other = (make.stated("甲", f"{digits}件").quantity for digits in (old, new))

    assert digits_changed(one, other) == count


cents = st.integers(1, 10**8)


def money(amount):
    return f"{Decimal(amount).scaleb(-2):.2f}万元"


@given(
    st.lists(st.tuples(cents, cents), min_size=1, max_size=6),
    cents,
    st.integers(0, 10**8),
    st.data(),
)
def test_an_overdetermined_number_that_is_corrupted_is_named_with_its_value(
    verified, budgets, basic, initial, data
):
    spent = [one + more for one, more in budgets]
    total = basic + sum(spent)
    initial = min(initial, total)
    accounts = {
        "年初预算": money(initial),
        "调整追加": money(total - initial),
        "收入合计": money(total),
        "基本支出": money(basic),
        "项目支出": money(sum(spent)),
        "支出合计": money(total),
        "结转结余": "0.00万元",
    }
    projects = {
        f"第{at}号": {"年初预算": money(one), "调整追加": money(more), "支出": money(one + more)}
        for at, (one, more) in enumerate(budgets)
    }
    truths = {name: accounts[name] for name in ("收入合计", "支出合计", "项目支出")}
    truths |= {f"{name}.支出": parts["支出"] for name, parts in projects.items()}
    name = data.draw(st.sampled_from(sorted(truths)))
    wrong = money(data.draw(cents))
    assume(wrong != truths[name])

    assert verified({}, accounts, projects) == ()
    (found,) = verified({name: wrong}, accounts, projects)

    assert (found.place.text, found.place.file) == (wrong, "预算.yaml")
    assert name in found.subjects
    assert f"应为{truths[name]}，这样2处同时对得上" in found.hint
