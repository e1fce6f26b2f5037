"""Tables and paragraphs that a page break has cut are joined again.

Pure functions over the blocks of a document, for every format that keeps the pages of its source.
They know no budget: what counts is that captions and header rows repeat word for word (white
space and width of characters aside) and that serial numbers run on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeGuard
from unicodedata import normalize

from budgetlint.document import Block, Cell, Paragraph, Table
from budgetlint.readers.spans import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = tuple[Cell, ...]
Signature = tuple[str, ...]

_SPACE = re.compile(r"\s+")
_CONTINUED = re.compile(r"\(?续[表上]?表?\)?[:：]?")
_PAGE_NUMBER = re.compile(r"[-–—]*第?\d{1,4}页?(?:[,/，]?共?\d{1,4}页?)?[-–—]*")
_LIST_ITEM = re.compile(
    r"第[一二三四五六七八九十]+|[一二三四五六七八九十]+[、.．是]|[注附][:：表件]"
)
_HAN = re.compile(r"[㐀-䶿一-鿿]")
_OPEN_ENDS = re.compile(r"[㐀-䶿一-鿿0-9A-Za-z，,、]")
_SENTENCE_ENDS = tuple("。！？；：!?;:")
_CAPTIONS = 8
_HEADER_ROWS = 8
_FRAGMENTS = 2
_LONG = 30
_SLIP = 3
_STRONG = 2


class Joined(NamedTuple):
    """The blocks after joining, and the paragraphs that were only furniture of the pages:
    repeated captions and page numbers.
    """

    blocks: tuple[Block, ...]
    repeated: tuple[Paragraph, ...]


def fold(text: str) -> str:
    """``text`` for comparison: compatible characters unified, white space removed."""
    return _SPACE.sub("", normalize("NFKC", text))


def join_tables(blocks: Sequence[Block]) -> Joined:
    """Join tables that go on after a page break.

    A piece goes on an earlier table if nothing stands between them but captions that stood above
    the first piece as well, and if its header repeats or its serial numbers run on; never where
    the serial numbers begin anew. Repeated captions and header rows are left out. A row that the
    page break has cut (its end stands in a row without a serial number before number k + 1) is
    put together again, cell by cell.
    """
    out: list[Block] = []
    repeated: list[Paragraph] = []
    last: _Pieces | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append(block)
            continue
        between = [] if last is None else out[last.index + 1 :]
        if last is not None and last.captions_repeat(between) and last.take(block):
            repeated += [item for item in between if isinstance(item, Paragraph)]
            del out[last.index + 1 :]
            continue
        if last is not None:
            out[last.index] = last.table()
        last = _Pieces(block, between if last else out[-_CAPTIONS:], len(out))
        out.append(block)
    if last is not None:
        out[last.index] = last.table()
    return Joined(tuple(out), tuple(repeated))


class _Pieces:
    """A table that further pieces may go on."""

    def __init__(self, table: Table, above: list[Block], index: int) -> None:
        self.index = index
        self._first = table
        self._rows = list(table.rows)
        self._joined = False
        self._captions = {
            caption_words(block.text)
            for block in above[-_CAPTIONS:]
            if isinstance(block, Paragraph)
        }
        self._head = [_signature(row) for row in table.rows[:_HEADER_ROWS]]

    def captions_repeat(self, between: list[Block]) -> bool:
        """Whether nothing stands between but captions of this table and page numbers."""
        return len(between) <= 2 * _CAPTIONS and all(
            isinstance(block, Paragraph) and self._is_caption(block) for block in between
        )

    def _is_caption(self, block: Paragraph) -> bool:
        words = caption_words(block.text)
        return not words or words in self._captions or _PAGE_NUMBER.fullmatch(words) is not None

    def take(self, piece: Table) -> bool:
        """Add the rows of ``piece`` if they go on this table; tell whether they do."""
        header = self._repeated_header(piece)
        body = piece.rows[header:]
        if not body or not self._goes_on(piece, header):
            return False
        cut = self._fragments(body)
        for row in body[:cut]:
            self._rows[-1] = _completed(self._rows[-1], row)
        offset = len(self._rows) - header - cut
        self._rows += [tuple(replace(c, row=c.row + offset) for c in row) for row in body[cut:]]
        self._joined = True
        return True

    def table(self) -> Table:
        """The table with all its pieces."""
        return replace(self._first, rows=tuple(self._rows)) if self._joined else self._first

    def _repeated_header(self, piece: Table) -> int:
        """How many rows at the top of ``piece`` repeat the top of this table."""
        pairs = zip(self._head, piece.rows, strict=False)
        return sum(1 for _ in takewhile(lambda pair: _same(pair[0], _signature(pair[1])), pairs))

    def _goes_on(self, piece: Table, header: int) -> bool:
        words = sum(len(signature) for signature in self._head[:header])
        before = _first_serial(islice(reversed(self._rows), len(self._rows) - header))
        after = _first_serial(piece.rows[header:])
        if len(self._rows) == header:
            # An empty form followed by another one is two forms, not one table.
            return words >= _STRONG and after == 1
        if words >= _STRONG:
            # A gap in the numbers is an error of the author; numbers that begin anew are not.
            return after != 1
        runs_on = before is not None and after == before + 1
        return runs_on and header == 0 and piece.width == self._first.width

    def _fragments(self, body: tuple[Row, ...]) -> int:
        """How many rows of ``body`` are the end of the last row, cut by the page break."""
        number = _serial(self._rows[-1])
        rows = list(takewhile(lambda row: _serial(row) is None, islice(body, _FRAGMENTS + 1)))
        if number is None or _first_serial(body) != number + 1:
            return 0
        cells = {cell.col for cell in self._rows[-1] if cell.text.strip()}
        fits = all(
            cell.col > 0 and cell.col in cells for row in rows for cell in row if cell.text.strip()
        )
        return len(rows) if fits else 0


def caption_words(text: str) -> str:
    """The words of a caption, without a mark that the table is continued."""
    words = fold(text)
    return _CONTINUED.sub("", words) if "续" in words else words


def _signature(row: Row) -> Signature:
    """The words of a row, wherever they stand: header cells may shift on a later page."""
    return tuple(word for word in (fold(cell.text) for cell in row) if word)


def _same(first: Signature, second: Signature) -> bool:
    """Whether two rows say the same; a slip in one word of a header row is forgiven."""
    if first == second:
        return True
    if len(first) != len(second) or len(first) < _SLIP:
        return False
    agreed = [one for one, other in zip(first, second, strict=True) if one == other]
    slips = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    return len(slips) == 1 and not any(map(_has_digit, slips[0])) and _heads_columns(agreed)


def _heads_columns(words: list[str]) -> bool:
    """Whether words name or number columns: a row of amounts is content, not a header."""
    return words == [str(n) for n in range(1, len(words) + 1)] or not any(map(_has_digit, words))


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _serial(row: Row) -> int | None:
    """The serial number in the first column of a row, if there is one."""
    if not row or row[0].col:
        return None
    word = fold(row[0].text)
    return int(word) if word.isdecimal() and len(word) <= 4 else None


def _first_serial(rows: Iterable[Row]) -> int | None:
    """The first serial number of rows of which the page break may have cut the outermost."""
    return next((n for n in map(_serial, islice(rows, _FRAGMENTS + 1)) if n is not None), None)


def _completed(row: Row, fragment: Row) -> Row:
    """``row`` with the cells of ``fragment`` added to its own, column by column."""
    ends = {cell.col: cell for cell in fragment if cell.text.strip()}
    return tuple(_extended(cell, ends[cell.col]) if cell.col in ends else cell for cell in row)


def _extended(cell: Cell, end: Cell) -> Cell:
    whole = join([cell, end])
    return replace(cell, text=whole.text, anchors=whole.anchors)


def join_paragraphs(blocks: Sequence[Block]) -> Joined:
    """Join a paragraph that a page break has cut with its rest, without a separator.

    Only where it is plain: a long sentence breaks off, and a paragraph that is no heading and no
    list item goes on with a Han character and ends like a sentence. A page number may stand
    between.
    """
    out: list[Block] = []
    numbers: list[Paragraph] = []
    for block in blocks:
        number = out[-1] if len(out) > 1 and _is_page_number(out[-1]) else None
        begun = out[-2] if number else out[-1] if out else None
        if not (isinstance(begun, Paragraph) and _breaks_off(begun) and _is_rest(block)):
            out.append(block)
            continue
        if isinstance(number, Paragraph):
            numbers.append(number)
            out.pop()
        whole = join([begun, block], "")
        out[-1] = replace(begun, text=whole.text, anchors=whole.anchors)
    return Joined(tuple(out), tuple(numbers))


def _is_page_number(block: Block) -> bool:
    return isinstance(block, Paragraph) and _PAGE_NUMBER.fullmatch(fold(block.text)) is not None


def _breaks_off(block: Paragraph) -> bool:
    number = _LIST_ITEM.match(block.text)
    words = block.text[number.end() :] if number else block.text
    return (
        len(block.text) >= _LONG
        and not block.contents_entry
        and "\t" not in block.text
        and any(mark in words for mark in "，。；、")
        and _OPEN_ENDS.fullmatch(block.text[-1]) is not None
    )


def _is_rest(block: Block) -> TypeGuard[Paragraph]:
    return (
        isinstance(block, Paragraph)
        and not block.contents_entry
        and _HAN.match(block.text) is not None
        and _LIST_ITEM.match(block.text) is None
        and block.text.endswith(_SENTENCE_ENDS)
    )
