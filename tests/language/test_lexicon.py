from __future__ import annotations

from jixiao.checks.wording.wordlist import own_lexicon
from jixiao.language.lexicon import Entry, Lexicon, parse

FEWEST = 150
OWN = own_lexicon().entries
RIGHT = """
知识产权 已知产权归属 公布署名 以经济建设为中心 提拔付出 选拔款项 按排放标准
究竟争取 通讯速度 收入支出 自己经营 现代手工做法 蚊帐户外 交通迅速 给予算力支持
高耗能项目 脊椎动物 触摸式 支付责任 综合谐波治理 项目日常管理 就业务开展 管理制度
登记律师 占领城市 严峻工作 征求意见建议 文脉博物馆 紫檀自然保护 友邦扶持 对象
服务对象 成就象征 版图象征 过渡假设 多重覆盖 调查觉得 计划拔高 上海棉纺 国际指标
迎接侍者 自治区
"""


def found(lexicon, text):
    return [one.entry.wrong for one in lexicon.slips(text)]


def test_the_list_is_long_and_each_wrong_word_stands_in_it_once():
    wrong = [one.wrong for one in OWN]

    assert len(wrong) >= FEWEST
    assert len(wrong) == len(set(wrong))


def test_a_right_word_does_not_hold_the_wrong_one_so_that_mending_it_is_the_end():
    assert [one.wrong for one in OWN if one.wrong in one.right or not one.right] == []
    assert [one.right for one in OWN if found(own_lexicon(), one.right)] == []


def test_a_guard_holds_its_wrong_word_and_silences_it():
    for entry in OWN:
        for guard in entry.guards:
            assert entry.wrong in guard, entry
            assert guard != entry.wrong, entry
            assert entry.wrong not in found(own_lexicon(), guard)


def test_right_words_hold_no_wrong_one():
    words = RIGHT.split()

    assert [one for one in words if found(own_lexicon(), one)] == []


def test_the_longest_wrong_word_wins():
    lexicon = Lexicon((Entry("甲乙", "丙"), Entry("甲乙丁", "戊")))

    assert found(lexicon, "甲乙丁甲乙") == ["甲乙丁", "甲乙"]


def test_a_list_without_words_finds_nothing():
    assert found(Lexicon(()), "甲") == []


def test_a_table_has_comments_guards_and_doubts():
    table = "# 说明\n甲乙\t丙\t一甲乙 甲乙二\t疑\n\n丁戊\t己\n"

    assert list(parse(table)) == [
        Entry("甲乙", "丙", ("一甲乙", "甲乙二"), doubtful=True),
        Entry("丁戊", "己"),
    ]


def test_a_long_text_is_read_to_its_end():
    assert found(own_lexicon(), "财项工" * 300_000) == []
