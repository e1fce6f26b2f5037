"""How the fictional PDF looks, and its pages as they fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fictional.pdf_sheets import Hand, Shape, Sheet

if TYPE_CHECKING:
    from fictional.pdf_tables import Rules

SIDE, TOP = 81.64, 90.0  # margins: 36 characters of 12 points in a line
BINDING = 11.0  # how much farther from the binding edge the text stands, if it does
BODY, LINE = 12.0, 20.0
Repeat = Literal["all", "header", "nothing"]


@dataclass(frozen=True, slots=True)
class Style:
    """How unkind the PDF is. The values of a tuple come in turns, by table or by page.

    ``latin``: digits in a second font. ``running``: page headers and footers. ``bold``: titles are
    drawn twice. ``radicals``: in every third paragraph and in the names of every second table.
    ``cut_rows``: a row may begin on one page and end on the next. ``mirrored``: the text stands
    farther from the edge by which the pages are bound. ``rules`` of tables. ``shapes`` of the
    pages of wide tables. ``repeat``: what a table repeats on its next page. ``foot``: the margin
    below. ``hands``: how pages are written.
    """

    latin: bool = True
    running: bool = True
    bold: bool = True
    radicals: bool = True
    cut_rows: bool = True
    mirrored: bool = True
    rules: tuple[Rules, ...] = ("rectangles", "lines", "boxes", "segments")
    shapes: tuple[Shape, ...] = ("portrait", "rotated", "landscape", "turned")
    repeat: tuple[Repeat, ...] = ("all", "header", "nothing", "all", "all")
    foot: float = 80.0
    hands: tuple[Hand, ...] = ("plain", "kerned", "scaled", "plain", "form")


UNKIND = Style()
PLAIN = Style(
    latin=False,
    bold=False,
    radicals=False,
    cut_rows=False,
    mirrored=False,
    rules=("lines",),
    shapes=("landscape",),
    repeat=("all",),
    hands=("plain",),
)


class Pages:
    """The sheets so far and the height ``y`` down to which the last one is full."""

    def __init__(self, style: Style, title: str) -> None:
        self.style = style
        self.title = title
        self.sheets: list[Sheet] = []
        self.y = 0.0
        self.turn()

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    @property
    def right(self) -> float:
        return self.sheet.width - SIDE

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self.y - self.style.foot

    def turn(self, shape: Shape = "portrait") -> Sheet:
        """Begin a page; all but the first have a page header, and a number at the foot."""
        hand = self.style.hands[len(self.sheets) % len(self.style.hands)]
        binding = BINDING if len(self.sheets) % 2 == 0 else -BINDING
        shift = binding if self.style.mirrored else 0.0
        sheet = Sheet(shape, hand, shift=shift, latin=self.style.latin)
        self.sheets.append(sheet)
        self.y = sheet.height - TOP
        if self.style.running and len(self.sheets) > 1:
            top = sheet.height - 50
            sheet.centred(SIDE, self.right, top, 9, self.title)
            sheet.line(SIDE, top - 5, self.right, top - 5, 0.75)
            sheet.centred(SIDE, self.right, 46, 10.5, f"- {len(self.sheets)} -")
        return sheet

    def upright(self, height: float) -> None:
        """Turn the page if it lies on its side or has no room for this height."""
        if self.sheet.shape != "portrait" or self.room < height:
            self.turn()

    @property
    def begun(self) -> bool:
        """Whether anything stands on the page."""
        return self.y < self.sheet.height - TOP

    def close(self) -> None:
        """Let nothing more stand on the page."""
        self.y = 0
