"""The file structure of a PDF: objects, bounded streams, and the pages in order.

pdfminer parses the objects. What a hostile file could turn against us is bounded here: streams
that swell, page trees and cross-reference tables that loop, references that point at themselves.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFNoValidXRef
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor

from budgetlint.lang import say
from budgetlint.readers.errors import PROTECTED, UNREADABLE, UNSAFE, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

Dict = dict[Any, Any]
Box = tuple[float, float, float, float]

MAX_PAGES = 3000
_MAX_NODES = 4 * MAX_PAGES
_MAX_DECODED = 256 * 1024 * 1024
_MAX_STRUCTURE = 16 * 1024 * 1024
"""Streams that hold objects are parsed byte by byte; real ones are far below a megabyte."""
_MAX_REBUILT = 32 * 1024 * 1024
"""A larger file without a cross-reference table is not searched for its objects."""
_MAX_REFERENCES = 16
_RUN_LENGTH_RATIO = 64
_STEP = 65536
_CHECKSUM = 4
_PNG_PREDICTOR = 10
_A4: Box = (0.0, 0.0, 595.3, 841.9)
_START = re.compile(rb"startxref\s+([0-9]{1,10})\s")
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_STRUCTURE = ("ObjStm", "XRef")

_DAMAGED = "PDF 文件已损坏或不完整，无法读取；请重新导出或重新下载这份文件。"


def damaged() -> ReadError:
    """What is said of a file whose structure cannot be followed."""
    return ReadError(UNREADABLE, say(_DAMAGED))


def bloated() -> ReadError:
    """What is said of a file that would swell beyond any real document."""
    return ReadError(
        UNSAFE,
        say("PDF 解压后异常庞大，不像一份公开文件，没有读取；请用 Word 或 WPS 重新导出后再检查。"),
    )


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its number from 1, visible box, rotation (0, 90, 180, 270), what paints it, and
    what is attached to it."""

    number: int
    box: Box
    rotation: int
    resources: Dict
    streams: tuple[PDFStream, ...]
    annotations: object = None


class PdfFile:
    """An opened PDF.

    Raises ReadError where it is damaged, needs a password, or is built to do harm.
    """

    def __init__(self, data: bytes) -> None:
        self._budget = _Budget(len(data))
        try:
            self._document = _Document(data, self._budget)
        except PDFEncryptionError as error:
            raise ReadError(
                PROTECTED,
                say(
                    "PDF 设有打开密码或专用的加密，无法读取；请去掉密码另存一份再检查，"
                    "公开文件本来也不应设打开密码。"
                ),
            ) from error

    def pages(self) -> Iterator[PdfPage]:
        """The pages in order, each visited once however the page tree is knotted."""
        seen: set[int] = set()
        number = 0
        nodes: list[tuple[object, Dict]] = [(self._document.catalog.get("Pages"), {})]
        while nodes:
            reference, inherited = nodes.pop()
            if isinstance(reference, PDFObjRef):
                if reference.objid in seen:
                    continue
                seen.add(reference.objid)
            node = resolve1(reference)
            if not isinstance(node, dict):
                continue
            known = {**inherited, **{k: node[k] for k in _INHERITED if k in node}}
            kids = resolve1(node.get("Kids"))
            if isinstance(kids, list):
                nodes += [(kid, known) for kid in reversed(kids)]
                if len(nodes) > _MAX_NODES or len(seen) > _MAX_NODES:
                    raise _too_many_pages()
                continue
            number += 1
            if number > MAX_PAGES:
                raise _too_many_pages()
            yield _page(number, {**known, **node})

    def properties(self) -> Dict:
        """What the file says about itself (Author, Title, …), as it is stored."""
        return self._document.info[0] if self._document.info else {}

    @property
    def damaged_streams(self) -> int:
        """In how many streams so far something could not be decoded."""
        return self._budget.damaged

    @property
    def promised(self) -> int:
        """How many pages the file says it has; 0 where it does not say."""
        root = resolve1(self._document.catalog.get("Pages"))
        count = resolve1(root.get("Count")) if isinstance(root, dict) else 0
        return count if isinstance(count, int) else 0


def _too_many_pages() -> ReadError:
    return ReadError(
        UNSAFE,
        say("PDF 超过 {most} 页，不像一份公开文件，没有读取；请拆成几份后再检查。", most=MAX_PAGES),
    )


def _page(number: int, attributes: Dict) -> PdfPage:
    media = _box(attributes.get("MediaBox")) or _A4
    crop = _box(attributes.get("CropBox")) or media
    box = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        box = media
    rotation = resolve1(attributes.get("Rotate"))
    resources = resolve1(attributes.get("Resources"))
    contents = resolve1(attributes.get("Contents"))
    streams = [resolve1(part) for part in (contents if isinstance(contents, list) else [contents])]
    return PdfPage(
        number,
        box,
        round(rotation / 90) * 90 % 360 if isinstance(rotation, (int, float)) else 0,
        resources if isinstance(resources, dict) else {},
        tuple(stream for stream in streams if isinstance(stream, PDFStream)),
        attributes.get("Annots"),
    )


