"""Files of great size: what may be read is read, the rest is told, and memory is bounded."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile

import pytest
from tests.hostile.part_files import BODY, LINKS, PLAIN
from tests.hostile.zips import bomb
from tests.word.reading.markup import (
    OFFICE,
    p,
    packed,
    part,
    r,
    relations,
    repacked,
    row,
    table,
    zipped,
)

from jixiao.model.manuscript import TraceKind
from jixiao.model.outline import StrayKind
from jixiao.pipeline.audit import audit_bytes
from jixiao.pipeline.opening import open_manuscript

#: bytes that an audit may take at its peak
_MOST_MEMORY = 200_000_000
#: a program of its own: the peak of a process is that of all it has done (`VmHWM`, proc(5))
_MEASURE = """
import re, sys
from pathlib import Path
from jixiao.cli import main
code = main(["audit", *sys.argv[1:]])
peak = re.search(r"VmHWM:\\s*([0-9]+) kB", Path("/proc/self/status").read_text())
print("PEAK", int(peak[1]) * 1024, "CODE", code)
"""
_SENTENCE = "一是加强收集和整理，二是加强保管和利用，三是方便群众查阅。"


@pytest.fixture
def peak(tmp_path):
    """Return a function that audits a file in a process of its own: peak memory, code, output."""
    if not sys.platform.startswith("linux"):
        pytest.skip("内存的峰值只在 Linux 上量（/proc/self/status）")

    def measured(content: bytes) -> tuple[int, int, str]:
        path = tmp_path / "报告.docx"
        path.write_bytes(content)
        command = [sys.executable, "-c", _MEASURE, str(path)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        told, _, figures = ran.stdout.rpartition("PEAK")
        memory, _, code = figures.split()
        return int(memory), int(code), told

    return measured


def codes(content: bytes) -> list[str]:
    """Return what is told of a file that is not read; nothing where it is."""
    opened = open_manuscript(content, "报告.docx")
    return [] if opened.value else [one.code for one in opened.diagnostics]


def with_pictures(megabytes: int) -> bytes:
    """Return a good file with pictures in it that are as large as that in all."""
    dots = random.Random(1).randbytes(5_000_000)  # noqa: S311 -- a test's bytes
    pictures = {f"word/media/image{at}.png": dots for at in range(megabytes // 5)}
    return repacked_stored(repacked(PLAIN, pictures))


def repacked_stored(content: bytes) -> bytes:
    """Return a zip with its entries not compressed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    return zipped(entries, zipfile.ZIP_STORED)


def test_a_bomb_takes_no_memory(peak):
    content = bomb(42, 30_000_000)

    memory, code, told = peak(content)

    assert 600_000 < len(content) < 700_000
    assert memory < _MOST_MEMORY
    assert code == 2
    assert "L210" in told


def test_a_bomb_of_elements_takes_no_memory(peak):
    # Too varied to be told by how well it packs; as a tree it would be gigabytes.
    names = random.Random(1).choices(("r", "t", "b", "i", "u"), k=6_000_000)  # noqa: S311 -- a test's
    content = packed(BODY + "".join(f"<w:{one}/>" for one in names))

    memory, code, told = peak(content)

    assert memory < _MOST_MEMORY
    assert code == 2
    assert "L210" in told


def test_a_bomb_of_cells_is_told(peak):
    # Each of these tables may be; a thousand of them are a billion cells.
    wide = row(*['<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>'] * 15)
    one = table(wide, *["<w:tr/>"] * 1_000)

    memory, code, told = peak(packed(BODY + one * 300))

    assert memory < _MOST_MEMORY * 3  # a million cells may be read before it is told
    assert code == 2
    assert "L210" in told


def test_more_rows_than_anybody_types_are_told():
    # Without cells: no cell of a grid counts them, and no paragraph.
    assert codes(packed(BODY + table("<w:tr/>" * 150_000) * 3)) == ["L210"]


def test_cells_of_the_grid_are_counted_over_all_tables():
    # Each of these rows is as wide as a grid may be, in 50 characters.
    wide = row(properties='<w:gridAfter w:val="63"/>')

    assert codes(packed(BODY + table(wide * 15_000) * 4)) == ["L210"]


def test_fifty_megabytes_of_pictures_are_read(peak):
    content = with_pictures(50)

    memory, code, _ = peak(content)

    assert len(content) > 50_000_000
    assert memory < _MOST_MEMORY
    assert code in {0, 1}


def test_fifty_megabytes_of_text_are_told():
    body = p(_SENTENCE) * (50_000_000 // len(p(_SENTENCE).encode()))

    assert codes(repacked_stored(packed(BODY + body))) == ["L210"]


def test_five_megabytes_in_one_paragraph_are_told():
    assert codes(packed(BODY + p(_SENTENCE * (5_000_000 // len(_SENTENCE.encode()))))) == ["L210"]


def test_two_hundred_thousand_runs_in_a_paragraph_are_read():
    reviewed = audit_bytes(packed(BODY + f"<w:p>{r('甲') * 200_000}</w:p>"), "报告.docx")

    assert reviewed.outline is not None
    assert max(len(one.value) for one in reviewed.outline.texts) == 200_000


def test_twenty_thousand_comments_are_told_each():
    said = "".join(
        f'<w:comment w:id="{at}" w:author="甲">{p("请核")}</w:comment>' for at in range(20_000)
    )
    marks = ("commentRangeStart", "commentRangeEnd")
    body = "".join(p(*(f'<w:{one} w:id="{at}"/>' for one in marks), "甲") for at in range(20_000))

    opened = open_manuscript(packed(BODY + body, comments=said), "报告.docx")

    assert opened.value is not None
    told = [one for one in opened.value.traces if one.kind is TraceKind.COMMENT]
    assert len(told) == 20_000


def test_a_hundred_thousand_paragraphs_are_read():
    assert codes(packed(BODY + p("甲乙") * 100_000)) == []


def test_fifty_megabytes_of_plain_text_are_told():
    content = (_SENTENCE * (50_000_000 // len(_SENTENCE.encode()))).encode()

    assert [one.code for one in open_manuscript(content, "报告.txt").diagnostics] == ["L205"]


def test_more_links_than_anybody_makes_are_told():
    link = f'<Relationship Id="h" Type="{OFFICE}/core-properties" Target="/word/a.xml"/>'
    content = repacked(packed(BODY), {LINKS: relations(link * 60_000)})

    assert codes(content) == ["L210"]


def test_many_links_to_many_parts_are_read():
    names = [f"word/header{at}.xml" for at in range(10_000)]
    links = "".join(
        f'<Relationship Id="h{at}" Type="{OFFICE}/header" Target="/{name}"/>'
        for at, name in enumerate(names)
    )
    references = "".join(f'<w:headerReference r:id="h{at}"/>' for at in range(10_000))
    body = packed(BODY + f"<w:sectPr>{references}</w:sectPr>")
    parts = {name: part("hdr", p("页眉")) for name in names}
    content = repacked(body, {LINKS: relations(links), **parts})

    opened = open_manuscript(content, "报告.docx")

    assert opened.value is not None
    assert sum(one.kind is StrayKind.HEADER for one in opened.value.strays) == 10_000
