"""The rows and paragraphs of a file with one table cell per line.

A cell is a line that begins with a tab, and a blank line ends a row; but a cell may go on over
lines without a tab, even after a blank line, and a paragraph may follow the last cell without
one. What a line without a tab is shows from the widths of the rows around it: a row that is
still too narrow goes on, a complete one has ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.readers.spans import cut, is_blank
from budgetlint.readers.text_paragraphs import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.document import Text
    from budgetlint.readers.text_lines import Line

_HEADING = re.compile(
    r"\s*(?:第[一二三四五六七八九十\d]{1,3}[部章节]|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|[注附][:：表件])"
)
_NUMBER = re.compile(r"\s*([（(]?)(\d{1,2})([、.．)）])(?!\d)")
_HAN = re.compile(r"[㐀-䶿一-鿿]")
_TORN = re.compile(r"[0-9][.,]\s*$")
_DIGITS = re.compile(r"[0-9]+\s*")
_BARE = 20
_WRAP = 12
_LINE = 60
_GROUP = 6


@dataclass(slots=True)
class Row:
    """A row: cells as lists of lines; ``gap`` is the number of blank lines before it."""

    cells: list[list[Text]]
    gap: int


@dataclass(slots=True)
class Prose:
    """A line that is no cell.

    ``marked``: markup stood on it, as it does on headings; ``entry``: it refers to a page.
    """

    text: Text
    gap: int
    marked: bool
    entry: bool


Item = Row | Prose


def flow_of(lines: Iterable[Line]) -> list[Item]:
    """The rows, each with all the lines of its cells, and the paragraphs, in order."""
    return _Flow(_items(lines)).settled()


def _items(lines: Iterable[Line]) -> list[Item]:
    """Lines as they stand: cells without a blank line between form a row.

    Digits below a number that ends at its point go on it, whatever stands around them.
    """
    items: list[Item] = []
    gap = 0
    for line in lines:
        if line.vanished:
            continue
        if line.blank:
            gap += 1
            continue
        text = line.text
        above = items[-1] if items and gap <= 1 else None
        if isinstance(above, Row) and _completes(text, above.cells[-1][-1]):
            above.cells[-1].append(text)
        elif not text.text.startswith("\t"):
            items.append(Prose(text, gap, line.markup, line.entry))
        else:
            cell = [cut(text, 1, len(text.text))]
            last = items[-1] if items and not gap else None
            if isinstance(last, Row):
                last.cells.append(cell)
            else:
                items.append(Row([cell], gap))
        gap = 0
    return items


def _completes(text: Text, number: Text) -> bool:
    """Whether a line is the rest of a number that was torn at its point."""
    return _DIGITS.fullmatch(text.text) is not None and _TORN.search(number.text) is not None


class _Flow:
    """Decides for every line without a tab whether it goes on the cell above it."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        # How many cells stand from an item to the next blank line, and how many in the lines
        # after that (None where those begin with a paragraph): the widths to compare with.
        self._rest = [0] * (len(items) + 1)
        self._next: list[int | None] = [None] * (len(items) + 1)
        for i in reversed(range(len(items))):
            following = items[i + 1] if i + 1 < len(items) else None
            own = len(item.cells) if isinstance(item := items[i], Row) else 0
            if following is not None and not following.gap:
                self._rest[i] = own + self._rest[i + 1]
                self._next[i] = self._next[i + 1]
            else:
                self._rest[i] = own
                self._next[i] = self._rest[i + 1] if isinstance(following, Row) else None
        self._out: list[Item] = []

    def settled(self) -> list[Item]:
        """All items, with the lines that go on a cell moved into it."""
        items = self._items
        at = 0
        while at < len(items):
            item = items[at]
            if isinstance(item, Prose):
                self._out.append(item)
                at += 1
                continue
            row = self._torn(item, at)
            at = self._complete(row, at + 1)
        return self._out

    def _torn(self, item: Row, at: int) -> Row:
        """The row that ``item`` begins or, where blank lines inside a cell tore it, goes on."""
        before, torn = self._above(2), self._above(1)
        if (
            item.gap > 1
            and before is not None
            and torn is not None
            and len(torn.cells) + self._rest[at] == len(before.cells) == self._next[at]
            and not is_blank(part for cell in torn.cells for part in cell)
        ):
            torn.cells += item.cells
            return torn
        row = Row(list(item.cells), item.gap)
        self._out.append(row)
        return row

    def _above(self, distance: int) -> Row | None:
        """The row ``distance`` items above in the same table."""
        above = self._out[-distance:]
        if len(above) < distance or not all(isinstance(item, Row) for item in above):
            return None
        return above[0] if isinstance(above[0], Row) else None

    def _complete(self, row: Row, at: int) -> int:
        """Add to ``row`` the lines and cells that go on it; return the index after them."""
        items = self._items
        while True:
            end = at
            while end < min(len(items), at + _GROUP + 1) and isinstance(items[end], Prose):
                end += 1
            group = [item for item in items[at:end] if isinstance(item, Prose)]
            taken = self._continued(row, group, end)
            row.cells[-1] += [prose.text for prose in group[:taken]]
            at += taken
            follower = items[end] if end < len(items) else None
            whole = 0 < taken == len(group)
            if not (whole and isinstance(follower, Row) and not follower.gap):
                return at
            row.cells += follower.cells
            at = end + 1

    def _continued(self, row: Row, group: list[Prose], end: int) -> int:
        """How many lines of ``group``, which stand before item ``end``, go on the last cell."""
        if not group or group[0].gap > 1 or len(group) > _GROUP:
            return 0
        follower = self._items[end] if end < len(self._items) else None
        if not isinstance(follower, Row):
            return _run_on(row.cells[-1], group)
        if not follower.gap:
            return len(group) if self._goes_on_inside(row, group, end) else 0
        if self._goes_on_below(row, group, self._rest[end]):
            return len(group)
        return _run_on(row.cells[-1], group)

    def _goes_on_inside(self, row: Row, group: list[Prose], end: int) -> bool:
        """Whether lines go on a cell when more cells follow them without a blank line."""
        width = len(row.cells)
        above = self._above(2)
        # The row above is a better measure than the one below, which may be torn itself.
        for measure in (len(above.cells) if above else None, self._next[end]):
            if measure in (width, width + self._rest[end]):
                return measure != width
        return (
            group[0].gap == 0
            and all(_is_plain(prose) for prose in group)
            and not is_prose(_last_words(row))
        )

    def _goes_on_below(self, row: Row, group: list[Prose], below: int) -> bool:
        """Whether lines go on the last cell when a row of ``below`` cells follows them."""
        width = len(row.cells)
        above = self._above(2)
        words = _last_words(row)
        if not all(_is_plain(prose) for prose in group):
            return False
        if width != below and not (above and width == len(above.cells)):
            return width > 1 and (bool(words) or group[0].gap == 0)
        wrap = group[0].text.text.strip()
        return (
            len(group) == 1
            and width == below
            and len(wrap) <= _WRAP
            and _HAN.match(wrap) is not None
            and _HAN.match(words[-1:]) is not None
        )


def _run_on(cell: list[Text], group: list[Prose]) -> int:
    """How many lines go on a cell whatever follows: the next item of its list, bare figures."""
    number = next((n for n in map(_number, reversed(cell)) if n), None)
    for count, prose in enumerate(group):
        text = prose.text.text.strip()
        following = _number(prose.text)
        if number and following == (number[0], number[1] + 1, number[2]):
            number = following
        elif prose.gap or len(text) > _BARE or _HAN.search(text) or count:
            return count
    return len(group)


def _number(text: Text) -> tuple[str, int, str] | None:
    """The arabic number that a list item begins with, and the signs around it."""
    match = _NUMBER.match(text.text)
    return (match[1], int(match[2]), match[3]) if match else None


def _is_plain(prose: Prose) -> bool:
    """Whether a line is neither a heading nor a title nor a note."""
    text = prose.text.text.strip()
    if prose.marked or text.endswith("表"):
        return False
    return _HEADING.match(text) is None and (len(text) <= _LINE or _number(prose.text) is not None)


def _last_words(row: Row) -> str:
    return row.cells[-1][-1].text.strip()
