"""A report that is imported and built again is the report: every character, every number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.cli import main
from jixiao.model.outline import Heading, Table
from jixiao.pipeline.audit import audit_file
from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

TESTS = Path(__file__).parents[1]
REPORTS = sorted([*TESTS.joinpath("clean").glob("*.txt"), *TESTS.joinpath("planted").glob("*.txt")])
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def printed(outline):
    return "".join("".join(text.value.split()) for text in outline.texts)


def is_within(some, every):
    """Return whether characters, or numbers, are among others in the same order."""
    rest = iter(every)
    return all(one in rest for one in some)


@pytest.fixture
def imported(tmp_path):
    """Return a function that imports a report into an empty folder, and what is woven of it."""

    def importing(report, *options):
        code = main(["-C", str(tmp_path), "import", str(report), "2023", *options])
        return code, review(Workspace(tmp_path), 2023)

    return importing


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.stem)
def test_an_imported_report_prints_every_character_and_number_again(report, imported):
    before = printed(audit_file(report, report.name).outline)

    code, after = imported(report)

    assert code == 0
    assert is_within(before, printed(after.outline))
    assert is_within(NUMBER.findall(before), NUMBER.findall(printed(after.outline)))


@pytest.mark.parametrize(
    "report", [one for one in REPORTS if one.parent.name == "clean"], ids=lambda one: one.stem
)
def test_nothing_must_be_mended_in_what_is_imported_of_a_clean_report(report, imported):
    _, after = imported(report)

    stopping = [one for one in after.diagnostics if one.stops]
    assert [(one.code, one.message) for one in stopping] == []


def test_no_number_with_a_unit_is_left_in_the_prose(tmp_path):
    report = TESTS / "clean" / "05-nongye-2020.txt"

    main(["-C", str(tmp_path), "import", str(report), "2020"])

    prose = (tmp_path / "content" / "2020" / "正文.yaml").read_text(encoding="utf-8")
    assert re.findall(r"[0-9.]+(?:万元|户|件|起|家|人次|%)", prose) == []


def told(outline):
    """Return what an outline says, block by block, without the places."""

    def block(one):
        if isinstance(one, Heading):
            return one.level, one.mark.value, one.title.value
        if isinstance(one, Table):
            return [[cell.value for cell in row] for row in one.rows]
        return (one.mark.value if one.mark else "", one.text.value)

    def attachment(one):
        rows = [[cell.value for cell in row] for row in (one.columns, *one.rows, one.total)]
        return one.number, one.label, one.title.value, one.unit_line, rows, one.note

    return {
        "title": [one.value for one in outline.title],
        "blocks": [block(one) for one in outline.blocks],
        "attachments": [attachment(one) for one in outline.attachments],
        "closing": [one and one.value for one in (outline.signature, outline.date)],
    }


def built(workspace, folder):
    """Return a year's outline and the Word file that it is built as."""
    reviewed = review(workspace, 2023)
    (product,) = produce(workspace, reviewed, ("docx",)).products
    path = folder / "报告.docx"
    path.write_bytes(product)
    return reviewed.outline, path


def test_the_word_file_of_the_sample_gives_the_same_outline_block_by_block(imported, tmp_path):
    outline, path = built(Workspace(TESTS.parent), tmp_path)

    code, after = imported(path)

    assert code == 0
    assert told(after.outline) == told(outline)
    assert not (tmp_path / "content" / "2023" / "提纲.yaml").exists()


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.stem)
def test_the_word_file_of_an_imported_report_gives_the_same_outline_again(report, tmp_path_factory):
    first, second = tmp_path_factory.mktemp("甲"), tmp_path_factory.mktemp("乙")
    main(["-C", str(first), "import", str(report), "2023"])
    outline, path = built(Workspace(first), first)

    main(["-C", str(second), "import", str(path), "2023"])

    after = review(Workspace(second), 2023).outline
    assert told(after) == told(outline)
