"""Word files whose parts are declared, spelt, missing or linked as none may be."""

from __future__ import annotations

from tests.word.reading.markup import (
    KIND,
    OFFICE,
    W,
    abstract,
    level,
    num,
    p,
    packed,
    part,
    relations,
    repacked,
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
        # Whether UTF-7 is known at all depends on the libxml2; a declaration hides in it in none.
        "laughs in UTF-7": (
            part("document", "&l9;")
            .replace("UTF-8", "UTF-7")
            .replace("?>", f"?>{DECLARED['laughs'][0]}", 1)
            .encode("utf-7"),
            "L209",
        ),
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

    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
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
