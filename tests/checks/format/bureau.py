"""A report as a bureau hands it in: a Word file that GB/T 9704 has nothing against."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.word.reading.markup import KIND, OFFICE, p, part, r, relations, zipped

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EA = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:cs="{0}"/>'


def look(font: str = "", half_points: int = 0, more: str = "") -> str:
    """Return run properties."""
    fonts = EA.format(font) if font else ""
    return fonts + more + (f'<w:sz w:val="{half_points}"/>' if half_points else "")


def style(name: str, paragraph: str = "", characters: str = "", based_on: str = "a") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = "" if based_on else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name if based_on else "a"}">'
        f'<w:name w:val="{name}"/>{base}<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr>'
        "</w:style>"
    )


PITCH = '<w:spacing w:line="579" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
STYLES = (
    style("Normal", f'{PITCH}{INDENT}<w:jc w:val="both"/>', look("仿宋_GB2312", 32), based_on="")
    + style("Title", '<w:ind w:firstLine="0"/><w:jc w:val="center"/>', look("方正小标宋简体", 44))
    + style("heading 1", '<w:outlineLvl w:val="0"/>', look("黑体"))
    + style("heading 2", '<w:outlineLvl w:val="1"/>', look("楷体_GB2312"))
    + style("heading 3", '<w:outlineLvl w:val="2"/>')
)
FOOTER = (
    '<w:p><w:pPr><w:jc w:val="{0}"/></w:pPr>'
    + r("— ", look("宋体", 28))
    + '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    + '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText> PAGE </w:instrText></w:r>'
    + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    + r(" —", look("宋体", 28))
    + "</w:p>"
)
SECTION = (
    '<w:footerReference w:type="default" r:id="footer1"/>'
    '<w:footerReference w:type="even" r:id="footer2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
)
SENTENCE = "我局全年办结企业登记5487户，组织食品安全检查4854户次，督促整改问题隐患382处。"
LONG = SENTENCE * 4


def styled(name: str, *runs: str, more: str = "") -> str:
    return p(*runs, properties=f'<w:pStyle w:val="{name}"/>{more}')


TITLE = styled("Title", "某县市场监督管理局2023年度部门整体支出绩效自评报告")
BODY = (
    TITLE,
    styled("heading 1", "一、预算单位基本情况"),
    p(LONG),
    styled("heading 2", "（一）主要职能"),
    p(LONG),
    styled("heading 3", "1.深化商事制度改革"),
    p(LONG),
    styled("heading 1", "二、资金使用及绩效情况"),
    p(LONG),
    styled("heading 2", "（一）整体支出绩效情况"),
    p(LONG),
)
OFFICE_KIND = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "word/theme.xml": f"{OFFICE_KIND}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{OFFICE_KIND}.extended-properties+xml",
}
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/octet-stream"/>{0}</Types>'
)
ROOT_LINKS = (
    f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="c" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:themeElements><a:fontScheme>{0}</a:fontScheme></a:themeElements></a:theme>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "{0}</Properties>"
)
CORE = {
    "dc:title": "某县市场监督管理局2023年度部门整体支出绩效自评报告",
    "dc:creator": "某县市场监督管理局",
    "dcterms:created": "2024-03-01T01:00:00Z",
}


@dataclass(frozen=True)
class File:
    """The parts of a Word file, each of which a test may change."""

    body: tuple[str, ...] = BODY
    styles: str = STYLES
    section: str = SECTION
    footers: tuple[str, str] = (FOOTER.format("right"), FOOTER.format("left"))
    settings: str = "<w:evenAndOddHeaders/>"
    core: dict[str, str] = field(default_factory=lambda: dict(CORE))
    app: str = ""
    comments: str = ""
    theme: str = ""
    #: relations of the main part besides those of its own parts
    links: str = ""
    #: entries of the zip besides
    entries: dict[str, str | bytes] = field(default_factory=dict)
    kind: str = f"{KIND}.document.main+xml"

    def with_body(self, *blocks: str) -> File:
        """Return the file with paragraphs behind its own."""
        return replace(self, body=(*self.body, *blocks))

    def changed(self, field_: str, old: str, new: str) -> File:
        """Return the file with a piece of one of its parts replaced."""
        whole = getattr(self, field_)
        assert old in whole
        return replace(self, **{field_: whole.replace(old, new)})

    def packed(self) -> bytes:
        """Return the bytes."""
        body = "".join(self.body) + f"<w:sectPr>{self.section}</w:sectPr>"
        parts = {
            "document": part("document", f"<w:body>{body}</w:body>"),
            "styles": part("styles", self.styles),
            "settings": part("settings", self.settings),
            "comments": part("comments", self.comments),
            "footer1": part("ftr", self.footers[0]),
            "footer2": part("ftr", self.footers[1]),
            "theme": THEME.format(self.theme),
        }
        own = {f"word/{name}.xml": content for name, content in parts.items()}
        properties = {
            "docProps/core.xml": _core(self.core),
            "docProps/app.xml": APP.format(self.app),
        }
        return zipped({**own, **properties, **self._links(list(parts)), **self.entries})

    def _links(self, names: list[str]) -> dict[str, str]:
        links = "".join(
            f'<Relationship Id="{one}" Type="{OFFICE}/{one.rstrip("12")}" Target="{one}.xml"/>'
            for one in names[1:]
        )
        kinds = {f"word/{one}.xml": f"{KIND}.{one.rstrip('12')}+xml" for one in names}
        kinds |= {"word/document.xml": self.kind, **KINDS}
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
        )
        return {
            "[Content_Types].xml": TYPES.format(overrides),
            "_rels/.rels": relations(ROOT_LINKS),
            "word/_rels/document.xml.rels": relations(links + self.links),
        }


def _core(properties: dict[str, str]) -> str:
    inner = "".join(f"<{name}>{said}</{name}>" for name, said in properties.items())
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{inner}</cp:coreProperties>"
    )


CLEAN = File()
