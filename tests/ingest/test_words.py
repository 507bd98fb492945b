"""A number's name is made of the words around it, as a person would call it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.ingest.words import LONGEST, name_of, share_of, tidy, topic
from jixiao.language.name import name_mistake


@pytest.mark.parametrize(
    ("label", "follow", "name"),
    [
        ("2022年完成企业登记", "", "企业登记"),
        ("全县实有在职人员", "", "在职人员"),
        ("有效发明专利量", "", "有效发明专利量"),
        ("为消费者挽回经济损失", "", "消费者挽回经济损失"),
        ("在全市率先查处", "违法高价售卖口罩案件", "查处违法高价售卖口罩案件"),
        ("下设", "乡镇司法所和", "乡镇司法所"),
        ("乡镇司法所和", "公益一类事业单位", "公益一类事业单位"),
        ("完成", "的重点工业产品抽检工作", "重点工业产品抽检"),
        ("共检查", "单位", "检查单位"),
        ("茶楼、旅馆等场所共计", "开展消防检查", "茶楼、旅馆等场所"),
        ("新增甲厂、乙厂", "省级示范企业", "新增省级示范企业"),
        ("全国12315平台办结率", "", "全国12315平台办结率"),
        ("申请医疗器械许可/备案", "", "申请医疗器械许可备案"),
        ("标准》“某某系统技术条件”两项目专项资金", "", "“某某系统技术条件”两项目专项资金"),
        ("", "", ""),
    ],
)
def test_a_number_is_called_by_the_words_around_it(label, follow, name):
    assert name_of(label, follow) == name


def test_a_share_is_called_by_its_thing_and_its_whole():
    assert share_of("高价值发明专利", "占全市的") == "高价值发明专利占全市比重"


def test_a_topic_ends_with_its_first_phrase():
    assert topic("切实做好“三考”期间食品安全保障工作") == "“三考”期间"


WORDS = st.text(alphabet="完成企业登记的为等和共、“”《》（）3年/：查处案件", max_size=60)


@given(WORDS, WORDS)
def test_whatever_the_words_the_name_can_be_cited_or_is_empty(label, follow):
    name = name_of(label, follow)

    assert len(name) <= LONGEST
    assert not tidy(name) or name_mistake(tidy(name)) is None
