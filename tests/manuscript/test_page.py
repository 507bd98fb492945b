"""Pages as bureaus' sites publish reports, and as Word saves them: the report is read, as seen."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.manuscript.page.read import read_page
from jixiao.manuscript.read import read
from jixiao.model.manuscript import Role
from jixiao.model.outline import Heading, Table

TITLE = "青河市档案馆2022年度部门整体支出绩效自评报告"
BODY = """<p>　　一、基本情况</p>
<p style="text-indent:2em;">　　（一）主要职能。</p>
<p>&nbsp; &nbsp; 本馆负责档案的收集、保管和利用。</p>
<p>二、收支情况</p><p>全年支出60万元。</p>"""
LINES = [
    "一、基本情况",
    "（一）主要职能。",
    "本馆负责档案的收集、保管和利用。",
    "二、收支情况",
    "全年支出60万元。",
]
CLOSING = "<p style='text-align:right'>青河市档案馆</p><p>2023年5月6日</p>"

#: a site of TRS WCM: layout by div, the article in its editor's div, menus around it
TRS = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<meta name="ArticleTitle" content="{TITLE}"><title>{TITLE}_青河市人民政府</title>
<script>var a = "<p>一、脚本</p>";</script><style>.x{{color:red}}</style></head><body>
<div class="top"><a href="/">青河市人民政府</a><div class="nav"><ul>
<li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li></ul></div></div>
<div class="dqwz">您现在的位置：<a href="/">首页</a> &gt; <a href="/b">财政绩效</a></div>
<div class="main"><h1>{TITLE}</h1>
<div class="info"><span>发布时间：2023-05-06</span><span>来源：市档案馆</span>
<span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="content"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{}}</style>{BODY}
{CLOSING}</div></div>
<div class="fj"><a href="P020230506.xls">附件：收支情况表.xls</a></div>
<div class="share">分享到：<a>微信</a></div></div>
<div class="right"><h3>相关新闻</h3><ul><li><a>关于开展2023年绩效自评的通知，请各单位认真做好</a></li></ul>
</div><div class="foot"><p>主办：青河市人民政府 承办：市政务中心</p>
<p>版权所有 青河ICP备05000001号 网站标识码：4300000001</p></div></body></html>"""

#: a site whose articles come from UEditor, in UTF-8, with the title of the article in it
UEDITOR = f"""<html><head><meta charset="utf-8"></head><body><header><nav><a>首页</a></nav></header>
<div class="article"><div class="view TRS_UEDITOR trs_paper_default trs_web">
<p style="text-align: center;"><strong>青河市档案馆</strong></p>
<p style="text-align: center;"><strong>2022年度部门整体支出绩效自评报告</strong></p>{BODY}{CLOSING}
</div><p>扫一扫在手机打开当前页</p></div><footer>联系电话：0000-0000000</footer></body></html>"""

#: an old site: everything in tables, the article in a cell of its own
OLD = f"""<HTML><HEAD><META content="text/html; charset=gbk" http-equiv=Content-Type></HEAD><BODY>
<TABLE width=1000 align=center border=0><TR><TD><A href=index.asp>首页</A></TD><TD>今天是2023年5月7日</TD>
</TR></TABLE><TABLE width=1000 border=0><TR><TD width=200><TABLE><TR><TD><A>机构概况</A></TD></TR>
<TR><TD><A>工作动态，欢迎投稿</A></TD></TR></TABLE></TD><TD><TABLE width="100%"><TR><TD align=center>
<FONT size=5>{TITLE}</FONT></TD></TR><TR><TD>点击数：120 更新时间：2023-05-06</TD></TR>
<TR><TD id=zoom>{BODY.replace("</p>", "<BR>").replace("<p>", "")}
<BR>青河市档案馆<BR>2023年5月6日</TD></TR><TR><TD>【<A>打印</A>】【<A>关闭</A>】</TD></TR></TABLE></TD></TR></TABLE>
<TABLE border=0><TR><TD>版权所有：青河市档案馆</TD></TR></TABLE></BODY></HTML>"""

