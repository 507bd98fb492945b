from __future__ import annotations

import pytest

from jixiao.language.leftover import inner, is_page_number, remnants


@pytest.mark.parametrize("line", ["— 2 —", "-12-", "第3页", "第 3 页 共 9 页", "3/9"])
def test_a_page_number_is_known(line):
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["", "2", "— 2", "第3页的表", "2023/12/31", "—"])
def test_what_is_no_page_number_is_not(line):
    assert not is_page_number(line)


def test_remnants_of_bookmarks_are_found():
    line = "[bookmark: _GoBack]（一）甲[Bookmark]乙"

    assert [line[start:end] for start, end in remnants(line)] == [
        "[bookmark: _GoBack]",
        "[Bookmark]",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("", ""), (" 　", ""), ("甲 乙", "甲 乙"), ("　甲\u200b", "甲"), ("\ufeff甲\v", "甲")],
)
def test_a_line_is_found_within_its_blanks(line, expected):
    start, end = inner(line)

    assert line[start:end] == expected
