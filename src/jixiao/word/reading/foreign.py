"""Files that are no Word files, told as what they are."""

from __future__ import annotations

from collections.abc import Iterable

_WORD = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"
_SOURCE = "请找到原来的 Word 文件"
_SCAN = "先做文字识别（OCR），核对以后存为 Word 文件"
#: how files of a kind begin, what they are called, and the way out
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "PDF 文件", "请找到原来的 Word 文件；没有的话，用 Word 打开，另存为 .docx 后核对"),
    (b"{\\rtf", "RTF 文件", _WORD),
    (b"\x89PNG", "图片（PNG）", _SCAN),
    (b"\xff\xd8\xff", "图片（JPG）", _SCAN),
    (b"GIF8", "图片（GIF）", _SCAN),
    (b"BM", "图片（BMP）", _SCAN),
    (b"II*\x00", "图片（TIFF）", _SCAN),
    (b"MM\x00*", "图片（TIFF）", _SCAN),
    (b"Rar!", "压缩包（RAR）", "请先解压"),
    (b"7z\xbc\xaf", "压缩包（7z）", "请先解压"),
    (b"\x1f\x8b", "压缩包（gz）", "请先解压"),
    (b"MIME-Version:", "网页存档（MHT）", _WORD),
)
#: names of streams of a compound file (MS-CFB), which stand in it in UTF-16
_STREAMS = (
    ("PowerPoint Document", "旧格式的幻灯片（.ppt）", _SOURCE),
    ("WordDocument", "旧格式的 Word 文件（.doc 或 .wps）", _WORD),
    ("Workbook", "旧格式的表格（.xls）", _SOURCE),
)
#: content types in a package, by a word of theirs
_KINDS = (
    ("spreadsheetml", "Excel 表格（.xlsx）", _SOURCE),
    ("presentationml", "幻灯片（.pptx）", _SOURCE),
    ("visio", "Visio 绘图（.vsdx）", _SOURCE),
)
_ENTRIES = (
    ("OFD.xml", "OFD 版式文件", _SOURCE),
    ("mimetype", "ODF 文件（.odt 等）", _WORD),
)
_ARCHIVE = ("压缩包（zip）", "请先解压，再指定其中的 Word 文件")
_BEGINNING = 512


def by_start(content: bytes) -> tuple[str, str]:
    """Return what a file that is no zip is, as its first bytes tell, and the way out."""
    head = content[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    for start, kind, way_out in _STARTS:
        if content.startswith(start):
            return kind, way_out
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return "网页（HTML）", _WORD
    if lower.startswith(b"<"):
        return "XML 文件", _WORD
    if b"\x00" in head:
        return "认不出格式的文件", _SOURCE
    return "纯文本", "把扩展名改为 .txt 再检查"


def compound(content: bytes) -> tuple[str, str]:
    """Return what a compound file is, by the names of its streams, and the way out."""
    for stream, kind, way_out in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return kind, way_out
    return "旧格式的 Office 文件（.doc、.wps 等）", _WORD


def by_entries(names: Iterable[str]) -> tuple[str, str]:
    """Return what a zip without content types is, by the names in it, and the way out."""
    present = set(names)
    return next(((kind, out) for name, kind, out in _ENTRIES if name in present), _ARCHIVE)


def by_kinds(kinds: Iterable[str]) -> tuple[str, str]:
    """Return what a package without a Word document is, by its content types, and the way out."""
    declared = " ".join(kinds)
    found = ((kind, out) for word, kind, out in _KINDS if word in declared)
    return next(found, ("Word 文件：里面没有正文的 Office 文件包", _SOURCE))
