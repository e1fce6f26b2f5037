"""How lines are fitted to a canvas: wrapped to its width, coloured if it has colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.lang import CHINESE, language
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wrapping import break_lines, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.reporters import Canvas

WIDEST = 120
"""Longer lines are hard to read, however wide the window is."""
INDENT = "  "
_NARROWEST = 20
_LABEL = {CHINESE: 6, "en": 10}
"""The columns of a label and the gap behind it."""


class Layout:
    """Fits text to one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._width = min(canvas.width, WIDEST) if canvas.width else None
        self.arrow = f" {_first_that_encodes(('›', '>'), canvas.encoding)} "

    def field(
        self, label: str, content: Line, label_style: str = "dim", indent: str = INDENT
    ) -> Iterator[Line]:
        """A labelled value; further lines hang below the value."""
        columns = _LABEL[language()]
        head = Line.of(indent, (pad(label, columns), label_style))
        yield from self.hanging(head, len(indent) + columns, content)

    def hanging(self, head: Line, margin: int, content: Line) -> Iterator[Line]:
        """``content`` after ``head``, which is ``margin`` columns wide; further lines below it."""
        for number, line in enumerate(self._broken(content, margin)):
            yield Line.of(" " * margin if number else head, line)

    def wrapped(self, content: Line, style: str = "", indent: str = "") -> Iterator[Line]:
        """``content`` in as many lines as it needs, with ``style`` wherever it has none."""
        for line in self._broken(content.under(style), len(indent)):
            yield Line.of(indent, line)

    def _broken(self, content: Line, margin: int) -> Iterator[Line]:
        room = None if self._width is None else max(_NARROWEST, self._width - margin)
        for start, end in break_lines(content.plain, room):
            yield content.cut(start, end)


def as_text(lines: Iterable[Line], canvas: Canvas) -> str:
    """The lines as text, with escape sequences if the canvas has colours."""
    if canvas.colour:
        return _coloured(lines)
    return "".join(f"{line.plain}\n" for line in lines)


def _coloured(lines: Iterable[Line]) -> str:
    """The lines with escape sequences; the canvas alone decides, not the environment."""
    from io import StringIO  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415 (slow, and not for a pipe)
    from rich.text import Text  # noqa: PLC0415

    out = StringIO()
    console = Console(
        file=out,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(Text.assemble(*line.spans), soft_wrap=True)
    return out.getvalue()


def _first_that_encodes(signs: Sequence[str], encoding: str) -> str:
    for sign in signs[:-1]:
        try:
            sign.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return sign
    return signs[-1]
