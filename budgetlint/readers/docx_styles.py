"""Paragraph and character styles of a Word document, as far as a reader needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from budgetlint.readers.docx_xml import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    W,
    integer,
    switch,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_T = TypeVar("_T")

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[1-9]", re.IGNORECASE)
_CONTENTS_TITLE = re.compile(r"(?:toc|目录)\s*(?:heading|标题)\d?", re.IGNORECASE)
_BODY_TEXT = 9
"""The w:outlineLvl that means: no heading."""
_LONGEST_CHAIN = 32
"""Word allows about a dozen; a longer one is hostile."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it is based on say.

    ``chain`` are the ids from the style itself upwards. ``level`` is the outline level from 1;
    None where nothing says so. ``num_id`` and ``num_level`` are the linked numbering.
    """

    chain: tuple[str, ...] = ()
    level: int | None = None
    contents: bool = False
    contents_title: bool = False
    num_id: str | None = None
    num_level: int | None = None
    hidden: bool | None = None
    page_break_before: bool = False


class Styles:
    """The styles of styles.xml, resolved through ``w:basedOn`` when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        if root is None:
            return
        for element in root.iterchildren(W + "style"):
            style_id = element.get(W + "styleId", "")
            self._elements[style_id] = element
            default = element.get(W + "default", "0") in {"1", "true", "on"}
            if default and element.get(W + "type") == "paragraph":
                self._default = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """The paragraph style; the document's default for None."""
        return self._get(self._default if style_id is None else style_id)

    def hidden(self, style_id: str | None) -> bool | None:
        """Whether a character style hides its text; None where it does not say."""
        return None if style_id is None else self._get(style_id).hidden

    def _get(self, style_id: str) -> Style:
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> Style:
        chain = tuple(self._chain(style_id))
        elements = [self._elements[s] for s in chain if s in self._elements]
        names = [name for s in chain for name in self._names(s)]
        properties = [e.find(PARAGRAPH_PROPERTIES) for e in elements]
        numbers = [p.find(W + "numPr") for p in properties if p is not None]
        levels = (integer(value(n, W + "ilvl")) for n in numbers)
        breaks = (switch(p, W + "pageBreakBefore") for p in properties)
        hidden = (switch(e.find(RUN_PROPERTIES), W + "vanish") for e in elements)
        return Style(
            chain=chain,
            level=self._level(chain),
            contents=any(_CONTENTS.fullmatch(name) for name in names),
            contents_title=any(_CONTENTS_TITLE.fullmatch(name) for name in names),
            num_id=_first(value(n, W + "numId") for n in numbers),
            num_level=_first(levels),
            hidden=_first(hidden),
            page_break_before=bool(_first(breaks)),
        )

    def _chain(self, style_id: str) -> Iterator[str]:
        seen: set[str] = set()
        current: str | None = style_id
        while current is not None and current not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(current)
            yield current
            current = value(self._elements.get(current), W + "basedOn")

    def _names(self, style_id: str) -> Iterator[str]:
        yield style_id
        name = value(self._elements.get(style_id), W + "name")
        if name:
            yield name.strip()

    def _level(self, chain: tuple[str, ...]) -> int | None:
        for style_id in chain:
            element = self._elements.get(style_id)
            properties = None if element is None else element.find(PARAGRAPH_PROPERTIES)
            outline = integer(value(properties, W + "outlineLvl"))
            if outline is not None:
                return outline_level(outline)
            for name in self._names(style_id):
                match = _HEADING.fullmatch(name)
                if match:
                    return int(match[1])
        return None


def outline_level(outline: int) -> int | None:
    """The level from 1 for a ``w:outlineLvl`` from 0; None for body text."""
    return outline + 1 if 0 <= outline < _BODY_TEXT else None


def _first(values: Iterator[_T | None]) -> _T | None:
    return next((v for v in values if v is not None), None)
