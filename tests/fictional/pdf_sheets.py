"""Sheets of the fictional PDF: text and rules by place, and the file made of them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from fictional.pdf_fonts import LATIN, LATIN_SCALE, install, runs, width

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT, LONG = 595.28, 841.89  # A4
BOLD = 0.3  # how far the second drawing of a bold text lies from the first
SCALE = 0.24  # of a page written in the pixels of a printer
Shape = Literal["portrait", "landscape", "rotated", "turned"]
"""How a sheet lies: ``landscape`` by its size, ``rotated`` by /Rotate, ``turned`` by its content.

Of a turned sheet the viewer sees the table lie on its side.
"""
Hand = Literal["plain", "kerned", "scaled", "form"]
"""How a sheet is written: text by ``Tj`` with character spacing; ``kerned`` by ``TJ`` with the
space after each glyph; ``scaled`` in pixels, with fonts of size 1; ``form`` as a form XObject."""


class Sheet:
    """What one page shows; x from the left and y from the bottom as its table is read."""

    def __init__(
        self, shape: Shape, hand: Hand = "plain", *, shift: float = 0, latin: bool = True
    ) -> None:
        self.shape = shape
        self.hand = hand
        self.latin = latin
        self.width, self.height = (SHORT, LONG) if shape == "portrait" else (LONG, SHORT)
        self.operators: list[str] = []
        if shape in ("rotated", "turned"):
            self.operators.append(f"0 1 -1 0 {SHORT:.2f} 0 cm")
        if shift:  # of everything to the right, for a margin to bind
            self.operators.append(f"1 0 0 1 {shift:.2f} 0 cm")
        self.unit = SCALE if hand == "scaled" else 1.0
        if hand == "scaled":
            self.operators.append(f"{SCALE} 0 0 {SCALE} 0 0 cm")

    def _numbers(self, *points: float) -> str:
        return " ".join(f"{point / self.unit:.2f}" for point in points)

    def text(
        self, x: float, y: float, size: float, text: str, *, spread: float = 0, bold: bool = False
    ) -> None:
        """A line of text from x on the baseline y, ``spread`` points between its characters."""
        if not text.strip():
            return
        for shift in (0.0, BOLD) if bold else (0.0,):
            self.operators.append(f"BT {self._line(x + shift, y, size, text, spread)} ET")

    def _line(self, x: float, y: float, size: float, text: str, spread: float) -> str:
        if self.hand == "scaled":
            matrix = f"{self._numbers(size)} 0 0 {self._numbers(size)} {self._numbers(x, y)} Tm"
            size, spread = 1.0, spread / size
        else:
            matrix = f"1 0 0 1 {self._numbers(x, y)} Tm"
        shown = [f"{0 if self.hand == 'kerned' else spread:.3f} Tc {matrix}"]
        for font, code in runs(text, latin=self.latin):
            own = size * (LATIN_SCALE if font == LATIN else 1)
            shown.append(f"/{font} {own:.2f} Tf")
            if self.hand == "kerned":
                gap = f"{-1000 * spread / own:.0f}"
                length = 2 if font == LATIN else 4
                glyphs = (code[at : at + length] for at in range(0, len(code), length))
                shown.append("[" + "".join(f"<{glyph}>{gap}" for glyph in glyphs) + "] TJ")
            else:
                shown.append(f"<{code}> Tj")
        return " ".join(shown)

    def centred(
        self, left: float, right: float, y: float, size: float, text: str, *, bold: bool = False
    ) -> None:
        """A line of text in the middle between two edges."""
        space = right - left - size * width(text, latin=self.latin)
        self.text(left + space / 2, y, size, text, bold=bold)

    def line(self, x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5) -> None:
        """A stroked line."""
        path = f"{self._numbers(x0, y0)} m {self._numbers(x1, y1)} l S"
        self.operators.append(f"{self._numbers(thickness)} w {path}")

    def outline(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked rectangle."""
        box = self._numbers(x0, y0, x1 - x0, y1 - y0)
        self.operators.append(f"{self._numbers(0.5)} w {box} re S")

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0) -> None:
        """A filled rectangle."""
        box = self._numbers(x0, y0, x1 - x0, y1 - y0)
        self.operators.append(f"{grey:g} g {box} re f 0 g")


def bound(sheets: Sequence[Sheet], title: str, password: str | None = None) -> bytes:
    """The file; with a ``password``, even an empty one, it is encrypted."""
    buffer = io.BytesIO()
    encryption = (
        None
        if password is None
        else StandardEncryption(password, ownerPassword="only-the-owner", strength=128)
    )
    canvas = Canvas(buffer, invariant=True, pageCompression=1, encrypt=encryption)
    canvas.setTitle(title)
    names = install(canvas)
    for number, sheet in enumerate(sheets, start=1):
        lies = sheet.shape in ("landscape", "rotated")
        canvas.setPageSize((LONG, SHORT) if lies else (SHORT, LONG))  # as it is seen
        canvas.setPageRotation(90 if sheet.shape == "rotated" else 0)
        content = "\n".join(sheet.operators)
        for name, internal in names.items():
            content = content.replace(f"/{name} ", f"{internal} ")
        if sheet.hand == "form":
            canvas.beginForm(f"Page{number}", 0, 0, LONG, LONG)
            canvas.addLiteral(content)
            canvas.endForm()
            canvas.doForm(f"Page{number}")
        else:
            canvas.addLiteral(content)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
