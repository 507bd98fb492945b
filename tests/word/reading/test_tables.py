"""Tables: a line a row, as many cells in each."""

from __future__ import annotations

import pytest
from tests.word.reading.markup import cell, p, row, table

from jixiao.model.manuscript import Role


def grid(one):
    return [[value.value for value in line.cells] for line in one.lines if line.cells]


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_row_is_a_line_and_a_paragraph_of_a_cell_a_line_of_the_source(read):
    one = read(p("前") + table(row("项目", "金额"), row("支出", cell("1359.46", "万元"))) + p("后"))

    assert one.source.content == "前\n项目\n金额\n支出\n1359.46\n万元\n后"
    assert grid(one) == [["项目", "金额"], ["支出", "1359.46\n万元"]]
    assert [line.table for line in one.lines] == [0, 1, 1, 0]
    assert [one.source.address(at) for at in range(1, 8)] == [
        *("", "表1第1行第1格", "表1第1行第2格", "表1第2行第1格"),
        *("表1第2行第2格", "表1第2行第2格", ""),
    ]


MERGED = {
    "across": (
        (row(cell("合计", properties=span(2)), "9"), row("甲", "乙", "丙")),
        [["合计", "", "9"], ["甲", "乙", "丙"]],
    ),
    "down": (
        (
            row(cell("甲", properties='<w:vMerge w:val="restart"/>'), "1"),
            row(cell("残留", properties="<w:vMerge/>"), "2"),
        ),
        [["甲", "1"], ["", "2"]],
    ),
    "before and after": (
        (
            row("乙", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row("甲", "乙", "丙"),
        ),
        [["", "乙", ""], ["甲", "乙", "丙"]],
    ),
    "short row": ((row("甲"), row("乙", "丙")), [["甲", ""], ["乙", "丙"]]),
    "no columns": ((row(cell("甲", properties=span(0))),), [["甲"]]),
    "nonsense": ((row(cell("甲", properties=span(10**12))),), [["甲"]]),
    "deleted row": (
        (row("甲"), row("乙", properties='<w:del w:id="1" w:author="x"/>')),
        [["甲"]],
    ),
    "controls": (
        (
            f"<w:sdt><w:sdtContent>{row('甲', '乙')}</w:sdtContent></w:sdt>",
            f"<w:tr><w:sdt><w:sdtContent>{cell('丙')}</w:sdtContent></w:sdt>{cell('丁')}</w:tr>",
        ),
        [["甲", "乙"], ["丙", "丁"]],
    ),
    "blanks": ((row("　甲 ", cell("", "乙", "")),), [["甲", "乙"]]),
    "empty": ((row(cell(), cell("<w:p/>")), row("甲", "乙")), [["", ""], ["甲", "乙"]]),
}


@pytest.mark.parametrize(("rows", "expected"), MERGED.values(), ids=MERGED)
def test_a_table_is_rectangular(read, rows, expected):
    assert grid(read(table(*rows) + p("后"))) == expected


def test_a_nested_table_follows_as_one_of_its_own(read):
    inner = table(row("里"), row("层"))

    one = read(table(row(cell("外", inner), "乙"), row("丙", "丁")) + table(row("后")))

    assert [(line.table, *(one.value for one in line.cells)) for line in one.lines] == [
        (1, "外", "乙"),
        (1, "丙", "丁"),
        (2, "里"),
        (2, "层"),
        (3, "后"),
    ]


def test_a_cell_of_a_total_is_known_by_the_style_of_headings(read):
    styles = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="表头"/></w:style>'
    head = p("合计", properties='<w:pStyle w:val="h"/>')

    one = read(table(row(cell(head), "金额"), row("甲", "1"), row(cell(head), "1")), styles=styles)

    assert [line.role for line in one.lines] == [None, None, Role.TOTAL]


def test_a_table_of_more_cells_than_a_person_makes_is_refused(told):
    from tests.word.reading.markup import packed

    wide = row(*["<w:tc><w:p/></w:tc>"] * 2000)

    assert told(packed(table(wide, *["<w:tr><w:tc><w:p/></w:tc></w:tr>"] * 2000))) == "L210"
