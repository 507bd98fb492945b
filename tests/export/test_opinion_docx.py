"""审核意见 as a Word file: judged, opened, printed."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from jixiao.export.opinion import opinion
from jixiao.model.examined import Examined
from jixiao.word.opinion import opinion_file

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(manuals):
    def make(*files):
        outcome = opinion_file(opinion(files, manuals), ROOT, "五部分")
        assert outcome.diagnostics == ()
        return outcome.value

    return make


@pytest.fixture(params=["one", "several", "clean", "many"])
def file(request, made, examined, tmp_path):
    """Return opinions of several shapes, as files."""
    clean = Examined("好.txt", ())
    many = Examined(examined.name, examined.findings * 60, examined.outline)
    shapes = {"one": [examined], "several": [examined, clean], "clean": [clean], "many": [many]}
    path = tmp_path / "审核意见.docx"
    path.write_bytes(made(*shapes[request.param]))
    return path


def test_microsofts_validator_finds_nothing(ooxml_validator, file):
    assert ooxml_validator(file) == []


def test_openxml_audit_finds_nothing(file):
    assert [str(one) for one in OpenXmlValidator().validate(file).errors] == []


def test_it_has_the_page_and_the_footers_of_an_official_document(file):
    (section,) = docx.Document(file).sections

    assert (section.page_width.twips, section.page_height.twips) == (11906, 16838)
    assert (section.top_margin.twips, section.left_margin.twips) == (2098, 1588)
    assert "PAGE" in section.footer._element.xml


@pytest.fixture
def document(made, examined, tmp_path):
    path = tmp_path / "审核意见.docx"
    path.write_bytes(made(examined))
    return docx.Document(path)


def test_remarks_stand_in_a_table_for_each_severity(document):
    headings = [one.text for one in document.paragraphs if one.style.name == "一级标题"]
    assert headings == [
        "一、必改（1条）　数字、表述确有差错，应当改正后再报送。",
        "二、应改（1条）　不合规范或者容易引起误解，建议改正。",
        "三、请核实（1条）　请对照原始资料核实：有误的改正，无误的说明理由。",
        "四、已核实（1条）　单位已经核实并说明理由，列在这里备查。",
    ]
    assert [one.style.name for one in document.tables] == ["公文表格"] * 4

    head, row = document.tables[0].rows
    assert [one.text for one in head.cells] == ["序号", "位置和原文", "意见和修改建议"]
    number, words, told = (one.text for one in row.cells)
    assert number == "1\nB102"
    assert words == "第6行（二、预算收支情况）：…，追加6.10万元，支出26.20万元。"
    assert told == (
        "年初与追加之和为26.10万元，支出为26.20万元（对照第6行：支出；第7行：合计）。"
        "建议：追加应为6.20万元：100%"
    )
    assert any("审核依据　B102：预算法第四条" in one.text for one in document.paragraphs)


def test_the_words_that_are_meant_are_marked(document):
    runs = [run for one in document.tables[0].rows[1].cells[1].paragraphs for run in one.runs]

    assert [run.text for run in runs if run.bold and run.underline] == ["6.10万元"]


def test_a_settled_finding_stands_with_its_reason(document):
    head, row = document.tables[3].rows

    assert head.cells[2].text == "意见和核实说明"
    assert row.cells[2].text.endswith("说明：已与财务股核对")


def test_the_properties_are_those_of_the_opinion_and_of_no_clock(document):
    properties = document.core_properties

    assert properties.title == "关于《某县水利局2022年度部门整体支出绩效自评报告》的审核意见"
    assert properties.created is None


def test_the_same_findings_make_the_same_bytes(made, examined):
    assert made(examined) == made(examined)


def test_a_template_that_is_not_there_is_told(examined, manuals, tmp_path):
    outcome = opinion_file(opinion([examined], manuals), tmp_path, "五部分")

    assert outcome.value is None
    assert "找不到版式文件" in outcome.diagnostics[0].message


def test_it_prints_with_the_head_of_the_table_on_every_page(
    made, examined, soffice, pdftotext, gongwen_fonts, tmp_path
):
    assert gongwen_fonts
    one = examined.findings[0]
    findings = tuple(replace(one, hint=f"{one.hint}（{number}）") for number in range(90))
    many = Examined(examined.name, findings, examined.outline)
    path = tmp_path / "意见.docx"
    path.write_bytes(made(many))

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], capture_output=True, timeout=180, check=True)
    text = subprocess.run(
        [pdftotext, "-layout", str(path.with_suffix(".pdf")), "-"], capture_output=True, check=True
    ).stdout.decode()

    *pages, _ = text.split("\f")
    assert len(pages) > 2
    tables = [page for page in pages if "建议：" in page]
    assert all("位置和原文" in page for page in tables)
    assert text.count("W101") == 90 + 1  # and once among what the rules rest on
    assert "审核日期" in pages[-1]


def test_every_text_is_of_the_fifth_size_at_least_and_a_row_may_go_on_on_the_next_page(document):
    sizes = {run.font.size.pt for one in paragraphs(document) for run in one.runs if run.font.size}
    assert min(sizes) == 10.5

    head, *rows = document.tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(one._tr.trPr is None for one in rows)


def paragraphs(document):
    """Return the paragraphs of a document, within tables and without."""
    cells = (cell for one in document.tables for row in one.rows for cell in row.cells)
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
