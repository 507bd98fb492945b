from __future__ import annotations

import dataclasses
import io
import os
import re
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from jixiao.source import Source, Text
from jixiao.word.defects import DEFECTS
from jixiao.word.document import word_file
from jixiao.word.looks import template as reading
from jixiao.word.looks.template import open_template, take
from jixiao.word.printing.view import AttachmentView, BlockView, OutlineView
from jixiao.word.render import render

NAME = "templates/五部分/report.docx"
GUIDE = Path(__file__).parents[2] / "docs" / "templates.md"
LINE = "{{ block.line }}"


def codes(outcome) -> list[str]:
    assert outcome.value is None
    return [one.code for one in outcome.diagnostics]


def only(outcome):
    assert outcome.value is None
    (one,) = outcome.diagnostics
    return one


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


# The file itself


def test_a_template_is_found_beside_its_outline(outline, template, tmp_path):
    folder = tmp_path / "templates" / "五部分"
    folder.mkdir(parents=True)
    (folder / "report.docx").write_bytes(template)

    made = word_file(outline, tmp_path, "五部分")

    assert made == render(outline, template, NAME)
    assert made.value is not None


def test_a_missing_template_is_told_with_its_name(tmp_path, outline):
    finding = only(word_file(outline, tmp_path, "五部分"))

    assert (finding.code, finding.place.file) == ("F101", NAME)
    assert "report.docx" in finding.message


def test_a_folder_in_the_place_of_a_template_is_told(tmp_path):
    (tmp_path / "report.docx").mkdir()

    finding = only(take(tmp_path, "report.docx"))

    assert finding.code == "F102"
    assert "文件夹" in finding.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 建符号链接要有权限")
def test_a_link_out_of_the_workspace_is_not_followed(tmp_path, template):
    (tmp_path / "outside.docx").write_bytes(template)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "report.docx").symlink_to(tmp_path / "outside.docx")

    assert codes(take(tmp_path / "work", "report.docx")) == ["F103"]


def test_a_template_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    (tmp_path / "report.docx").write_bytes(b"x")

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    assert codes(take(tmp_path, "report.docx")) == ["F102"]


def test_a_circular_link_is_told(tmp_path):
    try:
        (tmp_path / "report.docx").symlink_to("report.docx")
    except OSError:
        pytest.skip("这台电脑不能建符号链接 (no symbolic links here)")

    assert set(codes(take(tmp_path, "report.docx"))) <= {"F101", "F102"}


def test_a_file_beyond_the_limit_is_not_read_whole(tmp_path):
    with (tmp_path / "report.docx").open("wb") as stream:
        stream.truncate(reading.LARGEST_FILE + 1)

    assert codes(take(tmp_path, "report.docx")) == ["F104"]


# The zip


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "F111"),
        ("这是一段文字".encode(), "F111"),
        (b"%PDF-1.7", "F111"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "F111"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "F112"),
        (b"PK\x03\x04 not a zip at all", "F113"),
        (zipped({"a.txt": b"a"}), "F111"),
        (zipped({"../word/document.xml": b"a"}), "F113"),
        (zipped({"/etc/passwd": b"a"}), "F113"),
        (zipped({"C:\\a": b"a"}), "F113"),
        (zipped({"word/document.xml": b"a", "Word/Document.xml": b"b"}), "F113"),
        (zipped({f"word/{i}.bin": b"" for i in range(401)}), "F104"),
        (zipped({"word/media/a.png": bytes(4_000_000)}), "F104"),
        (zipped({f"word/{i}.png": os.urandom(64) * 125_000 for i in range(5)}), "F104"),
    ],
    ids=[
        *("empty", "text", "pdf", "doc", "password", "cut", "bare-zip", "up", "root", "drive"),
        *("twice", "many", "bomb", "large"),
    ],
)
def test_bytes_that_are_no_word_file_are_told(content, code):
    assert codes(open_template(content, NAME)) == [code]


def test_a_bomb_is_refused_before_anything_is_inflated(monkeypatch):
    bomb = zipped({"a.xml": bytes(40_000_000)})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("inflated"))

    assert codes(open_template(bomb, NAME)) == ["F104"]


def test_a_size_that_lies_is_told(template):
    lying = bytearray(template)
    at = template.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (7).to_bytes(4, "little")

    assert codes(open_template(bytes(lying), NAME)) == ["F113"]


