"""What other programs say of the file: Microsoft's SDK, openxml-audit, python-docx, ours."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from jixiao.model.outline import Outline, Table
from jixiao.source import Source, Text

CELL = Text.typed(Source("正文.yaml", "甲"), 0, 1)
TABLE = Table(((CELL, CELL), (CELL, CELL.slice(0, 0))))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATE = Path(__file__).parents[2] / "templates" / "五部分" / "report.docx"


@pytest.fixture(params=["whole", "long", "bare", "empty", "tables"])
def report(request, outline, long_outline, rendered, tmp_path) -> Path:
    """Return reports of several shapes, as files."""
    shapes = {
        "whole": outline,
        "long": long_outline,
        "bare": dataclasses.replace(outline, title=(), attachments=(), signature=None, date=None),
        "empty": Outline((), ()),
        "tables": dataclasses.replace(outline, blocks=(TABLE, TABLE, *outline.blocks, TABLE)),
    }
    path = tmp_path / "report.docx"
    path.write_bytes(rendered(shapes[request.param]))
    return path


def test_microsofts_validator_finds_nothing(ooxml_validator, report):
    assert ooxml_validator(report) == []


def test_microsofts_validator_finds_nothing_in_the_template(ooxml_validator):
    assert ooxml_validator(TEMPLATE) == []


def test_openxml_audit_finds_nothing(report):
    assert [str(one) for one in OpenXmlValidator().validate(report).errors] == []


def test_openxml_audit_finds_nothing_in_the_template():
    assert [str(one) for one in OpenXmlValidator().validate(TEMPLATE).errors] == []


def test_python_docx_opens_it_and_finds_the_page_of_an_official_document(report):
    (section,) = docx.Document(report).sections

    assert (section.page_width.twips, section.page_height.twips) == (11906, 16838)
    assert (section.top_margin.twips, section.bottom_margin.twips) == (2098, 1984)
    assert (section.left_margin.twips, section.right_margin.twips) == (1588, 1474)


def parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    """Yield the XML parts of a Word file."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))


def unbalanced_fields(root: etree._Element) -> list[str]:
    """Return what a reader of fields trips over: one begun twice, never ended, or out of turn."""
    wrong, stack = [], []
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            stack.append(kind)
        elif not stack or (kind == "separate" and stack[-1] == "separate"):
            wrong.append(kind)
        elif kind == "separate":
            stack[-1] = kind
        else:
            stack.pop()
    return [*wrong, *stack]


def leftover_tags(root: etree._Element) -> list[str]:
    """Return what is left of a template's tags in a part's text and attributes."""
    shown = ["".join(one.itertext(W + "t")) for one in root.iter(W + "p")]
    attributes = [str(value) for one in root.iter() for value in one.attrib.values()]
    return re.findall(r"\{[{%#].*|.*[}%#]\}", "\n".join([*shown, *attributes]))


def test_no_field_is_left_open(report):
    assert {name: unbalanced_fields(root) for name, root in parts(report)} == {
        name: [] for name, _ in parts(report)
    }


def test_no_tag_of_the_template_is_left(report):
    assert [tag for _, root in parts(report) for tag in leftover_tags(root)] == []


def test_our_own_judges_see_what_they_look_for():
    field = '<w:fldChar w:fldCharType="{}"/>'
    xml = (
        f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{{</w:t><w:t>{{ a }}}}</w:t>'
        f"{field.format('begin')}{field.format('separate')}{field.format('separate')}</w:r></w:p>"
    )
    root = etree.fromstring(xml)

    assert unbalanced_fields(root) == ["separate", "separate"]
    assert leftover_tags(root) == ["{{ a }}"]


def test_word_gets_a_file_without_what_wps_does_not_know(report):
    tags = {etree.QName(one).localname for _, root in parts(report) for one in root.iter()}

    assert not tags & {"sdt", "AlternateContent", "altChunk", "smartTag", "customXml"}


def test_the_file_is_small(report):
    assert report.stat().st_size < 60_000


def test_a_zip_reader_finds_every_part_whole(report):
    with zipfile.ZipFile(io.BytesIO(report.read_bytes())) as archive:
        assert archive.testzip() is None
