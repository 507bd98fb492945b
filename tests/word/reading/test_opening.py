"""Any Word file is opened, whatever else it holds; what is none is told as what it is."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import docx
import pytest
from tests.word.reading.markup import (
    KIND,
    NAMESPACES,
    OFFICE,
    p,
    packed,
    relations,
    repacked,
    table,
    zipped,
)

from jixiao.word.reading.read import read_word

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PLAIN = packed(p("一、预算单位基本情况"))
TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
MAIN_LINKS = "word/_rels/document.xml.rels"


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def package(kind: str) -> bytes:
    """Return a package that holds another kind of Office file."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/a.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'{kind}.main+xml"/></Types>'
    )
    link = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="a.xml"/>'
    return zipped({TYPES: types, "_rels/.rels": relations(link), "a.xml": "<a/>"})


FOREIGN = {
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "rtf": (b"{\\rtf1 ...", "RTF"),
    "png": (b"\x89PNG\r\n\x1a\n", "图片"),
    "jpg": (b"\xff\xd8\xff\xe0 ...", "图片"),
    "html": (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "网页"),
    "mht": (b"MIME-Version: 1.0\r\n", "网页存档"),
    "xml": (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
    "text": ("一、预算单位基本情况".encode(), "纯文本"),
    "bytes": (b"\x01\x02\x00\x03", "认不出格式"),
    "rar": (b"Rar!\x1a\x07", "RAR"),
    "doc": (OLE + bytes(600) + utf16("WordDocument"), ".doc"),
    "xls": (OLE + bytes(600) + utf16("Workbook"), ".xls"),
    "ppt": (OLE + bytes(600) + utf16("PowerPoint Document"), ".ppt"),
    "compound": (OLE + bytes(600), "旧格式"),
    "xlsx": (package("spreadsheetml.sheet"), "Excel"),
    "pptx": (package("presentationml.presentation"), "幻灯片"),
    "zip": (zipped({"报告.doc": "x"}), "压缩包"),
    "odt": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "ODF"),
    "ofd": (zipped({"OFD.xml": "<a/>"}), "OFD"),
}