def test_a_damaged_part_is_told(template):
    damaged = bytearray(template)
    damaged[200] ^= 0xFF

    assert codes(open_template(bytes(damaged), NAME)) == ["F113"]


def test_a_locked_entry_is_told(template):
    locked = bytearray(template)
    at = template.index(b"PK\x01\x02")
    locked[at + 8] |= 1

    assert codes(open_template(bytes(locked), NAME)) == ["F112"]


# The parts


def test_a_spreadsheet_is_no_template(template, repacked, part_of):
    types = part_of(template, "[Content_Types].xml")
    kind = types.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main")

    sheet = repacked(template, {"[Content_Types].xml": kind.encode()})

    assert codes(open_template(sheet, NAME)) == ["F111"]


def test_a_word_file_without_its_body_is_no_template(template, repacked):
    assert codes(open_template(repacked(template, {"word/document.xml": None}), NAME)) == ["F111"]


def test_a_body_that_is_not_words_is_no_template(template, repacked):
    other = repacked(template, {"word/document.xml": b"<html><body/></html>"})

    assert codes(open_template(other, NAME)) == ["F111"]


def test_a_word_template_file_is_as_good(outline, template, repacked, part_of):
    types = part_of(template, "[Content_Types].xml")
    dotx = types.replace("document.main+xml", "template.main+xml")

    made = render(outline, repacked(template, {"[Content_Types].xml": dotx.encode()}), NAME)

    assert made == render(outline, template, NAME)


def test_macros_are_refused(template, repacked, part_of):
    types = part_of(template, "[Content_Types].xml")
    macro = types.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")

    docm = repacked(template, {"[Content_Types].xml": macro.encode()})

    assert codes(open_template(docm, NAME)) == ["F114"]


def test_entities_are_refused(template, repacked, part_of):
    xml = part_of(template, "word/document.xml")
    entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'

    evil = xml.replace("<w:document", entity, 1).replace("附件：", "&x;", 1)

    outcome = open_template(repacked(template, {"word/document.xml": evil.encode()}), NAME)
    assert codes(outcome) == ["F115"]


def test_broken_xml_is_told_with_its_part(template, repacked):
    finding = only(open_template(repacked(template, {"word/styles.xml": b"<w:styles>"}), NAME))

    assert finding.code == "F113"
    assert "word/styles.xml" in finding.message


RELATION = (
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"{}/></Relationships>'
)


@pytest.mark.parametrize(
    ("kind", "target", "mode", "expected"),
    [
        ("image", "http://example.invalid/a.png", ' TargetMode="External"', ["F115"]),
        ("hyperlink", "http://example.invalid/", ' TargetMode="External"', []),
        ("image", "media/none.png", "", ["F113"]),
    ],
)
def test_links_out_of_the_file_are_refused_unless_they_are_read_as_text(
    edited, kind, target, mode, expected
):
    link = RELATION.format(kind, target, mode)

    outcome = open_template(edited("</Relationships>", link, "word/_rels/document.xml.rels"), NAME)

    assert [one.code for one in outcome.diagnostics] == expected


