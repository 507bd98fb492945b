"""The form of a manuscript is told by its bytes, and by its suffix only where they do not tell."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.manuscript.compound import START, streams
from jixiao.manuscript.form import Form, form

TEXT = "一、基本情况\n"
MHT = b"""From: <Saved by Blink>
Subject: =?utf-8?B?5oql5ZGK?=
Date: Mon, 6 May 2024 10:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"

"""


def compound(*names: str, nested: str = "", sector: int = 512) -> bytes:
    """Return a compound file whose root holds streams of these names; one holds another."""
    end, free, fat_sector = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    entries = [("Root Entry", 5, free, 1 if names else free)]
    for at, name in enumerate(names, 1):
        below = len(names) + 1 if nested and at == 1 else free
        entries.append((name, 2, at + 1 if at < len(names) else free, below))
    if nested:
        entries.append((nested, 2, free, free))
    directory = b"".join(
        one.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(one) + 2, kind, 1, free, right, child)
        + bytes(48)
        for one, kind, right, child in entries
    )
    each = sector // 128
    count = -(-len(entries) // each)
    directory = directory.ljust(count * sector, b"\0")
    chain = [fat_sector, *range(2, count + 1), end]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    header = START + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, {512: 9, 4096: 12}[sector], 6)
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    return header.ljust(sector, b"\0") + table + directory


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (TEXT.encode(), "报告.txt", Form.TEXT),
        (TEXT.encode("gbk"), "报告", Form.TEXT),
        (TEXT.encode(), "报告.docx", Form.TEXT),
        (TEXT.encode(), "报告.MD", Form.MARKDOWN),
        (TEXT.encode(), "报告.htm", Form.PAGE),
        (b"", "报告.txt", Form.TEXT),
        (b"<!DOCTYPE html><p>", "标准输入", Form.PAGE),
        (b"\xef\xbb\xbf\r\n<HTML lang=zh>", "报告.doc", Form.PAGE),
        ("<html>一".encode("utf-16"), "报告.txt", Form.PAGE),
        (b'<?xml version="1.0"?>\n<!-- saved from url=(1)x -->\n<html>', "a", Form.PAGE),
        (b"<p>1</p>", "报告.txt", Form.TEXT),
        (MHT, "报告.doc", Form.ARCHIVE),
        (b"{\\rtf1\\ansi", "报告.doc", Form.RTF),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "报告.txt", Form.WORD),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "报告.docx",
            Form.ODT,
        ),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
            "报告.xml",
            Form.WORD_XML,
        ),
        (compound("WordDocument", "1Table"), "报告.docx", Form.DOC),
        (compound("WordDocument", sector=4096), "报告.wps", Form.DOC),
        (compound("EncryptedPackage", "EncryptionInfo"), "报告.docx", Form.WORD),
        (compound("Workbook", nested="WordDocument"), "报告.doc", Form.WORD),
        (compound(), "报告.doc", Form.WORD),
        (b"%PDF-1.7", "报告.docx", Form.WORD),
        (b"\x89PNG\r\n", "报告.txt", Form.TEXT),
    ],
)
def test_a_file_is_what_its_bytes_are(content, name, expected):
    assert form(content, name) is expected


def test_the_root_of_a_compound_file_is_read_whatever_its_size():
    names = [f"Stream {at}" for at in range(40)]

    assert streams(compound(*names, nested="Inner")) == {*names}


@given(st.data())
def test_a_damaged_compound_file_ends_the_reading(data):
    content = bytearray(compound("WordDocument", "Data", nested="Inner"))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(24, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert isinstance(streams(bytes(content[: data.draw(st.integers(0, len(content)))])), frozenset)