def _box(value: object) -> Box | None:
    """A rectangle that has an area, its corners in order."""
    corners = resolve1(value)
    if not isinstance(corners, list) or len(corners) != 4:
        return None
    numbers = [resolve1(corner) for corner in corners]
    if not all(isinstance(n, (int, float)) and abs(n) < 1e6 for n in numbers):
        return None
    x0, y0, x1, y1 = map(float, numbers)
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box[0] < box[2] and box[1] < box[3] else None


class _Budget:
    """How many bytes the streams of one file may still hold, raw and decoded; how many were
    damaged."""

    def __init__(self, size: int) -> None:
        self._raw = 2 * size + _MAX_STRUCTURE
        self.decoded = _MAX_DECODED
        self.structure = _MAX_STRUCTURE
        self.damaged = 0

    def take_raw(self, size: int) -> None:
        self._raw -= size
        if self._raw < 0:
            raise bloated()

    def take(self, size: int, *, structural: bool) -> None:
        self.decoded -= size
        self.structure -= size * structural
        if min(self.decoded, self.structure) < 0:
            raise bloated()


class _Document(PDFDocument):
    """A PDFDocument that gets lost in no loop."""

    def __init__(self, data: bytes, budget: _Budget) -> None:
        self._data = data
        self._tables_read: set[int] = set()
        super().__init__(_Parser(io.BytesIO(data), budget), fallback=len(data) <= _MAX_REBUILT)

    def find_xref(self, _parser: PDFParser) -> int:
        starts = _START.findall(self._data, max(0, self._data.rfind(b"startxref")))
        if not starts:
            raise PDFNoValidXRef("no startxref")
        return int(starts[0])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        if start in self._tables_read:
            return
        self._tables_read.add(start)
        super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        found = super().getobj(objid)
        for _ in range(_MAX_REFERENCES):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        return None


class _Parser(PDFParser):
    """A PDFParser whose streams are bounded."""

    def __init__(self, file: io.BytesIO, budget: _Budget) -> None:
        super().__init__(file)
        self._budget = budget

    def do_keyword(self, pos: int, token: Any) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, found = self.curstack[-1]
            if isinstance(found, PDFStream):
                self.curstack[-1] = (at, _Stream(found, self._budget))


class _Stream(PDFStream):
    """A stream that is decoded no further than its budget goes."""

    def __init__(self, stream: PDFStream, budget: _Budget) -> None:
        raw = stream.rawdata or b""
        budget.take_raw(len(raw))
        super().__init__(stream.attrs, raw, stream.decipher)
        self._budget = budget

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        budget = self._budget
        structural = _name(self.attrs.get("Type")) in _STRUCTURE
        limit = budget.structure if structural else budget.decoded
        for name, parameters in self.get_filters():
            data, intact = _decoded(data, _name(name), limit)
            budget.damaged += not intact
            predictor = parameters.get("Predictor") if isinstance(parameters, dict) else None
            if isinstance(predictor, int) and predictor >= _PNG_PREDICTOR:
                data = _unpredicted(data, parameters)
        budget.take(len(data), structural=structural)
        self.data, self.rawdata = data, None


def _name(value: object) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _decoded(data: bytes, name: str, limit: int) -> tuple[bytes, bool]:
    """One filter undone, and whether nothing was lost; pictures are no text and come out empty."""
    if name in ("FlateDecode", "Fl"):
        return _inflated(data, limit)
    if name in ("LZWDecode", "LZW"):
        return _unpacked(data, limit), True
    if name in ("ASCII85Decode", "A85"):
        return ascii85decode(data), True
    if name in ("ASCIIHexDecode", "AHx"):
        return asciihexdecode(data), True
    if name in ("RunLengthDecode", "RL"):
        if len(data) * _RUN_LENGTH_RATIO > limit:
            raise bloated()
        return rldecode(data), True
    return b"", True


def _inflated(data: bytes, limit: int) -> tuple[bytes, bool]:
    """As much as can be inflated, and whether that is all; a wrong checksum loses nothing."""
    inflater = zlib.decompressobj()
    out = bytearray()
    step, at = _STEP, 0
    while at < len(data) and not inflater.eof:
        before = inflater.copy()
        try:
            out += inflater.decompress(data[at : at + step], limit + 1 - len(out))
        except zlib.error:
            if step == 1:
                return bytes(out), len(data) - at <= _CHECKSUM
            inflater, step = before, 1
            continue
        if len(out) > limit:
            raise bloated()
        at += step
    return bytes(out), inflater.eof


def _unpacked(data: bytes, limit: int) -> bytes:
    out = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        out += piece
        if len(out) > limit:
            raise bloated()
    return bytes(out)


def _unpredicted(data: bytes, parameters: Dict) -> bytes:
    if len(data) > _MAX_STRUCTURE:
        raise bloated()
    colours, columns, bits = (
        resolve1(parameters.get(key, default))
        for key, default in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    return apply_png_predictor(_PNG_PREDICTOR, colours, columns, bits, data)
