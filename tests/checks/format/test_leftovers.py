"""What is left in a file, what its properties give away, and what it carries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.format.bureau import CLEAN, CORE, SENTENCE, File, p, r
from tests.word.reading.markup import OFFICE

from jixiao.diagnostic import Severity

INSERTED = f'<w:ins w:id="1" w:author="张三">{r("98%")}</w:ins>'
DELETED = '<w:del w:id="2" w:author="张三"><w:r><w:delText>95%</w:delText></w:r></w:del>'


def link(kind: str, target: str, at: str = "x", *, external: bool = True) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{at}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def test_tracked_changes_are_told_once_at_the_first(only):
    file = CLEAN.with_body(p(r("完成率"), DELETED, INSERTED, r("，")), p(INSERTED))

    found = only(file, "F231")

    assert found.severity is Severity.WARNING
    assert "张三的修订" in found.message
    assert "删去了“95%”" in found.message
    assert "（同样的共3处）" in found.message


def test_comments_are_told_with_their_words(only):
    marked = p(
        '<w:commentRangeStart w:id="0"/>',
        r(SENTENCE),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    comment = f'<w:comment w:id="0" w:author="李四">{p("此数待核")}</w:comment>'

    found = only(replace(CLEAN, comments=comment).with_body(marked), "F232")

    assert "李四的批注“此数待核”" in found.message
    assert found.place.text == SENTENCE


def test_hidden_text_is_told_where_it_stands(only):
    found = only(CLEAN.with_body(p(r(SENTENCE), r("上年的话", "<w:vanish/>"))), "F233")

    assert "上年的话" in found.message


def test_hidden_blanks_are_left_alone(codes):
    assert codes(CLEAN.with_body(p(r(SENTENCE), r(" ", "<w:vanish/>")))) == []


@pytest.mark.parametrize("name", ["_GoBack", "OLE_LINK1", "_Hlk123456", "_Toc12345"])
def test_bookmarks_that_word_left_are_told_once(only, name):
    mark = f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'

    found = only(CLEAN.with_body(p(mark, r(SENTENCE)), p(mark, r(SENTENCE))), "F234")

    assert name in found.message
    assert "（同样的共2处）" in found.message


@pytest.mark.parametrize("name", ["_Ref12345", "附表一"])
def test_bookmarks_that_are_of_use_are_left_alone(codes, name):
    mark = f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'

    assert codes(CLEAN.with_body(p(mark, r(SENTENCE)))) == []


def test_bookmarks_of_a_table_of_contents_are_of_use(codes):
    mark = '<w:bookmarkStart w:id="1" w:name="_Toc12345"/><w:bookmarkEnd w:id="1"/>'
    entry = p("一、预算单位基本情况	1")
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{entry}</w:sdtContent></w:sdt>"
    )

    assert codes(CLEAN.with_body(contents, p(mark, r(SENTENCE)))) == []


@pytest.mark.parametrize(
    ("name", "said", "shown"),
    [
        ("dc:title", "2019年度部门整体支出绩效自评报告", "标题是“2019年度"),
        ("dcterms:created", "2018-05-16T08:00:00Z", "创建于2018年5月"),
        ("cp:lastPrinted", "2019-05-22T08:00:00Z", "上次打印是在2019年5月"),
    ],
)
def test_properties_of_another_year_are_told(only, name, said, shown):
    found = only(replace(CLEAN, core={**CORE, name: said}), "F241")

    assert shown in found.message
    assert found.place.line == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dc:title", "2022年工作总结和2023年度自评"),
        ("dc:title", ""),
        ("dcterms:created", "2023-01-01T00:00:00Z"),
        ("dcterms:created", "2025-10-20T00:00:00Z"),
        ("dcterms:created", "昨天"),
        ("dcterms:created", "2018-15-16T08:00:00Z"),
    ],
)
def test_properties_of_the_report_s_year_or_later_are_left_alone(codes, name, said):
    assert codes(replace(CLEAN, core={**CORE, name: said})) == []


@pytest.mark.parametrize(
    "name", ["Administrator", "微软用户", "User", "Windows 用户", "python-docx"]
)
def test_an_author_that_a_computer_made_up_is_asked_about(only, name):
    found = only(replace(CLEAN, core={**CORE, "dc:creator": name}), "F242")

    assert f"作者是“{name}”" in found.message
    assert found.severity is Severity.QUESTION


@pytest.mark.parametrize("name", ["", "张三", "某县市场监督管理局", "Useful"])
def test_a_person_or_a_body_may_be_the_author(codes, name):
    assert codes(replace(CLEAN, core={**CORE, "dc:creator": name})) == []


def test_a_company_of_a_pirated_system_is_asked_about(only):
    assert "番茄花园" in only(replace(CLEAN, app="<Company>番茄花园</Company>"), "F242").message


@pytest.mark.parametrize(
    "file",
    [
        replace(CLEAN, kind="application/vnd.ms-word.document.macroEnabled.main+xml"),
        replace(
            CLEAN,
            links=link("vbaProject", "vbaProject.bin", external=False),
            entries={"word/vbaProject.bin": b"x"},
        ),
    ],
    ids=["kind", "part"],
)
def test_macros_are_told(only, file):
    only(file, "F251")


def test_a_picture_that_is_linked_is_told_where_it_hangs(only):
    picture = (
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'r:link="x"/></w:drawing></w:r>'
    )
    file = replace(CLEAN, links=link("image", "file:///D:/2022/chart.png"))

    found = only(file.with_body(p(SENTENCE), p(picture), p(SENTENCE)), "F252")

    assert "file:///D:/2022/chart.png" in found.message
    assert found.place.text == SENTENCE


def test_a_picture_that_a_field_fetches_is_told(only):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r'<w:r><w:instrText> INCLUDEPICTURE "C:\\Users\\a.png" \* MERGEFORMAT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert "a.png" in only(CLEAN.with_body(p(r(SENTENCE), field)), "F252").message


def test_a_hyperlink_is_no_link_outward(codes):
    assert codes(replace(CLEAN, links=link("hyperlink", "https://www.gov.cn/"))) == []


def embedded(program: str) -> File:
    namespace = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    ole = f'<o:OLEObject {namespace} ProgID="{program}" r:id="x"/>'
    file = replace(
        CLEAN,
        links=link("oleObject", "embeddings/oleObject1.bin", external=False),
        entries={"word/embeddings/oleObject1.bin": b"x"},
    )
    return file.with_body(p(r(SENTENCE), f"<w:r><w:object>{ole}</w:object></w:r>"))


def test_an_embedded_workbook_is_told_where_it_hangs(only):
    found = only(embedded("Excel.Sheet.12"), "F253")

    assert "Excel.Sheet.12" in found.message
    assert found.place.text == SENTENCE


@pytest.mark.parametrize("program", ["Equation.3", "Equation.DSMT4", "Equation.KSEE3"])
def test_a_formula_is_no_object_that_is_told(codes, program):
    assert codes(embedded(program)) == []


@pytest.mark.parametrize(
    "file",
    [
        replace(CLEAN, app="<Template>2019年绩效.dotx</Template>"),
        replace(
            CLEAN,
            entries={
                "word/_rels/settings.xml.rels": (
                    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                    'relationships">'
                    + link("attachedTemplate", r"file:///C:\Users\zhang\2019.dotx")
                    + "</Relationships>"
                )
            },
        ),
    ],
    ids=["name", "path"],
)
def test_a_template_of_another_place_is_told(only, file):
    assert "2019" in only(file, "F254").message


@pytest.mark.parametrize(
    "name",
    ["Normal.dotm", "Normal", "Normal.dot", "normal.wpt", "Normal.eit", "", "Normal_Wordconv.dotm"],
)
def test_the_usual_template_is_left_alone(codes, name):
    assert codes(replace(CLEAN, app=f"<Template>{name}</Template>")) == []
