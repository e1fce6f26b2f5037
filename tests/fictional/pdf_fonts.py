"""The fonts of the fictional PDF: nothing is embedded, and two of them share every line.

Han characters stand in STSong-Light under UniGB-UCS2-H, which readers decode by their own tables;
digits and Latin in TimesNewRomanPSMT, a little larger and with another descent, so that the boxes
of neighbouring glyphs begin at different heights on the same baseline. A third font is the Han
font again, but its ToUnicode table names the radicals ⽂ ⼈ ⽤ … in place of 文 人 用, as the PDFs
of some word processors do.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from reportlab.pdfbase import pdfdoc, pdfmetrics

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HAN, LATIN, RADICAL = "BudgetHan", "BudgetLatin", "BudgetRadical"
LATIN_SCALE = 1.1  # the size of digits beside Han characters
# Character → the radical that looks the same, and its glyph in the Adobe-GB1 collection.
RADICALS = {
    "文": ("⽂", 3795),
    "人": ("⼈", 3238),
    "用": ("⽤", 4264),
    "生": ("⽣", 3379),
    "行": ("⾏", 3995),
    "水": ("⽔", 3491),
    "日": ("⽇", 3248),
    "小": ("⼩", 3948),
    "工": ("⼯", 1789),
    "金": ("⾦", 2241),
    "一": ("⼀", 4162),
}
_GLYPHS = dict(RADICALS.values())
_DISGUISE = str.maketrans({plain: radical for plain, (radical, _) in RADICALS.items()})
_WIDTHS = {chr(c): w for c, w in enumerate(pdfmetrics.getFont("Times-Roman").widths) if c < 127}
_LATIN_RANGE = range(32, 127)


class Run(NamedTuple):
    """Characters of one font, encoded for its text operator."""

    font: str
    code: str


def disguised(text: str) -> str:
    """The text with radicals for the characters that have one."""
    return text.translate(_DISGUISE)


def font_of(char: str) -> str:
    """The font that shows this character."""
    if char in _GLYPHS:
        return RADICAL
    return LATIN if ord(char) in _LATIN_RANGE else HAN


@cache
def advance(char: str, *, latin: bool = True) -> float:
    """The width of a character at size 1; without ``latin`` in the Han font."""
    if ord(char) not in _LATIN_RANGE:
        return 1.0
    return _WIDTHS[char] * LATIN_SCALE / 1000 if latin else 0.5


@cache
def width(text: str, *, latin: bool = True) -> float:
    """The width of a text at size 1."""
    return sum(advance(char, latin=latin) for char in text)


@cache
def runs(text: str, *, latin: bool = True) -> tuple[Run, ...]:
    """The text cut where the font changes."""
    pieces = groupby(text, lambda c: font_of(c) if latin or c in _GLYPHS else HAN)
    return tuple(Run(font, _encoded(font, "".join(chars))) for font, chars in pieces)


def _encoded(font: str, text: str) -> str:
    if font == RADICAL:
        return "".join(f"{_GLYPHS[char]:04x}" for char in text)
    return text.encode("latin-1" if font == LATIN else "utf-16-be").hex()


def install(canvas: Canvas) -> dict[str, str]:
    """Put the fonts into a document; gives their names in content streams."""
    for font in (_Composite(HAN), _Simple(LATIN), _Composite(RADICAL)):
        pdfmetrics.registerFont(font)
    document = cast("Any", canvas)._doc
    return {name: document.getInternalFontName(name) for name in (HAN, LATIN, RADICAL)}


class _Font:
    """A font that reportlab writes but does not measure."""

    _multiByte = 0  # noqa: N815 (reportlab's name)
    _dynamicFont = False  # noqa: N815

    def __init__(self, name: str) -> None:
        self.fontName = name

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """Write the font's objects: what reportlab calls when the font is first used."""
        name = f"F{len(document.fontMapping) + 1}"
        reference = document.Reference(pdfdoc.PDFDictionary(self.dictionary(document)), name)
        document.idToObject["BasicFonts"].dict[name] = reference
        document.fontMapping[self.fontName] = f"/{name}"

    def dictionary(self, document: Any) -> dict[str, object]:
        raise NotImplementedError


class _Composite(_Font):
    """STSong-Light, by Unicode or (with the radicals' ToUnicode) by glyph."""

    def dictionary(self, document: Any) -> dict[str, object]:
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("GB1")}
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0",
            "BaseFont": "/STSong-Light",
            "CIDSystemInfo": pdfdoc.PDFDictionary({**system, "Supplement": 0}),
            "DW": 1000,
            "W": pdfdoc.PDFArray([1, 95, 500]),
            "FontDescriptor": _descriptor("STSong-Light", 859, -140, 6),
        }
        font: dict[str, object] = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": "/STSong-Light",
            "Encoding": "/UniGB-UCS2-H",
            "DescendantFonts": pdfdoc.PDFArray([pdfdoc.PDFDictionary(descendant)]),
        }
        if self.fontName == RADICAL:
            font["Encoding"] = "/Identity-H"
            table = pdfdoc.PDFStream(content=_to_unicode())
            font["ToUnicode"] = document.Reference(table, "RadicalToUnicode")
        return font


class _Simple(_Font):
    """Times New Roman with the widths of Times and a descent that reaches far below."""

    def dictionary(self, document: Any) -> dict[str, object]:  # noqa: ARG002
        widths = [round(_WIDTHS[chr(code)]) for code in _LATIN_RANGE]
        return {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": "/TimesNewRomanPSMT",
            "Encoding": "/WinAnsiEncoding",
            "FirstChar": _LATIN_RANGE.start,
            "LastChar": _LATIN_RANGE.stop - 1,
            "Widths": pdfdoc.PDFArray(widths),
            "FontDescriptor": _descriptor("TimesNewRomanPSMT", 1006, -306, 34),
        }


def _descriptor(name: str, ascent: int, descent: int, flags: int) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": 700,
            "Flags": flags,
            "FontBBox": pdfdoc.PDFArray([0, descent, 1000, ascent]),
            "ItalicAngle": 0,
            "StemV": 80,
        }
    )


def _to_unicode() -> str:
    lines = [f"<{glyph:04x}> <{ord(char):04x}>" for char, glyph in _GLYPHS.items()]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Radicals def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            f"{len(lines)} beginbfchar",
            *lines,
            "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )
