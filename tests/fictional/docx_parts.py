"""The fixed parts of the fictional .docx package: styles, lists, header, footer, relations."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its number format, its text and the style linked to it."""

    format: str
    text: str
    style: str = ""


# The lists, in the order of their abstract numbers and of their first w:num.
LISTS: dict[str, tuple[Level, ...]] = {
    "part": (Level("chineseCountingThousand", "第%1部分", "BudgetPart"),),
    "outline": (
        Level("chineseCounting", "%1、", "BudgetSection"),
        Level("chineseCounting", "（%2）", "BudgetSub"),
        Level("decimal", "%3、", "BudgetItem"),
    ),
    "unit": (Level("chineseCounting", "%1、", "BudgetUnit"),),
    "goals": (Level("chineseCountingThousand", "第%1部分"),),
    "nested": (Level("japaneseCounting", "%1、"),),
    "points": (Level("decimal", "%1、"),),
}

# style id: (name, outline level or None, list and level or None)
STYLES: dict[str, tuple[str, int | None, tuple[str, int] | None]] = {
    "BudgetCover": ("公开标题", None, None),
    "BudgetPart": ("公开部分", 0, ("part", 0)),
    "BudgetHalf": ("公开分册", 1, None),
    "BudgetUnit": ("公开单位", 0, ("unit", 0)),
    "BudgetSection": ("公开章节", 1, ("outline", 0)),
    "BudgetSub": ("公开小节", 2, ("outline", 1)),
    "BudgetItem": ("公开条目", None, ("outline", 2)),
    "BudgetTableTitle": ("公开表名", 2, None),
    "BudgetCaption": ("公开表头", None, None),
    "TOC1": ("toc 1", None, None),
    "TOC2": ("toc 2", None, None),
    "TOC3": ("toc 3", None, None),
    "Header": ("header", None, None),
    "Footer": ("footer", None, None),
}


def first_num(name: str) -> int:
    """The number of the list's first w:num, which its styles are linked to."""
    return list(LISTS).index(name) + 1


def styles() -> str:
    """word/styles.xml."""
    items = [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault>',
        "</w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>',
        "</w:style>",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">',
        '<w:name w:val="Normal Table"/></w:style>',
    ]
    for style, (name, outline, number) in STYLES.items():
        inner = ""
        if number:
            level = f'<w:ilvl w:val="{number[1]}"/>' if number[1] else ""
            inner += f'<w:numPr>{level}<w:numId w:val="{first_num(number[0])}"/></w:numPr>'
        if outline is not None:
            inner += f'<w:outlineLvl w:val="{outline}"/>'
        items.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:pPr>{inner}</w:pPr></w:style>"
            if name.startswith("公开")
            else f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="Normal"/></w:style>'
        )
    return f'{HEAD}<w:styles xmlns:w="{W}">{"".join(items)}</w:styles>'


def numbering(restarts: list[tuple[str, int, int]]) -> str:
    """word/numbering.xml; ``restarts`` are further w:num of (list, level, start)."""
    items = []
    for index, (name, levels) in enumerate(LISTS.items()):
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        items.append(f'<w:abstractNum w:abstractNumId="{index}">')
        items.append(f'<w:multiLevelType w:val="{kind}"/>')
        suffix = "space" if name in ("part", "goals") else "nothing"
        for ilvl, level in enumerate(levels):
            link = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
            items.append(
                f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
                f'{link}<w:suff w:val="{suffix}"/><w:lvlText w:val="{level.text}"/>'
                '<w:lvlJc w:val="left"/></w:lvl>'
            )
        items.append("</w:abstractNum>")
    for name in LISTS:
        num = first_num(name)
        items.append(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num - 1}"/></w:num>')
    for num, (name, ilvl, start) in enumerate(restarts, start=len(LISTS) + 1):
        items.append(
            f'<w:num w:numId="{num}"><w:abstractNumId w:val="{first_num(name) - 1}"/>'
            f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            "</w:num>"
        )
    return f'{HEAD}<w:numbering xmlns:w="{W}">{"".join(items)}</w:numbering>'


def package(document: str, restarts: list[tuple[str, int, int]], title: str) -> dict[str, str]:
    """All parts of the package by name, in the order in which they are stored."""
    kinds = ("styles", "numbering", "settings", "header", "footer")
    names = {kind: f"{kind}1" if kind in ("header", "footer") else kind for kind in kinds}
    overrides = "".join(
        f'<Override PartName="/word/{names[kind]}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for kind in kinds
    )
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{REL}/{kind}" Target="{names[kind]}.xml"/>'
        for i, kind in enumerate(kinds, start=1)
    )
    core = f"{_PACKAGE}/metadata/core-properties"
    day = "2024-02-01T00:00:00Z"
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(restarts),
        "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{W}"><w:compat/></w:settings>',
        "word/header1.xml": f'{HEAD}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/>'
        f"</w:pPr><w:r><w:t>{escape(title)}</w:t></w:r></w:p></w:hdr>",
        "word/footer1.xml": f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        '</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{core}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        "</cp:coreProperties>",
    }
