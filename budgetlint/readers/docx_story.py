"""One story of a Word document (the body, a text box, a header, a note) as blocks in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Block, Paragraph, Position, Remark, Table
from budgetlint.lang import say
from budgetlint.readers import docx_table
from budgetlint.readers.docx_fields import unclosed_fields
from budgetlint.readers.docx_styles import Style, Styles, outline_level
from budgetlint.readers.docx_text import Inline, Line, Pages
from budgetlint.readers.docx_xml import (
    ALTERNATE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SDT,
    SDT_CONTENT,
    TABLE,
    VAL,
    W,
    chosen,
    integer,
    switch,
    value,
)
from budgetlint.readers.spans import join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from budgetlint.readers.docx_graphics import UnreadParts
    from budgetlint.readers.docx_numbering import Numbering

_WRAPPERS = {W + name for name in ("customXml", "smartTag", "ins", "moveTo", "dir", "bdo")}
_GONE = {W + "del", W + "moveFrom"}
_IMPORTS = {W + "altChunk", W + "subDoc"}
_COMMENT_START = W + "commentRangeStart"
_COMMENT_END = W + "commentRangeEnd"
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_SAME_PAGE = {"continuous", "nextColumn"}
_DIGITS = "0123456789０１２３４５６７８９"
_JOINS_DIGITS = _DIGITS + ".．"


@dataclass(slots=True)
class _Open:
    """A paragraph whose text is collected and whose block is not yet made."""

    line: Line
    place: Position
    properties: Element | None
    style: Style


class Story:
    """Reads the blocks of one story.

    ``remarks`` and ``references`` grow on the way. Each element is visited once.
    """

    def __init__(
        self, root: Element, styles: Styles, numbering: Numbering, unread: UnreadParts, pages: Pages
    ) -> None:
        self.inline = Inline(styles, pages, unclosed_fields(root))
        self._root = root
        self._styles = styles
        self._numbering = numbering
        self._unread = unread
        self._pages = pages
        self._paragraphs = 0
        self._tables = 0
        self._cells = 0
        self._contents = 0
        self._carried: _Open | None = None
        self._floating: list[tuple[Element, Position]] = []

    @property
    def remarks(self) -> list[Remark]:
        """What was noticed beside the text, in order."""
        return self.inline.remarks

    def read(self) -> tuple[Block, ...]:
        """The blocks of the story."""
        return tuple(self._container(self._root, None))

    def _container(self, container: Element, place: Position | None) -> list[Block]:
        """The blocks of a container; ``place`` is None in the body, which counts its own."""
        out: list[Block] = []
        self._blocks(container, out, place)
        self._end_carried(out)
        return out

    def _blocks(self, container: Element, out: list[Block], place: Position | None) -> None:
        for child in container:
            tag = child.tag
            if tag == PARAGRAPH:
                self._paragraph(child, out, place)
            elif tag == TABLE:
                self._end_carried(out)
                self._table(child, out, place)
            elif tag == SDT:
                self._control(child, out, place)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._blocks(branch, out, place)
            elif tag in _WRAPPERS:
                self._blocks(child, out, place)
            elif tag in _GONE:
                self.inline.dropped(child)
            elif tag == _COMMENT_START:
                self.inline.comments.start_between(child.get(W + "id", ""))
            elif tag == _COMMENT_END:
                self.inline.stop_comment(child)
            elif tag in _IMPORTS:
                self._unread.add("import", place or Position(paragraph=self._paragraphs + 1))

    def _control(self, control: Element, out: list[Block], place: Position | None) -> None:
        content = control.find(SDT_CONTENT)
        if content is None:
            return
        gallery = control.find(_GALLERY)
        contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        self._contents += contents
        self._blocks(content, out, place)
        self._contents -= contents

    def _paragraph(self, element: Element, out: list[Block], place: Position | None) -> None:
        properties = element.find(PARAGRAPH_PROPERTIES)
        style = self._styles.paragraph(value(properties, W + "pStyle"))
        self._break_before(properties, style)
        if place is None:
            self._paragraphs += 1
            own = Position(page=self._pages.number, paragraph=self._paragraphs)
        else:
            own = _on_page(place, self._pages.number)
        line = Line() if self._carried is None else self._carried.line
        self._carried = None
        self.inline.place = own
        self.inline.comments.enter(own)
        self.inline.read(element, line, hidden=bool(style.hidden))
        current = _Open(line, own, properties, style)
        if _mark_is_gone(properties):
            self.remarks.append(Remark("tracked-change", "¶", own))
            self._carried = current
        else:
            self._finish(current, out)
        self._section_end(properties)

    def _break_before(self, properties: Element | None, style: Style) -> None:
        asked = switch(properties, W + "pageBreakBefore")
        if (style.page_break_before if asked is None else asked) and self._paragraphs:
            self._pages.explicit()

    def _section_end(self, properties: Element | None) -> None:
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None and value(section, W + "type") not in _SAME_PAGE:
            self._pages.explicit()

    def _end_carried(self, out: list[Block]) -> None:
        """A deleted paragraph mark with no paragraph after it joins nothing."""
        if self._carried is not None:
            current, self._carried = self._carried, None
            self._finish(current, out)

    def _finish(self, current: _Open, out: list[Block]) -> None:
        line, place = current.line, current.place
        text = line.text
        self._unread.note(line.graphics, text, place)
        number = "" if self._is_invisible(current, text) else self._number(current)
        if number or text.strip():
            out.append(self._block(current, text, number))
        for box in line.graphics.boxes:
            if self._cells:
                self._floating.append((box, place))
            else:
                self._text_box(box, place, out)

    def _is_invisible(self, current: _Open, text: str) -> bool:
        """Whether nothing of a paragraph is printed, not even its number."""
        mark = None if current.properties is None else current.properties.find(RUN_PROPERTIES)
        hidden = switch(mark, W + "vanish")
        return not text and bool(current.style.hidden if hidden is None else hidden)

    def _block(self, current: _Open, text: str, number: str) -> Paragraph:
        style = current.style
        outline = integer(value(current.properties, W + "outlineLvl"))
        in_contents = bool(self._contents) and not style.contents_title
        prefix = number + _gap(number, text)
        first = Anchor(0, current.place)
        anchors = [Anchor(a.offset + len(prefix), a.position) for a in current.line.anchors]
        if not anchors:
            anchors = [first]
        elif anchors[0].offset:
            anchors[0] = replace(anchors[0], offset=0)
        return Paragraph(
            prefix + text,
            tuple(anchors),
            numbering=number,
            level=style.level if outline is None else outline_level(outline),
            contents_entry=current.line.contents or style.contents or in_contents,
        )

    def _number(self, current: _Open) -> str:
        style = current.style
        own = None if current.properties is None else current.properties.find(W + "numPr")
        num_id = value(own, W + "numId")
        level = integer(value(own, W + "ilvl"))
        if num_id is None:
            num_id = style.num_id
            if level is None and num_id is not None:
                level = self._numbering.linked_level(num_id, style.chain)
            if level is None:
                level = style.num_level
        if num_id is None or num_id == "0":
            return ""
        return self._numbering.advance(num_id, level or 0)

    def _text_box(self, box: Element, place: Position, out: list[Block]) -> None:
        """Read a text box: a story of its own, with its own fields and counters."""
        fields, self.inline.fields = self.inline.fields, self.inline.fields.inner()
        outer = self._numbering, replace(self._pages), self._contents
        self._numbering, self._contents = self._numbering.story(), 0
        blocks = self._container(box, place)
        self._numbering, pages, self._contents = outer
        self._pages.number, self._pages.fresh = pages.number, pages.fresh
        self.inline.fields = fields
        if blocks:
            self.remarks.append(Remark("text-box", plain(blocks), place))
            out += blocks

    def _table(self, element: Element, out: list[Block], place: Position | None) -> None:
        if place is None:
            self._tables += 1
            place = Position(table=self._tables)
        self.inline.place = _on_page(place, self._pages.number)
        self._cells += 1
        grid = docx_table.Grid()
        for row in docx_table.rows(element, self.inline.dropped):
            grid.start_row(row)
            self._row(row, grid, place)
        self._cells -= 1
        if grid.too_large:
            reason = say("第 {table} 个表格大得不正常，其中的内容未检查。", table=place.table)
            self._unread.say(reason, place)
        elif grid.rows:
            out.append(grid.table())
        if not self._cells:
            floating, self._floating = self._floating, []
            for box, anchor in floating:
                self._text_box(box, anchor, out)

    def _row(self, row: Element, grid: docx_table.Grid, place: Position) -> None:
        """Read a row; its cells all begin on the page on which the row begins."""
        pages = self._pages
        begin = end = pages.number
        first = True
        for element in docx_table.cells(row, self.inline.dropped):
            pages.number = begin
            draft = grid.place(element, _cell_place(place, grid, begin))
            if draft is None:
                continue
            self._cell(element, draft)
            if begin is None or end is None or pages.number is None:
                continue
            end = max(end, pages.number)
            if first:
                # A break before the first text moves the whole row, and may be repeated in
                # every cell; any other break splits the row.
                begin = (draft.text.position().page or end) if draft.text.text else end
                pages.fresh = begin != draft.place.page
            first = False
        pages.number = end

    def _cell(self, element: Element, draft: docx_table.Draft) -> None:
        blocks = self._container(element, draft.place)
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        if paragraphs:
            draft.text = join(paragraphs)
        draft.tables = tuple(block for block in blocks if isinstance(block, Table))


def _cell_place(place: Position, grid: docx_table.Grid, page: int | None) -> Position:
    """The place of the next cell; a nested table stands where its outer cell stands."""
    if place.row is not None:
        return _on_page(place, page)
    return Position(
        page=page,
        paragraph=place.paragraph,
        table=place.table,
        row=grid.rows,
        col=grid.next_col + 1,
    )


def _on_page(place: Position, page: int | None) -> Position:
    return place if place.page == page else replace(place, page=page)


def _mark_is_gone(properties: Element | None) -> bool:
    mark = None if properties is None else properties.find(RUN_PROPERTIES)
    return mark is not None and any(mark.find(tag) is not None for tag in _GONE)


def _gap(number: str, text: str) -> str:
    """A space where number and text would read as one number: 1. and 5万元."""
    close = number[-1:] and number[-1] in _JOINS_DIGITS and text[:1] and text[0] in _DIGITS
    return " " if close else ""


def plain(blocks: Iterable[Block]) -> str:
    """The text of some blocks, one line for each paragraph and each cell."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                lines += [cell.text, plain(cell.tables)]
        else:
            lines.append(block.text)
    return "\n".join(line for line in lines if line)
