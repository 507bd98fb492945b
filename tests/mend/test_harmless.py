"""The gate of `--fix`: punctuation, blanks and whole marks pass, numbers and words never do."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.diagnostic import Edit
from jixiao.language.mark import MarkKind
from jixiao.mend.harmless import is_harmless
from jixiao.mend.splice import Change, splice
from jixiao.source import Source


def edit(marked, replacement):
    """Return the edit that puts a replacement for what stands between 〖 and 〗."""
    start, end = marked.index("〖"), marked.index("〗") - 1
    text = marked.replace("〖", "").replace("〗", "")
    return Edit(Source("报告.txt", text).place(start, end), replacement)


@pytest.mark.parametrize(
    ("marked", "replacement"),
    [
        ("年初预算20万元〖,〗追加5万元", "，"),
        ("〖(〗要点表)", "（"),
        ("“联通”〖、〗“移动”", ""),
        ("完成验收〖。。〗", "。"),
        ("全年〖 〗完成", ""),
        ("全年完成〖 〗3件", ""),
        ("〖　　〗一、基本情况", ""),
        ("第一段\n〖\n〗第二段", ""),
        ("第一段〖\n〗\n第二段", ""),
        ("第一段\n〖  \n〗第二段", ""),
        ("第一段\n〖\n〗", ""),
        ("县教〖〔〗2023〕5号", "［"),
        ("抓住一个重点〖--〗安全", "——"),
        ("时间12〖：〗30", ":"),
        ("县财绩[2023〖]〗5号", "〕"),
        ("支出5〖．〗20万元", "."),
        ("〖5、〗其他", "五、"),
        ("〖5、 〗其他", "五、"),
        ("〖1、〗目标", "1."),
        ("1〖、〗目标", "."),
        ("〖(一)〗目标", "（一）"),
        ("完成。〖三是〗价格监管", "四是"),
        ("完成；〖第二，〗价格监管", "第三，"),
        ("[bookmark: a]〖(一)、〗目标", "（一）"),
        ("〖1.〗目标", "（1）"),
    ],
)
def test_a_change_of_punctuation_blanks_and_marks_passes(marked, replacement):
    assert is_harmless(edit(marked, replacement))


@pytest.mark.parametrize(
    ("marked", "replacement"),
    [
        ("支出〖5〗万元", "6"),
        ("支出5〖.〗20万元", ""),
        ("支出5〖.〗20万元", "，"),
        ("支出5〖,〗200元", ""),
        ("支出5〖，〗200元", ","),
        ("出动10〖、〗20人", ""),
        ("增长〖-〗5%", ""),
        ("增长〖—〗5%", ""),
        ("2023年〖--〗2024年", "——"),
        ("第3〖—〗5期", "-"),
        ("降低〖。〗5个点", "."),
        ("降低〖.〗5个点", "。"),
        ("增长5〖%〗", "％"),
        ("支出12〖 〗34元", ""),
        ("县财绩[2023〖]〗5号", ""),
        ("完成率〖９８％〗", "98%"),
        ("支出12〖〗34元", " "),
        ("1.〖 〗2023年", ""),
        ("增长-〖 〗5%", ""),
        ("支出3〖 〗.5万元", ""),
        ("用A〖〗0纸", " "),
        ("用 Word〖 〗Excel", ""),
        ("全年〖〗完成", "未"),
        ("全年〖未〗完成", ""),
        ("第一段〖\n〗第二段", ""),
        ("第一段〖\n〗第二段", " "),
        ("第一段〖。〗第二段", "。\n"),
        ("第一〖 〗段", "\n"),
        ("见〖【〗支出】", "["),
        ("见〖[〗支出】", "【"),
        ("一〖是〗价格", "要"),
        ("。〖一是〗价格", "一要"),
        ("。〖一是〗价格", "1."),
        ("。〖1.〗价格", "一是"),
        ("共〖3.〗其他", "4."),
        ("〖3.〗5万元", "4."),
        ("〖第一，〗价格", "一是"),
        ("全年〖，〗完成", "，"),
        ("全年〖〗完成", ""),
        ("甲〖，\n〗乙", "，"),
        ("A〖&〗B", "，"),
    ],
)
def test_a_change_of_a_number_a_word_or_a_paragraph_does_not(marked, replacement):
    assert not is_harmless(edit(marked, replacement))


LIGHT = "，,。.．、；;：:（）()“”\"' 　\t\n—-…"
WEIGHTY = "甲乙局年增万元AbZ0123456789１２"
TEXTS = st.text(alphabet=WEIGHTY + LIGHT, max_size=12)
MARKS = "一二三是要第①②"


def numbers(text):
    return re.findall(r"-?[0-9]+(?:[.,][0-9]+)*", normalize("NFKC", text))


def paragraphs(text):
    lines = (re.findall(r"\w", line) for line in text.split("\n"))
    return [line for line in lines if line]


@settings(max_examples=1000)
@given(TEXTS, st.text(alphabet=LIGHT, max_size=3), TEXTS, st.text(alphabet=LIGHT, max_size=3))
def test_light_edits_leave_words_numbers_and_paragraphs_as_they_were(before, old, after, new):
    source = Source("报告.txt", before + old + after)
    one = Edit(source.place(len(before), len(before + old)), new)
    if not is_harmless(one):
        return

    mended = splice(source.content, [Change(one.place.start, one.place.end, new)])

    assert re.findall(r"\w", mended) == re.findall(r"\w", source.content)
    assert re.findall(r"[0-9A-Za-z]+", mended) == re.findall(r"[0-9A-Za-z]+", source.content)
    assert numbers(mended) == numbers(source.content)
    assert paragraphs(mended) == paragraphs(source.content)


@settings(max_examples=1000)
@given(
    TEXTS,
    st.text(alphabet=MARKS + WEIGHTY + LIGHT, max_size=5),
    TEXTS,
    st.text(alphabet=MARKS + WEIGHTY + LIGHT, max_size=5),
)
def test_an_edit_that_touches_letters_is_of_a_whole_mark(before, old, after, new):
    source = Source("报告.txt", before + old + after)
    one = Edit(source.place(len(before), len(before + old)), new)

    if is_harmless(one) and re.search(r"\w", old + new):
        marks = "一二三是要第①②0123456789"
        assert set(re.findall(r"\w", old + new)) <= set(marks)
        assert re.search(r"\w", old)
        assert re.search(r"\w", new)


def test_every_kind_of_mark_may_be_numbered_anew():
    samples = {
        MarkKind.PART: ("三、", "四、"),
        MarkKind.SECTION: ("（三）", "（四）"),
        MarkKind.POINT: ("3.", "4."),
        MarkKind.SUBPOINT: ("（3）", "（4）"),
        MarkKind.CIRCLED: ("③", "④"),
        MarkKind.ITEM: ("三是", "四是"),
        MarkKind.ORDINAL: ("第三，", "第四，"),
    }
    for kind in MarkKind:
        old, new = samples[kind]
        assert is_harmless(edit(f"完成。〖{old}〗目标", new)), kind
