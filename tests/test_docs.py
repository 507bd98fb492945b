"""The documents are whole: generated pages up to date, every code explained, links alive."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from jixiao.catalogue import DEFECTS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def pages():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tests" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["content.md", "rules.md"])
def test_a_generated_page_is_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "运行 make docs"


def test_a_code_is_one_letter_and_three_digits_and_used_once():
    codes = [one.code for one in DEFECTS]

    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[LSBICNWYPF]\d{3}", code)] == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.code)
def test_every_code_has_a_name_and_a_manual_page(defect):
    assert defect.name
    for heading in ("为什么", "反例", "正例", "依据"):
        assert heading in defect.manual


def test_the_architecture_page_is_short():
    assert len((DOCS / "architecture.md").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted(DOCS.glob("*.md")), ids=str)
def test_a_link_between_pages_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [one for one in links if not (page.parent / one).exists()] == []
