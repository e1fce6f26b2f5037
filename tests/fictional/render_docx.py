"""The disclosure as a Word document, with what real ones hide from a naive reader.

The numbers of headings and lists are automatic and not in the text; merged header cells; a
table and the contents inside content controls, an amount inside an inline one; a tracked change
whose accepted view is the right text; fields, header, footer and rendered page breaks. The bytes
are the same in every run.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from fictional.blocks import Caption, Cell, Heading, Para, Printed, Row, TableBlock
from fictional.docx_parts import HEAD, LISTS, REL, STYLES, W, first_num, package
from fictional.layout import Entry, Placed, layout
from fictional.render_text import SPACED_CAPTION, placed_cells
from fictional.tables import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a heading or a numbered paragraph is numbered: the list and its level.
KINDS = {
    "part": ("part", 0),
    "unit": ("unit", 0),
    "section": ("outline", 0),
    "sub": ("outline", 1),
    "item": ("outline", 2),
    "goals": ("goals", 0),
    "nested": ("nested", 0),
}
HEADING_STYLES = {
    "cover": "BudgetCover",
    "document": "BudgetCover",
    "half": "BudgetHalf",
    "part": "BudgetPart",
    "unit": "BudgetUnit",
    "section": "BudgetSection",
    "sub": "BudgetSub",
    "item": "BudgetItem",
}
BREAK = "<w:lastRenderedPageBreak/>"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>' for side in SIDES)
RULED = f"<w:tblBorders>{LINES}</w:tblBorders>"
CONTROLLED_TABLES = ("dept/t5", "t/public-expenditure")  # stand inside a block content control
# An amount inside an inline content control, by the paragraph it stands in.
CONTROLLED = {
    "dept/s7/text": r"(?<=金额为)[\d.]+",
    "s/fiscal-summary/text": r"(?<=相比，财政拨款收、支总计各增加)[\d.]+",
}
# An amount that was inserted where another one was deleted.
TRACKED = dict.fromkeys(("dept/s2/spending/text", "s/public-basic/text"), r"(?<=人员经费)[\d.]+")
FIELD_TITLES = ("unit/t3", "t/expenditure")  # their titles carry a hidden TC field
CAPTION_ABOVE = ("unit/t", "t/fund-expenditure", "t/income")
_CHANGE = 'w:author="编制" w:date="2024-01-15T09:00:00Z"'


def render_docx(printed: Printed) -> bytes:
    """The bytes of the .docx file."""
    writer = _Writer()
    parts = package(writer.document(printed), writer.lists.restarts, running_title(printed))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, text.encode())
    return buffer.getvalue()


def running_title(printed: Printed) -> str:
    """What stands at the head of every page."""
    cover = printed.find("cover")
    final = isinstance(cover, Heading) and "决算" in cover.text
    return f"部门{'决算' if final else '预算'}信息公开"


class _Lists:
    """Counts as Word does, and says which w:num prints the wanted number."""

    def __init__(self) -> None:
        self.current = {name: first_num(name) for name in LISTS}
        self.counts: dict[tuple[str, int], int] = {}
        self.restarts: list[tuple[str, int, int]] = []

    def number(self, name: str, level: int, wanted: str) -> int | None:
        """The w:num for a paragraph with the wanted number; None if no list prints it."""
        value = next((n for n in range(1, 40) if self.printed(name, level, n) == wanted), None)
        if value is None:
            return None
        if value != self.counts.get((name, level), 0) + 1:
            self.restarts.append((name, level, value))
            self.current[name] = len(LISTS) + len(self.restarts)
        self.counts[name, level] = value
        for deeper in range(level + 1, len(LISTS[name])):
            self.counts.pop((name, deeper), None)
        return self.current[name]

    @staticmethod
    def printed(name: str, level: int, value: int) -> str:
        """The number as Word prints it."""
        spec = LISTS[name][level]
        digits = str(value) if spec.format == "decimal" else chinese(value)
        return spec.text.replace(f"%{level + 1}", digits)


def run(text: str, before: str = "") -> str:
    """A run of text."""
    return f'<w:r>{before}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, result: str = "") -> str:
    """A complex field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(inner: str, style: str = "", properties: str = "") -> str:
    """A paragraph."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inner}</w:p>"


class _Writer:
    """Writes word/document.xml."""

    def __init__(self) -> None:
        self.lists = _Lists()
        self.page = 1
        self.bookmarks = 0

    def document(self, printed: Printed) -> str:
        """The whole part."""
        pages = layout(printed)
        body: list[str] = []
        for item in pages.placed:
            body.extend(self.block(item))
            if item.block.id == "cover":
                body.append(self.contents(pages.contents))
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
            '<w:footerReference w:type="default" r:id="rId5"/>'
            '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        )
        return (
            f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>'
            f"{''.join(body)}{section}</w:body></w:document>"
        )

    def contents(self, entries: tuple[Entry, ...]) -> str:
        """The table of contents: a field in a content control."""
        self.page = 2
        lines = [paragraph(run("目录", BREAK), "BudgetCover")]
        for i, entry in enumerate(entries):
            inner = f"{run(entry.text)}<w:r><w:tab/></w:r>{run(str(entry.page))}"
            if not i:
                begin, _, _ = field('TOC \\o "1-3" \\h \\z \\u').rpartition("<w:r>")
                inner = begin + inner
            if i == len(entries) - 1:
                inner += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            lines.append(paragraph(inner, f"TOC{entry.level}"))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
        )

    def block(self, item: Placed) -> Iterator[str]:
        """The XML of a block."""
        turned = item.page > self.page
        self.page = item.page + len(item.breaks)
        block = item.block
        if isinstance(block, TableBlock):
            yield from self.titled_table(block, item.breaks, BREAK if turned else "")
        elif isinstance(block, Heading):
            yield self.heading(block, BREAK if turned else "")
        else:
            yield self.para(block, item.breaks, BREAK if turned else "")

    def numbered(self, name: str, level: int, number: str, style: str) -> tuple[str, str]:
        """Paragraph properties that print the number, or the number to type by hand."""
        linked = STYLES.get(style, ("", None, None))[2] == (name, level)
        num = self.lists.number(name, level, number) if number else None
        if num is None:
            return ('<w:numPr><w:numId w:val="0"/></w:numPr>' if linked else "", number)
        if linked and num == first_num(name):
            return "", ""
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>', ""

    def heading(self, block: Heading, start: str) -> str:
        style = HEADING_STYLES.get(block.kind, "")
        properties, typed = "", ""
        if block.kind in KINDS:
            properties, typed = self.numbered(*KINDS[block.kind], block.number, style)
        inner = run(typed + block.text, start)
        if block.kind in ("part", "unit", "section"):
            inner = self.bookmarked(inner)
        return paragraph(inner, style, properties)

    def bookmarked(self, inner: str) -> str:
        self.bookmarks += 1
        name = f"_Toc_{self.bookmarks:08}"
        return (
            f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>{inner}'
            f'<w:bookmarkEnd w:id="{self.bookmarks}"/>'
        )

    def para(self, block: Para, breaks: tuple[int, ...], start: str) -> str:
        properties, typed = "", ""
        if block.number:
            name = "points" if block.number[0].isdecimal() else "nested"
            properties, typed = self.numbered(name, 0, block.number, "")
        text = typed + block.text
        if breaks:
            cut = breaks[0] + len(typed)
            inner = run(text[:cut], start) + run(text[cut:], BREAK)
        else:
            inner = self.special(block.id, text, start)
        return paragraph(inner, "", properties)

    def special(self, block_id: str, text: str, start: str) -> str:
        """A text whose one amount stands in a content control or in a tracked change."""
        for patterns, wrap in ((CONTROLLED, _control), (TRACKED, _insertion)):
            match = re.search(patterns[block_id], text) if block_id in patterns else None
            if match:
                before, after = text[: match.start()], text[match.end() :]
                return run(before, start) + wrap(match.group()) + run(after)
        return run(text, start)

    def titled_table(self, block: TableBlock, breaks: tuple[int, ...], start: str) -> Iterator[str]:
        """Title, caption, table and notes."""
        if block.title:
            inner = run(block.title, start)
            if block.id in FIELD_TITLES:
                inner += field(f" TC {block.title} \\f C \\l 1 ")
            yield paragraph(inner, "BudgetTableTitle")
            start = ""
        caption = block.caption
        if caption.mark:
            yield paragraph(run(caption.mark), "BudgetCaption")
        if block.id.endswith(SPACED_CAPTION):  # one spaced paragraph above the table
            yield paragraph(run((" " * 12).join(caption.pieces)), "BudgetCaption")
            caption = Caption()
        elif block.id.startswith(CAPTION_ABOVE) or len(caption.pieces) == 1:
            for text in caption.pieces:
                yield paragraph(run(text), "BudgetCaption")
            caption = Caption()
        table = self.table(block, caption, breaks, start)
        if block.id in CONTROLLED_TABLES:
            table = (
                '<w:sdt><w:sdtPr><w:alias w:val="预算表"/></w:sdtPr>'
                f"<w:sdtContent>{table}</w:sdtContent></w:sdt>"
            )
        yield table
        for note in block.notes:
            yield paragraph(run(note))
        if not block.notes:
            yield paragraph("")

    def table(
        self, block: TableBlock, caption: Caption, breaks: tuple[int, ...], start: str
    ) -> str:
        width = block.width
        columns = f'<w:gridCol w:w="{9000 // width}"/>' * width
        lines: list[Row] = []
        if caption.pieces:
            lines.append(caption_row(caption.pieces, width))
        lines += block.header
        if block.lanci:
            lines.append(tuple(Cell(text) for text in block.lanci))
        heads = len(lines)
        lines += block.rows
        merged = continuations(lines, width)
        rows = []
        for index, cells in enumerate(merged):
            turn = BREAK if index - heads in breaks else start if not index else ""
            head = "<w:trPr><w:tblHeader/></w:trPr>" if index < heads else ""
            inner = "".join(
                table_cell(cell, below, turn if not i else "")
                for i, (cell, below) in enumerate(cells)
            )
            rows.append(f"<w:tr>{head}{inner}</w:tr>")
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>{RULED}</w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


def _control(text: str) -> str:
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="金额"/></w:sdtPr>'
        f"<w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    )


def _insertion(text: str) -> str:
    deleted = '<w:r><w:delText xml:space="preserve">1160.00</w:delText></w:r>'
    return (
        f'<w:del w:id="901" {_CHANGE}>{deleted}</w:del>'
        f'<w:ins w:id="902" {_CHANGE}>{run(text)}</w:ins>'
    )


def caption_row(texts: tuple[str, ...], width: int) -> Row:
    """Entity, year and unit as the first row of the table, the entity's cell the widest."""
    share = width // len(texts)
    first = width - share * (len(texts) - 1)
    return tuple(Cell(text, share if i else first) for i, text in enumerate(texts))


def continuations(rows: list[Row], width: int) -> list[list[tuple[Cell, bool]]]:
    """For each row its cells and the ones that continue from above (marked True), by column."""
    lines: list[dict[int, tuple[Cell, bool]]] = [{} for _ in rows]
    for index, column, cell in placed_cells(rows, width):
        lines[index][column] = (cell, False)
        for below in range(index + 1, index + cell.rowspan):
            lines[below][column] = (cell, True)
    return [[line[column] for column in sorted(line)] for line in lines]


def table_cell(cell: Cell, continues: bool, start: str) -> str:
    """A w:tc; each line of the text is a paragraph of its own."""
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merge = ""
    if cell.rowspan > 1:
        merge = "<w:vMerge/>" if continues else '<w:vMerge w:val="restart"/>'
    texts = [""] if continues else cell.text.split("\n")
    inner = "".join(
        paragraph(run(text, start if not i else "") if text or start else "")
        for i, text in enumerate(texts)
    )
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>"
