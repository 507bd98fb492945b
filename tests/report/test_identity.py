from __future__ import annotations

import pytest

from jixiao.diagnostic import Severity
from jixiao.report.derive import derive
from jixiao.report.identity.verify import verify


@pytest.fixture(scope="session")
def verified(make):
    """Return a function that verifies equations over facts given as name=value."""

    def verifying(*equations, whole=True, accounts=None, **values):
        constraints = [
            make.constraint(*one) if isinstance(one, tuple) else make.constraint(one)
            for one in equations
        ]
        facts = [make.fact(name, one) for name, one in values.items()]
        given = {"accounts": accounts} if accounts else {}
        content = make.content(facts=facts, constraints=constraints, whole=whole, **given)
        return verify(derive(content))

    return verifying


def told(found):
    return [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    "equation",
    [
        "合计 = 甲 + 乙",
        "合计 - 乙 = 甲",
        "甲 <= 合计",
        "甲 < 合计",
        "合计 > 甲 >= 乙",
        "合计 = 乙 * 5 = 甲 / 4 * 5",
        "-乙 + 合计 = 甲",
        "数值(甲) = 数值(丙)",
        "乙 = 3件",
        "甲 / 合计 = 率",
        "率 = 80%",
        "率 - 小率 = 五个点",
        "元 = 万元",
        "万元 / 元 = 1",
        "万元 / 甲 * 甲 = 元",
        "约数 >= 三千",
        "约数 = 三千五",
        "近 <= 三百",
        "以上 >= 率",
        "甲 / 合计 = 甲 / 合计",
        "甲 * 甲 / 甲 = 甲",
        "约数 * 2 >= 三千五",
        "三千五 / 约数 * 三千 <= 三千五",
        "数值(-甲 / 丙) = 数值(-乙) / 3",
        "甲 + 乙 + 乙 + 乙 + 乙 + 乙 = 甲 * 2 + 乙",
    ],
)
def test_relations_that_hold_say_nothing(verified, equation):
    found = verified(
        equation,
        合计="15件",
        甲="12件",
        乙="3件",
        丙="12份",
        率="80%",
        小率="75%",
        五个点="5个百分点",
        元="700000元",
        万元="70.00万元",
        约数="3000余份",
        三千="3000份",
        三千五="3500份",
        近="近300户",
        三百="300户",
        以上="95%以上",
    )

    assert told(found) == []


@pytest.mark.parametrize(
    ("equation", "message"),
    [
        ("合计 = 甲 + 乙", "合计为16件，甲与乙之和为15件，相差1件"),
        ("甲 + 乙 = 合计", "甲与乙之和为15件，合计为16件，相差1件"),
        ("合计 = 甲 + 乙 + 乙", "合计为16件，甲、乙与乙之和为18件，相差2件"),
        ("甲 <= 乙", "甲为12件，乙为3件，超出9件"),
        ("乙 >= 甲", "乙为3件，甲为12件，不足9件"),
        ("甲 < 甲", "甲为12件，甲为12件，两者相等"),
        ("乙 = 甲 + 乙 * 2", "乙为3件，“甲 + 乙 * 2”为18件，相差15件"),
        ("乙 = 甲 * 2", "乙为3件，“甲 * 2”为24件，相差21件"),
        ("数值(甲) = 数值(丙)", "甲为12件，丙为10份，相差2"),
        ("率 = 甲 / 合计", "率为80%，甲与合计之比为75%，相差5个百分点"),
        ("率 = 乙 / 七", "率为80%，乙与七之比为42.86%，相差37.14个百分点"),
        ("万元 = 元", "万元为70万元，元为1050000元，相差35万元"),
        ("甲 / 丙 = 甲 / 丙 * 2", "甲与丙之比为1.2件/份，“甲 / 丙 * 2”为2.4件/份，相差1.2件/份"),
        ("甲 / 乙 * 7件 = 甲", "“甲 / 乙 * 7件”为28件，甲为12件，相差16件"),
        ("甲 / 乙 = 2", "甲与乙之比为4，另一边为2，相差2"),
        ("约数 = 甲份", "约数为3000余份，甲份为2800份，对不上"),
        ("约数 + 约数 = 甲份", "约数与约数之和为6000份至8000份，甲份为2800份，对不上"),
        ("以上 + 以上 <= 率", "以上与以上之和为不定的数，率为80%，对不上"),
    ],
)
def test_a_failure_says_both_numbers_and_the_difference(verified, equation, message):
    found = verified(
        equation,
        合计="16件",
        甲="12件",
        乙="3件",
        七="7件",
        丙="10份",
        率="80%",
        元="1050000元",
        万元="70万元",
        约数="3000余份",
        甲份="2800份",
        以上="95%以上",
    )

    assert told(found) == [("I101", message)]


def test_both_sides_are_compared_at_the_printed_precision_of_the_stated_one(verified):
    numbers = {"撤回": "209件", "申请": "214件"}

    assert verified("撤回率 = 撤回 / 申请", 撤回率="98%", **numbers) == ()
    assert verified("撤回率 = 撤回 / 申请", 撤回率="97.66%", **numbers) == ()
    assert len(verified("撤回率 = 撤回 / 申请", 撤回率="97.7%", **numbers)) == 0
    assert len(verified("撤回率 = 撤回 / 申请", 撤回率="97.67%", **numbers)) == 1


def test_of_two_stated_sides_the_coarser_counts(verified):
    assert verified("粗 = 细", 粗="1359万元", 细="1359.46万元") == ()
    assert len(verified("粗 = 细", 粗="1359万元", 细="1359.56万元")) == 1


