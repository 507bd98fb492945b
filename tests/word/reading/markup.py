"""Word files built of raw markup, part by part."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"styles": "styles", "numbering": "numbering", "comments": "comments", "header1": "hdr"}
ROOTS |= {"footer1": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def packed(body: str, **parts: str) -> bytes:
    """Return a .docx of a body's inner markup and that of other parts: styles, numbering …"""
    overrides = f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
    links = ""
    entries = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>'
        links += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        entries[f"word/{name}.xml"] = part(ROOTS[name], inner)
    package = "http://schemas.openxmlformats.org/package/2006"
    entries["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    entries["_rels/.rels"] = relations(
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    entries["word/_rels/document.xml.rels"] = relations(links)
    return zipped(entries)


def relations(links: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'


def zipped(entries: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def repacked(content: bytes, changes: dict[str, str | bytes | None]) -> bytes:
    """Return a zip with entries changed, or taken out where they are None."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()} | changes
    return zipped({name: one for name, one in entries.items() if one is not None})


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs; a text without markup is a run of its own."""
    inner = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*blocks: str, properties: str = "") -> str:
    own = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    inner = "".join(one if one.startswith("<") else p(one) for one in blocks)
    return f"<w:tc>{own}{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return (
        f"<w:tr>{own}{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def abstract(number: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, definition: int, overrides: str = "") -> str:
    inner = f'<w:abstractNumId w:val="{definition}"/>{overrides}'
    return f'<w:num w:numId="{number}">{inner}</w:num>'


def numbered(text: str, list_id: int = 1, at: int = 0, more: str = "") -> str:
    counted = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, properties=more + counted)
