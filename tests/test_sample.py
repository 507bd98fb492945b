"""The sample of 2023: whole, true to the published figures, told in its own words.

Tests that compare with the published report read it beside the checkout and are skipped where
it is absent.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import docx
import pytest
import yaml

from jixiao.diagnostic import Severity
from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
WITH_UNIT = re.compile(
    r"\d+(?:\.\d+)?(?:余|多)?(?:万元|元|户次|家次|批次|人次|[户家件起台本份处个名位人次项%])"
)
#: what the published report states wrongly, and what the arithmetic makes of it
MENDED = {"69.88万元": "69.98万元", "65.47元": "65.47万元", "10万；": "10万元；", "个批次": "批次"}
#: the outline's own headings are the same in every report
OFFICIAL = ("三、资金使用及绩效情况", "四、绩效管理存在的问题")


@pytest.fixture(scope="module")
def reviewed():
    return review(Workspace(ROOT), 2023)


@pytest.fixture(scope="module")
def word(reviewed):
    (product,) = produce(Workspace(ROOT), reviewed, ("docx",)).products
    return docx.Document(io.BytesIO(product))


@pytest.fixture(scope="module")
def paragraphs(word):
    return [one.text for one in word.paragraphs if one.text]


@pytest.fixture(scope="module")
def seed(published):
    text = published
    for wrong, right in MENDED.items():
        text = text.replace(wrong, right)
    text = re.sub(r"\[bookmark: _GoBack\]|^— \d+ —$", "", text, flags=re.MULTILINE)
    # Numbers of headings and run-in items are marks, not figures; 23年 is a year cut short.
    text = re.sub(r"(?m)^ ?\d[.、]|(?<=[。：])\d\.(?=\D)", "", text)
    return re.sub(r"(?<!\d)23年", "2023年", text)


def test_the_sample_has_no_mistake_and_asks_what_only_the_bureau_can_know(reviewed):
    counts = Counter(one.severity for one in reviewed.diagnostics)

    assert counts[Severity.ERROR] == counts[Severity.WARNING] == 0
    asked = " ".join(one.message for one in reviewed.diagnostics)
    for figure in ("2.92万元", "14万元", "54", "61", "252", "6.9", "4854", "5000余"):
        assert figure in asked


def test_the_sample_states_at_least_150_facts():
    from jixiao.content.load import load
    from jixiao.content.validate import validate
    from jixiao.report.derive import derive

    names = ["content/单位.yaml"]
    names += [f"content/2023/{one}.yaml" for one in ("预算", "事实", "勾稽", "正文", "核实")]
    content = validate(tuple(load(ROOT, one).value for one in names), 2023).value

    assert len(derive(content).stated) >= 150


def test_every_number_of_the_published_report_is_in_the_word_file_as_often(seed, paragraphs):
    text = "\n".join(paragraphs)

    lost = Counter(NUMBER.findall(seed)) - Counter(NUMBER.findall(text))

    assert lost == Counter()


def test_every_number_is_printed_with_its_unit_as_published(seed, paragraphs):
    text = "\n".join(paragraphs)

    assert sorted(set(WITH_UNIT.findall(seed)) - set(WITH_UNIT.findall(text))) == []


def test_the_sample_is_about_as_long_as_the_published_report(seed, reviewed):
    length = sum(len(block.line) for block in reviewed.outline.blocks)

    assert 0.85 <= length / len(re.sub(r"\s", "", seed)) <= 1.15


def test_no_sentence_of_the_published_report_is_repeated(seed, paragraphs):
    def sentences(text):
        return {one.strip() for one in re.split(r"[。；\n]", text) if len(one.strip()) >= 16}

    own = sentences("\n".join(paragraphs))

    repeated = {one for one in sentences(seed) & own if not one.startswith(OFFICIAL)}
    assert sorted(repeated) == []


def prose(node):
    """Yield the scalars of a prose value in their order, headings before what stands below."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from prose(one)
    elif isinstance(node, dict):
        for key in ("标题", "正文", "分述"):
            yield from prose(node.get(key, []))


