"""Complex fields of a Word document: instruction apart, result as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.readers.docx_xml import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_MARK = W + "fldChar"
_KIND = W + "fldCharType"
_CONTENTS = re.compile(r"TOC(?![A-Za-z])", re.IGNORECASE)
_ENCIRCLED = re.compile(r"EQ\s+\\o\\ac\s*\(\s*[^,，]*[,，]\s*(.+?)\s*\)", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class _Field:
    """A field between its begin and end marks; ``shown`` counts what came before its result."""

    contents: bool
    code: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    shown: int = 0

    @property
    def instruction(self) -> str:
        return "".join(self.code).strip()


class Fields:
    """The fields that are open at a place of the text, innermost last.

    ``remember`` is told of each instruction. ``unclosed`` are the begin marks of fields that never
    end; they are ignored, or all that follows would count as their content.
    """

    def __init__(self, remember: Callable[[str], None], unclosed: frozenset[Element]) -> None:
        self._remember = remember
        self._unclosed = unclosed
        self._open: list[_Field] = []
        self._coding: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """Whether text that comes now belongs to an instruction."""
        return bool(self._coding)

    @property
    def in_contents(self) -> bool:
        """Whether text that comes now belongs to a table of contents."""
        return bool(self._open) and self._open[-1].contents

    def inner(self) -> Fields:
        """The fields of a text box: none is open there yet."""
        return Fields(self._remember, self._unclosed)

    def write(self, code: str) -> None:
        """Add to the instruction that is being written."""
        if self._coding:
            self._coding[-1].code.append(code)

    def write_text(self, text: str) -> None:
        """Add text that stands inside an instruction, such as the result of an inner field."""
        self.write(text)
        if self._coding:
            self._coding[-1].text.append(text)

    def mark(self, element: Element, shown: int) -> str:
        """Pass a ``w:fldChar``, after ``shown`` pieces of text.

        Returns the text that a field prints without having a result, else "".
        """
        kind = element.get(_KIND)
        if kind == "begin" and element not in self._unclosed:
            opened = _Field(self.in_contents)
            self._open.append(opened)
            self._coding.append(opened)
        elif kind == "separate" and self._open:
            self._separate(self._open[-1], shown)
        elif kind == "end" and self._open:
            return self._end(self._open.pop(), shown)
        return ""

    def end_paragraph(self) -> str:
        """End what is still an instruction; returns the text that it would have swallowed.

        No instruction that anyone writes goes on in the next paragraph: the field is broken.
        """
        text = "".join(piece for current in self._coding for piece in current.text)
        while self._coding:
            self._end_instruction(self._coding.pop())
        return text

    def _separate(self, current: _Field, shown: int) -> None:
        if self._coding and self._coding[-1] is current:
            self._end_instruction(self._coding.pop())
        current.shown = shown
        current.contents = current.contents or bool(_CONTENTS.match(current.instruction))

    def _end(self, current: _Field, shown: int) -> str:
        if self._coding and self._coding[-1] is current:
            self._end_instruction(self._coding.pop())
            current.shown = shown
        return _encircled(current.instruction) if current.shown == shown else ""

    def _end_instruction(self, current: _Field) -> None:
        if current.instruction:
            self._remember(current.instruction)


def unclosed_fields(root: Element) -> frozenset[Element]:
    """The begin marks of fields that have no end mark."""
    begun: list[Element] = []
    for mark in root.iter(_MARK):
        kind = mark.get(_KIND)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def _encircled(instruction: str) -> str:
    """The sign that a field for an encircled character (带圈字符) prints, or ""."""
    match = _ENCIRCLED.match(instruction)
    if not match:
        return ""
    inner = match[1]
    if len(inner) <= 2 and inner.isascii() and inner.isdecimal() and 0 < int(inner) <= 20:
        return chr(ord("①") + int(inner) - 1)
    return inner
