"""Names and small helpers for WordprocessingML, shared by the modules of the docx reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

VAL = W + "val"
PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN_PROPERTIES = W + "rPr"
TABLE = W + "tbl"
SDT = W + "sdt"
SDT_CONTENT = W + "sdtContent"
TEXT_BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"

STRICT_NAMESPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIP[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}
"""Namespaces of ISO/IEC 29500 Strict and those of the usual, transitional form."""

_UNDERSTOOD = frozenset({
    "w", "r", "m", "v", "o", "a", "wp", "pic", "wps", "wpg", "wpc", "wp14", "a14",
    "w14", "w15", "w16", "w16cex", "w16cid", "w16se", "w16sdtdh", "w16du",
})  # fmt: skip
"""Prefixes as every known writer uses them.

Looking up what a prefix stands for takes time for each declaration in scope, which a hostile file
could multiply; a prefix of another name only leads to the Fallback.
"""


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name``, or None without parent, child or value."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get(VAL)


def integer(text: str | None, default: int | None = None) -> int | None:
    """``text`` as a whole number of sane size; ``default`` where it is none."""
    if text is None or len(text) > 9:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def switch(parent: Element | None, name: str) -> bool | None:
    """The on/off property ``name`` of ``parent``; None where it is not set."""
    child = None if parent is None else parent.find(name)
    if child is None:
        return None
    return child.get(VAL, "true") not in {"0", "false", "off"}


def chosen(alternate: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read.

    The first Choice whose prefixes are understood, else the Fallback, else (text that vanishes
    is worse than text read twice) the first Choice.
    """
    first = None
    for branch in alternate:
        if branch.tag == MC + "Choice":
            first = branch if first is None else first
            if _UNDERSTOOD.issuperset((branch.get("Requires") or "").split()):
                return branch
        elif branch.tag == MC + "Fallback":
            return branch
    return first


def text_boxes(drawing: Element) -> Iterator[Element]:
    """The outermost text boxes inside a drawing, each once."""
    for child in drawing:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from text_boxes(branch)
        else:
            yield from text_boxes(child)