#: Word's own: conditional comments, o:p, list numbers, the source wrapped anywhere
WORD = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-parent:"";}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1 style='layout-grid:15.6pt'>
<p class=MsoTitle align=center><span lang=EN-US style='mso-bidi-font-size:22.0pt'>{TITLE[:6]}</span><span
lang=EN-US>{TITLE[6:10]}</span>{TITLE[10:]}<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal style='mso-outline-level:1'>一、基本情况<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='mso-fareast-font-family:仿宋_GB2312'><span style='mso-list:Ignore'>（一）<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>主要职能。</p>
<p class=MsoNormal><span style='font-family:仿宋_GB2312'>本馆负责档案的收集、
保管和</span><span style='display:none;mso-hide:all'>隐藏</span>利用。<span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div>
<span lang=EN-US><br clear=all style='page-break-before:always'></span>
<div class=WordSection2><p class=MsoNormal>二、收支情况</p>
<p class=MsoNormal>全年支出<span lang=EN-US>60</span>万元。</p>
<p class=MsoNormal align=right>青河市档案馆</p><p class=MsoNormal>2023年5月6日</p></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>批注，请核对。</p></div></div>
</body></html>"""


def page(body: str, *, charset: str = "utf-8") -> bytes:
    head = f"<html><head><meta charset={charset}></head>"
    return f"{head}<body>{body}</body></html>".encode(charset)


def manuscript(content: bytes):
    made = read_page(content, "报告.html")
    assert made.diagnostics == ()
    assert made.value is not None
    return made.value


def lines(content: bytes) -> list[str]:
    return [one.text.value for one in manuscript(content).lines]


@pytest.mark.parametrize(
    ("text", "charset"),
    [(TRS, "gb18030"), (UEDITOR, "utf-8"), (OLD, "gbk"), (WORD, "gb18030")],
    ids=["trs", "ueditor", "old", "word"],
)
def test_the_report_on_a_page_is_read_and_nothing_around_it(text, charset):
    made = read(manuscript(text.encode(charset)))

    assert "".join(one.value for one in made.title) == TITLE
    assert [one.line for one in made.blocks] == LINES
    assert [one.level for one in made.blocks if isinstance(one, Heading)] == [1, 2, 1]
    assert (str(made.signature), str(made.date)) == ("青河市档案馆", "2023年5月6日")


def test_a_line_of_the_source_is_a_line_as_seen():
    made = manuscript(TRS.encode("gb18030"))

    assert made.source.content.split("\n") == [TITLE, *LINES, "青河市档案馆", "2023年5月6日", ""]
    assert [one.text.place().line for one in made.lines] == [*range(1, 9)]
    assert made.strays == ()


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", ""),
        ("gb18030", "gb2312"),
        ("gbk", "GBK"),
        ("utf-8", "gb2312"),
        ("utf-16", "utf-16"),
        ("big5", "big5"),
    ],
)
def test_a_page_is_decoded_as_a_browser_would(codec, declared):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    text = f"<html><head>{meta if declared else ''}</head><body><p>一、基本</p></body></html>"

    assert lines(text.encode(codec)) == ["一、基本"]


def test_an_encoding_that_had_to_be_guessed_is_told():
    made = read_page(f"<html><body>{BODY}</body></html>".encode("gbk"), "报告.html")

    assert [one.code for one in made.diagnostics] == ["L203"]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>甲<br>乙</p>", ["甲", "乙"]),
        ("<p>收集、\n  保管</p>", ["收集、保管"]),
        ("<p>ISO\n9001 认证</p>", ["ISO 9001 认证"]),
        ("<p>m<sup>2</sup>、H<sub>2</sub>O</p>", ["m2、H2O"]),
        ("<p>a&lt;b&amp;c&hellip;&#8212;&#x4e00;</p>", ["a<b&c…—一"]),
        ("<p>见<a href='x'>《办法》</a>。<img alt='图'></p>", ["见《办法》。"]),
        ("<p>甲</p><p hidden>隐</p><p style='DISPLAY : none'>隐</p>乙", ["甲", "乙"]),
        ("<p>甲<del>旧</del><ins>新</ins></p>", ["甲新"]),
        ("<ruby>汉<rp>(</rp><rt>hàn</rt></ruby>字", ["汉字"]),
        ("<pre>甲  乙\n丙</pre>", ["甲 乙", "丙"]),
        ("<h2>一、基本<br>情况</h2>", ["一、基本情况"]),
        ("<p>甲<span>　</span></p><p>　&nbsp;</p>", ["甲"]),
    ],
)
def test_text_is_what_a_reader_of_the_page_sees(markup, seen):
    assert lines(page(markup)) == seen


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=a><li>甲<li value=28><p>乙</p></ol>", ["c.甲", "ab.乙"]),
        ("<ol type=I reversed><li>甲<li>乙</ol>", ["II.甲", "I.乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style-type: simp-chinese-formal'><li>甲</ol>", ["壹、甲"]),
        ("<ol style='list-style: none'><li>甲</ol>", ["甲"]),
        ("<ol class='custom_cn2 list-paddingleft-1'><li><p>甲</p></ol>", ["（一）甲"]),
        ("<ol><li>甲<ol type=i><li>子</ol><li>乙</ol>", ["1.甲", "i.子", "2.乙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol start=-1><li>甲<li>乙<li>丙</ol>", ["甲", "乙", "1.丙"]),
    ],
)
def test_items_have_the_number_that_a_browser_gives_them(markup, seen):
    assert lines(page(markup)) == seen


def test_headings_have_the_level_of_their_mark_or_of_their_place_among_headings():
    body = "<h1>自评报告</h1><h2>一、甲</h2><h3>乙</h3><h3>1.丙</h3><h2>三是丁，全年办理5件。</h2>"

    made = manuscript(page(body)).lines

    assert [(one.level, one.role) for one in made] == [
        (0, Role.TITLE),
        (1, None),
        (2, None),
        (3, None),
        (0, None),
    ]


def test_a_title_may_be_in_headings_of_two_depths():
    body = "<h1>青河市档案馆</h1><h2>2022年度自评报告</h2><h2>一、甲</h2><p>乙。</p><h3>丙</h3>"

    made = manuscript(page(body)).lines

    assert [(one.level, one.role) for one in made] == [
        (0, Role.TITLE),
        (0, Role.TITLE),
        (1, None),
        (0, None),
        (2, None),
    ]


SPANNED = """<table border="1"><caption>收支情况表</caption>
<tr><th rowspan="2">项目</th><th colspan="2">金额</th></tr><tr><th><p>年初</p><p>预算</p></th><th>支出</th></tr>
<tfoot><tr><td>合计</td><td>40</td><td>60</td></tr></tfoot>
<tbody><tr><td>修复<table><tr><td>（纸质）</td></tr></table></td><td>40</td><td>&nbsp;60 </td></tr>
<tr><td colspan="3"></td></tr></tbody></table>"""


def test_a_table_is_rows_of_as_many_cells_as_seen():
    made = read(manuscript(page(f"<p>一、收支</p>{SPANNED}<p>二、其他</p>")))

    (table,) = [one for one in made.blocks if isinstance(one, Table)]
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "金额", ""],
        ["", "年初预算", "支出"],
        ["修复（纸质）", "40", "60"],
        ["合计", "40", "60"],
    ]
    assert [row[0].place().line for row in table.rows] == [3, 4, 5, 6]
    assert [one.line for one in made.blocks if not isinstance(one, Table)] == [
        "一、收支",
        "收支情况表",
        "二、其他",
    ]


def test_tables_one_after_the_other_stay_apart():
    one = "<table border=1><tr><td>甲<td>1</table>"

    made = manuscript(page(one + one))

    assert [line.table for line in made.lines] == [1, 2]


@pytest.mark.parametrize(
    "layout",
    [
        "<table role=presentation><tr><td>一、甲<td>乙</table>",
        "<table><tr><td>一、甲<br>乙</table>",
        "<table><tr><td><p>一、甲</p><p>乙</p></td><td></td></tr></table>",
        "<table><tr><td><table><tr><td>一、甲</table><td>乙</table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(layout):
    made = manuscript(page(layout))

    assert [(one.text.value, one.cells) for one in made.lines] == [("一、甲", ()), ("乙", ())]


def test_a_page_in_nested_tables_keeps_the_table_of_figures_in_it():
    inner = "<table><tr><td>项目<td>金额<tr><td>修复<td>60</table>"
    text = "".join(f"<p>{one}</p>" for one in LINES)

    made = manuscript(page(f"<table><tr><td>{text}{inner}</td><td><a>菜单</a></td></tr></table>"))

    assert [[cell.value for cell in one.cells] for one in made.lines if one.cells] == [
        ["项目", "金额"],
        ["修复", "60"],
    ]


def test_a_report_is_found_without_a_name_to_know_its_element_by():
    menu = "<ul>" + "<li><a>关于绩效自评的通知，请认真落实</a></li>" * 40 + "</ul>"
    table = "<div><table border=1><tr><td>项目<td>金额<tr><td>修复<td>60</table></div>"
    text = f"<div><div>{BODY}</div>{table}<div>{CLOSING}</div></div>"
    site = f"<div>{menu}</div><div><h2>{TITLE}</h2>{text}</div><div>{menu}</div><p>版权所有</p>"

    made = read(manuscript(page(site)))

    assert [one.value for one in made.title] == [TITLE]
    assert [one.line for one in made.blocks] == [*LINES, "项目\t金额\n修复\t60"]
    assert str(made.date) == "2023年5月6日"


def test_what_is_no_site_is_read_as_a_whole():
    assert lines(page("<p>随笔</p><div>今天</div>")) == ["随笔", "今天"]


@pytest.mark.parametrize("markup", ["", "<p>&nbsp;</p>", "<nav>首页</nav>", "<!-- 空 -->"])
def test_a_page_without_words_is_told(markup):
    made = read_page(page(markup), "报告.html")

    assert made.value is None
    assert [one.code for one in made.diagnostics] == ["L201"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html>" + b"<div>" * 100_000 + "一、甲".encode(), "L202"),
        (b"<html>" + b"<b></b>" * 300_000, "L205"),
    ],
    ids=["deep", "large"],
)
def test_a_page_that_would_not_be_read_as_a_whole_is_refused(content, code):
    made = read_page(content, "报告.html")

    assert made.value is None
    assert [one.code for one in made.diagnostics] == [code]
    assert made.diagnostics[0].hint


def test_a_table_that_spans_without_end_is_bounded():
    wide = "<td colspan=999999 rowspan=999999>甲</td>" * 50
    body = f"<p>一、甲</p><table border=1>{('<tr>' + wide) * 200}</table>"

    assert lines(page(body))[0] == "一、甲"


def test_nothing_is_fetched_and_no_entity_is_expanded(tmp_path):
    secret = tmp_path / "密.txt"
    secret.write_text("机密", encoding="utf-8")
    text = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>一、甲&x;乙</p></html>'
    )

    assert "机密" not in manuscript(text.encode()).source.content


WORDS = st.text(alphabet="一二三、（）1.是绩效支出2023年。，<&>\"'", min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from(["p", "div", "li", "h3"]))
def test_every_paragraph_of_a_page_is_a_line(texts, name):
    body = "".join(f"<{name}>{html.escape(one)}</{name}>" for one in texts)

    made = manuscript(page(f"<div id='zoom'>{body}</div>"))

    assert made.source.content == "\n".join(texts) + "\n"


@given(st.text(alphabet="<>/abdiptrh '\"=!-&;#x一。", max_size=300))
def test_no_page_breaks_the_reader(text):
    made = read_page(f"<html>{text}".encode(), "报告.html")

    assert made.value is not None or made.diagnostics
