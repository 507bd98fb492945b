"""Places: every character knows its line and column, through slices and joins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.source import Piece, Source, Text

TEXTS = st.text(alphabet="年初预算 【】ab\n", max_size=60)


def test_lines_and_columns_count_from_1():
    source = Source("a.yaml", "年度: 2023\n全称: 某局\n")

    assert source.position(0) == (1, 1)
    assert source.position(source.content.index("某")) == (2, 5)
    assert source.line(2) == "全称: 某局"
    assert source.line(4) == ""


def test_a_place_ends_after_its_last_character():
    source = Source("a.yaml", "甲乙\n丙丁戊")
    place = source.place(3, 5)

    assert (place.line, place.column, place.end_line, place.end_column) == (2, 1, 2, 3)
    assert place.text == "丙丁"
    assert source.place(0).text == "甲"


def test_an_index_past_the_text_is_clipped_to_its_end():
    source = Source("a.yaml", "甲\n乙")

    assert source.index(9, 1) == len(source.content)
    assert source.index(2, 99) == len(source.content)
    assert source.index(0, 0) == 0


@given(TEXTS)
def test_position_and_index_are_inverse(content):
    source = Source("a.yaml", content)

    for index in range(len(content) + 1):
        assert source.index(*source.position(index)) == index


@given(TEXTS, st.data())
def test_a_slice_of_a_typed_text_is_the_source_at_its_place(content, data):
    source = Source("a.yaml", content)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))

    part = Text.typed(source, 0, len(content)).slice(start, end)

    assert part.value == content[start:end]
    assert part.place().text == part.value


@given(st.lists(TEXTS, max_size=5))
def test_joined_texts_keep_the_place_of_every_character(contents):
    source = Source("a.yaml", "|".join(contents))
    starts = [sum(len(one) + 1 for one in contents[:number]) for number in range(len(contents))]
    parts = [
        Text.typed(source, start, start + len(one))
        for start, one in zip(starts, contents, strict=True)
    ]

    joined = Text.join(parts)

    assert joined.value == "".join(contents)
    for offset, character in enumerate(joined.value):
        assert joined.place(offset, offset + 1).text == character


def test_a_value_that_stands_for_a_place_keeps_it_whole_when_it_is_cut():
    source = Source("a.yaml", "共【登记】。")
    expanded = Text.join(
        [
            Text.typed(source, 0, 1),
            Text.standing("5487户", source.place(1, 5)),
            Text.typed(source, 5, 6),
        ]
    )

    assert expanded.value == "共5487户。"
    assert expanded.place(2, 4).text == "【登记】"
    assert expanded.place(6, 7).text == "。"
    assert expanded.place(0, 3).text == "共【登记】"


def test_a_place_over_two_sources_stays_in_the_first():
    first, second = Source("a.yaml", "甲乙"), Source("b.yaml", "丙丁")
    joined = Text.join([Text.typed(first, 0, 2), Text.typed(second, 0, 2)])

    assert joined.place().file == "a.yaml"
    assert joined.place(2).file == "b.yaml"


def test_an_empty_text_still_has_a_place():
    source = Source("a.yaml", "甲乙")

    assert Text.typed(source, 1, 1).place().column == 2
    assert Text.typed(source, 0, 2).slice(2).place().column == 3
    assert not Text.typed(source, 1, 1)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_a_slice_of_many_pieces_is_made_of_those_it_holds(contents, data):
    """A slice looks its pieces up; here all of them are walked through."""
    sources = [Source(f"{at}.yaml", one) for at, one in enumerate(contents)]
    whole = Text.join(Text.typed(one, 0, len(one.content)) for one in sources)
    start = data.draw(st.integers(0, len(whole.value)))
    end = data.draw(st.integers(start, len(whole.value)))
    owners = [(one, at) for one in sources for at in range(len(one.content))]

    part = whole.slice(start, end)

    seen = [(one.source, at) for one in part.pieces for at in range(one.start, one.end)]
    assert seen == owners[start:end]
    assert part.value == whole.value[start:end]


def test_an_empty_slice_stands_between_the_characters_around_it():
    source = Source("a.yaml", "年初【年初预算】追加")
    cited = Text.standing("993.19万元", source.place(2, 8))
    whole = Text.join([Text.typed(source, 0, 2), cited, Text.typed(source, 8, 10)])

    assert [whole.place(at, at).start for at in (0, 1, 2, 10, 11, 12)] == [0, 1, 2, 8, 9, 10]


@given(TEXTS, st.booleans(), st.integers(-70, 70), st.none() | st.integers(-70, 70))
def test_a_place_is_that_of_the_slice(content, is_standing, start, end):
    source = Source("a.yaml", content)
    typed = Text.typed(source, 0, len(content))
    one = Text.standing("九百九十三", typed.place()) if is_standing else typed
    apart = Text(one.value, (*one.pieces, Piece(0, source, len(content), len(content))))

    assert one.place(start, end) == apart.place(start, end)


def test_a_line_that_no_reader_counts_has_an_address_instead():
    source = Source("报告.docx", "正文\n甲\n乙\n", ((2, "表1第1行第1格"), (3, "表1第1行第2格")))

    places = [source.place(at) for at in (0, 3, 5)]

    assert [one.address for one in places] == ["", "表1第1行第1格", "表1第1行第2格"]


def test_a_line_is_spoken_of_by_its_number_or_its_address():
    source = Source("报告.docx", "甲\n乙\n丙", ((2, "表1第1行第1格"),), "段")

    assert [source.told(line) for line in (1, 2, 3)] == ["第1段", "表1第1行第1格", "第3段"]
    assert source.place(2).told == "表1第1行第1格"
    assert Source("报告.txt", "甲").place(0).told == "第1行"
