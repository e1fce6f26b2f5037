"""Pages: where each block stands on paper, and the table of contents that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from fictional.blocks import Block, Heading, Para, Printed, TableBlock

LINES = 34  # lines on a page
COLUMNS = 36  # characters in a line
ROWS = 16  # rows of a standard table on a page
# Where the pages of a table end, by the end of its id, if not every ROWS rows.
BREAKS = {"/t2": (14, 28), "/t9": (5,), "s7/table": (2,)}
CUTS = (
    "dept/s5/whole/measures/1",
    "s/public-expenditure/structure/text",
)  # paragraphs that a page break cuts
FIRST_PAGE = 3  # after cover and contents
LISTED = ("part", "half", "unit", "section")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    text: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, the page it begins on, and the rows or the character where new pages begin."""

    block: Block
    page: int
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The placed blocks and the table of contents."""

    placed: tuple[Placed, ...]
    contents: tuple[Entry, ...]


def is_han(char: str) -> bool:
    """Whether this is a Chinese character."""
    return "一" <= char <= "鿿"


def _cut(text: str) -> int:
    """A place near the middle of a text, between two Chinese characters."""
    middle = len(text) // 2
    while not (is_han(text[middle - 1]) and is_han(text[middle])):
        middle += 1
    return middle


def _table_breaks(table: TableBlock) -> tuple[int, ...]:
    usual = tuple(range(ROWS, 64, ROWS)) if table.standard else ()
    wanted = next((at for end, at in BREAKS.items() if table.id.endswith(end)), usual)
    return tuple(at for at in wanted if at < len(table.rows))


def _height(block: Block) -> int:
    if isinstance(block, TableBlock):
        return 2 * len(block.rows) + 4
    return 1 + (len(block.line) - 1) // COLUMNS


def layout(printed: Printed) -> Layout:
    """Place every block on a page."""
    placed: list[Placed] = []
    page, line = FIRST_PAGE, 0
    for block in printed.blocks:
        if block.id == "cover":
            placed.append(Placed(block, 1))
            continue
        breaks: tuple[int, ...] = ()
        full = line and line + _height(block) > LINES
        previous = placed[-1].block
        if isinstance(block, TableBlock):
            breaks = _table_breaks(block)
        elif isinstance(block, Para) and block.id in CUTS:
            breaks, full = (_cut(block.text),), 0
        starts = starts_page(block, previous)
        if line and (starts or (full and not _glued(previous))):
            page, line = page + 1, 0
        placed.append(Placed(block, page, breaks))
        page += len(breaks)
        line = (0 if breaks else line) + _height(block)
    entries = tuple(found for item in placed if (found := entry(item)) is not None)
    return Layout(tuple(placed), printed.relist(entries) if printed.relist else entries)


def _glued(previous: Block | None) -> bool:
    """Whether what follows stands on the same page."""
    return isinstance(previous, Heading) and previous.kind in ("part", "half", "unit")


def starts_page(block: Block, previous: Block | None) -> bool:
    """Whether a block begins a new page wherever the previous one ends."""
    if isinstance(block, TableBlock):
        starts = block.standard is not None
    else:
        starts = isinstance(block, Heading) and block.kind in ("part", "half", "document")
    return starts and not _glued(previous)


def entry(item: Placed) -> Entry | None:
    """The line of the table of contents that names a block, if it is listed there."""
    block = item.block
    if isinstance(block, Heading) and block.kind in LISTED:
        return Entry(block.line, item.page, 1 if block.kind in ("part", "unit") else 2)
    if isinstance(block, TableBlock) and block.standard:
        return Entry(block.listed or block.title, item.page, 3)
    return None
