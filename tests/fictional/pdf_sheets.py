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
Shape = Literal["portrait", "landscape", "rotated", "turned"]
"""How a sheet lies: ``landscape`` by its size, ``rotated`` by /Rotate, ``turned`` by its content.

Of a turned sheet the viewer sees the table lie on its side.
"""


class Sheet:
    """What one page shows; x from the left and y from the bottom as its table is read."""

    def __init__(self, shape: Shape, *, latin: bool = True) -> None:
        self.shape = shape
        self.latin = latin
        self.width, self.height = (SHORT, LONG) if shape == "portrait" else (LONG, SHORT)
        self.operators: list[str] = []
        if shape in ("rotated", "turned"):
            self.operators.append(f"0 1 -1 0 {SHORT:.2f} 0 cm")

    def text(
        self, x: float, y: float, size: float, text: str, *, spread: float = 0, bold: bool = False
    ) -> None:
        """A line of text from x on the baseline y, ``spread`` points between its characters."""
        if not text.strip():
            return
        for shift in (0.0, BOLD) if bold else (0.0,):
            shown = [f"BT {spread:.3f} Tc 1 0 0 1 {x + shift:.2f} {y:.2f} Tm"]
            for font, code in runs(text, latin=self.latin):
                shown.append(f"/{font} {size * (LATIN_SCALE if font == LATIN else 1):.2f} Tf")
                shown.append(f"<{code}> Tj")
            self.operators.append(" ".join([*shown, "ET"]))

    def centred(
        self, left: float, right: float, y: float, size: float, text: str, *, bold: bool = False
    ) -> None:
        """A line of text in the middle between two edges."""
        space = right - left - size * width(text, latin=self.latin)
        self.text(left + space / 2, y, size, text, bold=bold)

    def line(self, x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5) -> None:
        """A stroked line."""
        self.operators.append(f"{thickness:g} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def outline(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked rectangle."""
        self.operators.append(f"0.5 w {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re S")

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0) -> None:
        """A filled rectangle."""
        box = f"{x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f"
        self.operators.append(f"{grey:g} g {box} 0 g")


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
    for sheet in sheets:
        lies = sheet.shape in ("landscape", "rotated")
        canvas.setPageSize((LONG, SHORT) if lies else (SHORT, LONG))  # as it is seen
        canvas.setPageRotation(90 if sheet.shape == "rotated" else 0)
        content = "\n".join(sheet.operators)
        for name, internal in names.items():
            content = content.replace(f"/{name} ", f"{internal} ")
        canvas.addLiteral(content)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
