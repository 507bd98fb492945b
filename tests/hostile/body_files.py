"""Word files whose words are hostile: circles, depths, numbers beyond all measure."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.part_files import BODY, MAIN, PLAIN, Files
from tests.word.reading.markup import (
    NAMESPACES,
    abstract,
    level,
    num,
    numbered,
    p,
    packed,
    r,
    repacked,
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

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    many = 10_000
    return {
        "a field without an end": (packed(BODY + p(mark("begin"), code, "果")), "read"),
        "a field without a begin": (packed(BODY + p("果", mark("end"))), "read"),
        "a field with results only": (packed(BODY + p(mark("separate") * 3, "果")), "read"),
        "10,000 fields without an end": (packed(BODY + p(mark("begin") * many, "果")), "read"),
        "10,000 fields in each other": (
            packed(BODY + p((mark("begin") + code + mark("separate")) * many + mark("end") * many)),
            "read",
        ),
        "50,000 fields in each other with texts": (
            packed(
                BODY
                + p((mark("begin") + mark("separate") + r("甲")) * 50_000 + mark("end") * 50_000)
            ),
            "read",
        ),
        "a field with a long code": (
            packed(
                BODY
                + p(mark("begin"), code.replace("TOC", "TOC " * 250_000), mark("separate"))
                + p("甲") * 1_000
                + p(mark("end"))
            ),
            "read",
        ),
        "a field with a code that is almost a reading": (
            packed(
                BODY
                + p(
                    mark("begin"), code.replace("TOC", "eq " + "\\o(\\s\\up((" * 2_000), mark("end")
                )
            ),
            "read",
        ),
        "100,000 boxes in a header": (
            packed(
                BODY + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
                header1=p(
                    f"<w:r><w:pict>{'<w:txbxContent><w:p/></w:txbxContent>' * 100_000}</w:pict></w:r>"
                ),
            ),
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


def plain_files() -> Files:
    """Return files that are harmless however odd: each is read."""
    empty_table = table("<w:tr><w:tc/></w:tr>", "<w:tr/>", "<w:junk/>")
    strange = "<w:p><w:r><w:t/><w:t>甲</w:t></w:r><!-- 注 --><?pi x?><w:junk/></w:p>"
    unknown = f'<x:p xmlns:x="urn:x">{p("甲")}</x:p>'
    other = f"<w:document {NAMESPACES}><w:body/><w:body>{p('乙')}</w:body></w:document>"
    return {
        "a good file": (PLAIN, "read"),
        "no text": (packed(""), "L212"),
        "no text in a table": (packed(empty_table), "read"),
        "tables without cells": (packed(BODY + empty_table), "read"),
        "unknown elements": (packed(BODY + strange + unknown), "read"),
        "two bodies": (repacked(PLAIN, {MAIN: other}), "L212"),
    }
