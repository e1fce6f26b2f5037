"""What is attached to a page: comments, and form fields that somebody filled in."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from budgetlint.document import Position, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.readers.pdf_file import PdfPage

_MAX_NOTES = 5000
_FIELD = "Widget"
_NOTES = ("Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp")


def comments(page: PdfPage) -> list[Remark]:
    """The comments on a page."""
    place = Position(page=page.number)
    texts = (_text(note.get("Contents")) for note in _notes(page) if _kind(note) in _NOTES)
    return [Remark("comment", text, place) for text in texts if text]


def has_filled_fields(page: PdfPage) -> bool:
    """Whether a page has form fields with text: what is in them is not part of its content."""
    return any(_kind(note) == _FIELD and _text(note.get("V")) for note in _notes(page))


def _notes(page: PdfPage) -> Iterator[dict[Any, Any]]:
    found = resolve1(page.annotations)
    for item in islice(found if isinstance(found, list) else (), _MAX_NOTES):
        note = resolve1(item)
        if isinstance(note, dict):
            yield note


def _kind(note: dict[Any, Any]) -> str:
    kind = resolve1(note.get("Subtype"))
    return str(kind.name) if isinstance(kind, PSLiteral) else ""


def _text(value: object) -> str:
    found = resolve1(value)
    return decode_text(found).strip() if isinstance(found, bytes) else ""
