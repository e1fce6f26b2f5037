"""What kind of file some bytes are, by their content and never by a suffix."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A file format as far as the choice of a reader needs it; the value is its Chinese name."""

    EMPTY = "空文件"
    TEXT = "文本"
    ZIP = "Word 文档（.docx）"
    OLE = "旧版 Office 文档"
    PDF = "PDF"
    RTF = "RTF 文档"
    HTML = "网页（HTML）"
    XML = "XML"
    OFD = "OFD 版式文件"
    SPREADSHEET = "Excel 表格（.xlsx）"
    SLIDES = "演示文稿（.pptx）"
    OPENDOCUMENT = "OpenDocument 文档"
    IMAGE = "图片"
    ARCHIVE = "压缩包"


_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF87a", Kind.IMAGE),
    (b"GIF89a", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
)
_ZIP_MEMBERS = (
    # Names stand uncompressed in a zip. Word first: it may embed any of the others.
    (b"word/", Kind.ZIP),
    (b"OFD.xml", Kind.OFD),
    (b"xl/workbook", Kind.SPREADSHEET),
    (b"ppt/presentation", Kind.SLIDES),
    (b"application/vnd.oasis.opendocument", Kind.OPENDOCUMENT),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HEAD = 1024


def recognise(data: bytes) -> Kind:
    """The kind of a file with the content ``data``; anything unknown counts as text."""
    if not data:
        return Kind.EMPTY
    if data.startswith(_ZIP_STARTS):
        return next((kind for name, kind in _ZIP_MEMBERS if name in data), Kind.ZIP)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"BM") and b"\0" in data[:32]:
        return Kind.IMAGE
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.IMAGE
    return _by_opening(data[:_HEAD])


def _by_opening(head: bytes) -> Kind:
    """PDF and markup may have white space or a byte order mark before their first word."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith(b"%pdf-"):
        return Kind.PDF
    if opening.startswith((b"<!doctype html", b"<html")):
        return Kind.HTML
    if opening.startswith(b"<?xml"):
        return Kind.HTML if b"<html" in opening else Kind.XML
    if opening.startswith(b"mime-version:"):
        return Kind.HTML
    return Kind.TEXT
