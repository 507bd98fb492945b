"""Whole files as bureaus have them: set by hand in WPS, and typed into a new file of Word's."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

from tests.checks.format.bureau import CLEAN, CORE, LONG, SECTION, File, p, r, style
from tests.word.reading.markup import zipped

THEME = (
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont>'
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)
THEMED = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
    'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
)
NORMAL = style("Normal", '<w:widowControl w:val="0"/><w:jc w:val="both"/>',
               f'{THEMED}<w:kern w:val="2"/><w:sz w:val="21"/>', based_on="")  # fmt: skip
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NUMBER = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)
FOOTER = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    f'<wp:anchor xmlns:wp="{DRAWING}"><wp:positionH relativeFrom="margin">'
    "<wp:align>center</wp:align></wp:positionH><wps:txbx><w:txbxContent>"
    f"<w:p>{NUMBER}</w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{NUMBER}</w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def by_hand(text: str, font: str, size: int = 32, more: str = "") -> str:
    """Return a paragraph as a writer sets it in WPS: everything on the words themselves."""
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
    spacing = '<w:spacing w:line="560" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
    center = '<w:jc w:val="center"/>'
    properties = spacing + (center if size > 32 else indent)
    return p(r(text, f'{fonts}{more}<w:sz w:val="{size}"/>'), properties=properties)


WPS = replace(
    CLEAN,
    body=(
        by_hand("某县市场监督管理局2023年度部门整体支出绩效自评报告", "方正小标宋简体", 44),
        by_hand("一、预算单位基本情况", "黑体"),
        by_hand(LONG, "仿宋_GB2312"),
        by_hand("（一）主要职能", "楷体_GB2312", more="<w:b/>"),
        by_hand(LONG, "仿宋_GB2312"),
        by_hand("二、资金使用及绩效情况", "黑体"),
        by_hand(LONG, "仿宋_GB2312"),
        by_hand(LONG, "仿宋_GB2312"),
        by_hand("某县市场监督管理局", "仿宋_GB2312"),
        by_hand("2024年4月3日", "仿宋_GB2312"),
    ),
    styles=DEFAULTS + NORMAL,
    section=SECTION.replace('w:linePitch="579"', 'w:linePitch="312"'),
    footers=(FOOTER, "<w:p/>"),
    settings="",
    theme=THEME,
    app="<Template>Normal.dotm</Template><Application>WPS Office</Application>",
)


def test_a_file_set_well_by_hand_is_only_asked_about_its_page_number_and_its_styles(codes):
    assert codes(WPS) == ["F205", "F223"]


def test_last_year_s_file_of_another_hand_is_told_of_what_gives_it_away(codes):
    core = {**CORE, "dc:creator": "Administrator", "dcterms:created": "2016-09-13T11:21:51Z"}

    assert codes(replace(WPS, core=core)) == ["F205", "F223", "F241", "F242"]


def test_a_report_typed_into_a_new_file_is_told_of_each_thing_once(codes):
    plain = tuple(
        p(r(text)) for text in ("一、预算单位基本情况", LONG, "（一）主要职能", *[LONG] * 4)
    )
    section = (
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/>'
        '<w:docGrid w:type="lines" w:linePitch="312"/>'
    )

    found = codes(replace(WPS, body=plain, section=section))

    assert found == ["F202", "F203", "F211", "F212", "F213", "F213", "F216", "F221", "F222"]


STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "wordprocessingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "officeDocument/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
)
IN_POINTS = (
    '<w:pgSz w:w="595.30pt" w:h="841.90pt"/>'
    '<w:pgMar w:top="104.90pt" w:right="73.70pt" w:bottom="99.20pt" w:left="79.40pt" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
)


@dataclass(frozen=True)
class Strict:
    """A file in the namespaces of the Strict conformance class."""

    file: File

    def packed(self) -> bytes:
        """Return the bytes."""
        with zipfile.ZipFile(io.BytesIO(self.file.packed())) as archive:
            entries = {name: archive.read(name).decode() for name in archive.namelist()}
        for name in entries.keys() - {"[Content_Types].xml", "docProps/app.xml"}:
            for old, new in STRICT:
                entries[name] = entries[name].replace(old, f"http://purl.oclc.org/ooxml/{new}")
        return zipped(entries)


def test_a_strict_file_with_its_lengths_in_points_is_read_as_any_other(codes):
    right = CLEAN.changed("section", SECTION[SECTION.index("<w:pgSz") :], IN_POINTS)
    right = right.changed("styles", 'w:line="579"', 'w:line="28.95pt"')
    wrong = right.changed("section", 'w:left="79.40pt"', 'w:left="90pt"')

    assert codes(Strict(right)) == []
    assert codes(Strict(wrong)) == ["F202"]
