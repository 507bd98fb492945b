"""The layout of GB/T 9704-2012, measured on the pages that LibreOffice makes."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE = 180
MM = 72 / 25.4
#: the type area (GB/T 9704-2012, 5.2.2), in points from the left and the top of the page
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM
LINES, CHARACTERS = 22, 28


@dataclass(frozen=True)
class Line:
    """A line of a page: its text without blanks, and where it stands, in points."""

    text: str
    left: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    number: int
    width: float
    height: float
    body: tuple[Line, ...]
    footer: Line


@pytest.fixture(scope="module")
def pdf(soffice, gongwen_fonts, long_outline, rendered, tmp_path_factory) -> Path:
    assert gongwen_fonts
    folder = tmp_path_factory.mktemp("layout")
    word = folder / "report.docx"
    word.write_bytes(rendered(long_outline))
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(word)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return folder / "report.pdf"


@pytest.fixture(scope="module")
def pages(pdf, pdftotext) -> list[Page]:
    shown = subprocess.run(
        [pdftotext, "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=PATIENCE
    ).stdout.decode()
    return list(read_pages(shown))


def read_pages(shown: str) -> Iterator[Page]:
    found = re.findall(r'<page width="(.+?)" height="(.+?)">(.*?)</page>', shown, re.DOTALL)
    for number, (width, height, content) in enumerate(found, 1):
        *body, footer = read_lines(content)
        yield Page(number, float(width), float(height), tuple(body), footer)


def read_lines(content: str) -> Iterator[Line]:
    places = r'xMin="(.+?)" yMin=".+?" xMax="(.+?)" yMax="(.+?)">(.*?)</word>'
    rows = defaultdict(list)
    for left, right, bottom, text in re.findall(places, content):
        rows[round(float(bottom))].append((float(left), float(right), float(bottom), text))
    for _, words in sorted(rows.items()):
        words.sort()
        text = "".join(word[3] for word in words)
        yield Line(text, words[0][0], max(word[1] for word in words), words[0][2])


def test_the_paper_is_a4(pages):
    assert {(round(one.width / MM), round(one.height / MM)) for one in pages} == {(210, 297)}


def test_a_full_page_of_text_holds_22_lines(pages):
    full = [one for one in pages[1:] if len(one.body) >= LINES - 2]

    assert len(full) >= 4
    assert {len(one.body) for one in full} == {LINES}


def test_a_full_line_of_text_holds_28_characters_and_fills_the_width(pages):
    full = [
        line
        for page in pages
        for line in page.body
        if line.left < LEFT + 1 and re.fullmatch("[\u4e00-\u9fff]{26,}", line.text)
    ]

    assert len(full) >= 40
    assert {len(line.text) for line in full} == {CHARACTERS}
    assert all(abs(line.right - RIGHT) < 2 for line in full)


def test_a_paragraph_and_a_heading_begin_two_characters_in(pages):
    starts = (
        "一、预算单位",
        "本局编制",
        "（一）主要职能",
        "1.登记注册",
        "（1）企业登记",
        "一是登记",
    )
    firsts = [one for page in pages for one in page.body if one.text.startswith(starts)]

    assert len(firsts) == 6 * len(starts)
    assert all(abs(one.left - LEFT - 32) < 1 for one in firsts)


def test_no_line_stands_outside_of_the_type_area(pages):
    for page in pages:
        assert all(line.left > LEFT - 1 for line in page.body)
        assert page.body[-1].bottom < BOTTOM + 1
        # A closing mark may hang into the margin in LibreOffice, no further.
        assert all(line.right < RIGHT + 16 for line in page.body)


def test_a_number_is_not_broken_over_two_lines(pages):
    text = "\n".join(line.text for page in pages for line in page.body)

    assert text.count("5487") == 6
    assert not re.search(r"\d\n\d+[户名家年]", text)


def test_the_page_number_is_right_on_odd_pages_and_left_on_even_ones_a_character_in(pages):
    for page in pages:
        assert page.footer.text == f"—{page.number}—"
        if page.number % 2:
            assert abs(RIGHT - 14 - page.footer.right) < 1.5
        else:
            assert abs(page.footer.left - LEFT - 14) < 1.5


def test_the_dashes_beside_the_page_number_are_7_mm_below_the_type_area(pdf, pdftoppm, tmp_path):
    dots = 300
    command = [pdftoppm, "-r", str(dots), "-gray", "-f", "2", "-l", "3", str(pdf)]
    subprocess.run([*command, str(tmp_path / "page")], check=True, timeout=PATIENCE)

    for picture in sorted(tmp_path.iterdir()):
        top = first_dark_row_of_the_leftmost_mark(picture, from_row=round(263 / 25.4 * dots))
        assert abs(top * 25.4 / dots - 262 - 7) < 0.25


def first_dark_row_of_the_leftmost_mark(picture: Path, from_row: int) -> int:
    content = picture.read_bytes()
    width, height = (int(one) for one in content.split(None, 3)[1:3])
    start = len(content) - width * height
    rows = [content[start + y * width : start + (y + 1) * width] for y in range(height)]
    dark = [(y, row) for y, row in enumerate(rows) if y >= from_row and min(row) < 128]
    leftmost = min(next(x for x, dot in enumerate(row) if dot < 128) for _, row in dark)
    return next(y for y, row in dark if min(row[leftmost : leftmost + 40]) < 128)


def test_the_title_is_centred_and_the_text_follows_after_a_blank_line(pages):
    first, second, third = pages[0].body[:3]

    for line in (first, second):
        assert abs((line.left + line.right) - (LEFT + RIGHT)) < 3
    assert 30 < second.bottom - first.bottom < 36
    assert len(pages[0].body) == LINES - 1
    assert third.left > LEFT + 30


def test_each_attachment_begins_a_page_with_its_title_on_the_third_line(pages):
    marked = [page for page in pages if page.body[0].text in {"附件1", "附件2"}]

    assert [page.body[1].text for page in marked] == ["部门整体支出收支情况表", "项目支出情况表"]
    for page in marked:
        mark, title, unit = page.body[:3]
        assert abs(mark.left - LEFT) < 1
        assert abs((title.left + title.right) - (LEFT + RIGHT)) < 3
        assert 1.5 < (title.bottom - mark.bottom) / 28.95 < 2.6
        assert abs(unit.right - RIGHT) < 2


def test_the_date_stands_below_the_name_two_characters_to_its_right(pages):
    lines = [line for page in pages for line in page.body]
    at = next(i for i, one in enumerate(lines) if one.text == "2024年5月10日")
    name, date = lines[at - 1], lines[at]

    assert name.text == "某市某区市场监督管理局"
    assert abs(RIGHT - name.right - 32) < 3
    assert abs(date.left - name.left - 31.5) < 2


def test_the_list_of_attachments_is_aligned_after_a_blank_line(pages):
    lines = [line for page in pages for line in page.body]
    at = next(i for i, one in enumerate(lines) if one.text.startswith("附件："))
    first, second = lines[at : at + 2]

    assert (first.text, second.text) == ("附件：1.部门整体支出收支情况表", "2.项目支出情况表")
    assert abs(first.left - LEFT - 32) < 1
    assert abs(second.left - first.left - 3 * 15.75) < 1
