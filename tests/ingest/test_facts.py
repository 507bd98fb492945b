"""Numbers of paragraphs become facts: named, told once, left alone where they are none."""

from __future__ import annotations

from jixiao.ingest.facts import Facts
from jixiao.ingest.mentioned import mentioned


def cited(*paragraphs, taken=()):
    """Return the facts by name, and the citations of each paragraph."""
    facts = Facts(set(taken))
    made = [[str(one) for one in facts.cite(mentioned(text), "一节")] for text in paragraphs]
    return {one.name: one.value for one in facts.entries.values()}, made


def test_each_number_gets_the_name_that_its_words_give_it():
    facts, (citations,) = cited("全年完成企业登记5487户，办结1件侵权案件，宣传资料3000余份。")

    assert facts == {"企业登记": "5487户", "办结侵权案件": "1件", "宣传资料": "3000余份"}
    assert citations == ["【企业登记】", "【办结侵权案件】", "【宣传资料】"]


def test_a_number_that_is_told_again_in_the_same_words_is_one_fact():
    facts, made = cited("完成企业登记5487户。", "2023年，企业登记5487户。")

    assert facts == {"企业登记": "5487户"}
    assert made == [["【企业登记】"], ["【企业登记】"]]


def test_two_numbers_in_the_same_words_are_two_facts():
    facts, _ = cited("一是法治宣传。出动人员20人次。", "二是法律援助。出动人员30人次。")

    assert list(facts.values()) == ["20人次", "30人次"]
    assert len(facts) == 2


def test_a_completion_rate_is_a_part_of_the_number_before_it():
    facts = Facts(set())

    one, rate = facts.cite(mentioned("净增经营主体3956户，完成率99.75%。"), "一节")

    assert (str(one), str(rate)) == ("【净增经营主体】", "【净增经营主体.完成率】")
    assert facts.entries["净增经营主体"].completion_rate == "99.75%"


def test_what_is_done_with_cases_is_named_after_them():
    facts, _ = cited("查处食品案件44起，办结40起。")

    assert facts == {"查处食品案件": "44起", "查处食品案件办结": "40起"}


def test_a_rank_says_of_what_and_among_whom():
    facts, _ = cited("企业年报率94.72%，居全市第一，全省第二。")

    assert facts == {"企业年报率": "94.72%", "企业年报率全市": "第一", "企业年报率全省": "第二"}


def test_years_documents_marks_and_hotlines_stay_text():
    facts, _ = cited(
        "1.依据财预〔2020〕10号文，2023年第四季度，12345热线、《2023年方案》、ISO9001认证，资金10万。"
    )

    assert facts == {}


def test_a_name_that_is_taken_is_given_to_no_fact():
    facts, _ = cited("支出合计12万元。", taken=("支出合计",))

    (name,) = facts
    assert name != "支出合计"


def test_a_range_stays_text():
    facts, _ = cited("完成率50%-60%，增长3.5%～5%，投入100—200万元，用时3至5天，另有2户。")

    assert list(facts.values()) == ["2户"]


def test_many_numbers_in_the_same_words_have_names_of_their_own():
    facts, _ = cited(*(f"出动人员{at}人次。" for at in range(1, 60)))

    assert len(facts) == 59
    assert list(facts)[:3] == ["出动人员", "一节出动人员", "出动人员之二"]
