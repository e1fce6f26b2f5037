"""Reads a PDF: paragraphs, ruled tables with their true grid, and where each of them stands.

pdfminer opens the file and knows its fonts. Lines are formed by baselines, tables by rules and
paragraphs by the margins; no layout is guessed where there is none to be seen. What cannot be read
is said, page by page.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.document import Block, Document, Paragraph, Position, Remark, Unread
from budgetlint.lang import say
from budgetlint.readers.continuation import join_tables
from budgetlint.readers.errors import UNREADABLE, UNSUPPORTED, ReadError
from budgetlint.readers.pdf_content import Interpreter
from budgetlint.readers.pdf_file import PdfFile, damaged
from budgetlint.readers.pdf_flow import Paragraphs, margins_of
from budgetlint.readers.pdf_fonts import Fonts
from budgetlint.readers.pdf_joins import Piecewise, joined
from budgetlint.readers.pdf_lines import Line
from budgetlint.readers.pdf_margins import without_margins
from budgetlint.readers.pdf_metadata import metadata
from budgetlint.readers.pdf_notes import comments, has_filled_fields
from budgetlint.readers.pdf_page import PageLayout, laid_out
from budgetlint.readers.pdf_unread import UnreadPages, partly_unread, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.document import Anchor, Table
    from budgetlint.readers.pdf_file import PdfPage


def read_pdf(data: bytes) -> Document:
    """The PDF with the content ``data``.

    Raises ReadError where nothing of it can be read: it is damaged, needs a password, consists of
    pictures of pages, or is built to do harm.
    """
    with _quiet_pdfminer():
        return _Reader().read(_opened(data))


def _opened(data: bytes) -> PdfFile:
    with _damage_said():
        return PdfFile(data)


def _pages(file: PdfFile) -> Iterator[PdfPage]:
    pages = file.pages()
    while True:
        with _damage_said():
            page = next(pages, None)
        if page is None:
            return
        yield page


@contextmanager
def _damage_said() -> Iterator[None]:
    """pdfminer meets a damaged file with nearly any exception; none but its own pass through here,
    so that a slip of ours is never taken for damage."""
    try:
        yield
    except ReadError:
        raise
    except Exception as error:
        raise damaged() from error


@contextmanager
def _quiet_pdfminer() -> Iterator[None]:
    """Keep pdfminer's warnings from the user, who can do nothing about them."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


class _Reader:
    """Reads the pages of one file."""

    def __init__(self) -> None:
        self._interpreter = Interpreter(Fonts())
        self._pages: list[PageLayout] = []
        self._remarks: list[Remark] = []
        self._unread = UnreadPages()
        self._lost = 0
        self._watermarks: set[str] = set()

    def read(self, file: PdfFile) -> Document:
        total = 0
        for page in _pages(file):
            total += 1
            damaged_before = file.damaged_streams
            self._read_page(page)
            if file.damaged_streams > damaged_before:
                self._unread.say(
                    page.number,
                    say("的内容有损坏，读出的文字可能不全；请重新导出这份文件。"),
                )
        if total == 0:
            raise damaged()
        missing: list[Unread] = []
        if total < file.promised:
            reason = say(
                "文件应有 {promised} 页，只找到 {found} 页，其余的页未检查。",
                promised=file.promised,
                found=total,
            )
            missing.append(Unread(reason))
        margins = without_margins(self._pages)
        blocks, captions = self._blocks()
        if not blocks:
            raise self._nothing(total)
        return Document(
            format="pdf",
            blocks=_numbered(blocks),
            remarks=(*self._remarks, *margins, *captions, *metadata(file)),
            unread=(*self._unread.result(), *missing),
        )

    def _read_page(self, page: PdfPage) -> None:
        try:
            marks = self._interpreter.run(page)
            self._remarks += comments(page)
            if has_filled_fields(page):
                self._unread.say(
                    page.number,
                    say(
                        "有填写了内容的表单域，其中的内容未检查；请打印或另存为普通 PDF 后再检查。"
                    ),
                )
        except ReadError:
            raise
        except Exception:  # pdfminer, on a damaged stream or font
            self._unread.say(page.number, say("的内容已损坏，未检查。"))
            self._lost += 1
            return
        layout = laid_out(page, marks)
        reason = unreadable(layout, marks)
        if reason is not None:
            self._unread.say(page.number, reason)
            self._lost += 1
            return
        for sentence in partly_unread(layout):
            self._unread.say(page.number, sentence)
        place = Position(page=page.number)
        if layout.hidden:
            self._remarks.append(Remark("hidden-text", layout.hidden, place))
        if layout.slanted and layout.slanted not in self._watermarks:
            self._watermarks.add(layout.slanted)
            self._remarks.append(Remark("watermark", layout.slanted, place))
        layout.glyphs = []
        self._pages.append(layout)

    def _blocks(self) -> tuple[Sequence[Block], list[Remark]]:
        """The blocks of all pages, and the captions that later pages only repeat."""
        paragraphs = Paragraphs(margins_of(self._pages))
        found: list[Block | None] = []
        whole = joined(self._pages)
        for item, page in whole.items:
            if isinstance(item, Line):
                found.append(paragraphs.add(item, page))
            elif isinstance(item, Piecewise):
                found += [paragraphs.finish(), item.table()]
        found.append(paragraphs.finish())
        tables = join_tables([block for block in found if block is not None])
        captions = [
            Remark("header", line.text, Position(page=page.number, bbox=page.shown(line.bbox)))
            for line, page in whole.repeated
        ]
        captions += [Remark("header", item.text, item.position()) for item in tables.repeated]
        return tables.blocks, captions

    def _nothing(self, total: int) -> ReadError:
        if self._lost:
            return ReadError(
                UNSUPPORTED,
                say(
                    "PDF 的 {pages} 页都没有可读的文字（多为扫描件，或文字已转成图形）；"
                    "请用原来的 Word 文档，或由它直接导出的 PDF，再检查一次。",
                    pages=total,
                ),
            )
        return ReadError(
            UNREADABLE, say("PDF 里只有空白页，没有文字；请重新导出或重新下载这份文件。")
        )


def _numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the numbers of paragraphs, tables, rows and columns in their places."""
    numbered: list[Block] = []
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            anchors = tuple(
                replace(a, position=replace(a.position, paragraph=paragraphs))
                for a in block.anchors
            )
            numbered.append(replace(block, anchors=anchors))
        else:
            tables += 1
            numbered.append(_numbered_table(block, tables))
    return tuple(numbered)


def _numbered_table(table: Table, number: int) -> Table:
    rows = tuple(
        tuple(
            replace(cell, anchors=_placed(cell.anchors, number, cell.row + 1, cell.col + 1))
            for cell in row
        )
        for row in table.rows
    )
    return replace(table, rows=rows, anchors=next((r[0].anchors[:1] for r in rows if r), ()))


def _placed(anchors: Sequence[Anchor], table: int, row: int, col: int) -> tuple[Anchor, ...]:
    return tuple(
        replace(a, position=replace(a.position, table=table, row=row, col=col)) for a in anchors
    )
