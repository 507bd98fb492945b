"""The published report imported: all of it is there again, and what was wrong is found in YAML."""

from __future__ import annotations

import re

import docx
import pytest
from docx.oxml import parse_xml

from jixiao.cli import main
from jixiao.pipeline.audit import audit_file
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

#: each certain defect of the text, with the file it is found in and words of the message;
#: a page number, a bookmark and blanks are set aside, and told of, when the report is read
CERTAIN = [
    ("A1", "B102", "预算.yaml", "139.88万元"),
    ("A2", "B102", "预算.yaml", "65.47元"),
    ("A3", "B302", "正文.yaml", "10万"),
    ("A5", "C201", "正文.yaml", "10万元"),
    ("N1", "N104", "正文.yaml", "5、"),
    ("N2", "N103", "提纲.yaml", "（一）"),
    ("N3", "N101", "正文.yaml", "三是"),
    ("N4", "N105", "正文.yaml", "1、"),
    ("N5", "N107", "提纲.yaml", "空格"),
    ("N5", "N201", "提纲.yaml", "主要职能"),
    ("N7", "N204", "正文.yaml", "1."),
    ("N11", "N206", "正文.yaml", "项目实施及绩效情况如下"),
    ("W14", "W206", "正文.yaml", "督导率完成率"),
    ("W14", "W501", "正文.yaml", "23年"),
    ("W20", "W101", "正文.yaml", ","),
    ("W21", "W103", "正文.yaml", "(餐饮服务日常监督检查要点表)"),
    ("W22", "W105", "正文.yaml", "联诚"),
    ("W24", "W106", "正文.yaml", "IEC63076：2019"),
    ("W30", "Y101", "正文.yaml", "截至目前"),
]
#: what cannot be wrong where Word counts the marks: a first （二）
COUNTED_RIGHT = {"N103"}
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


#: the marks that Word counts by itself, by level, and how its numbering writes them
COUNTED = (
    (re.compile("[一二三四五]、"), "chineseCountingThousand", "%1、"),
    (re.compile("（[一二三]）"), "chineseCountingThousand", "（%2）"),
    (re.compile(r"[0-9]\.(?![0-9])"), "decimal", "%3."),
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def as_text(published, path):
    path = path.with_suffix(".txt")
    path.write_text(published, encoding="utf-8")
    return path


def as_typed_word(published, path):
    """Write a Word file with the lines as they were typed."""
    document = docx.Document()
    for line in published.split("\n"):
        document.add_paragraph(line)
    document.save(path.with_suffix(".docx"))
    return path.with_suffix(".docx")


def as_numbered_word(published, path):
    """Write a Word file that numbers parts, sections and points by itself, on three levels."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (_, form, text) in enumerate(COUNTED)
    )
    abstract = f'<w:abstractNum {WORD} w:abstractNumId="90">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {WORD} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for line in published.replace("[bookmark: _GoBack]", "").split("\n"):
        _add(document, line.strip())
    path = path.with_name("自动编号.docx")
    document.save(path)
    return path


def _add(document, line):
    for level, (mark, _, _) in enumerate(COUNTED):
        found = mark.match(line)
        if found:
            properties = document.add_paragraph(line[found.end() :])._p.get_or_add_pPr()
            level_of = f'<w:ilvl w:val="{level}"/><w:numId w:val="90"/>'
            properties.append(parse_xml(f"<w:numPr {WORD}>{level_of}</w:numPr>"))
            return
    document.add_paragraph(line)


@pytest.fixture(scope="module", params=[as_text, as_typed_word, as_numbered_word])
def report(request, published, tmp_path_factory):
    """The published report as a file: text, Word with typed numbers, Word that numbers itself."""
    return request.param(published, tmp_path_factory.mktemp("报告") / "原稿")


@pytest.fixture(scope="module")
def imported(report, tmp_path_factory):
    home = tmp_path_factory.mktemp("原稿")
    assert main(["-C", str(home), "import", str(report), "2023"]) == 0
    return home


@pytest.fixture(scope="module")
def reviewed(imported):
    return review(Workspace(imported), 2023)


def printed(outline):
    return "".join("".join(text.value.split()) for text in outline.texts)


def test_every_character_and_every_number_is_printed_again(report, reviewed):
    before = printed(audit_file(report, report.name).outline)
    after = printed(reviewed.outline)

    title = len(after) - len(before)
    assert after[title:] == before
    assert NUMBER.findall(after[title:]) == NUMBER.findall(before)


def test_at_least_150_numbers_have_names(imported):
    facts = (imported / "content/2023/事实.yaml").read_text(encoding="utf-8")
    budget = (imported / "content/2023/预算.yaml").read_text(encoding="utf-8")

    stated = re.findall(r"^ +[^#\n]*: [^\n]*[0-9第][^\n]*$", facts + budget, re.MULTILINE)
    assert len(stated) >= 150


def test_no_number_with_a_unit_is_left_in_the_prose(imported):
    prose = (imported / "content/2023/正文.yaml").read_text(encoding="utf-8")

    assert re.findall(r"[0-9.]+余?(?:万元|户次?|件|起|家次?|人次?|份|处|台|本|批次|%)", prose) == []


@pytest.mark.parametrize(("name", "code", "file", "words"), CERTAIN)
def test_what_is_certainly_wrong_is_found_in_the_new_files(
    report, reviewed, name, code, file, words
):
    found = [one for one in reviewed.diagnostics if one.code == code and words in one.message]

    assert name
    is_there = any(one.place.file.endswith(file) for one in found)
    assert is_there == (code not in COUNTED_RIGHT or not report.stem.startswith("自动"))


def test_passages_told_twice_are_written_once(imported):
    prose = (imported / "content/2023/正文.yaml").read_text(encoding="utf-8")

    assert prose.count("持续推进企业开办") == 1
    assert prose.count("受理各平台投诉举报共计") == 1
    assert prose.count("【消费维权履责尽职】") == 2