@pytest.mark.parametrize(("content", "kind"), FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_no_word_file_is_told_as_what_it_is(content, kind):
    outcome = read_word(content, "报告.docx")

    (finding,) = outcome.diagnostics
    assert outcome.value is None
    assert finding.code == "L208"
    assert kind in finding.message
    assert finding.hint


def test_a_locked_file_is_told(told):
    assert told(OLE + bytes(600) + utf16("EncryptedPackage")) == "L207"


def test_a_locked_entry_is_told(told):
    locked = bytearray(PLAIN)
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4

    assert told(bytes(locked)) == "L207"


def without(name: str) -> bytes:
    return repacked(PLAIN, {name: None})


def main(markup: str) -> bytes:
    return repacked(PLAIN, {MAIN: markup})


def body(inner: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>"


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + body(p("&b;"))
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + body(p("&a;"))
DAMAGED = {
    "nothing": b"",
    "half": PLAIN[: len(PLAIN) // 2],
    "start": PLAIN[:40],
    "no types": without(TYPES),
    "no links": without("_rels/.rels"),
    "no main part": without(MAIN),
    "half a part": main(body(p("甲"))[:-9]),
    "no part": main(""),
    "other root": main("<a/>"),
    "no body": main(f"<w:document {NAMESPACES}/>"),
    "other kind": repacked(
        PLAIN, {TYPES: zipfile.ZipFile(io.BytesIO(PLAIN)).read(TYPES).replace(b".main", b".mane")}
    ),
    "entities": main(LAUGHS),
    "outside": main(OUTSIDE),
    "twice": zipped({"a.xml": "", "A.xml": "", TYPES: ""}),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_told(told, content):
    assert told(content) == "L209"


def test_a_damaged_byte_is_told(told):
    damaged = bytearray(PLAIN)
    damaged[PLAIN.index(b"word/document.xml") + 40] ^= 0xFF

    assert told(bytes(damaged)) == "L209"


def test_a_file_without_a_word_in_it_is_told(told):
    assert told(packed(p("") + p(" "))) == "L212"


def test_a_bomb_is_refused_before_it_is_unpacked(told):
    bomb = repacked(PLAIN, {MAIN: b" " * 70_000_000})
    tracemalloc.start()

    code = told(bomb)

    assert code == "L210"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_what_is_not_needed_is_not_unpacked(opening):
    fat = repacked(PLAIN, {"word/media/image1.bmp": b" " * 70_000_000})
    tracemalloc.start()

    one = opening(fat)

    assert one.package.member("word/media/image1.bmp").size == 70_000_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_too_large_a_file_is_refused(told, monkeypatch):
    monkeypatch.setattr("jixiao.word.reading.opening.LARGEST_FILE", 100)

    assert told(PLAIN) == "L210"


def test_a_body_of_more_than_a_person_types_is_refused(told):
    assert told(packed(p("甲") + "<w:p/>" * 300_000)) == "L210"


@pytest.mark.parametrize("depth", [100, 10_000])
def test_tables_nested_too_deep_are_told(told, depth):
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("甲") + "</w:tc></w:tr></w:tbl>" * depth

    assert told(packed(nested)) == "L211"


def test_tables_nested_as_deep_as_can_be_are_read(opening):
    depth = 80
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("甲") + "</w:tc></w:tr></w:tbl>" * depth

    assert opening(packed(nested)).manuscript.lines[-1].table == depth


def test_a_strict_file_reads_like_any_other(opening):
    def strict(content: bytes) -> bytes:
        text = content.decode()
        for old, new in (
            (
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "wordprocessingml/main",
            ),
            (OFFICE, "officeDocument/relationships"),
            ("http://schemas.openxmlformats.org/officeDocument/2006/math", "officeDocument/math"),
        ):
            text = text.replace(old, "http://purl.oclc.org/ooxml/" + new)
        return text.encode()

    style = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="heading 1"/></w:style>'
    math = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    loose = packed(p("标题", math, properties='<w:pStyle w:val="t"/>') + p("正文"), styles=style)
    with zipfile.ZipFile(io.BytesIO(loose)) as archive:
        entries = {name: strict(archive.read(name)) for name in archive.namelist()}

    one = opening(zipped(entries))

    assert [(line.text.value, line.level) for line in one.manuscript.lines] == [
        ("标题x", 1),
        ("正文", 0),
    ]
    assert one.package.is_strict
    assert not opening(loose).package.is_strict


@pytest.mark.parametrize(
    "kind",
    [
        f"{KIND}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_a_document_of_another_sort_is_read(opening, kind):
    types = zipfile.ZipFile(io.BytesIO(PLAIN)).read(TYPES).decode()
    other = repacked(PLAIN, {TYPES: types.replace(f"{KIND}.document.main+xml", kind)})

    one = opening(other)

    assert one.manuscript.source.content == "一、预算单位基本情况"
    assert one.package.member(MAIN).kind == kind


def test_links_to_nowhere_and_out_of_the_file_do_not_matter(opening):
    links = (
        f'<Relationship Id="a" Type="{OFFICE}/styles" Target="gone.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/image" Target="../../../etc/passwd"/>'
        f'<Relationship Id="c" Type="{OFFICE}/attachedTemplate" Target="file:///C:/a.dotm" '
        'TargetMode="External"/>'
        f'<Relationship Id="d" Type="{OFFICE}/oleObject" Target="embeddings/a.bin"/>'
        "<Relationship/>"
    )
    one = opening(repacked(PLAIN, {MAIN_LINKS: relations(links), "word/embeddings/a.bin": b"x"}))

    assert [link.id for link in one.package.member(MAIN).relations] == ["a", "b", "c", "d", ""]
    assert [member.name for member in one.package.linked("oleObject")] == ["word/embeddings/a.bin"]
    assert one.package.member("word/embeddings/a.bin").content == b""


def test_names_that_lead_out_of_the_package_do_not_matter(opening):
    assert opening(repacked(PLAIN, {"../../evil.sh": b"x", "C:\\evil.bat": b"x"})).manuscript.lines


def test_a_package_with_backslashes_is_read(opening):
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        entries = {name.replace("/", "\\"): archive.read(name) for name in archive.namelist()}

    assert opening(zipped(entries)).manuscript.lines


def test_a_part_in_utf_16_is_read(opening):
    markup = '<?xml version="1.0" encoding="UTF-16"?>' + body(p("甲"))

    assert opening(main(markup.encode("utf-16"))).manuscript.source.content == "甲"


def test_what_python_docx_makes_is_read(opening):
    document = docx.Document()
    document.add_heading("绩效自评报告", 0)
    document.add_heading("基本情况", 1)
    document.add_paragraph("本局编制68名。")
    document.add_table(2, 2).cell(1, 1).text = "68"
    out = io.BytesIO()
    document.save(out)

    one = opening(out.getvalue())

    assert [line.level for line in one.manuscript.lines] == [0, 1, 0, 0, 0]
    assert one.document.core_properties.author == "python-docx"


def test_the_document_that_is_given_saves_again(opening):
    one = opening(packed(p("甲") + table("<w:tr><w:tc><w:p/></w:tc></w:tr>")))
    out = io.BytesIO()

    one.document.save(out)

    assert opening(out.getvalue()).manuscript.source.content.startswith("甲")


def test_what_python_docx_cannot_open_is_told(told, monkeypatch):
    def fails(_: object) -> None:
        raise KeyError("rId1")

    monkeypatch.setattr(docx, "Document", fails)

    assert told(PLAIN) == "L209"
