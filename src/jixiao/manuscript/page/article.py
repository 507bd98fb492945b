"""Where on a page the report is: in the element that holds its numbered headings and its prose.

A page of a site has menus, a bar with the date and the source, links to other pages and a footer
around the report; only the report is read. The elements that editors of bureaus' sites put around
an article are known by name. Without one it is the innermost element that holds nearly all of what
looks like a report. Then it is widened, as long as more of a report than of a site is gained, for a
date or a table may stand in an element of its own. What is doubtful stays in: a line too many is
seen, a lost one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jixiao.language.mark import leading
from jixiao.manuscript.page.blocks import Block, Region

#: ids and classes around an article: TRS, UEditor, 国务院's and other common site systems
_NAMED = re.compile(
    r"zoom|ucap-content|trs_editor|trs_ueditor|trs_uedtor|v_news_content|vsb_content"
    r"|article-content|articlecontent|article_content|pages_content"
)
#: lines about the page, not of the report, by how they begin, or by what is in them
_SITE = re.compile(
    r"(?:【?\s*(?:打印|关闭|收藏|返回顶部|分享)|分享到|扫一扫|当前位置|您(?:现在|当前)?(?:所在)?的位置|您现在的位置"
    r"|上一[篇条]|下一[篇条]|相关(?:新闻|链接|稿件|文章|信息|阅读)|责任编辑|编辑：|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:次数|量)"
    r"|(?:信息|文章|稿件)?来源[:：]|发布(?:时间|日期|机构|单位)|更新时间|成文日期[:：]|索\s*引\s*号|字体|字号|【?字体"
    r"|主办(?:单位)?[:：]|承办(?:单位)?[:：]|主管(?:单位)?[:：]|技术支持|版权所有|网站(?:地图|标识码)|联系(?:我们|电话)"
    r"|地址[:：]|备案号|今天是|首页|无障碍|ICP备)"
)
_SITE_WITHIN = re.compile(
    r"ICP备|公网安备|版权所有|网站标识码|Copyright|All Rights Reserved", re.IGNORECASE
)
_LONGEST_SITE = 160
_SENTENCE = re.compile("[，。；：]")
_REPORT = re.compile("绩效|自评|报告")
_DATE = re.compile(r"[0-9〇○零一二三四五六七八九]{4}\s*年.{1,3}月.{1,3}日")
_SIGNED = re.compile(r"(?:局|委|委员会|厅|部|办公室|政府|中心|院|会|处|所|馆|校)$")
_LONGEST_SIGNATURE = 30
#: characters that a numbered heading and a row of cells weigh in favour of an element
_HEADING, _ROW = 80, 20
#: the share of what looks like a report that the innermost element has, or one known by name
_NEARLY, _MOST = 0.85, 0.5


def article(blocks: Sequence[Block], page: Region) -> tuple[int, ...]:
    """Return which blocks are the report, in order.

    Lines about the page are left out where they stand around it, not within.
    """
    weights = [_weigh(one) for one in blocks]
    scale = _Scale(
        tuple(accumulate((max(one, 0) for one in weights), initial=0)),
        tuple(accumulate((max(-one, 0) for one in weights), initial=0)),
    )
    if not scale.weigh(page):
        return tuple(range(page.start, page.end))
    path = _path(page, scale)
    whole, (start, end) = _widened(path, scale), _within(path[-1], weights)
    return tuple(
        at for at in range(whole.start, whole.end) if start <= at < end or weights[at] >= 0
    )


def _within(region: Region, weights: Sequence[int]) -> tuple[int, int]:
    """Return where a region starts and ends without the lines about the page at its edges."""
    start, end = region.start, region.end
    while start < end and weights[start] < 0:
        start += 1
    while end > start and weights[end - 1] < 0:
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Scale:
    """How much of a report, and of a site, there is before each block."""

    report: tuple[int, ...]
    site: tuple[int, ...]

    def weigh(self, region: Region) -> int:
        """Return how much of a report a region holds."""
        return self.report[region.end] - self.report[region.start]

    def gain(self, inner: Region, outer: Region) -> tuple[int, int]:
        """Return how much of a report, and of a site, is in a region and not in one within it."""
        report, site = (
            sums[outer.end] - sums[outer.start] - sums[inner.end] + sums[inner.start]
            for sums in (self.report, self.site)
        )
        return report, site


def _weigh(block: Block) -> int:
    """Return how much a block looks like a report; below zero, how much like a site."""
    if block.rows:
        return _ROW * len(block.rows)
    size = len(block.text)
    if is_about_page(block):
        return -size
    if leading(block.text):
        return _HEADING + size
    if _SENTENCE.search(block.text) or _REPORT.search(block.text) or _is_closing(block.text):
        return size
    return 0


def is_about_page(block: Block) -> bool:
    """Return whether a line is of the site: most of it is a link, or it says so."""
    if block.rows:
        return False
    if 2 * block.linked > len(block.text):
        return True
    is_short = len(block.text) <= _LONGEST_SITE
    return is_short and bool(_SITE.match(block.text) or _SITE_WITHIN.search(block.text))


def _is_closing(text: str) -> bool:
    is_signature = len(text) <= _LONGEST_SIGNATURE and _SIGNED.search(text)
    return bool(is_signature or _DATE.fullmatch(text))


def _path(page: Region, scale: _Scale) -> list[Region]:
    """Return the regions from the page down to the one that holds the report."""
    whole = scale.weigh(page)
    path = [page]
    while True:
        above = path[-1]
        within = [one for one in above.parts if scale.weigh(one) >= _NEARLY * whole]
        if not within:
            within = [one for one in above.parts if _holds_named(one, scale, whole)]
        if not within:
            return path
        path.append(max(within, key=scale.weigh))
        if _is_named(path[-1]):
            return path


def _holds_named(region: Region, scale: _Scale, whole: int) -> bool:
    """Return whether a region is known by name as an article, and most of the report is in it."""
    return _is_named(region) and scale.weigh(region) >= _MOST * whole


def _is_named(region: Region) -> bool:
    return any(map(_NAMED.fullmatch, region.names))


def _widened(path: Sequence[Region], scale: _Scale) -> Region:
    inner = path[-1]
    for outer in reversed(path[:-1]):
        report, site = scale.gain(inner, outer)
        if site > report:
            break
        inner = outer
    return inner


def before(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    """Yield the lines before the report, the nearest first, that are not about the page."""
    for at in range(start - 1, -1, -1):
        if not is_about_page(blocks[at]) and not blocks[at].rows:
            yield blocks[at]
