"""审核意见 as a page: escaped, closed to the world, printed on A4 by a real browser."""

from __future__ import annotations

import re
import subprocess

import pytest
from lxml import html

from jixiao.diagnostic import Defect, Severity
from jixiao.export.html import as_html
from jixiao.export.opinion import opinion
from jixiao.model.examined import Examined
from jixiao.source import Source

HOSTILE = "<script>alert(1)</script>&amp;\"'</style><img src=x onerror=alert(2)>"


@pytest.fixture
def page(examined, manuals):
    return as_html(opinion([examined], manuals))


@pytest.fixture
def open_in_browser(chromium, tmp_path):
    """Return a function that opens a page headless: what the browser printed, and what it told."""

    def opened(page, *flags):
        path = tmp_path / "意见.html"
        path.write_text(page, encoding="utf-8")
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
            f"--user-data-dir={tmp_path / 'profile'}", *flags, path.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return done.stdout.decode(), done.stderr.decode(errors="replace")

    return opened


def test_a_page_says_of_each_finding_what_a_bureau_needs(page):
    root = html.fromstring(page)

    (title,) = root.xpath("//h1")
    assert title.text == "关于《某县水利局2022年度部门整体支出绩效自评报告》的审核意见"
    first = root.xpath("//section[@class='must']//tr[@class='remark']")[0]
    told = " ".join(first.text_content().split())
    for words in (
        "第6行（二、预算收支情况）：", "追加6.10万元，支出26.20万元。", "年初与追加之和为26.10万元",
        "（对照第6行：支出；第7行：合计）。建议：追加应为6.20万元：100%", "B102",
    ):  # fmt: skip
        assert words in told
    assert [one.text for one in first.xpath(".//q/mark")] == ["6.10万元"]
    (bases,) = root.xpath("//p[@class='bases']")
    assert "B102：预算法第四条，收支平衡；" in bases.text_content()


def test_settled_findings_stand_apart_with_their_reason(page):
    (settled,) = html.fromstring(page).xpath("//section[@class='settled']")

    assert "核实说明" in settled.text_content()
    assert "已与财务股核对" in settled.text_content()


def test_a_page_without_findings_says_so(manuals):
    page = as_html(opinion([Examined("好.txt", ())], manuals))

    assert "没有发现需要修改或者核实的地方。" in page


def test_what_a_report_says_is_text_and_nothing_else(manuals, open_in_browser):
    one = Defect("W101", HOSTILE, Severity.ERROR, f"**依据**：{HOSTILE}")
    source = Source(f"{HOSTILE}.txt", HOSTILE)
    found = one.at(source.place(0, 8), HOSTILE, hint=HOSTILE)

    page = as_html(opinion([Examined(source.name, (found,))], manuals | {"W101": one}))
    shown, _ = open_in_browser(page, "--dump-dom")

    assert html.fromstring(shown).xpath("//script | //img") == []
    (reason,) = html.fromstring(shown).xpath("//tr[@class='remark']/td[3]")
    assert HOSTILE in reason.text_content()
    assert html.fromstring(shown).xpath("//q/mark")[0].text_content() == HOSTILE[:8]


def test_a_page_fetches_and_runs_nothing(page):
    assert not re.search(
        r"<script|<link|<img|<iframe|src=|href=|url\(|@import|javascript:|\son\w+=", page
    )
    assert "default-src 'none'" in page


def test_a_browser_applies_the_style_under_the_pages_own_policy(page, open_in_browser):
    _, told = open_in_browser(page, "--dump-dom")
    assert "Content Security Policy" not in told

    _, told = open_in_browser(page.replace("<style>", "<style> "), "--dump-dom")
    assert "Content Security Policy" in told


def test_a_browser_prints_it_on_a4_with_every_finding(page, open_in_browser, pdftotext, tmp_path):
    printed = tmp_path / "意见.pdf"
    open_in_browser(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")

    boxes = subprocess.run(
        [pdftotext, "-bbox", str(printed), "-"], capture_output=True, check=True
    ).stdout.decode()

    sizes = re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}
    words = "".join(re.findall(r">([^<>]+)</word>", boxes))
    for said in ("6.10万元", "已与财务股核对", "W101", "审核日期"):
        assert said in words


def test_the_same_findings_make_the_same_page(examined, manuals):
    assert as_html(opinion([examined], manuals)) == as_html(opinion([examined], manuals))
