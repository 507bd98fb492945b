"""Word files whose words are hostile: circles, depths, numbers beyond all measure."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.foreign_files import compound
from tests.hostile.part_files import BODY, MAIN, PLAIN, TYPES, Files
from tests.hostile.zips import entries
from tests.word.reading.markup import (
    KIND,
    NAMESPACES,
    OFFICE,
    W,
    abstract,
    level,
    num,
    numbered,
    p,
    packed,
    r,
    repacked,
    row,
    table,
)


def circles() -> Files:
    """Return files whose styles and lists lead back to themselves, or on for very long."""

    def style(name: str, based_on: str, more: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based_on}"/><w:link w:val="{based_on}"/>{more}</w:style>'
        )

    def styled(name: str) -> str:
        return BODY + p("样式", properties=f'<w:pStyle w:val="{name}"/>')

    counted = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    to_style = '<w:numStyleLink w:val="{}"/>'
    lists = (
        abstract(1, link=to_style.format("a")) + abstract(2, link=to_style.format("b"))
        + num(1, 1) + num(2, 2)
    )  # fmt: skip
    both = style("a", "b", counted.format(2)) + style("b", "a", counted.format(1))
    own = style("a", "a", counted.format(1))
    long = "".join(style(f"s{at}", f"s{at + 1}") for at in range(5_000))
    return {
        "a style on itself": (packed(styled("a"), styles=style("a", "a")), "read"),
        "styles in a circle": (
            packed(styled("a"), styles=style("a", "b") + style("b", "c") + style("c", "a")),
            "read",
        ),
        "5,000 styles in a row": (packed(styled("s0"), styles=long), "read"),
        "10,000 styles by one name": (packed(styled("a"), styles=style("a", "a") * 9_999), "read"),
        "a list on itself": (
            packed(BODY + numbered("项", 1), styles=own, numbering=lists),
            "read",
        ),
        "lists in a circle": (
            packed(BODY + numbered("项", 1) + numbered("项", 2), styles=both, numbering=lists),
            "read",
        ),
        "a list of no definition": (
            packed(BODY + numbered("项", 1), numbering=num(1, 7)),
            "read",
        ),
    }


def depths() -> Files:
    """Return files nested ten thousand deep."""
    shape = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>"
    shape_end = "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    nests = {
        "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("甲")),
        "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p("甲")),
        "boxes": (shape, shape_end, ""),
        "groups": ("<w:customXml>", "</w:customXml>", p("甲")),
    }
    inline = {
        "insertions": ("<w:ins>", "</w:ins>"),
        "links": ("<w:hyperlink>", "</w:hyperlink>"),
        "sums": ("<m:oMath>", "</m:oMath>"),
    }
    nested = {
        name: before * 10_000 + inner + after * 10_000
        for name, (before, after, inner) in nests.items()
        if name != "boxes"
    } | {
        name: f"<w:p>{before * 10_000}{r('甲')}{after * 10_000}</w:p>"
        for name, (before, after) in (*inline.items(), ("boxes", (shape, shape_end)))
    }
    return {f"10,000 nested {name}": (packed(BODY + one), "L211") for name, one in nested.items()}


def beyond_measure() -> Files:
    """Return files with numbers that no page has, and attributes that are no numbers."""
    values = ("999999999999", "2147483648", "-1", "-999999999", "", "七", "1e9", "0x10", "٣", "NaN")
    return dict(_beyond(values))


def _beyond(values: tuple[str, ...]) -> Iterator[tuple[str, tuple[bytes, str]]]:
    for one in values:
        grid = (
            f'<w:tbl><w:tblGrid><w:gridCol w:w="{one}"/></w:tblGrid>'
            f'<w:tr><w:trPr><w:gridBefore w:val="{one}"/><w:gridAfter w:val="{one}"/></w:trPr>'
            f'<w:tc><w:tcPr><w:gridSpan w:val="{one}"/></w:tcPr>{p("甲")}</w:tc></w:tr></w:tbl>'
        )
        yield f"columns {one!r}", (packed(BODY + grid), "read")
        counted = f'<w:numPr><w:ilvl w:val="{one}"/><w:numId w:val="{one}"/></w:numPr>'
        shape = f'<w:outlineLvl w:val="{one}"/><w:jc w:val="{one}"/><w:ind w:left="{one}"/>'
        look = f'<w:sz w:val="{one}"/><w:b w:val="{one}"/><w:vanish w:val="{one}"/>'
        sign = f'<w:r><w:sym w:font="Wingdings" w:char="{one}"/><w:fldChar/></w:r>'
        lists = abstract(1, *(level(at, "decimal", "%1.%9") for at in range(9)))
        lists += f'<w:abstractNum w:abstractNumId="{one}"><w:lvl w:ilvl="{one}"/></w:abstractNum>'
        lists += f'<w:num w:numId="{one}"><w:abstractNumId w:val="1"/></w:num>'
        body = p("数", r("数", look), sign, properties=counted + shape)
        yield f"numbers {one!r}", (packed(BODY + body, numbering=lists), "read")
        forms = ("decimal", "upperLetter", "lowerRoman", "chineseCounting", "decimalZero", one)
        starts = "".join(
            abstract(at, level(0, form, "%1").replace('start w:val="1"', f'start w:val="{one}"'))
            for at, form in enumerate(forms, 1)
        ) + "".join(num(at, at) for at in range(1, 7))
        body = "".join(numbered("项", at) for at in range(1, 7))
        yield f"starts {one!r}", (packed(BODY + body, numbering=starts), "read")


def fields() -> Files:
    """Return files whose fields never end, never begin, or begin ten thousand times."""

    mark, code, many = _mark, _code(" TOC \\o "), 10_000
    return {
        "a field without an end": (packed(BODY + p(mark("begin"), code, "果")), "read"),
        "a field without a begin": (packed(BODY + p("果", mark("end"))), "read"),
        "a field with results only": (packed(BODY + p(mark("separate") * 3, "果")), "read"),
        "10,000 fields without an end": (packed(BODY + p(mark("begin") * many, "果")), "read"),
        "10,000 fields in each other": (
            packed(BODY + p((mark("begin") + code + mark("separate")) * many + mark("end") * many)),
            "read",
        ),
        "a field across a table": (
            packed(BODY + p(mark("begin")) + table("<w:tr/>") + p(mark("end"), "果")),
            "read",
        ),
        "10,000 comments without an end": (
            packed(BODY + p('<w:commentRangeStart w:id="1"/>' * many, "果")),
            "read",
        ),
    }


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def masses() -> Files:
    """Return files that are read in time only where each step takes as long as the last."""
    begin, separate, end = map(_mark, ("begin", "separate", "end"))
    boxes = "<w:txbxContent><w:p/></w:txbxContent>" * 50_000
    margin = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    deleted = p("甲", properties="<w:rPr><w:del/></w:rPr>")
    bodies = {
        "20,000 fields in each other": p((begin + separate + r("甲")) * 20_000 + end * 20_000),
        "a field with a long code": (
            p(begin, _code("TOC " * 250_000), separate) + p("甲") * 1_000 + p(end)
        ),
        "a code that is almost a reading": p(begin, _code("eq " + "\\o(\\s\\up((" * 2_000), end),
        "10,000 paragraphs without a mark": deleted * 10_000 + p("果"),
    }
    header = p(f"<w:r><w:pict>{boxes}</w:pict></w:r>")
    return {name: (packed(BODY + body), "read") for name, body in bodies.items()} | {
        "50,000 boxes in a header": (packed(BODY + margin, header1=header), "read"),
        **crowds(),
    }


def crowds() -> Files:
    """Return files with an element that holds so much that it can be looked through only once."""
    crowd, far = "<w:x/>" * 500_000, 2_000
    lines = "<w:t>甲</w:t><w:br/>" * far * 5
    rows = row("甲") * far * 5
    indents = "".join(p("甲", properties=f'<w:ind w:left="{at}"/>') for at in range(far))
    lists = "".join(numbered("项") for _ in range(far))
    plain = '<w:style w:type="paragraph" w:default="1" w:styleId="a">'
    style = f'{plain}<w:name w:val="Normal"/><w:pPr>{crowd}</w:pPr></w:style>'
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="s{at}"/>'
        f'<w:basedOn w:val="s{at + 1}"/><w:rPr><w:b/></w:rPr></w:style>'
        for at in range(far)
    )
    styled = "".join(p("甲", properties=f'<w:pStyle w:val="s{at}"/>') for at in range(far))
    long_mark = abstract(1, level(0, "decimal", "%9" * 500_000)) + num(1, 1)
    return {
        "a run of a crowd": (packed(f"{BODY}<w:p><w:r>{lines}{crowd}</w:r></w:p>"), "read"),
        "a paragraph of a crowd": (
            packed(f"{BODY}<w:p><w:r>{lines}</w:r>{crowd}</w:p>"),
            "read",
        ),
        "a table of a crowd": (packed(BODY + table(rows, crowd)), "read"),
        "a style of a crowd": (packed(BODY + indents, styles=style), "read"),
        "a chain of styles, each in use": (packed(BODY + styled, styles=chain), "read"),
        "a mark of a million characters": (packed(BODY + lists, numbering=long_mark), "read"),
    }


def plain_files() -> Files:
    """Return files that are harmless however odd: each is read."""
    empty_table = table("<w:tr><w:tc/></w:tr>", "<w:tr/>", "<w:junk/>")
    strange = "<w:p><w:r><w:t/><w:t>甲</w:t></w:r><!-- 注 --><?pi x?><w:junk/></w:p>"
    unknown = f'<x:p xmlns:x="urn:x">{p("甲")}</x:p>'
    other = f"<w:document {NAMESPACES}><w:body/><w:body>{p('乙')}</w:body></w:document>"
    return {
        "a good file": (PLAIN, "read"),
        "a Strict file": (_strict(PLAIN), "read"),
        "a file with macros": (_with_macros(PLAIN), "read"),
        "no text": (packed(""), "L212"),
        "no text in a table": (packed(empty_table), "read"),
        "tables without cells": (packed(BODY + empty_table), "read"),
        "unknown elements": (packed(BODY + strange + unknown), "read"),
        "two bodies": (repacked(PLAIN, {MAIN: other}), "L212"),
    }


def _strict(content: bytes) -> bytes:
    """Return a file in the namespaces of Strict (ISO/IEC 29500-1, Annex A)."""
    spaces = {
        W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    changed: dict[str, str | bytes | None] = {}
    for name, markup in entries(content):
        text = markup.decode()
        for old, new in spaces.items():
            text = text.replace(old, new)
        changed[name] = text
    return repacked(content, changed)


def _with_macros(content: bytes) -> bytes:
    kinds = dict(entries(content))[TYPES].decode()
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    project = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    kinds = kinds.replace(f"{KIND}.document.main+xml", macros).replace("</", project + "</")
    return repacked(content, {TYPES: kinds, "word/vbaProject.bin": compound("VBA", "PROJECT")})
