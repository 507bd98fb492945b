"""Older forms of Word's files: LibreOffice converts them, or it is said what to do."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from jixiao.diagnostic import Outcome
from jixiao.manuscript import converting
from jixiao.manuscript.form import Form, form
from jixiao.manuscript.read import read
from jixiao.model.manuscript import Manuscript
from jixiao.model.outline import Heading, Table
from jixiao.pipeline.opening import open_manuscript

TITLE = ("青河市档案馆", "2022年度部门整体支出绩效自评报告")
LINES = ("一、基本情况", "（一）主要职能", "本馆负责档案的收集、保管和利用。", "二、收支情况")
CELLS = (("项目", "金额"), ("修复", "60万元"))
CLOSING = ("青河市档案馆", "2023年5月6日")


@pytest.fixture(scope="session")
def word() -> bytes:
    """A report as a .docx."""
    document = docx.Document()
    for one in (*TITLE, *LINES):
        document.add_paragraph(one)
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, CELLS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for one in CLOSING:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def saved_as(soffice, word, tmp_path_factory):
    """Return a function that gives the report in an older form, as an office saves it."""
    folder = tmp_path_factory.mktemp("旧")
    (folder / "报告.docx").write_bytes(word)

    def save(suffix: str) -> bytes:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", folder]
        subprocess.run([*command, folder / "报告.docx"], capture_output=True, check=True)
        return (folder / f"报告.{suffix}").read_bytes()

    return save


@pytest.fixture
def only_path(monkeypatch, tmp_path) -> Path:
    """The one folder that programs are looked for in, empty."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(converting, "_USUAL", ())
    return folder


def program(folder: Path, script: str) -> None:
    """Put a program by LibreOffice's name into a folder."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def told(made: Outcome[Manuscript | None]) -> tuple[str, str]:
    (finding,) = made.diagnostics
    assert made.value is None
    assert finding.code == "L213"
    assert "另存为“Word 文档（*.docx）”" in finding.hint
    return finding.message, finding.place.file


@pytest.mark.parametrize(
    ("suffix", "name", "expected"),
    [
        ("doc", "报告.doc", Form.DOC),
        ("doc", "报告.wps", Form.DOC),
        ("doc", "报告.docx", Form.DOC),
        ("rtf", "报告.rtf", Form.RTF),
        ("rtf", "报告.doc", Form.RTF),
        ("odt", "报告.odt", Form.ODT),
    ],
)
def test_an_older_form_gives_the_report_that_its_docx_gives(suffix, name, expected, saved_as):
    content = saved_as(suffix)
    assert form(content, name) is expected

    made = open_manuscript(content, name)

    assert made.diagnostics == ()
    assert made.value is not None
    outline = read(made.value)
    assert made.value.source.name == name
    assert [one.value for one in outline.title] == [*TITLE]
    assert [one.line for one in outline.blocks if not isinstance(one, Table)] == [*LINES]
    assert sum(isinstance(one, Heading) for one in outline.blocks) == 3
    (table,) = [one for one in outline.blocks if isinstance(one, Table)]
    assert tuple(tuple(cell.value for cell in row) for row in table.rows) == CELLS
    assert table.rows[1][1].place().address == "表1第2行第2格"
    assert (str(outline.signature), str(outline.date)) == CLOSING


def test_without_libreoffice_it_is_said_what_to_do(only_path):
    assert not list(only_path.iterdir())

    message, file = told(open_manuscript(b"{\\rtf1 a}", "报告.rtf"))

    assert "没有能转换它的 LibreOffice" in message
    assert file == "报告.rtf"


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell's script")
@pytest.mark.parametrize(
    ("script", "said"),
    [("exit 0", "转换不了这个文件"), ("exit 77", "转换不了这个文件")],
)
def test_what_libreoffice_cannot_open_is_told(script, said, only_path):
    program(only_path, script)

    message, _ = told(open_manuscript(b"{\\rtf1 a}", "报告.rtf"))

    assert said in message


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell's script")
def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(
    only_path, monkeypatch, tmp_path
):
    note = tmp_path / "pid"
    program(only_path, f"/bin/sleep 600 & echo $! > {note}; wait")
    monkeypatch.setattr(converting, "_PATIENCE", 2)

    message, _ = told(open_manuscript(b"{\\rtf1 a}", "报告.rtf"))

    assert "没有转换完" in message
    assert _is_gone(int(note.read_text(encoding="utf-8")))


def _is_gone(pid: int) -> bool:
    """Return whether a process has ended; one that nobody has waited for yet has ended too."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text(encoding="utf-8").split()[2] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell's script")
def test_nothing_is_left_in_the_temporary_folder(only_path, monkeypatch, tmp_path):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    program(only_path, "exit 1")

    told(open_manuscript(b"{\\rtf1 a}", "报告.rtf"))

    assert not list(temporary.iterdir())


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server of this machine: its port, and what it was asked for."""
    paths: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 -- the names of HTTP's methods

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, paths
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_picture_that_lies_on_a_server_is_not_fetched(saved_as, asked):
    port, paths = asked
    picture = (
        '<text:p><draw:frame svg:width="1cm" svg:height="1cm" text:anchor-type="as-char">'
        f'<draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"/>'
        "</draw:frame></text:p></office:text>"
    )
    content = _changed(saved_as("odt"), "content.xml", "</office:text>", picture)

    made = open_manuscript(content, "报告.odt")

    assert made.value is not None
    assert paths == []


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def _changed(content: bytes, name: str, old: str, new: str) -> bytes:
    part = _part(content, name).decode()
    assert old in part
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as changed:
        for one in archive.namelist():
            kept = part.replace(old, new, 1).encode() if one == name else archive.read(one)
            changed.writestr(one, kept)
    return out.getvalue()
