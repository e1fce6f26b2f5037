"""Cutting and joining of anchored text, and building tables from it.

Pure helpers over the neutral document: whatever is cut out or glued together keeps the place of
every character.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Cell, Position, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def cut(source: Text, start: int, end: int) -> Text:
    """The characters ``start`` to ``end`` of ``source``, with their anchors."""
    if not source.anchors:
        return Text(source.text[start:end])
    if len(source.anchors) == 1 and not source.anchors[0].offset:
        here = (
            source.anchors if not start else (Anchor(0, moved(source.anchors[0].position, start)),)
        )
        return Text(source.text[start:end], here)
    first = bisect_right(source.anchors, start, key=_offset)
    last = bisect_left(source.anchors, end, lo=first, key=_offset)
    inner = (Anchor(a.offset - start, a.position) for a in source.anchors[first:last])
    return Text(source.text[start:end], (Anchor(0, source.position(start)), *inner))


def moved(position: Position, by: int) -> Position:
    """The place ``by`` characters after ``position`` on its line, where columns are known."""
    if position.column is None:
        return position
    return Position(
        position.page,
        position.line,
        position.column + by,
        position.paragraph,
        position.table,
        position.row,
        position.col,
        position.bbox,
    )


def _offset(anchor: Anchor) -> int:
    return anchor.offset


def trim_end(source: Text) -> Text:
    """``source`` without the white space at its end."""
    length = len(source.text.rstrip())
    return source if length == len(source.text) else cut(source, 0, length)


def trim(source: Text) -> Text:
    """``source`` without the white space at both ends."""
    bare = source.text.strip()
    if len(bare) == len(source.text):
        return source
    start = len(source.text) - len(source.text.lstrip()) if bare else 0
    return cut(source, start, start + len(bare))


def split(source: Text, separator: str) -> list[Text]:
    """The pieces of ``source`` between the separators, one character each."""
    pieces = []
    start = 0
    for part in source.text.split(separator):
        pieces.append(cut(source, start, start + len(part)))
        start += len(part) + 1
    return pieces


def join(parts: Sequence[Text], separator: str = "\n") -> Text:
    """The parts as one text; every part keeps its own anchors.

    The place of a separator is the end of the part before it.
    """
    if len(parts) == 1:
        return parts[0]
    anchors: list[Anchor] = []
    offset = 0
    for part in parts:
        anchors += [Anchor(offset + anchor.offset, anchor.position) for anchor in part.anchors]
        offset += len(part.text) + len(separator)
    return Text(separator.join(part.text for part in parts), tuple(anchors))


def is_blank(texts: Iterable[Text]) -> bool:
    """Whether there is nothing but white space."""
    return not any(text.text.strip() for text in texts)


def table_of(rows: Iterable[Sequence[Text]]) -> Table:
    """A table whose cells stand packed to the left, as they do in plain text."""
    cells = tuple(
        tuple(Cell(text.text, text.anchors, row=r, col=c) for c, text in enumerate(row))
        for r, row in enumerate(rows)
    )
    first = next((row[0].anchors[:1] for row in cells if row), ())
    return Table(cells, anchors=first, spans_known=False)
