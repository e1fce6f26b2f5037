"""Offices and units that a sentence counts and lists: 内设4个科室：办公室、人事科……

The list is counted as far as its marks tell: 和 may join two names or stand inside one, so that a
list stands for a range. A list that is not surely one of names, or ends with 等, is not counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.sentence_facts import located
from budgetlint.disclosure.numerals import leading_ordinal, parse_han
from budgetlint.disclosure.places import section_at
from budgetlint.document import Paragraph
from budgetlint.fold import fold, fold_with_offsets
from budgetlint.taxonomy.offices import offices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.document import Document
    from budgetlint.location import Location

_HINT = re.compile("个|科室|股室|机构|单位")
_BRACKETS = re.compile(r"\([^()]*\)")
_JOINED = re.compile("[和及与]")
_LEAST = 2


@dataclass(frozen=True)
class OfficeCount:
    """A stated number of offices, and how many the list beside it has: ``least`` to ``most``.

    ``is_all``: the text says that these are all of them.
    """

    stated: int
    noun: str
    names: tuple[str, ...]
    least: int
    most: int
    is_all: bool
    location: Location

    @property
    def agrees(self) -> bool:
        """Whether as many may be listed as are stated."""
        return self.least <= self.stated <= self.most


def office_counts(document: Document, outline: Outline) -> Iterator[OfficeCount]:
    """Every stated number of offices that stands beside the list of their names."""
    for part in outline.parts:
        for index in range(part.start, part.end):
            block = document.blocks[index]
            if not isinstance(block, Paragraph) or not _HINT.search(block.text):
                continue
            folded = fold_with_offsets(block.text)
            section = section_at(outline, index)
            for match, names, least, joins in _lists(folded.text, document, index):
                groups = match.groupdict()
                last = groups["count"] is None
                noun = groups["noun_first" if last else "noun"]
                number = "count_last" if last else "count"
                span = (match.start(), match.start(number), match.end(number) + 1)
                location = located(
                    block, folded, span, part=part, section=section, key=f"offices/{noun}"
                )
                is_all = bool(offices().everything.search(groups.get("opens") or ""))
                yield OfficeCount(
                    _number(groups[number]), noun, names, least, least + joins, is_all, location
                )


def _lists(
    text: str, document: Document, index: int
) -> Iterator[tuple[re.Match[str], tuple[str, ...], int, int]]:
    """The numbers of a paragraph with the names listed beside them, or in the paragraphs below,
    how many these are, and how many words of the list may join two names."""
    spec, at = offices(), 0
    while match := spec.ahead.search(text, at):
        at = match.end("opens")
        if names := _names(match["list"]):
            yield match, names, len(names), _joins(match["list"])
        elif groups := _groups(text, at, _noun(match)):
            yield match, tuple(group[0] for group in groups), sum(n for _, n in groups), 0
    for match in spec.behind.finditer(text):
        if names := _names(match["list"]):
            yield match, names, len(names), _joins(match["list"])
    match = spec.above.search(text)
    names = _below(document, index) if match else ()
    if match and names:
        yield match, names, len(names), 0


def _noun(match: re.Match[str]) -> str:
    """What a number counts."""
    return str(match["noun"] or match["noun_first"])


def _groups(text: str, at: int, noun: str) -> list[tuple[str, int]]:
    """The groups of what is counted that are told from a place on: 行政科室6个：甲、乙……"""
    spec = offices()
    found: list[tuple[str, int]] = []
    while match := (spec.ahead.search if found else spec.ahead.match)(text, at):
        at = match.end("list")
        if not _noun(match).endswith(noun):
            break
        number = match["count"] or match["count_last"]
        found.append((text[match.start() : match.start("opens")], _number(number)))
    return found if len(found) >= _LEAST else []


def _below(document: Document, index: int) -> tuple[str, ...]:
    """The offices that the paragraphs below a number describe one by one: 1、办公室：承担……"""
    names: list[str] = []
    style = None
    for block in document.blocks[index + 1 :]:
        text = fold(block.text) if isinstance(block, Paragraph) else ""
        ordinal = leading_ordinal(text)
        is_next = ordinal and ordinal.value == len(names) + 1 and style in (None, ordinal.style)
        if ordinal is None or not is_next:
            break
        style = ordinal.style
        head = re.split("[,:。;(]", text[ordinal.length :], maxsplit=1)[0]
        if not offices().name.fullmatch(head):
            return ()
        names.append(head)
    return tuple(names) if len(names) >= _LEAST else ()


def _number(text: str) -> int:
    return int(text) if text.isdigit() else parse_han(text.replace("两", "二"))


def _names(listed: str) -> tuple[str, ...]:
    """The names of a list; none where something in it is no name, or it goes on with 等."""
    plain = _without_brackets(listed)
    names = tuple(re.split("、" if "、" in plain else ",", plain.rstrip(",:")))
    are_names = all(offices().name.fullmatch(name) for name in names)
    return names if len(names) >= _LEAST and are_names and "等" not in plain else ()


def _joins(listed: str) -> int:
    """How many words inside the names may join two of them."""
    return len(_JOINED.findall(_without_brackets(listed)))


def _without_brackets(text: str) -> str:
    """A text without what stands in brackets, and in brackets inside those."""
    while (shorter := _BRACKETS.sub("", text)) != text:
        text = shorter
    return text
