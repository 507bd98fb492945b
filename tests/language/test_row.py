from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language import row

_CELLS = st.text("甲乙12-:　 ", max_size=4).map(str.strip)
_TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def _cells(lines: list[str]) -> list[list[str]]:
    found = row.spans(lines)
    return [
        [line[start:end].strip() for start, end in cells]
        for line, cells in zip(lines, found, strict=True)
    ]


@given(_TABLES)
def test_rows_written_as_lines_are_read_as_the_same_rows(rows):
    assert _cells(row.lines(rows)) == rows


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["项目 | 数", "登记｜3"], [["项目", "数"], ["登记", "3"]]),
        (["| 项目 | 数 |", "| 登记 | 3 |"], [["项目", "数"], ["登记", "3"]]),
        (["项目 | 数", "登记 |"], [["项目", "数"], ["登记", ""]]),
        (["| 数", "登记 | 3"], [["", "数"], ["登记", "3"]]),
        (["|", "|"], [["", ""], ["", ""]]),
        (["只有一格"], [["只有一格"]]),
        ([], []),
    ],
)
def test_bars_part_cells_unless_they_frame_every_row(lines, cells):
    assert _cells(lines) == cells


@pytest.mark.parametrize("line", ["|---|---|", "---|:---:", "| :--- | ---: |", "---｜---"])
def test_what_markdown_draws_below_the_head_is_a_ruling(line):
    assert row.is_ruling(line)


@pytest.mark.parametrize("line", ["| -- | -- |", "登记 | ---", "—|—", "|"])
def test_a_row_of_words_or_of_short_dashes_is_no_ruling(line):
    assert not row.is_ruling(line)