# The tags


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("{%p endfor %}", "", "F121", "for 没有结束的标签"),
        ("{%p if outline.date %}", "", "F121", "多出来一个 endif"),
        ("{%p for block in", "{%p fro block in", "F121", "fro"),
        (LINE, "{{ block. }}", "F121", "{{ block. }}"),
        (LINE, "{{ block line }}", "F121", "line"),
        (LINE, "{{ block.line | safe }}", "F121", "没有“safe”这个过滤器"),
        (LINE, "{{ block.line | random }}", "F121", "random"),
        (LINE, "{{ }}", "F121", "标签"),
        (LINE, "{{ block.line ？ }}", "F121", "？"),
        (LINE, "{{ blok.line }}", "F122", "没有“blok”这个名称"),
        (LINE, "{{ block.lien }}", "F122", "没有“lien”这个名称"),
        ("{{ outline.date }}", "{{ outline.date }}{{ 天气 }}", "F122", "没有“天气”这个名称"),
        (LINE, "{{ ''.__class__ }}{{ block.line }}", "F123", "不许使用"),
        (LINE, "{{ block.line.__class__.__mro__ }}", "F123", "不许使用"),
        (LINE, "{{ block.line.format(outline) }}", "F123", "不许使用"),
        (LINE, "{{ outline.title.count('a') }}", "F123", "不许使用"),
        (LINE, "{{ 'a' * 9999999999 }}", "F123", "不许使用"),
        (LINE, "{{ 9 ** 9 ** 9 ** 9 }}", "F123", "不许使用"),
        (LINE, "{{ '%99999999d' % 1 }}", "F123", "不许使用"),
        (LINE, "{% autoescape false %}{{ block.line }}{% endautoescape %}", "F123", "不许使用"),
        (LINE, "{% include 'a' %}", "F123", "不许使用"),
        (LINE, "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "F123", "不许使用"),
        (LINE, "{{ block.line + 1 }}", "F124", "算不出来"),
        (LINE, "{{ 1 / 0 }}", "F124", "算不出来"),
        (LINE, "{{ outline.title }}", "F124", "不是文字"),
        (LINE, "{{ block }}", "F124", "不是文字"),
        (LINE, "{{ outline.title | map(attribute='__class__') | list }}", "F124", "不是文字"),
        (LINE, "{{ outline.title | map('upper') }}", "F124", "不是文字"),
        (LINE, "{{ self }}", "F124", "不是文字"),
        (LINE, "｛｛ block.line ｝｝", "F125", "｛｛"),
        (LINE, "{{ block.line }}}}", "F125", "}}"),
        (LINE, "{{ block.line }", "F125", "{{"),
        ("{{ outline.date }}", "{%p if 1 %}{{ outline.date }}{%p endif %}", "F126", "段落"),
        ("{%tr endfor %}", "{%tr endfor %}合计", "F126", "表格行"),
        ("{%tc endfor %}", "小计{%tc endfor %}", "F126", "单元格"),
        ("{{ row[0] }}", "{% if row %}{{ row[0] }}", "F121", "if 没有结束的标签"),
    ],
)
def test_a_tag_that_is_wrong_is_told_with_its_paragraph(outline, edited, old, new, code, words):
    finding = render(outline, edited(old, new), NAME).diagnostics[0]

    assert finding.code == code
    assert words in finding.message
    assert re.match("正文第[0-9]+段“.+”：", finding.message)
    assert finding.place.file == NAME
    assert finding.place.source.line(finding.place.line).strip()


def test_the_place_of_an_unknown_name_is_the_name(outline, edited):
    finding = only(render(outline, edited("{{ outline.signature }}", "{{ outline.sign }}"), NAME))

    assert finding.place.text == "sign"
    assert finding.place.source.line(finding.place.line) == "{{ outline.sign }}"
    assert finding.hint == "是不是“signature”？"


def test_the_line_of_a_finding_is_the_number_of_the_paragraph(outline, edited):
    finding = only(render(outline, edited("{{ outline.title |", "{{ outline.titel |"), NAME))

    assert (finding.place.line, finding.place.column) == (2, 12)
    assert finding.message.startswith("正文第2段“{{ outline.titel | join('\\n') }}”")


def test_a_mistake_in_a_footer_is_told_as_one(outline, edited):
    finding = only(
        render(outline, edited("— </w:t>", "{{ oops }}</w:t>", "word/footer2.xml"), NAME)
    )

    assert (finding.code, finding.place.line) == ("F122", 1)
    assert finding.message.startswith("页脚第1段")


def test_all_mistakes_of_a_paragraphs_kind_are_told_at_once(outline, edited, repacked, part_of):
    twice = edited(LINE, "｛｛ block.line ｝｝")
    xml = part_of(twice, "word/document.xml").replace("{{ outline.date }}", "{{ outline.date }")
    footer = part_of(twice, "word/footer1.xml").replace("— </w:t>", "{{ }}</w:t>")
    broken = repacked(
        twice, {"word/document.xml": xml.encode(), "word/footer1.xml": footer.encode()}
    )

    assert set(codes(render(outline, broken, NAME))) == {"F125", "F121"}


def test_tags_that_cut_a_table_in_two_are_told(outline, edited, repacked, part_of):
    first = edited("{{ attachment.label }}", "{% if 0 %}{{ attachment.label }}")
    cell = "{{ attachment.columns[0] }}"
    xml = part_of(first, "word/document.xml").replace(cell, cell + "{% endif %}", 1)

    cut = repacked(first, {"word/document.xml": xml.encode()})

    assert codes(render(outline, cut, NAME)) == ["F127"]


