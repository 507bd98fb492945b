"""A mended file on the disk: its encoding, mark, line ends and permissions as they were."""

from __future__ import annotations

import codecs
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao import encoding
from jixiao.mend.file import Unwritable, amended, save
from jixiao.mend.rounds import Draft
from jixiao.mend.splice import Change, splice
from jixiao.source import Source

TEXT = "部门整体支出绩效自评报告\n年初预算20万元,追加5万元。\n\n全年完成,\n"
FIXED = "部门整体支出绩效自评报告\n年初预算20万元，追加5万元。\n全年完成，\n"


def draft(content=TEXT):
    """Return a draft in which half-width commas and empty lines are mended, in two rounds."""
    commas = tuple(Change(at, at + 1, "，") for at, one in enumerate(content) if one == ",")
    middle = splice(content, commas)
    at = middle.find("\n\n")
    empty = (Change(at, at + 2, "\n"),) if at >= 0 else ()
    return Draft(Source("报告.txt", content), splice(middle, empty), (commas, empty))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
    ],
)
def test_the_bytes_are_those_of_the_mended_text_in_the_same_form(mark, codec, line_end):
    content = mark + TEXT.replace("\n", line_end).encode(codec)
    wanted = mark + FIXED.replace("\n", line_end).encode(codec)

    assert encoding.decode(content).text == TEXT
    # The empty line goes with the line end that a change says: the file's usual one.
    assert amended(content, draft()) == (wanted if line_end != "\r" else wanted_lone(wanted, codec))


def wanted_lone(wanted, codec):
    lone, feed = "。\r".encode(codec), "。\n".encode(codec)
    return wanted.replace(lone, feed)


def test_line_ends_that_are_mixed_stay_mixed():
    content = "甲,\r\n乙,\n丙,\r丁,\r\n".encode()

    made = amended(content, draft("甲,\n乙,\n丙,\n丁,\n"))

    assert made.decode() == "甲，\r\n乙，\n丙，\r丁，\r\n"


@given(st.lists(st.sampled_from(["甲", ",", "\r\n", "\n", "\r", "，"]), max_size=20))
def test_only_the_changes_are_changed(parts):
    typed = "".join(parts)
    content = encoding.line_ends(typed)
    commas = tuple(Change(at, at + 1, "，") for at, one in enumerate(content) if one == ",")

    made = amended(
        typed.encode(), Draft(Source("报告.txt", content), splice(content, commas), (commas,))
    )

    assert made.decode() == typed.replace(",", "，")


def test_a_second_byte_order_mark_stays():
    content = codecs.BOM_UTF8 * 2 + TEXT.encode()

    assert amended(content, draft()) == codecs.BOM_UTF8 * 2 + FIXED.encode()


def test_a_file_that_changed_meanwhile_is_not_written():
    with pytest.raises(Unwritable, match="又变了"):
        amended(TEXT.replace("20", "30").encode(), draft())


def test_a_file_with_bytes_that_are_no_text_is_not_written():
    damaged = b"\xe5\xb1" + TEXT.encode()
    source = encoding.decode(damaged).text

    with pytest.raises(Unwritable, match="读不出的字节"):
        amended(damaged, draft(source))


def test_a_file_keeps_its_permissions_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    path.chmod(0o640)

    save(path, draft())

    assert path.read_text(encoding="utf-8") == FIXED
    assert [one.name for one in tmp_path.iterdir()] == ["报告.txt"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege on Windows")
def test_a_link_is_not_written(tmp_path):
    (tmp_path / "原件.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "报告.txt").symlink_to(tmp_path / "原件.txt")

    with pytest.raises(Unwritable, match="链接"):
        save(tmp_path / "报告.txt", draft())

    assert (tmp_path / "原件.txt").read_text(encoding="utf-8") == TEXT


def test_a_folder_or_nothing_is_not_written(tmp_path):
    for path in (tmp_path, tmp_path / "没有.txt"):
        with pytest.raises(Unwritable):
            save(path, draft())
