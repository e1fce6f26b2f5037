"""The disclosure as a PDF, with what real ones do to a reader.

Two fonts in every line, sentences and numbers cut at the end of a line, paragraphs cut by the
end of a page, page headers and footers, bold by drawing twice, radicals in place of characters;
tables ruled in four ways, wide ones crowded onto an upright page or lying on their side, amounts
and codes wrapped in narrow cells, rows cut in two by the end of a page, titles and headers
repeated on the next page or not. The bytes are the same in every run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fictional.blocks import Heading, TableBlock
from fictional.layout import Placed, entry, layout, starts_page
from fictional.pdf_fonts import disguised, width
from fictional.pdf_lines import spread, wrapped
from fictional.pdf_pages import BODY, LINE, PLAIN, SIDE, TOP, UNKIND, Pages, Style
from fictional.pdf_setting import TableSetter
from fictional.pdf_sheets import LONG, SHORT, Shape, Sheet, bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fictional.blocks import Block, Para, Printed
    from fictional.layout import Entry

__all__ = ["PLAIN", "UNKIND", "Style", "render_pdf"]

INDENT = 2 * BODY
KEPT = 2  # lines that must follow a heading on its page
WIDE = 7  # columns from which a standard table may not stand upright
TALL = 3  # rows up to which a table may share the page with the one above


@dataclass(frozen=True, slots=True)
class Face:
    """The look of a heading."""

    size: float = BODY
    bold: bool = False
    centred: bool = False
    before: float = 0


FACES = {
    "cover": Face(22, bold=True, centred=True),
    "document": Face(18, bold=True, centred=True, before=10),
    "half": Face(18, bold=True, centred=True, before=10),
    "part": Face(18, bold=True, centred=True, before=10),
    "unit": Face(14, bold=True, before=6),
    "section": Face(bold=True, before=4),
    "sub": Face(bold=True),
}


def render_pdf(printed: Printed, style: Style = UNKIND, password: str | None = None) -> bytes:
    """The bytes of the .pdf file; encrypted if there is a ``password``, be it empty."""
    title = next((b.line for b in printed.blocks if isinstance(b, Heading)), "")
    flow = _Flow(Pages(style, title))
    flow.run(printed)
    return bound(flow.pages.sheets, title, password)


class _Flow:
    """Sets block after block, page after page."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.style = pages.style
        self.placed: list[Placed] = []
        self.tables = self.wide = self.paras = 0

    def run(self, printed: Printed) -> None:
        """Set the whole document; the table of contents last, on pages kept free for it."""
        contents: list[Sheet] = []
        for previous, block in zip((None, *printed.blocks), printed.blocks, strict=False):
            self.block(previous, block)
            if isinstance(block, Heading) and block.kind == "cover":
                contents = self.reserve(len(layout(printed).contents))
        entries = tuple(line for item in self.placed if (line := entry(item)) is not None)
        self.contents(contents, printed.relist(entries) if printed.relist else entries)

    def block(self, previous: Block | None, block: Block) -> None:
        shares = (
            isinstance(block, TableBlock)
            and isinstance(previous, TableBlock)
            and len(block.rows) <= TALL
        )
        if self.pages.begun and starts_page(block, previous) and not shares:
            self.pages.close()
        if isinstance(block, TableBlock):
            self.table(block)
        elif isinstance(block, Heading):
            self.heading(block)
        else:
            self.para(block)

    # The table of contents

    def reserve(self, entries: int) -> list[Sheet]:
        """Pages for the table of contents, which is written when all pages are known."""
        lines = int((LONG - TOP - self.style.foot) / LINE) - 2
        pages = [self.pages.turn() for _ in range(-(-entries // lines))]
        self.pages.close()
        return pages

    def contents(self, pages: Sequence[Sheet], entries: Sequence[Entry]) -> None:
        lines = list(entries)
        y = 0.0
        for sheet in pages:
            y = LONG - TOP - BODY
            if sheet is pages[0]:
                sheet.centred(SIDE, SHORT - SIDE, y, 18, "目录", bold=self.style.bold)
                y -= 2 * LINE
            while lines and y > self.style.foot:
                self.leader(sheet, y, lines.pop(0))
                y -= LINE

    def leader(self, sheet: Sheet, y: float, line: Entry) -> None:
        """A line of the table of contents, with dots up to the page number."""
        left = SIDE + BODY * (line.level - 1)
        number, dot = str(line.page), width(".", latin=self.style.latin)
        stop = SHORT - SIDE - BODY * width(number, latin=self.style.latin)
        space = stop - left - BODY * width(line.text, latin=self.style.latin)
        dots = "." * int(space / (BODY * dot) - 1)
        sheet.text(left, y, BODY, line.text)
        sheet.text(stop - BODY * dot * (len(dots) + 0.5), y, BODY, dots)
        sheet.text(stop, y, BODY, number)

    def place(self, block: Block) -> None:
        """Remember that a block begins on this page."""
        self.placed.append(Placed(block, len(self.pages.sheets)))

    # Text

    def heading(self, block: Heading) -> None:
        face = FACES.get(block.kind, Face())
        indent = 0 if face.centred else INDENT
        leading = face.size * LINE / BODY
        lines = wrapped(block.line, SHORT - 2 * SIDE, face.size, indent, latin=self.style.latin)
        self.pages.upright(face.before + leading * len(lines) + KEPT * LINE)
        self.place(block)
        self.pages.y -= face.before + (200 if block.kind == "cover" else 0)
        for number, line in enumerate(lines):
            y = self.pages.y - face.size
            if face.centred:
                self.pages.sheet.centred(
                    SIDE, self.pages.right, y, face.size, line, bold=face.bold and self.style.bold
                )
            else:
                left = SIDE + (0 if number else indent)
                self.pages.sheet.text(left, y, face.size, line, bold=face.bold and self.style.bold)
            self.pages.y -= leading

    def para(self, block: Para) -> None:
        self.paras += 1
        text = block.line
        if self.style.radicals and self.paras % 3 == 0:
            text = disguised(text)
        column = SHORT - 2 * SIDE
        lines = wrapped(text, column, BODY, INDENT, latin=self.style.latin)
        for number, line in enumerate(lines):
            self.pages.upright(LINE)
            if not number:
                self.place(block)
            left = 0 if number else INDENT
            last = number == len(lines) - 1
            stretch = 0 if last else spread(line, column - left, BODY, latin=self.style.latin)
            self.pages.sheet.text(SIDE + left, self.pages.y - BODY, BODY, line, spread=stretch)
            self.pages.y -= LINE

    # Tables

    def table(self, block: TableBlock) -> None:
        shape: Shape = "portrait"
        if block.standard and block.width >= WIDE:
            shape = self.style.shapes[self.wide % len(self.style.shapes)]
            self.wide += 1
        if self.pages.sheet.shape != shape:
            self.pages.turn(shape)
        begins = TableSetter(self.pages, block, shape, self.tables).set()
        self.placed.append(Placed(block, begins))
        self.tables += 1