def test_a_template_that_prints_without_end_is_stopped(outline, edited):
    loops = "".join(f"{{% for a{i} in outline.blocks %}}" for i in range(9))
    ends = "{% endfor %}" * 9

    outcome = render(outline, edited(LINE, f"{loops}{LINE}{ends}"), NAME)

    assert codes(outcome) == ["F124"]


def test_nothing_in_a_template_reaches_the_machine(outline, edited, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    attack = (
        "{{ outline.__init__.__globals__ }}"
        "{{ outline.title | map(attribute='__class__') | first }}"
        "{{ ''.join.__self__ }}"
        "{{ self._TemplateReference__context }}"
    )

    for one in attack.replace("}}{{", "}}\n{{").splitlines():
        assert codes(render(outline, edited(LINE, one + LINE), NAME))[0] in {"F122", "F123"}
    assert list(tmp_path.iterdir()) == []


# What a template leaves out


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("{{ outline.title | join('\\n') }}", "报告", "标题"),
        ("{%p elif block.level == 3 %}", "{%p elif block.level == 13 %}", ""),
        ("{{ block.line }}", "小标题", "正文"),
        ("{{ block.line }}", "{{ block.text }}", "正文"),
        ("{{ block.line }}", "{{ block.line | replace('单位', '部门') }}", "正文"),
        (
            "{%p for block in outline.blocks %}",
            "{%p for block in outline.blocks|reverse %}",
            "正文",
        ),
        ("{{ outline.signature }}", "某局", "署名"),
        ("{{ outline.date }}", "2024年", "成文日期"),
        (
            "{%tr for row in attachment.rows %}",
            "{%tr for row in attachment.rows[1:] %}",
            "附件1的表格",
        ),
    ],
)
def test_content_that_a_template_does_not_print_is_told(outline, edited, old, new, name):
    findings = render(outline, edited(old, new), NAME).diagnostics

    assert [one.code for one in findings if name] == ["F131"] * (len(findings) if name else 0)
    if name:
        assert f"印出{name}" in findings[0].message
        assert findings[0].related[0].place.file == "content/2023/正文.yaml"
    else:
        assert findings == ()


# What Word does to a template


def test_a_tag_that_word_has_split_over_runs_is_read(outline, edited):
    split = edited(
        "<w:r><w:t>{{ outline.date }}</w:t></w:r>",
        '<w:r w:rsidR="00112233"><w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/>'
        '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">{ outline</w:t></w:r>'
        "<w:r><w:t>.date }</w:t></w:r><w:r><w:t>}</w:t></w:r>",
    )

    made = render(outline, split, NAME)

    assert made.diagnostics == ()
    assert made.value is not None


def test_curly_quotes_in_a_tag_are_as_good_as_straight_ones(outline, template, edited):
    curly = edited(
        "{%p if block.level == 1 %}", "{%p if block.kind == “标题” and block.level == 1 %}"
    )

    assert render(outline, curly, NAME).value == render(outline, template, NAME).value


def test_a_part_named_from_the_root_is_found(outline, template, edited):
    absolute = edited('"footer1.xml"', '"/word/footer1.xml"', "word/_rels/document.xml.rels")

    assert render(outline, absolute, NAME) == render(outline, template, NAME)


def test_a_hyperlink_of_the_template_stays(outline, edited, part_of):
    link = RELATION.format("hyperlink", "http://example.invalid/", ' TargetMode="External"')
    linked = edited("</Relationships>", link, "word/_rels/document.xml.rels")

    relations = part_of(render(outline, linked, NAME).value, "word/_rels/document.xml.rels")

    assert 'Target="http://example.invalid/" TargetMode="External"' in relations


def test_a_template_without_settings_and_with_other_style_names_prints(
    outline, template, repacked, part_of
):
    changed = {"word/settings.xml": None}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        xml = part_of(template, name)
        changed[name] = re.sub(r"<[^<>]*settings.xml[^<>]*/>", "", xml).encode()
    styles = part_of(template, "word/styles.xml")
    changed["word/styles.xml"] = (
        styles.replace("署名", "单位署名").replace("附件说明", "清单").encode()
    )

    made = render(outline, repacked(template, changed), NAME)

    assert made.diagnostics == ()


