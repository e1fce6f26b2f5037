"""Small PDFs by hand: every byte known, nothing embedded, y counted from the top of the page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
HAN = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 "
    "/W [1 95 500 814 908 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light "
    "/Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 "
    "/CapHeight 737 /StemV 58 >> >>] >>"
)
LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
RADICALS = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+FangSong /Encoding /Identity-H "
    "/ToUnicode {radicals} 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 "
    "/BaseFont /ABCDEF+FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /FangSong "
    "/Flags 4 /FontBBox [0 -200 1000 900] >> >>] >>"
)


@dataclass
class Page:
    """A page: what is drawn on it, in order."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    extra: str = ""
    operators: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 12, font: str = "Han", state: str = ""
    ) -> Page:
        """Text from ``x`` on the baseline ``y``; ``state`` are operators before it."""
        shown = f"<{text.encode('utf-16-be').hex()}>"
        if font == "Latin":
            shown = f"<{text.encode('cp1252').hex()}>"
        place = f"1 0 0 1 {x:g} {self.height - y:g} Tm"
        self.operators.append(f"BT /{font} {size:g} Tf {state} {place} {shown} Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Page:
        """A stroked line."""
        h = self.height
        self.operators.append(f"{width:g} w {x0:g} {h - y0:g} m {x1:g} {h - y1:g} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> Page:
        """A rectangle, stroked or painted otherwise."""
        h = self.height
        self.operators.append(f"{x0:g} {h - y1:g} {x1 - x0:g} {y1 - y0:g} re {paint}")
        return self

    def raw(self, operators: str) -> Page:
        """Operators as they are."""
        self.operators.append(operators)
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Page:
        """All lines of a regular grid."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def cells(
        self, xs: list[float], ys: list[float], rows: list[list[str]], size: float = 10
    ) -> Page:
        """Texts at the left of the cells of a regular grid."""
        for row, top in zip(rows, ys, strict=False):
            for text, left in zip(row, xs, strict=False):
                if text:
                    self.text(left + 3, top + size + 3, text, size)
        return self

    def table(self, xs: list[float], ys: list[float], rows: list[list[str]]) -> Page:
        """A regular grid with its texts."""
        return self.grid(xs, ys).cells(xs, ys, rows)


def pdf(
    *pages: Page,
    objects: dict[str, str | bytes] | None = None,
    fonts: str = "",
    trailer: str = "",
) -> bytes:
    """A file with these pages.

    ``objects`` are further ones; in their text and in the pages' ``{name}`` is the number of the
    object of that name. ``fonts`` are further entries of the font dictionary, ``trailer`` of the
    trailer.
    """
    names = ["catalog", "pages", *(objects or {})]
    bodies: dict[str, str | bytes] = dict(objects or {})
    for number, page in enumerate(pages):
        content = zlib.compress("\n".join(page.operators).encode("latin1"))
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
        bodies[f"content{number}"] = head + content + b"\nendstream"
        bodies[f"page{number}"] = (
            f"<< /Type /Page /Parent {{pages}} 0 R /MediaBox [0 0 {page.width:g} {page.height:g}] "
            f"/Rotate {page.rotate} /Contents {{content{number}}} 0 R {page.extra} >>"
        )
        names += [f"content{number}", f"page{number}"]
    kids = " ".join(f"{{page{n}}} 0 R" for n in range(len(pages)))
    bodies.setdefault("catalog", "<< /Type /Catalog /Pages {pages} 0 R >>")
    bodies.setdefault(
        "pages",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] /Resources << /XObject << {{forms}} >>"
        f" /Font << /Han {HAN} /Latin {LATIN} {fonts} >> >> >>",
    )
    return assembled(names, bodies, trailer)


def assembled(names: list[str], bodies: dict[str, str | bytes], trailer: str = "") -> bytes:
    """The file of these objects, ``{name}`` replaced by their numbers."""
    numbers = {name: str(n) for n, name in enumerate(names, 1)}
    forms = " ".join(f"/{name} {n} 0 R" for name, n in numbers.items() if name.startswith("form"))
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for name in names:
        body = bodies[name]
        if isinstance(body, str):
            body = body.replace("{forms}", forms)
            for other, n in numbers.items():
                body = body.replace(f"{{{other}}}", n)
            body = body.encode("latin1")
        offsets.append(len(out))
        out += f"{numbers[name]} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(names) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    root = numbers["catalog"]
    for other, n in numbers.items():
        trailer = trailer.replace(f"{{{other}}}", n)
    out += f"trailer\n<< /Size {len(names) + 1} /Root {root} 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object with compressed data."""
    packed = zlib.compress(data)
    head = f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + packed + b"\nendstream"
