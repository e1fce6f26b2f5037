"""The text reader: from the bytes of a text file to a Document."""

from __future__ import annotations

from budgetlint.document import Document, Paragraph, Position, Remark, Unread
from budgetlint.lang import say
from budgetlint.readers.charset import decode
from budgetlint.readers.continuation import Joined, join_paragraphs, join_tables
from budgetlint.readers.errors import UNREADABLE, UNSAFE, ReadError
from budgetlint.readers.text_cells import blocks_of_cells
from budgetlint.readers.text_lines import lines_of, raw_lines
from budgetlint.readers.text_paragraphs import is_prose
from budgetlint.readers.text_rows import blocks_of_rows, is_pipe_row

MAX_CELLS = 1_000_000
"""More lines and cells than any document has; each costs memory many times its size."""

_LOST = "\ufffd"


def read_text(data: bytes) -> Document:
    """The document in the bytes of a text file, in whichever dialect it is written.

    Raises ReadError where ``data`` is no text, holds no words, or has more lines and cells than
    MAX_CELLS.
    """
    text = decode(data)
    if sum(map(text.count, "\n\r\t\f|")) > MAX_CELLS:
        raise ReadError(
            UNSAFE,
            say(
                "文本的行和单元格超过 {most} 个，不像一份公开文件，没有读取；"
                "请确认文件，或拆成几份后再检查。",
                most=MAX_CELLS,
            ),
        )
    remarks: list[Remark] = []
    joined = _joined(text, remarks)
    if not joined.blocks:
        raise ReadError(UNREADABLE, say("文件里只有空白，没有文字；请重新导出或重新下载这份文件。"))
    return Document(
        format="text",
        blocks=joined.blocks,
        numbering_known=False,
        remarks=(*remarks, *map(_page_furniture, joined.repeated)),
        unread=_lost_characters(text),
    )


def _joined(text: str, remarks: list[Remark]) -> Joined:
    lines = lines_of(text, remarks)
    if has_cell_per_line(text):
        return join_tables(blocks_of_cells(lines))
    tables = join_tables(blocks_of_rows(lines))
    paragraphs = join_paragraphs(tables.blocks)
    return Joined(paragraphs.blocks, tables.repeated + paragraphs.repeated)


def has_cell_per_line(text: str) -> bool:
    """Whether a text has one table cell per line: more cells begin a line than stand in one
    behind another. An indented sentence is no cell.
    """
    leading = inner = 0
    for line in raw_lines(text):
        tabs = line.rstrip(" ").count("\t")
        if is_pipe_row(line):
            inner += line.count("|") - 1
        elif not line.startswith("\t") or tabs > 1:
            inner += tabs
        elif not is_prose(line):
            leading += 1
    return leading > inner


def _page_furniture(item: Paragraph) -> Remark:
    return Remark("header", item.text, item.position())


def _lost_characters(text: str) -> tuple[Unread, ...]:
    """Replacement characters are text that an earlier conversion has lost."""
    if _LOST not in text:
        return ()
    before = raw_lines(text[: text.index(_LOST)])
    position = Position(line=len(before), column=len(before[-1]) + 1)
    reason = say(
        "文件中有 {count} 个字符在此前的转换中丢失（显示为 {mark}），无法读取。",
        count=text.count(_LOST),
        mark=_LOST,
    )
    return (Unread(reason, position),)