def test_a_template_that_has_lost_its_styles_prints(outline, template, repacked, part_of):
    broken = part_of(template, "word/styles.xml").replace('<w:basedOn w:val="a"/>', "")

    made = render(outline, repacked(template, {"word/styles.xml": broken.encode()}), NAME)

    assert made.diagnostics == ()


def tagged(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def test_a_table_of_the_templates_own_keeps_its_columns_and_each_cell_a_paragraph(outline, edited):
    widths = (5000, 3844)
    empty = tagged("{%p if outline.date == '' %}", "没有日期", "{%p endif %}")
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>{empty}</w:tc>' for one in widths
    )
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    own = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl><w:sectPr>"

    made = render(outline, edited("<w:sectPr>", own), NAME)

    table = docx.Document(io.BytesIO(made.value)).tables[-1]
    assert [one.width.twips for one in table.columns] == list(widths)
    assert [[one.text for one in cell.paragraphs] for cell in table.rows[0].cells] == [[""], [""]]


def test_a_row_tag_outside_of_a_table_is_told(outline, edited):
    misplaced = edited(LINE, "{%tr if block.line %}{{ block.line }}{% endif %}")

    assert codes(render(outline, misplaced, NAME)) == ["F127"]


def test_a_tag_hidden_in_an_attribute_is_told(outline, edited):
    run = "<w:r><w:t>{{ outline.signature }}"

    hidden = edited(run, run.replace("<w:r>", '<w:r w:rsidR="{% oops %}">'))

    assert codes(render(outline, hidden, NAME)) == ["F127"]


def test_a_stray_else_is_told(outline, edited):
    finding = only(
        render(outline, edited("— </w:t>", "{% else %}</w:t>", "word/footer1.xml"), NAME)
    )

    assert finding.code == "F121"
    assert finding.message.endswith("多出来一个 else，前面没有与它成对的 if")


def test_what_is_wrong_with_the_file_and_with_the_text_is_told_at_once(outline):
    bell = Text.typed(Source("content/2023/正文.yaml", "\a"), 0, 1)

    outcome = render(dataclasses.replace(outline, signature=bell), b"", NAME)

    assert codes(outcome) == ["F111", "F132"]


@pytest.mark.parametrize(
    "expression",
    [
        "{{ loop.index * 2 }}",
        "{{ loop.cycle('甲', '乙') }}",
        "{% if block.line.startswith('一') %}首{% endif %}",
        "{{ outline.title | length }}",
    ],
)
def test_a_template_may_count_and_look(outline, edited, expression):
    made = render(outline, edited(LINE, expression + LINE), NAME)

    assert made.diagnostics == ()


def test_cells_merged_by_a_tag_are_merged(outline, edited):
    merged = edited("{{ attachment.columns[0] }}", "{% colspan 1 %}{{ attachment.columns[0] }}")

    made = render(outline, merged, NAME)

    assert made.diagnostics == ()


def test_a_tag_in_a_footer_prints(outline, edited, part_of):
    signed = edited("— </w:t>", "{{ outline.signature }} — </w:t>", "word/footer1.xml")

    made = render(outline, signed, NAME)

    assert "某市某区市场监督管理局 — " in part_of(made.value, "word/footer1.xml")


def test_a_change_of_looks_shows_in_the_next_report(outline, edited, part_of):
    larger = edited('<w:sz w:val="44"/>', '<w:sz w:val="52"/>', "word/styles.xml")

    assert '<w:sz w:val="52"/>' in part_of(render(outline, larger, NAME).value, "word/styles.xml")


# What is written about it


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.code)
def test_a_defect_has_its_manual_page(defect):
    assert re.fullmatch("F[0-9]{3}", defect.code)
    for title in ("为什么", "反例", "正例", "依据"):
        assert f"**{title}**：" in defect.manual


def test_codes_are_unique():
    assert len({one.code for one in DEFECTS}) == len(DEFECTS)


@pytest.mark.parametrize(
    "name",
    [
        *(f"outline.{one}" for one in OutlineView.__slots__),
        *(f"block.{one}" for one in BlockView.__slots__),
        *(f"attachment.{one}" for one in AttachmentView.__slots__),
    ],
)
def test_the_guide_tells_of_every_name(name):
    assert f"`{name}`" in GUIDE.read_text(encoding="utf-8")