def literals(text, passages):
    """Yield the runs of a scalar that stand for themselves, those of cited passages included."""
    for piece in re.split(r"(【[^】]*】)", text):
        if piece.startswith("【"):
            yield from literals(passages.get(piece[1:-1], ""), passages)
        else:
            yield from piece.split()


def sections(outline, sources):
    """Yield the prose of each slot of the outline, in the order in which it is printed."""
    for slot in outline:
        file, _, key = slot.get("内容", "").partition(".")
        if file:
            yield sources[file].get(key)
        yield from sections(slot.get("下级", []), sources)
        if "逐项目" in slot:
            key = slot["逐项目"]["内容"].partition(".")[2]
            for project in sources["预算"]["项目"]:
                yield sources["正文"][key].get(project["名称"])


def test_every_character_of_the_content_reaches_the_word_file_in_order(paragraphs):
    def read(name):
        return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))

    sources = {one: read(f"content/2023/{one}.yaml") for one in ("正文", "预算")}
    sources["单位"] = read("content/单位.yaml")
    outline = read("templates/五部分/outline.yaml")["部分"]
    printed = "\n".join(paragraphs)
    passages = sources["正文"]["段落"]

    scalars = [one for section in sections(outline, sources) for one in prose(section or [])]

    at, compared = 0, 0
    for run in (run for scalar in scalars for run in literals(scalar, passages)):
        found = printed.find(run, at)
        assert found >= 0, f"不在 Word 文件里：{run}"
        at, compared = found + len(run), compared + len(run)
    assert compared > 4000


def test_headings_are_numbered_without_gap_or_repeat(word):
    marks = [one.text[:2] for one in word.paragraphs if one.style.name.startswith("一级")]

    assert marks == ["一、", "二、", "三、", "四、", "五、"]


DEFECTS = {
    "W5 收支出": "收支出",
    "W6 下如下": "下如下",
    "W7 知产权": "知产权",
    "W8 认证认等": "认证认[^可]",
    "W10 专项行为": "专项行为",
    "W14 率完成率": "率完成率",
    "W20 half-width mark between Han": "[\u4e00-\u9fff][,;:!?()]",
    "W22 顿号 between quotes": "[”》]、[“《]",
    "W24 full-width colon in a number": r"\d：\d",
    "W25 个批次": "个批次",
    "W26 other self-references": "我单位|我所",
    "W30 as of today": "截至目前",
    "W31 一般以上": "一般以上",
    "W36 stop before 其中": "。其中",
    "N4 arabic with 顿号": r"^\d、",
    "N5 blank after the mark": r"^\d+\. ",
    "W3 leading blank": "^[ 　]",
}


@pytest.mark.parametrize("pattern", DEFECTS.values(), ids=DEFECTS.keys())
def test_no_known_defect_of_the_published_report_is_in_the_sample(paragraphs, pattern):
    assert [one for one in paragraphs if re.search(pattern, one)] == []


def test_one_term_and_one_name_for_one_thing(paragraphs):
    text = "\n".join(paragraphs)

    assert text.count("市场主体") == text.count("市场主体培育纳税申报服务工作经费")
    assert "双随机一公开" not in text


def test_the_culprit_is_named_with_the_value_that_satisfies_all(tmp_path):
    for name in ("content", "templates"):
        for file in (ROOT / name).rglob("*"):
            if file.is_file():
                target = tmp_path / file.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
    budget = tmp_path / "content/2023/预算.yaml"
    text = budget.read_text(encoding="utf-8")
    budget.write_text(text.replace("调整追加: 69.98万元", "调整追加: 69.88万元"), encoding="utf-8")

    (mistake,) = (one for one in review(Workspace(tmp_path), 2023).diagnostics if one.stops)

    assert mistake.code == "B102"
    assert mistake.place.text == "69.88万元"
    for number in ("139.88万元", "139.98万元", "0.10万元"):
        assert number in mistake.message
    assert "调整追加" in mistake.hint
    assert mistake.hint.index("69.98万元") < mistake.hint.index("70.10万元")
