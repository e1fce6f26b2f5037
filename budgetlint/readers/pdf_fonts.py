"""Fonts: from the bytes of a shown string to characters and their widths.

pdfminer knows encodings, standard widths and the CMaps of Adobe's character collections. Embedded
font programs are never opened, and what a hostile file could make endless (ranges of codes, names
of files) is bounded before pdfminer sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from budgetlint.readers.errors import ReadError
from budgetlint.readers.pdf_radicals import ideographs
from budgetlint.readers.symbols import sign

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN = "\ufffd"
"""What stands for a character of which the file does not tell which one it is."""

_CACHED_LENGTH = 8
_MAX_CODES = 3_000_000
"""Codes of all fonts together, each of which costs memory."""
_MAX_OF_FONT = 1 << 17
_MAX_CODE = 0xFFFF
_SPACE = 32
_SAFE_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>")
_RANGE = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>\s*(?:<([^<>]*)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([^<>]*)>")
_PROGRAMS = ("FontFile2", "FontFile3")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"[-,].*|(?<=Symbol)MT")
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
_PRIVATE = ("\ue000", "\uf8ff")


class Shown(NamedTuple):
    """A character as a font shows it: its text, its width in text space, whether word spacing
    applies."""

    text: str
    width: float
    is_space: bool


class Font:
    """A font of a PDF."""

    def __init__(self, font: PDFFont, name: str, unicode: dict[int, str]) -> None:
        self.name = _SUBSET.sub("", name)
        self._family = _STYLE.sub("", self.name).lower()
        self._font = font
        self._unicode = unicode
        self._known: dict[int, Shown] = {}
        self._strings: dict[bytes, Sequence[Shown]] = {}

    def show(self, data: bytes) -> Sequence[Shown]:
        """The characters that the bytes of a string stand for."""
        shown = self._strings.get(data)
        if shown is None:
            known = self._known
            codes = list(self._font.decode(data))
            shown = [known.get(code) or self._learn(code) for code in codes]
            if data and not codes:
                # An encoding that pdfminer does not know must not make text vanish.
                shown = [Shown(UNKNOWN, 1.0, is_space=False)]
            if len(data) <= _CACHED_LENGTH:
                self._strings[data] = shown
        return shown

    def _learn(self, code: int) -> Shown:
        text = self._unicode.get(code)
        if text is None:
            try:
                text = self._font.to_unichr(code)
            except PDFUnicodeNotDefined:
                text = UNKNOWN
        if not isinstance(text, str) or not text.strip("\0"):
            text = UNKNOWN
        if _PRIVATE[0] <= text <= _PRIVATE[1]:
            text = self._symbol(text)
        spaced = code == _SPACE and not self._font.is_multibyte()
        width = self._font.char_width(code)
        shown = Shown(ideographs(text), width if abs(width) < _MAX_CODE else 0.0, spaced)
        self._known[code] = shown
        return shown

    def _symbol(self, text: str) -> str:
        """What a character of the private area means: something only in symbol fonts."""
        if not self._family.startswith(_SYMBOL_FONTS):
            return UNKNOWN
        return sign(self._family.replace("wingdings2", "wingdings 2"), ord(text[0])) or "•"


class _NoFont(PDFFont):
    """Stands for a font that cannot be made sense of: every byte is an unknown character."""

    def __init__(self) -> None:
        super().__init__({}, {}, default_width=500)

    def to_unichr(self, cid: int) -> str:  # noqa: ARG002 (the name is pdfminer's)
        return UNKNOWN


class Fonts:
    """The fonts of a document, each made once."""

    def __init__(self) -> None:
        self._manager = PDFResourceManager(caching=False)
        self._made: dict[tuple[bool, int], Font] = {}
        self._direct: list[object] = []
        self._codes_left = _MAX_CODES

    def font(self, reference: object) -> Font:
        """The font that a resource dictionary refers to or holds."""
        referred = isinstance(reference, PDFObjRef)
        key = (referred, reference.objid if isinstance(reference, PDFObjRef) else id(reference))
        if key in self._made:
            return self._made[key]
        try:
            font = self._make(resolve1(reference))
        except ReadError:
            raise
        except Exception:  # pdfminer, on a damaged font
            font = Font(_NoFont(), "", {})
        self._made[key] = font
        if not referred:
            self._direct.append(reference)  # its identity is the key
        return font

    def _make(self, found: object) -> Font:
        spec: dict[str, Any] = dict(found) if isinstance(found, dict) else {}
        unicode: dict[int, str] = {}
        table = resolve1(spec.get("ToUnicode"))
        if isinstance(table, PDFStream):
            unicode = to_unicode(table.get_data(), min(self._codes_left, _MAX_OF_FONT))
            self._codes_left -= len(unicode)
            del spec["ToUnicode"]
        descendants = resolve1(spec.get("DescendantFonts"))
        if isinstance(descendants, list) and descendants:
            spec["DescendantFonts"] = [self._tamed(resolve1(descendants[0]))]
        return Font(
            self._manager.get_font(None, self._tamed(spec)), _name(spec.get("BaseFont")), unicode
        )

    def _tamed(self, found: object) -> dict[str, Any]:
        """A font dictionary without what could do harm or only costs time."""
        spec: dict[str, Any] = dict(found) if isinstance(found, dict) else {}
        descriptor = resolve1(spec.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            spec["FontDescriptor"] = {k: v for k, v in descriptor.items() if k not in _PROGRAMS}
        spec.pop("W2", None)
        self._codes_left -= (count := _codes(resolve1(spec.get("W"))))
        if count > _MAX_OF_FONT or self._codes_left < 0:
            spec.pop("W", None)
        collection = resolve1(spec.get("CIDSystemInfo"))
        if isinstance(collection, dict) and not _is_safe_collection(collection):
            del spec["CIDSystemInfo"]
        if not _is_safe_encoding(resolve1(spec.get("Encoding"))):
            del spec["Encoding"]
        return spec


def _is_safe_encoding(encoding: object) -> bool:
    """Whether an encoding is known by a plain name, or brings no name: pdfminer looks for a file
    called so."""
    name = encoding
    if isinstance(encoding, (PDFStream, dict)):
        name = resolve1(encoding.get("CMapName"))
    return name is None or (
        isinstance(name, PSLiteral) and _SAFE_NAME.fullmatch(str(name.name)) is not None
    )


def _is_safe_collection(collection: dict[str, Any]) -> bool:
    """Whether registry and ordering are plain names: pdfminer looks for files called so."""
    parts = [resolve1(collection.get(key)) for key in ("Registry", "Ordering")]
    return all(
        isinstance(part, bytes) and _SAFE_NAME.fullmatch(part.decode("latin1").strip())
        for part in parts
    )


def _codes(widths: object) -> int:
    """For how many codes a list gives widths: a range may have no end."""
    if not isinstance(widths, list):
        return 0
    count = 0
    numbers: list[float] = []
    for value in map(resolve1, widths):
        if isinstance(value, list):
            count += len(value)
            numbers = []
        elif isinstance(value, (int, float)):
            numbers.append(value)
            if len(numbers) == 3:
                count += max(0, int(min(numbers[1] - numbers[0], _MAX_CODES))) + 1
                numbers = []
    return count


def to_unicode(data: bytes, limit: int) -> dict[int, str]:
    """The characters of the codes that a ToUnicode table names, ``limit`` of them at most."""
    unicode: dict[int, str] = {}
    for block in _CHARACTERS.findall(data):
        for code, text in _PAIR.findall(block):
            unicode[_number(code)] = _text(_bytes(text))
    left = limit
    for block in _RANGES.findall(data):
        for first, last, start, listed in _RANGE.findall(block):
            low = _number(first)
            count = min(_number(last) - low + 1, left)
            left -= max(count, 0)
            texts = _listed(listed)[: max(count, 0)] if listed else _counted(_bytes(start), count)
            unicode.update(enumerate(texts, low))
    return unicode


def _listed(texts: bytes) -> list[str]:
    return [_text(_bytes(text)) for text in _HEX.findall(texts)]


def _counted(first: bytes, count: int) -> list[str]:
    """``count`` texts whose last code unit counts up from that of the first."""
    head, tail = first[:-2], int.from_bytes(first[-2:])
    return [_text(head + (tail + n & _MAX_CODE).to_bytes(2)) for n in range(count)]


def _text(units: bytes) -> str:
    return units.rjust(2, b"\0").decode("utf-16-be", "ignore")


def _number(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits))


def _bytes(digits: bytes) -> bytes:
    """The bytes that hexadecimal digits stand for; b"" where they stand for none."""
    try:
        return bytes.fromhex(digits.decode("latin1"))
    except ValueError:
        return b""


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""
