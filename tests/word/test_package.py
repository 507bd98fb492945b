from __future__ import annotations

import dataclasses
import datetime
import io
import os
import stat
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jixiao
from jixiao.disk import write_file
from jixiao.word.opc.deflate import deflate
from jixiao.word.render import render

NAME = "templates/五部分/report.docx"


@given(st.binary(max_size=600) | st.text(alphabet="<w:p>年初预算", max_size=600).map(str.encode))
def test_what_is_deflated_inflates_to_the_same_bytes(content):
    assert zlib.decompress(deflate(content), -15) == content


@pytest.mark.parametrize("distance", [1, 2, 3, 4, 5, 8, 9, 255, 257, 4097, 32767, 32768, 32769])
def test_a_match_at_any_distance_inflates(distance):
    filler = bytes(i * i % 251 for i in range(distance))
    content = b"\xe5\xb9\xb4\xe5\xba\xa6!!" + filler[8:] + b"\xe5\xb9\xb4\xe5\xba\xa6!!"

    assert zlib.decompress(deflate(content), -15) == content


def test_long_runs_shrink():
    assert len(deflate(b"<w:p/>" * 10_000)) < 600


def test_the_parts_stand_in_a_fixed_order_with_the_day_of_the_report(outline, rendered):
    with zipfile.ZipFile(io.BytesIO(rendered(outline))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:5] == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "word/document.xml",
        ]
        assert {one.date_time for one in archive.infolist()} == {(2024, 5, 10, 0, 0, 0)}


@pytest.mark.parametrize("day", [None, datetime.date(1979, 1, 1)])
def test_a_report_without_a_day_that_a_zip_knows_gets_the_zips_first(outline, rendered, day):
    made = rendered(dataclasses.replace(outline, dated=day))

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {(1980, 1, 1)}


def test_the_properties_are_the_reports(outline, rendered):
    properties = docx.Document(io.BytesIO(rendered(outline))).core_properties

    assert properties.title == "某市某区市场监督管理局2023年度部门整体支出绩效自评报告"
    assert properties.author == properties.last_modified_by == "某市某区市场监督管理局"
    assert properties.created == properties.modified
    assert properties.created.date() == datetime.date(2024, 5, 10)
    assert properties.comments == ""


def test_nothing_of_the_templates_making_is_carried_over(outline, template, repacked, part_of):
    relations = "word/_rels/document.xml.rels"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    extra = (
        f'<Relationship Id="rId90" Type="{office}/webSettings" Target="webSettings.xml"/>'
        f'<Relationship Id="rId91" Type="{office}/customXml" Target="../customXml/item1.xml"/>'
    )
    leftovers = repacked(
        template,
        {
            relations: part_of(template, relations).replace("</Rel", extra + "</Rel", 1).encode(),
            "word/webSettings.xml": b"<a/>",
            "customXml/item1.xml": b"<a/>",
            "docProps/core.xml": b"<a/>",
            "docProps/thumbnail.jpeg": b"x",
            "word/document.xml": part_of(template, "word/document.xml")
            .replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
            .replace(
                "</w:p>",
                '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
                '<w:proofErr w:type="spellStart"/></w:p>',
            )
            .encode(),
        },
    )

    made = render(outline, leftovers, NAME).value

    assert made == render(outline, template, NAME).value


def test_a_settings_link_to_the_makers_own_template_is_cut(outline, template, repacked, part_of):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    settings = part_of(template, "word/settings.xml")
    attached = f'<w:attachedTemplate xmlns:r="{office}" r:id="rId1"/><w:defaultTabStop'
    linked = repacked(
        template,
        {
            "word/settings.xml": settings.replace("<w:defaultTabStop", attached).encode(),
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{office}/attachedTemplate" TargetMode="External"'
                ' Target="file:///C:/Users/wang/Normal.dotm"/></Relationships>'
            ).encode(),
        },
    )

    made = render(outline, linked, NAME).value

    assert made == render(outline, template, NAME).value


def test_a_long_report_stays_small(long_outline, rendered):
    assert len(rendered(long_outline)) < 60_000


SCRIPT = """
import datetime, hashlib, sys
from jixiao.model.outline import Attachment, Heading, Outline, Paragraph
from jixiao.source import Source, Text
from jixiao.word.render import render
def typed(value):
    return Text.typed(Source("正文.yaml", value), 0, len(value))
table = Attachment(1, "附件", typed("表"), "单位：万元", (typed("项目"), typed("金额")),
                   ((typed("支出"), typed("1.20")),), (typed("合计"), typed("1.20")))
blocks = (Heading(1, typed("一、"), typed("情况")), Paragraph(typed("正文。")))
outline = Outline((typed("报告"),), blocks, (table,), typed("某局"), typed("2024年5月10日"), "某局",
                  datetime.date(2024, 5, 10))
made = render(outline, open(sys.argv[1], "rb").read(), "report.docx")
print(hashlib.sha256(made.value).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_on_any_machine(tmp_path):
    template = Path(__file__).parents[2] / "templates" / "五部分" / "report.docx"
    source = str(Path(jixiao.__file__).parents[1])
    script = tmp_path / "build.py"
    script.write_text(SCRIPT, encoding="utf-8")
    places = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
        {"PYTHONHASHSEED": "99", "TZ": "America/Los_Angeles", "LANG": "zh_CN.GB18030"},
    )

    digests = {
        subprocess.run(
            [sys.executable, str(script), str(template)],
            env={**os.environ, **place, "PYTHONPATH": source},
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for place in places
    }

    assert len(digests) == 1


def test_a_file_is_written_with_its_folders(tmp_path):
    path = tmp_path / "build" / "2023" / ("某市某区市场监督管理局" * 7 + ".docx")

    write_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_former_file_and_nothing_else(tmp_path, monkeypatch, failure):
    path = tmp_path / "报告.docx"
    path.write_bytes(b"former")

    def fail(_descriptor):
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(failure)):
        write_file(path, b"new")

    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这种权限位")
def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path):
    kept, fresh, usual = (tmp_path / name for name in ("旧.docx", "新.docx", "对照"))
    kept.write_bytes(b"former")
    kept.chmod(0o640)
    usual.touch()

    write_file(kept, b"new")
    write_file(fresh, b"new")

    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert fresh.stat().st_mode == usual.stat().st_mode
