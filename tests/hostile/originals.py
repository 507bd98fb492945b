"""Good Word files of several makes, the same bytes each time: what the fuzzing starts from."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from tests.hostile.part_files import BODY, REPORT
from tests.hostile.zips import entries, undated
from tests.word.reading.markup import (
    NAMESPACES,
    abstract,
    cell,
    level,
    num,
    numbered,
    p,
    packed,
    r,
    row,
    table,
)

from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

_ROOT = Path(__file__).parents[2]
_DATE = re.compile(rb'w:date="[^"]*"')


def originals() -> tuple[bytes, ...]:
    """Return each file; what the clock writes into them is taken out."""
    made = (_of_jixiao(), _of_python_docx(), _counted(), _changed(), _boxed())
    return tuple(map(_timeless, made))


def _timeless(content: bytes) -> bytes:
    return undated([(name, _DATE.sub(b'w:date=""', one)) for name, one in entries(content)])


def _of_jixiao() -> bytes:
    workspace = Workspace(_ROOT)
    return produce(workspace, review(workspace, 2023), ("docx",)).products[0]


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _of_python_docx() -> bytes:
    document = docx.Document()
    document.add_heading(REPORT[0], 0)
    document.add_heading("基本情况", 1)
    commented = document.add_paragraph("编制20名，实有在职人员18名。")
    document.add_comment(commented.runs, "请核对", author="审核", initials="审")
    for one in ("加强收集", "加强利用"):
        document.add_paragraph(one, style="List Number")
    grid = document.add_table(3, 3, style="Table Grid")
    for at, one in enumerate(grid._cells):
        one.text = f"第{at}格"
    grid.cell(0, 0).merge(grid.cell(1, 1))
    grid.cell(2, 2).add_table(1, 2)
    document.sections[0].header.paragraphs[0].text = "青河市档案馆"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    for one in REPORT[3:]:
        document.add_paragraph(one)
    return _saved(document)


def _counted() -> bytes:
    levels = (
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
    )
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    style = (
        '<w:style w:type="paragraph" w:styleId="t" w:default="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="u"><w:name w:val="甲"/><w:basedOn w:val="t"/>'
        "</w:style>"
    )
    body = "".join(numbered(f"第{at}项", 1 + at % 2, at % 3) for at in range(12))
    numbering = abstract(1, *levels) + num(1, 1) + num(2, 1, override)
    return packed(BODY + body, styles=style, numbering=numbering, header1=p("页眉"))


def _changed() -> bytes:
    inserted = f'<w:ins w:id="1" w:author="甲" w:date="">{r("新增")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="乙"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    ]
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    field = f"{marks[0]}{code}{marks[1]}{r('1')}{marks[2]}"
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    hidden = r("隐藏", "<w:vanish/>")
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:tab/></w:r>'
    math = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den/></m:f></m:oMath>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    body = BODY + p(inserted, deleted, field, noted, hidden, sign, math) + control
    note = f'<w:footnote w:id="1">{p("注：数据来自决算。")}</w:footnote>'
    comment = f'<w:comment w:id="0" w:author="甲">{p("请核")}</w:comment>'
    return packed(body, footnotes=note, comments=comment, endnotes="", footer1=p("1"))


def _boxed() -> bytes:
    box = f"<w:txbxContent>{p('文本框里的字')}{table(row('甲', '乙'))}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    merged = cell("合并", properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    nested = cell(table(row("里", "外")), p("格"))
    document = docx.Document(
        io.BytesIO(packed(BODY + p(drawn) + table(row(merged), row("1", "2"))))
    )
    document.element.body.append(parse_xml(f"<w:tbl {NAMESPACES}>{row(nested, '2')}</w:tbl>"))
    return _saved(document)
