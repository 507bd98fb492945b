"""What changes in the package besides the text, and what does not."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace

import docx
import pytest
from tests.word.annotating.conftest import DAY, annotated, finding, on, source_of
from tests.word.annotating.marks import W, bracketed, comments, entries, root_of
from tests.word.reading.markup import NAMESPACES, OFFICE, p, packed, r, relations, repacked, zipped

from jixiao.diagnostic import Related, Severity
from jixiao.source import Source
from jixiao.word.annotating import annotate as annotating
from jixiao.word.annotating.annotate import Copy, annotate

MAIN = "word/document.xml"


def test_nothing_else_changes_in_the_text_of_the_main_part():
    content = packed(p("甲乙丙") + p("丁"))
    odd = entries(content)[MAIN].decode().replace("?>", " standalone='yes' ?>\r\n<!-- 附注 -->", 1)
    odd = odd.replace("<w:body>", "<w:body >\r\n  <!-- &amp; > -->")
    content = repacked(content, {MAIN: odd.encode()})

    made = entries(annotated(content, on(content, "乙")))[MAIN].decode()

    text = '<w:t xml:space="preserve">'
    before, after = odd.split(f"<w:r>{text}甲乙丙</w:t></w:r>")
    assert made.startswith(f"{before}<w:r>{text}甲</w:t></w:r><w:commentRangeStart ")
    assert made.endswith(f"<w:r>{text}丙</w:t></w:r>{after}")


def test_comments_that_are_there_stay_and_keep_their_ids():
    said = f'<w:comment w:id="0" w:author="李四">{p("口径？")}</w:comment>'
    said += f'<w:comment w:id="2" w:author="王五">{p("同意")}</w:comment>'
    start, end = (f'<w:commentRange{one} w:id="2"/>' for one in ("Start", "End"))
    reference = '<w:r><w:commentReference w:id="2"/></w:r>'
    content = packed(p("共", start, r("5487"), end, reference, "户"), comments=said)

    made = annotated(content, on(content, "48", "87户"))

    assert [(one, told.author) for one, told in comments(made).items()] == [
        ("0", "李四"),
        ("2", "王五"),
        ("1", "绩效审核"),
        ("3", "绩效审核"),
    ]
    assert bracketed(made) == {"2": "5487", "1": "48", "3": "87户"}
    assert entries(made)["word/comments.xml"].startswith(
        entries(content)["word/comments.xml"].removesuffix(b"</w:comments>")
    )


def test_a_part_of_comments_without_any_is_used():
    content = packed(p("甲乙"), comments="")
    empty = f"<w:comments {NAMESPACES}/>".encode()
    content = repacked(content, {"word/comments.xml": empty})

    made = annotated(content, on(content, "乙"))

    assert list(comments(made)) == ["0"]


def test_a_link_to_comments_that_are_not_there_is_filled():
    link = f'<Relationship Id="x" Type="{OFFICE}/comments" Target="notes/said.xml"/>'
    links = "word/_rels/document.xml.rels"
    content = repacked(packed(p("甲乙")), {links: relations(link)})

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    assert entries(made)[links] == entries(content)[links]
    assert len(docx.Document(io.BytesIO(made)).comments) == 1


def test_a_main_part_without_links_gets_some():
    content = repacked(packed(p("甲乙")), {"word/_rels/document.xml.rels": None})

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    assert len(docx.Document(io.BytesIO(made)).comments) == 1


def test_names_and_ids_that_are_taken_are_left_alone():
    link = f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="comments.xml"/>'
    changes = {"word/_rels/document.xml.rels": relations(link), "word/comments.xml": "<a/>"}
    content = repacked(packed(p("甲乙")), changes)

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    after = entries(made)
    assert after["word/comments.xml"] == b"<a/>"
    assert "绩效审核" in after["word/comments1.xml"].decode()
    assert b'Id="rId2"' in after["word/_rels/document.xml.rels"]


STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
    OFFICE: "officeDocument/relationships",
}


def test_a_strict_file_is_annotated_in_its_own_names():
    changes = {}
    for name, one in entries(packed(p("甲乙"))).items():
        text = one.decode()
        for old, new in STRICT.items():
            text = text.replace(old, f"http://purl.oclc.org/ooxml/{new}")
        changes[name] = text.encode()
    content = zipped(changes)

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    after = entries(made)
    assert not any(b"openxmlformats.org/wordprocessingml" in one for one in after.values())
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (after["word/_rels/document.xml.rels"])
    )
    assert source_of(made) == source_of(content)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "gb18030"])
def test_a_part_in_another_encoding_is_annotated(encoding):
    markup = entries(packed(p("甲乙")))[MAIN].decode().replace('"UTF-8"', f'"{encoding[:7]}"')
    markup = markup.replace('"utf-8-s"', '"utf-8"').replace('"utf-16"', '"UTF-16"')
    content = repacked(packed(p("甲乙")), {MAIN: markup.encode(encoding)})

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    assert bracketed(made) == {"0": "乙"}
    assert entries(made)[MAIN][:2] == (
        b"<?" if encoding == "gb18030" else markup.encode(encoding)[:2]
    )


def test_a_main_part_whose_namespace_has_no_prefix_is_annotated():
    markup = entries(packed(p("甲乙")))[MAIN].decode()
    bare = markup.replace("xmlns:w=", "xmlns=").replace("<w:", "<").replace("</w:", "</")
    content = repacked(packed(p("甲乙")), {MAIN: bare.encode()})

    made = annotate(content, "报告.docx", on(content, "乙"), DAY).value.content

    assert bracketed(made) == {"0": "乙"}
    assert source_of(made) == source_of(content)


def test_marks_and_comments_have_the_styles_that_the_file_has_for_them():
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{said}"/></w:style>'
        for kind, name, said in (
            ("character", "aa", "annotation reference"),
            ("paragraph", "ab", "annotation text"),
        )
    )
    content = packed(p("甲乙"), styles=styles)

    made = annotated(content, on(content, "乙"))

    assert [one.get(W + "val") for one in root_of(made).iter(W + "rStyle")] == ["aa"]
    said = root_of(made, "word/comments.xml")
    assert [one.get(W + "val") for one in said.iter(W + "pStyle")] == ["ab"]
    assert [one.get(W + "val") for one in said.iter(W + "rStyle")] == ["aa"]


def test_a_comment_says_the_finding_what_to_do_and_the_other_places():
    content = packed(p("年初10万元") + p("追加20万元") + p("追加20万元") + p("合计31万元"))
    first, second, third, last = (source_of(content).place(*at) for at in SPANS)
    related = [Related(first, "年初"), Related(second, ""), Related(third, "")]
    other = Related(Source("核实.yaml", "甲: 乙").place(0, 1), "另一个文件")
    told = finding(last, "不等于\x07年初与追加之和", hint="应为30万元", related=(*related, other))

    made = annotated(content, [replace(told, severity=Severity.ERROR)])

    assert comments(made)["0"].paragraphs == (
        "必改[W101]：不等于␇年初与追加之和",
        "建议：应为30万元",
        "另见第1段“10万元”：年初",
        "另见第2段、第3段“20万元”",
        "另见核实.yaml第1行“甲”：另一个文件",
    )
    assert bracketed(made) == {"0": "31万元"}


SPANS = [(2, 6), (9, 13), (16, 20), (23, 27)]


def test_settled_findings_get_no_comment():
    content = packed(p("甲乙丙"))
    first, second = on(content, "甲", "丙")

    made = annotated(content, [replace(first, settled="已核"), second])

    assert bracketed(made) == {"0": "丙"}


def test_without_findings_the_bytes_are_those_that_came_in():
    content = packed(p("甲"))

    assert annotate(content, "报告.docx", [], DAY).value == Copy(content, 0, 0)


def test_what_is_no_word_file_is_told_as_when_it_is_read():
    outcome = annotate(b"%PDF-1.7", "报告.docx", [], DAY)

    assert outcome.value is None
    assert [one.code for one in outcome.diagnostics] == ["L208"]


def test_more_comments_than_word_opens_are_counted(monkeypatch):
    monkeypatch.setattr(annotating, "MOST", 3)
    content = packed(p("甲乙丙丁"))

    findings = on(content, "甲", "乙", "丙", "丁")
    made = annotated(content, findings)
    outcome = annotate(content, "报告.docx", findings, DAY)

    assert (outcome.value.told, outcome.value.left) == (2, 2)
    assert bracketed(made) == {"0": "甲", "1": "乙", "2": "甲乙丙丁"}
    assert comments(made)["2"].paragraphs[0].startswith("另有2条没有写成批注")


CORE = "http://schemas.openxmlformats.org/package/2006"


def with_core(content: bytes, modified: str) -> bytes:
    links = relations(
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{CORE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{CORE}/metadata/core-properties" '
        f'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{modified}'
        "</dcterms:modified></cp:coreProperties>"
    )
    return repacked(content, {"_rels/.rels": links, "docProps/core.xml": core})


def undated(content: bytes, day: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, one in entries(content).items():
            archive.writestr(zipfile.ZipInfo(name, (*day, 0, 0, 0)), one)
    return out.getvalue()


SIGNED = packed(p("甲") + p("2024年5月10日"))
DATES = {
    "when it was changed": (with_core(SIGNED, "2024-06-01T08:00:00Z"), "2024-06-01T00:00:00Z"),
    "when, in few digits": (with_core(SIGNED, " 2024-6-1"), "2024-06-01T00:00:00Z"),
    "what it is dated": (SIGNED, "2024-05-10T00:00:00Z"),
    "no day": (with_core(SIGNED, "昨天"), "2024-05-10T00:00:00Z"),
    "its zip": (undated(packed(p("甲")), (2023, 2, 3)), "2023-02-03T00:00:00Z"),
    "nothing": (undated(packed(p("甲")), (1980, 1, 1)), ""),
}


@pytest.mark.parametrize(("content", "expected"), DATES.values(), ids=DATES)
def test_without_a_date_comments_bear_one_that_the_file_tells(content, expected):
    made = annotated(content, on(content, "甲"), None)

    assert comments(made)["0"].date == expected


def test_a_date_that_is_given_goes_before_those_of_the_file():
    content = with_core(SIGNED, "2024-06-01T08:00:00Z")

    made = annotated(content, on(content, "甲"), datetime.date(2025, 1, 2))

    assert comments(made)["0"].date == "2025-01-02T00:00:00Z"
    assert comments(made)["0"].author == "绩效审核"
    assert comments(made)["0"].initials == "审核"
