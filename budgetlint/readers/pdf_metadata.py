"""What a PDF says about itself in its document information: author and title."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from budgetlint.document import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.readers.pdf_file import PdfFile

_FIELDS = {"Title": "title", "Subject": "subject", "Keywords": "keywords", "Author": "author"}
_LONGEST_VALUE = 200
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_UNMARKED = ("utf-8", "gb18030")
"""Chinese programs write these without a mark, against the specification."""


def metadata(file: PdfFile) -> Iterator[Remark]:
    """The properties of the file that are filled in; ``about`` is the name of the property."""
    properties = file.properties()
    for key, name in _FIELDS.items():
        stored = None
        with suppress(Exception):  # pdfminer, on a damaged object: no loss to the document
            stored = resolve1(properties.get(key))
        if isinstance(stored, bytes) and (value := " ".join(_decoded(stored).split())):
            yield Remark("metadata", value[:_LONGEST_VALUE], about=name)


def _decoded(stored: bytes) -> str:
    stored = stored[: 4 * _LONGEST_VALUE]
    for mark, encoding in _MARKS.items():
        if stored.startswith(mark):
            return stored.decode(encoding, "ignore").strip("\0")
    for encoding in _UNMARKED:
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode_text(stored)
