"""Automatic numbering of a Word document, resolved into text.

Word stores only "this paragraph is item of list 5, level 0"; the printed 一、 follows from the
definitions in numbering.xml and from every paragraph before. Counters belong to the abstract
list: several ``w:num`` that share one go on counting together, unless one overrides the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.readers.docx_numerals import numeral, padded
from budgetlint.readers.docx_xml import ALTERNATE, MC, VAL, W, integer, switch, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how its number is printed."""

    start: int = 0
    number_format: str = "decimal"
    custom: str | None = None
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None

    def show(self, number: int) -> str:
        """``number`` in this level's own format."""
        if self.custom is not None:
            return padded(number, self.custom)
        return numeral(number, self.number_format)


@dataclass(frozen=True, slots=True)
class List:
    """A ``w:num``: the abstract list it counts with, and its effective levels."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level(self, index: int) -> Level:
        """The definition of a level; one that prints nothing where there is none."""
        return self.levels.get(index, _UNDEFINED)

    def start(self, index: int) -> int:
        """The first number of a level."""
        return self.starts.get(index, self.level(index).start)


_UNDEFINED = Level()


class Definitions:
    """The lists of numbering.xml by their ``w:numId``."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._by_style: dict[str, str] = {}
        self._lists: dict[str, List] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._add_abstract(element)
        for element in root.iterchildren(W + "num"):
            self._add_list(element)

    def get(self, num_id: str) -> List | None:
        """The list ``num_id``, or None where it is not defined."""
        return self._lists.get(num_id)

    def _add_abstract(self, element: Element) -> None:
        abstract = element.get(W + "abstractNumId", "")
        self._abstract[abstract] = element
        style = value(element, W + "styleLink")
        if style is not None:
            self._by_style[style] = abstract

    def _add_list(self, element: Element) -> None:
        abstract = value(element, W + "abstractNumId") or ""
        link = value(self._abstract.get(abstract), W + "numStyleLink")
        abstract = self._by_style.get(link or "", abstract)
        definition = self._abstract.get(abstract)
        if definition is None:
            return
        levels = _levels(definition)
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            index = integer(override.get(W + "ilvl"), 0) or 0
            levels.update(_levels(override))
            start = integer(value(override, W + "startOverride"))
            if start is not None:
                starts[index] = start
        self._lists[element.get(W + "numId", "")] = List(abstract, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    levels = {}
    for element in parent.iterchildren(W + "lvl"):
        index = integer(element.get(W + "ilvl"))
        if index is not None and 0 <= index < LEVELS:
            levels[index] = _level(element)
    return levels


def _level(element: Element) -> Level:
    number_format, custom = _number_format(element)
    return Level(
        start=integer(value(element, W + "start"), 0) or 0,
        number_format=number_format,
        custom=custom,
        text=value(element, W + "lvlText") or "",
        legal=switch(element, W + "isLgl") or False,
        restart=integer(value(element, W + "lvlRestart")),
        style=value(element, W + "pStyle"),
    )


def _number_format(level: Element) -> tuple[str, str | None]:
    """The format's name, and its pattern if it is a custom one."""
    found = level.find(W + "numFmt")
    if found is None:
        found = level.find(f"{ALTERNATE}/{MC}Choice/{W}numFmt")
    if found is None:
        return "decimal", None
    name = found.get(VAL, "decimal")
    return name, found.get(W + "format", "") if name == "custom" else None


@dataclass
class _Counters:
    """Where an abstract list stands: the last number of each level, None before the first."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    overridden: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Counts the numbered paragraphs of one story (the body, or one text box) in order."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._counters: dict[str, _Counters] = {}

    def story(self) -> Numbering:
        """The same lists, counted anew."""
        return Numbering(self._definitions)

    def linked_level(self, num_id: str, styles: Sequence[str]) -> int | None:
        """The level that the list ``num_id`` links to the first of ``styles`` it knows."""
        found = self._definitions.get(num_id)
        if found is None:
            return None
        by_style = {level.style: index for index, level in found.levels.items()}
        return next((by_style[style] for style in styles if style in by_style), None)

    def advance(self, num_id: str, level: int) -> str:
        """Count one more paragraph and give its number as printed ("" for bullets)."""
        found = self._definitions.get(num_id)
        if found is None or not 0 <= level < LEVELS:
            return ""
        counters = self._counters.setdefault(found.abstract, _Counters())
        _count(counters, found, num_id, level)
        return _label(found, counters.numbers, level)


def _count(counters: _Counters, found: List, num_id: str, level: int) -> None:
    numbers = counters.numbers
    last = numbers[level]
    first_use = level in found.starts and (num_id, level) not in counters.overridden
    if last is None or first_use:
        numbers[level] = found.start(level)
        counters.overridden.add((num_id, level))
    else:
        numbers[level] = last + 1
    for above in range(level):
        # A level that is skipped counts as begun: 1.1 may come before any 1.
        if numbers[above] is None:
            numbers[above] = found.start(above)
    for below in range(level + 1, LEVELS):
        if _restarts(found.level(below), below, level):
            numbers[below] = None


def _restarts(level: Level, index: int, used: int) -> bool:
    """Whether ``level`` begins anew after a paragraph of the higher level ``used``."""
    if level.restart is None or level.restart > index:
        return True
    return used < level.restart


def _label(found: List, numbers: Sequence[int | None], level: int) -> str:
    own = found.level(level)
    if own.number_format == "bullet":
        return ""

    def place(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        number = numbers[index]
        if index > level or number is None:
            return ""
        shown = found.level(index)
        return str(number) if own.legal and shown.number_format != "none" else shown.show(number)

    return _PLACE.sub(place, own.text)