def test_a_stated_zero_is_not_a_rounded_number(verified):
    assert len(verified("差 = 甲 - 乙", 差="0万元", 甲="1.30万元", 乙="1.20万元")) == 1


def test_two_computed_rates_are_compared_as_they_would_print(verified):
    numbers = {"甲": "1户", "乙": "3户", "丙": "33334户", "丁": "100000户"}

    assert verified("甲 / 乙 = 丙 / 丁", **numbers) == ()
    assert len(verified("甲 / 丁 = 丙 / 丁", **numbers)) == 1


def test_a_finding_names_what_a_settlement_may_speak_of(verified):
    (found,) = verified("合计 = 甲 + 乙", 合计="16件", 甲="12件", 乙="3件")

    assert set(found.subjects) == {"合计 = 甲 + 乙", "合计", "甲", "乙"}


def test_approximate_numbers_are_shown_beside_a_finding_too(verified):
    (found,) = verified("甲 = 乙", 甲="3000余份", 乙="2800份")

    assert [one.message for one in found.related] == ["甲3000余份", "乙2800份"]
    assert found.place.text == "甲 = 乙"


def test_a_question_is_asked_at_the_equation_with_its_remark(verified):
    (found,) = verified(("甲 = 乙", Severity.QUESTION, "是否同一口径"), 甲="1件", 乙="2件")

    assert found.severity is Severity.QUESTION
    assert (found.place.text, found.hint) == ("甲 = 乙", "是否同一口径")
    assert [one.message for one in found.related] == ["甲1件", "乙2件"]


@pytest.mark.parametrize(
    ("equation", "code", "where", "words"),
    [
        ("合计 = 甲已 + 乙", "I102", "甲已", "是不是“甲己”？"),
        ("合计 = 什么", "I102", "什么", "事实.yaml"),
        ("专项 = 1万元", "I102", "专项", "专项.支出"),
        ("合计.目 = 1件", "I102", "合计.目", ".目标"),
        ("预算执行率.目 = 1", "I102", "预算执行率.目", "去掉"),
        ("合计.目标 = 1件", "I104", "合计.目标", "补上"),
        ("其他资金 = 1万元", "I104", "其他资金", "补上"),
        ("排名 = 1", "I104", "排名", "算式里"),
        ("合计 + 户 = 甲己", "I103", "合计 + 户 = 甲己", "数值(名称)"),
        ("合计 - 户 = 甲己", "I103", "合计 - 户 = 甲己", "数值(名称)"),
        ("合计 = 户", "I103", "合计 = 户", "数值(名称)"),
        ("合计 = 5", "I103", "合计 = 5", "数值(名称)"),
        ("合计 / 零 = 5", "I104", "合计 / 零 = 5", "分母"),
        ("合计 = 合计 / (零 + 零) * 零", "I104", "合计 = 合计 / (零 + 零) * 零", "分母"),
    ],
)
def test_an_equation_that_cannot_be_worked_out_says_why(
    make,
    verified,
    equation,
    code,
    where,
    words,
):
    (found,) = verified(
        equation,
        accounts=make.accounts([make.project("专项", 支出="1万元")]),
        合计="16件",
        甲己="12件",
        乙="4件",
        户="3户",
        零="0件",
        排名="第一",
    )

    assert (found.code, found.place.text) == (code, where)
    assert words in found.hint


def test_mixed_units_are_both_named(verified):
    (found,) = verified("甲 = 乙", 甲="44处", 乙="44份")

    assert found.message == "“甲 = 乙”：“处”与“份”不能相比"


def test_names_that_may_stand_in_what_was_not_read_are_held_back(verified):
    assert verified("甲 = 没有", "甲.目标 = 1件", 甲="1件", whole=False) == ()


def test_a_computed_figure_may_stand_in_an_equation(make, verified):
    accounts = make.accounts(年初预算="80万元", 调整追加="20万元", 支出合计="90万元")

    assert verified("预算执行率 = 90%", accounts=accounts) == ()
    (found,) = verified("预算执行率 >= 95%", accounts=accounts)
    assert found.message == "预算执行率为90.00%，另一边为95%，不足5个百分点"
    assert found.subjects == ("预算执行率 >= 95%", "预算执行率")


def test_completion_rates_are_checked_at_their_printed_precision(make):
    def found(rate):
        facts = [make.fact("个转企", "251户", "206户", rate)]
        return verify(derive(make.content(facts=facts)))

    assert found("121.8%") == ()
    assert found("121.84%") == ()
    (one,) = found("128.1%")
    assert one.code == "P101"
    assert one.place.text == "128.1%"
    assert one.message == (
        "“个转企”完成值251户与目标206户之比为121.84%，完成率为128.1%，相差6.26个百分点"
    )
    assert one.hint == "完成率应为121.8%，或目标应为196户"


def test_a_target_of_zero_leaves_a_stated_rate_unproven(make):
    content = make.content(facts=[make.fact("甲", "1户", "0户", "100%")])

    (found,) = verify(derive(content))

    assert (found.code, found.subjects) == ("I104", ("甲",))


def test_more_staff_than_posts_is_a_question(make):
    accounts = make.accounts(编制人数="56名", 在职人数="68名")

    (found,) = verify(derive(make.content(accounts=accounts)))

    assert (found.code, found.severity) == ("B106", Severity.QUESTION)
    assert found.message == "在职人数为68名，编制人数为56名，超出12名"
    assert "核实.yaml" in found.hint
