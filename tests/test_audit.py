"""`jixiao audit` of reports in every form: files, folders, standard input, exit codes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys

import docx
import pytest

from jixiao.cli import main
from jixiao.manuscript import converting

TITLE = "青河市档案馆2022年度部门整体支出绩效自评报告"
LINES = ("一、基本情况", "编制18名,在职17名。", "二、收支情况", "全年支出60万元。")
CLOSING = ("青河市档案馆", "2023年5月6日")
TEXT = "\n".join((TITLE, *LINES, *CLOSING)) + "\n"
MARKDOWN = f"# {TITLE}\n\n## {LINES[0]}\n\n**编制**18名,在职17名。\n\n## {LINES[2]}\n\n{LINES[3]}\n"
PAGE = (
    "<html><head><meta charset=gb2312></head><body><ul><li><a>首页</a></ul>"
    f"<h1>{TITLE}</h1><div id=zoom>{''.join(f'<p>　　{one}</p>' for one in LINES)}"
    f"<p>{CLOSING[0]}<br>{CLOSING[1]}</p></div><p>版权所有</p></body></html>"
).encode("gb18030")
MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + PAGE.replace(b"<meta charset=gb2312>", b"")
    + b"\r\n--x--\r\n"
)


def word() -> bytes:
    document = docx.Document()
    for one in (TITLE, *LINES):
        document.add_paragraph(one)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("项目", "金额", "修复,加固", "60万元"), strict=True):
        cell.text = text
    for one in CLOSING:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def mixed(tmp_path):
    """Return a folder with a report in several forms, and with what is none."""
    folder = tmp_path / "稿"
    folder.mkdir()
    for name, content in {
        "甲.docx": word(),
        "乙.HTM": PAGE,
        "丙.md": MARKDOWN.encode(),
        "丁.txt": TEXT.encode(),
        "戊.doc": PAGE,
        "己.mht": MHT,
        "~$甲.docx": b"\x05lock",
        ".隐.docx": b"",
        "照片.png": b"\x89PNG",
        "表.xlsx": b"PK\x03\x04",
    }.items():
        (folder / name).write_bytes(content)
    return folder


def told(capsys) -> list[dict[str, object]]:
    return json.loads(capsys.readouterr().out)


def test_a_folder_is_audited_in_every_form_that_its_reports_are_in(mixed, capsys):
    assert main(["audit", str(mixed), "--ignore", "F"]) == 0

    out = capsys.readouterr().out
    named = [re.search(r"/稿/(.+?)（", one) for one in out.splitlines() if one.startswith("━━ ")]
    assert [one[1] for one in named] == ["丁.txt", "丙.md", "乙.HTM", "己.mht", "戊.doc", "甲.docx"]
    assert out.count("应改[W101]") == 7
    assert out.splitlines()[-1] == "6个文件：必改 0，应改 7，请核实 0"


@pytest.mark.parametrize("name", ["甲.docx", "乙.HTM", "丙.md", "丁.txt", "戊.doc", "己.mht"])
def test_the_same_words_have_the_same_finding_in_every_form(name, mixed, capsys):
    main(["audit", str(mixed / name), "--format", "json", "--ignore", "F"])

    first = told(capsys)[0]
    assert (first["code"], first["message"]) == ("W101", "“编制18名,在职17名。”里用了半角的“,”")
    assert first["line"] == (5 if name == "丙.md" else 3)
    assert "address" not in first


def test_only_a_word_file_is_told_of_its_format(mixed, capsys):
    main(["audit", str(mixed), "--format", "json", "--select", "F"])

    found = told(capsys)
    assert {str(one["file"]).rpartition("/")[2] for one in found} == {"甲.docx"}
    assert {one["severity"] for one in found} == {"warning", "question"}
    assert "F202" in {one["code"] for one in found}


def test_a_cell_of_a_word_file_is_told_by_its_address(mixed, capsys):
    main(["audit", str(mixed / "甲.docx")])
    shown = capsys.readouterr().out
    main(["audit", str(mixed / "甲.docx"), "--format", "json"])

    assert re.search(r"--> .*/甲\.docx:8:3（表1第2行第1格）\n", shown)
    assert [one["address"] for one in told(capsys) if "address" in one] == ["表1第2行第1格"]


@pytest.mark.parametrize("form", ["html", "docx"])
def test_an_opinion_on_a_word_file_tells_paragraphs_and_cells(form, mixed, tmp_path):
    out = tmp_path / f"意见.{form}"

    main(["audit", str(mixed / "甲.docx"), "-o", str(out)])

    made = (
        out.read_text(encoding="utf-8")
        if form == "html"
        else "\n".join(one.text for one in docx.Document(str(out)).element.body.iter() if one.text)
    )
    assert "第3段" in made
    assert "表1第2行第1格" in made
    assert not re.search("第[0-9]+行(?!第)", made)


@pytest.mark.parametrize("content", [word(), PAGE, TEXT.encode("gbk")], ids=["docx", "html", "txt"])
def test_standard_input_is_taken_for_what_it_is(content):
    command = [sys.executable, "-m", "jixiao", "audit", "-", "--format", "json", "--select", "W101"]

    done = subprocess.run(command, input=content, capture_output=True, check=False)

    found = json.loads(done.stdout)
    assert {(one["code"], one["file"]) for one in found} == {("W101", "标准输入")}
    assert found[0]["line"] == 3


def test_what_cannot_be_read_is_told_beside_the_others_with_exit_code_2(mixed, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(converting, "_USUAL", ())
    (mixed / "旧.doc").write_bytes(b"{\\rtf1 a}")
    (mixed / "坏.docx").write_bytes(word()[:2000])
    (mixed / "假.docx").write_bytes(b"%PDF-1.7\n\x00")
    (mixed / "片.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    assert main(["audit", str(mixed), "--format", "json"]) == 2

    found = {str(one["file"]).rpartition("/")[2]: one for one in told(capsys)}
    assert {name: found[name]["code"] for name in ("旧.doc", "坏.docx", "假.docx", "片.txt")} == {
        "旧.doc": "L213",
        "坏.docx": "L209",
        "假.docx": "L208",
        "片.txt": "L202",
    }
    assert all(found[name]["hint"] for name in ("旧.doc", "坏.docx", "假.docx", "片.txt"))
    assert found["甲.docx"]["code"] == "W101"


@pytest.mark.parametrize("flag", ["--fix", "--diff"])
def test_only_texts_are_mended_and_of_others_that_is_said(flag, mixed, capsys):
    before = {one.name: one.read_bytes() for one in mixed.iterdir()}

    main(["audit", str(mixed), flag])

    said = capsys.readouterr()
    spoken = said.err if flag == "--diff" else said.out
    assert re.findall(r"没有改 .*/稿/(.+?)：只有文本", spoken) == [
        "乙.HTM",
        "己.mht",
        "戊.doc",
        "甲.docx",
    ]
    changed = {name for name, content in before.items() if (mixed / name).read_bytes() != content}
    assert changed == ({"丙.md", "丁.txt"} if flag == "--fix" else set())


def test_markdown_is_mended_in_its_words_and_keeps_its_markup(mixed):
    main(["audit", str(mixed / "丙.md"), "--fix"])

    assert (mixed / "丙.md").read_text(encoding="utf-8") == MARKDOWN.replace("名,在", "名，在")


@pytest.mark.parametrize(("name", "loaded"), [("丁.txt", []), ("丙.md", []), ("乙.HTM", ["lxml"])])
def test_a_form_loads_only_what_it_takes_to_read_it(name, loaded, mixed):
    script = (
        "import sys; from jixiao.cli import main; main(sys.argv[1:]);"
        "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "audit", str(mixed / name)]

    done = subprocess.run(command, capture_output=True, check=True)

    assert done.stderr.decode().strip() == str(loaded)
