"""What other programs say of an annotated file: Microsoft's SDK, openxml-audit, Word's readers."""

from __future__ import annotations

import datetime
import io
import subprocess
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.word.annotating.conftest import annotated, finding, on, source_of

from jixiao.diagnostic import Related

PATIENCE = 180
CHANGED = 'w:id="{}" w:author="张三" w:date="2024-01-02T03:04:05Z"'


@pytest.fixture(scope="module")
def printed(rendered, outline) -> bytes:
    """Return a report as jixiao makes it."""
    return rendered(outline)


def with_everything() -> bytes:
    """Return a file of python-docx's making with what runs may stand in, and a comment."""
    document = docx.Document()
    paragraph = document.add_paragraph("本局编制68名，")
    paragraph.add_run("在职56名").bold = True
    document.add_comment(paragraph.runs[:1], text="口径？", author="李四", initials="李")
    xml = docx.oxml.parser.parse_xml
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = "<w:r><w:t>{}</w:t></w:r>"
    controlled = run.format("控件5487户")
    look = f"<w:rPrChange {CHANGED.format(2)}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    for inner in (
        f'<w:hyperlink w:anchor="a">{run.format("网址5487户")}</w:hyperlink>',
        f"<w:ins {CHANGED.format(1)}>{run.format('新增5487户')}</w:ins>",
        f'<w:fldSimple w:instr=" QUOTE 1 ">{run.format("域5487户")}</w:fldSimple>',
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{controlled}</w:sdtContent></w:sdt>",
        f"<w:r><w:rPr><w:b/>{look}</w:rPr><w:t>改过5487户，5487户</w:t></w:r>",
    ):
        document.element.body[-1].addprevious(xml(f"<w:p {space}>{inner}</w:p>"))
    document.add_paragraph()
    table = document.add_table(2, 2)
    for cell in table._cells:
        cell.text = "格5487户"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def everywhere(content: bytes):
    """Return findings on each number, each paragraph, across paragraphs, and on the file."""
    source = source_of(content)
    text = source.content
    numbers = [at for at in range(len(text)) if text.startswith("5487", at)]
    ends = [at for at, one in enumerate(text) if one == "\n"]
    places = [source.place(0, 0), *(source.place(at, at + 5) for at in numbers)]
    places += [source.place(max(at - 2, 0), min(at + 3, len(text))) for at in ends]
    places += [source.place(at + 1, at + 1) for at in ends if at + 1 < len(text)]
    other = [Related(places[0], ""), Related(places[1], "前一处")]
    return [finding(one, hint="核对", related=tuple(other)) for one in places]


@pytest.fixture(params=["printed", "everything"])
def original(request, printed, tmp_path) -> Path:
    """Return a report that jixiao made and a file with everything, as files."""
    made = tmp_path / "报告.docx"
    made.write_bytes(printed if request.param == "printed" else with_everything())
    return made


@pytest.fixture
def copy(original) -> Path:
    """Return the annotated copy as a file."""
    content = original.read_bytes()
    made = original.with_name("批注.docx")
    made.write_bytes(annotated(content, everywhere(content)))
    return made


def test_microsofts_validator_finds_nothing(ooxml_validator, copy):
    assert ooxml_validator(copy) == []


def test_openxml_audit_finds_no_more_than_it_did_before(original, copy):
    before, after = (
        {one.description for one in OpenXmlValidator().validate(path).errors}
        for path in (original, copy)
    )

    assert after <= before


def test_python_docx_reads_the_comments_back(printed):
    copy = annotated(printed, on(printed, "5487户", "编制68名"))

    first, second = docx.Document(io.BytesIO(copy)).comments

    assert [first.author, first.initials] == ["绩效审核", "审核"]
    assert first.timestamp == datetime.datetime(2024, 5, 10, tzinfo=datetime.UTC)
    assert first.text == second.text == "应改[W101]：有误"


def test_python_docx_reads_the_same_text(original, copy):
    before, after = (
        [one.text for one in docx.Document(path).paragraphs] for path in (original, copy)
    )

    assert after == before


@pytest.fixture
def converted(soffice, tmp_path):
    """Return a function that converts files by LibreOffice to a form, beside themselves."""
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]

    def convert(form: str, *paths: Path) -> list[Path]:
        told = [*command, "--convert-to", form, "--outdir", str(tmp_path), *map(str, paths)]
        subprocess.run(told, check=True, capture_output=True, timeout=PATIENCE)
        return [one.with_suffix(f".{form}") for one in paths]

    return convert


def test_libreoffice_sets_the_same_lines_on_the_same_pages(converted, pdftotext, original, copy):
    before, after = (
        subprocess.run([pdftotext, "-layout", str(one), "-"], check=True, capture_output=True)
        for one in converted("pdf", original, copy)
    )

    assert "5487" in after.stdout.decode()
    assert lines(after.stdout.decode()) == lines(before.stdout.decode())


def lines(text: str) -> list[list[str]]:
    """Return the lines of each page without blanks: runs that meet have other blanks drawn."""
    pages = text.split("\f")
    return [["".join(one.split()) for one in page.split("\n")] for page in pages]


def test_libreoffice_reads_every_comment(converted, original, copy):
    (made,) = converted("fodt", copy)

    told = [
        "".join(one.itertext("{*}creator", "{*}span", "{*}p"))
        for one in etree.parse(made).getroot().iter("{*}annotation")
    ]
    ours = [one for one in told if "绩效审核" in one]
    assert len(ours) == len(everywhere(original.read_bytes()))
    assert all("应改[W101]：有误" in one and "建议：核对" in one for one in ours)
