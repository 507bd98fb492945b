"""A zip with a few entries changed: the rest is not touched."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from jixiao.word.opc.rewriting import rewritten


def zipped(**how) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name in ("甲.xml", "word/", "b.bin", "c.xml"):
            entry = zipfile.ZipInfo(name, (2023, 7, 9, 10, 11, 12))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.comment, entry.extra = name.encode(), struct.pack("<2H3s", 0x9999, 3, b"abc")
            archive.writestr(entry, name * 50 if not name.endswith("/") else "")
        archive.comment = b"made by hand"
    return out.getvalue()


class Unseekable(io.RawIOBase):
    """What is written without going back: sizes stand behind an entry, not before it."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, more) -> int:
        self.content += more
        return len(more)


def streamed() -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("甲.xml", "b.bin", "c.xml"):
            archive.writestr(name, name * 50)
    return bytes(out.content)


def large_sizes() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("b.bin", "w", force_zip64=True) as one:
        one.write(b"b.bin" * 50)
    return out.getvalue()


ZIPS = {
    "whole": zipped(),
    "streamed": streamed(),
    "zip64": large_sizes(),
    "led": b"#!\n" + zipped(),
}


@pytest.mark.parametrize("content", ZIPS.values(), ids=ZIPS)
def test_a_zip_without_changes_reads_the_same(content):
    made = rewritten(content, {})

    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert new.testzip() is None
        assert new.comment == old.comment
        for before, after in zip(old.infolist(), new.infolist(), strict=True):
            assert (after.filename, after.date_time) == (before.filename, before.date_time)
            assert (after.CRC, after.extra) == (before.CRC, before.extra)
            assert new.read(after) == old.read(before)


def test_a_zip_as_word_writes_it_comes_out_byte_by_byte():
    assert rewritten(zipped(), {}) == zipped()


@pytest.mark.parametrize("content", [zipped(), streamed()], ids=["whole", "streamed"])
def test_what_is_not_changed_keeps_the_bytes_that_it_was_packed_as(content):
    made = rewritten(content, {"c.xml": b"new"}, [("d.xml", b"added"), ("丁.xml", b"too")])

    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), "d.xml", "丁.xml"]
        assert [new.read(one) for one in ("c.xml", "d.xml", "丁.xml")] == [b"new", b"added", b"too"]
        last = old.getinfo("c.xml").header_offset
        assert made[:last] == content[:last]
        assert new.getinfo("c.xml").date_time == old.getinfo("c.xml").date_time
        assert new.getinfo("d.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_entries_that_claim_the_same_bytes_are_written_once():
    content = zipped()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.start_dir
    record = content[start : content.index(b"PK\1\2", start + 4)]
    end = content.index(b"PK\5\6")
    many = content[:end] + record * 500
    count, size = 504, len(many) - start
    many += struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, start, 0)

    try:
        made = rewritten(many, {})
    except zipfile.BadZipFile:
        return  # a later Python refuses what overlaps when it opens the file

    assert len(made) <= len(many)
