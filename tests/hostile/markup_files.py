"""Word files whose parts are hostile: entities, circles, depths, numbers beyond all measure."""

from __future__ import annotations

from collections.abc import Iterator

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
    part,
    r,
    relations,
    repacked,
    table,
)

REPORT = (
    "青河市档案馆2022年度部门整体支出绩效自评报告",
    "一、基本情况",
    "编制20名，实有在职人员18名。",
    "二、收支情况",
    "2022年预算收入500万元，其中年初预算450万元，调整追加50万元。",
    "青河市档案馆",
    "2023年5月6日",
)
BODY = "".join(p(one) for one in REPORT)
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
MAIN = "word/document.xml"
_STYLES = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'
_NUMBERING = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
_NOTE = f'<w:footnote w:id="1">{p("注")}</w:footnote>'
PLAIN = packed(
    BODY,
    styles=_STYLES,
    numbering=_NUMBERING,
    comments="",
    header1=p("页眉"),
    footer1=p("1"),
    footnotes=_NOTE,
)
#: the parts of that file that are read
_PARTS = {
    MAIN: ("document", f"<w:body>{BODY}</w:body>"),
    "word/styles.xml": ("styles", _STYLES),
    "word/numbering.xml": ("numbering", _NUMBERING),
    "word/comments.xml": ("comments", ""),
    "word/header1.xml": ("hdr", p("页眉")),
    "word/footer1.xml": ("ftr", p("1")),
    "word/footnotes.xml": ("footnotes", _NOTE),
}
_LAUGHS = '<!ENTITY l0 "哈">' + "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10)
)
DECLARED = {
    "laughs": (f"<!DOCTYPE a [{_LAUGHS}]>", "&l9;"),
    "a file": ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "&x;"),
    "a site": ('<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', "&x;"),
    "a parameter": ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>', ""),
    "no more": ("<!DOCTYPE a>", ""),
}
Files = dict[str, tuple[bytes, str]]


def declared() -> Files:
    """Return a file for each part that is read and each declaration that none may have."""
    return {
        f"{name} declares {kind}": (_declaring(name, *declaration), "L209")
        for name in (*_PARTS, TYPES, LINKS, "_rels/.rels")
        for kind, declaration in DECLARED.items()
    }


def _declaring(name: str, doctype: str, entity: str) -> bytes:
    if name in _PARTS:
        root, inner = _PARTS[name]
        markup = part(root, inner + entity).replace("?>", f"?>{doctype}", 1)
    else:
        markup = f'{doctype}<Types xmlns="{W}">{entity}</Types>'
    return repacked(PLAIN, {name: markup})


def encoded() -> Files:
    """Return files whose parts are in other encodings, or say so."""
    markup = part(*_PARTS[MAIN])
    said = markup.replace("UTF-8", "UTF-16")
    files: Files = {}
    for name, (root, inner) in _PARTS.items():
        wide = part(root, inner).replace("UTF-8", "UTF-16").encode("utf-16")
        files[f"{name} in UTF-16"] = (repacked(PLAIN, {name: wide}), "read")
    more = {
        "UTF-16 it says": (said.encode(), "L209"),
        "UTF-8 it says": (markup.encode("utf-16-le"), "read"),
        "GB 18030": (markup.replace("UTF-8", "GB18030").encode("gb18030"), "read"),
        "an unknown encoding": (markup.replace("UTF-8", "x-jixiao").encode(), "L209"),
        "a broken byte": (markup.encode().replace("编".encode(), b"\xe7\xbc", 1), "L209"),
        "a NUL": (markup.replace("编制", "编\0制").encode(), "L209"),
        "a NUL by number": (markup.replace("编制", "编&#0;制").encode(), "L209"),
        "UTF-32": (markup.replace("UTF-8", "UTF-32").encode("utf-32"), "read"),
    }
    return files | {
        name: (repacked(PLAIN, {MAIN: content}), code) for name, (content, code) in more.items()
    }


def incomplete() -> Files:
    """Return files from which a part is missing, or in which it is another or nothing."""
    needed = {MAIN, TYPES, "_rels/.rels"}
    names = (*_PARTS, TYPES, "_rels/.rels", LINKS)
    gone = {
        f"{name} is not there": (
            repacked(PLAIN, {name: None}),
            "L209" if name in needed else "read",
        )
        for name in names
    }
    empty = {f"{name} is empty": (repacked(PLAIN, {name: b""}), "L209") for name in names}
    # A main part whose root is a table's, styles whose root is a header's …
    other = {
        f"{name} is another part": (
            repacked(PLAIN, {name: part("tbl", "")}),
            "L209" if name == MAIN else "read",
        )
        for name in _PARTS
    }
    return gone | empty | other


def linked() -> Files:
    """Return files whose links lead nowhere, outside, in a circle; whose types are wrong."""

    def link(kind: str, target: str, mode: str = "Internal") -> str:
        return (
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}" '
            f'TargetMode="{mode}"/>'
        )

    def links(*given: str, name: str = LINKS) -> bytes:
        return repacked(PLAIN, {name: relations("".join(given))})

    types = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{{}}</Types>'
    )
    wrong = '<Override PartName="/word/document.xml" ContentType="{}"/>'
    kinds = {
        "of a sheet": ("application/vnd.openxmlformats-officedocument.spreadsheetml", "L208"),
        "of styles": (f"{KIND}.styles+xml", "L209"),
        "of a picture": ("image/png", "L209"),
        "of nothing": ("", "L209"),
    }
    root = "_rels/.rels"
    return {
        "links to nowhere": (links(link("styles", "a.xml"), link("numbering", "")), "read"),
        "links to itself": (links(link("styles", "document.xml")), "read"),
        "styles are the header": (links(link("styles", "header1.xml")), "read"),
        "links to its links": (links(link("styles", "_rels/document.xml.rels")), "read"),
        "links out": (links(link("styles", "http://127.0.0.1:9/a", "External")), "read"),
        "links up": (links(link("header", "../../../../etc/passwd")), "read"),
        "a link twice": (links(link("styles", "styles.xml") * 2), "read"),
        "a link to a strange address": (links(link("styles", "http://[::1/%zz?#")), "read"),
        "a main part outside": (links(link("officeDocument", "a", "External"), name=root), "L209"),
        "a main part in its links": (links(link("officeDocument", root), name=root), "L209"),
        "no main part": (links(link("officeDocument", "/"), name=root), "L209"),
        **{
            f"types {name}": (
                repacked(PLAIN, {TYPES: types.format(wrong.format(kind))}),
                code,
            )
            for name, (kind, code) in kinds.items()
        },
        "types without attributes": (
            repacked(PLAIN, {TYPES: types.format("<Override/><Default/>")}),
            "L209",
        ),
    }


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
