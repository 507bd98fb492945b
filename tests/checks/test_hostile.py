"""Every rule comes to an end on a text made to keep it from that, and points into the text.

A runaway pattern or a loop over all pairs shows in one of three ways: a long text is not done
within any time; twice the text takes far more than twice the steps of the program; or, where the
steps are those of a pattern, far more than twice the work of the processor. The last is asked
only of what takes seconds where everything else takes a fraction of one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.checks.catalogue import RULES
from jixiao.checks.reading import Reading
from jixiao.claims.extract import extract
from jixiao.manuscript.lines import lines
from jixiao.manuscript.read import read
from jixiao.mend.harmless import is_harmless
from jixiao.pipeline.audit import audit_source
from jixiao.report.derive import derive
from jixiao.source import Source

#: characters of a long text, and seconds that all texts together may take at the very most
LONG, PATIENCE = 50_000, 900
#: characters of a short text, on which the steps of every rule are counted
SHORT = 2_000
#: more than twice the steps for twice the text: what sorting and the first use of a table take
TOLERANCE, OVERHEAD = 2.5, 400

#: what stands before and behind: a rule that starts at a number looks back over all that is there
HEAD = "某县档案馆2023年度部门整体支出绩效自评报告\n一、基本情况\n“"
TAIL = "国比2022年增长5%的支出20万元，完成率100%。\n（二）其他\n"

#: each text by what it is made of, given how many characters of it there are
TEXTS: dict[str, Callable[[int], str]] = {
    name: (lambda size, unit=unit: HEAD + unit * (size // len(unit)) + TAIL)
    for name, unit in {
        "一个字": "国",
        "左括号": "（",
        "右括号": "）",
        "左引号": "“",
        "右引号": "”",
        "半角引号": '"',
        "书名号": "《",
        "书名号相接": "》《",
        "引号相接": "”、“",
        "顿号": "、",
        "逗号": "，",
        "半角逗号": ",",
        "句号": "。",
        "冒号": "：",
        "数字": "1",
        "数字和句点": "1.1.",
        "数字和逗号": "1,000,",
        "汉字数字": "一",
        "一是": "一是",
        "一是带分号": "一是抓落实；",
        "编号": "1.抓落实。",
        "括号编号": "（一）",
        "编号一行一个": "1.抓落实\n",
        "大标题一行一个": "一、抓落实\n",
        "同一行": "全年完成培训20场次。\n",
        "空格": " ",
        "全角空格": "　",
        "字间空格": "国 ",
        "空行": "\n",
        "制表符": "\t",
        "竖线": "|",
        "表格": "项目\t20万元\t100%\n",
        "万元": "万元",
        "的": "的",
        "了": "了",
        "比": "比",
        "约": "约",
        "共": "共",
        "其": "其",
        "和": "和",
        "项": "项",
        "率": "率",
        "年": "年",
        "百": "百",
        "金额": "20万元",
        "金额带顿号": "20万元、",
        "金额一行": "专项年初预算20万元，追加5万元，实际支出25万元，",
        "完成率": "完成率100%，",
        "同比": "同比增长5%，",
        "其中": "其中20万元，",
        "汉字和逗号": "国，",
        "汉字和半角逗号": "国,",
        "引号一对对": "“国”",
        "没有合上": "（国，“市",
        "年度": "2023年",
        "省略号": "…",
        "破折号": "—",
        "横线": "-",
        "星号": "*",
        "点": ".",
        "全角点": "．",
        "斜线": "/",
        "百分号": "%",
        "六角括号": "〔",
        "字母": "a",
        "波浪": "~",
        "叉": "XX",
        "方括号": "[bookmark: ",
        "书签": "[bookmark: a]",
        "替换字符": "\ufffd",
        "零宽": "\u200b",
        "英文": "the quick brown fox, ",
        "日文": "これは報告です。",
        "俄文": "отчёт о работе, ",
        "阿拉伯文": "تقرير، ",
        "表情": "😀👨‍👩‍👧‍👦",
        "组合符号": "e\u0301\u0302",
        "生僻字": "𠮷",
    }.items()
}


def reading_of(text: str) -> Reading:
    source = Source("报告.txt", text)
    outline = read(lines(source))
    return Reading.of(outline, derive(extract(outline, source)))


WATCHED = """
from test_hostile import LONG, RULES, TEXTS, check_places, reading_of, watch
for number, text in enumerate(TEXTS.values()):
    reading = watch(f"{number} reading", reading_of, text(LONG))
    for one in RULES:
        work = lambda given, one=one: tuple(one(given))
        check_places(watch(f"{number} {one.defect.code}", work, reading))
"""


def watch(label, work, given):
    """Say what is being done before it is done, so that it is known what did not end."""
    sys.stdout.write(label + "\n")
    sys.stdout.flush()
    return work(given)


def check_places(found):
    for one in found:
        places = (one.place, *(near.place for near in one.related), *(e.place for e in one.edits))
        for place in places:
            assert place.source.name == "报告.txt", one.message
            assert 0 <= place.start <= place.end <= len(place.source.content), one.message
        assert all(is_harmless(edit) for edit in one.edits), one.message


@pytest.fixture(scope="module")
def watched():
    """What a process of its own said of the long texts; it is ended where it does not end."""
    paths = [str(Path(__file__).parent), *sys.path]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}{WATCHED}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode().splitlines(), ["does not end"]
    return done.stdout.decode().splitlines(), done.stderr.decode().splitlines()[-3:]


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_ends_and_points_into_the_text(name, watched):
    said, faults = watched
    number = str(list(TEXTS).index(name))
    own = [line.split()[1] for line in said if line.split()[0] == number]

    assert own, "an earlier text was the end of it"
    assert own[-1] == RULES[-1].defect.code, faults


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of jixiao run, whatever else the machine is doing."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if "jixiao" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_no_rule_takes_far_more_steps_for_twice_the_text(name):
    once, twice = (reading_of(TEXTS[name](size)) for size in (SHORT, 2 * SHORT))

    for one in RULES:
        first = steps(lambda one=one: list(one(once)))
        second = steps(lambda one=one: list(one(twice)))
        assert second <= TOLERANCE * first + OVERHEAD, f"{one.defect.code}: {first} → {second}"


@pytest.mark.parametrize("name", TEXTS)
def test_reading_takes_no_far_more_steps_for_twice_the_text(name):
    once, twice = (TEXTS[name](size) for size in (SHORT, 2 * SHORT))

    first, second = steps(lambda: reading_of(once)), steps(lambda: reading_of(twice))

    assert second <= TOLERANCE * first + OVERHEAD, f"{first} → {second}"


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_found_grows_with_the_text_at_most(name):
    once, twice = (
        audit_source(Source("报告.txt", TEXTS[name](size))).diagnostics
        for size in (SHORT, 2 * SHORT)
    )

    assert len(twice) <= TOLERANCE * len(once) + 10
    assert all(is_harmless(edit) for one in (*once, *twice) for edit in one.edits)
