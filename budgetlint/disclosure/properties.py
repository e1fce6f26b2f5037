"""The properties of the file: names that were left in them, and titles of another document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.names import Likeness, likeness
from budgetlint.disclosure.naming.titles import entity_in_title, is_organisation
from budgetlint.fold import fold
from budgetlint.taxonomy.metadata import properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.disclosure import Disclosure

_HAN = re.compile("[\u4e00-\u9fff]")
_BEGINNING = 12
_OTHER_KIND = {"budget": "final", "final": "budget"}


@dataclass(frozen=True, slots=True)
class NamedProperty:
    """A property with a name in it: what it is called in Chinese, and its value."""

    called: str
    value: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class TitleFault:
    """What is wrong with a title in the properties.

    ``fault`` is ``year``, ``kind`` (budget for final accounts or the other way round), ``entity``,
    ``template`` or ``draft``; ``said`` is what the title says of it.
    """

    called: str
    value: str
    fault: str
    said: str


def named_properties(disclosure: Disclosure) -> Iterator[NamedProperty]:
    """The properties that name a person, or another organisation than the document does."""
    known = properties()
    for called, value in _filled(disclosure, known.people):
        folded = fold(value).lower()
        if known.name.fullmatch(folded) and not known.no_name.fullmatch(folded):
            yield NamedProperty(called, value, is_person=True)
    for called, value in _filled(disclosure, known.organisations):
        folded = fold(value)
        if (
            is_organisation(folded)
            and not known.makers.search(folded)
            and _is_foreign(disclosure, folded)
        ):
            yield NamedProperty(called, value, is_person=False)


def title_faults(disclosure: Disclosure) -> Iterator[TitleFault]:
    """The titles in the properties that are those of another document; one fault of each.

    What the document prints at its beginning is its own title.
    """
    beginning = "".join(passage.folded.text for passage in disclosure.passages[:_BEGINNING])
    for called, value in _filled(disclosure, properties().titles):
        if fold(value) in beginning:
            continue
        fault = _fault(disclosure, properties().around.sub("", fold(value).lower()))
        if fault:
            yield TitleFault(called, value, *fault)


def _filled(disclosure: Disclosure, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for remark in disclosure.document.remarks:
        if remark.kind == "metadata" and remark.about in names:
            yield names[remark.about], remark.text


def _fault(disclosure: Disclosure, title: str) -> tuple[str, str] | None:
    known = properties()
    for fault, pattern in (("template", known.template), ("draft", known.draft)):
        if match := pattern.search(title):
            return fault, match[0]
    years = {int(year) for year in known.year.findall(title)}
    if disclosure.year and years and disclosure.year not in years:
        return "year", str(max(years))
    said = [kind for kind in _OTHER_KIND if getattr(known, kind).search(title)]
    if said == [_OTHER_KIND.get(disclosure.kind)] and not known.both.search(title):
        return "kind", said[0]
    entity = entity_in_title(title)
    if entity and _is_foreign(disclosure, entity):
        return "entity", entity
    return None


def _is_foreign(disclosure: Disclosure, name: str) -> bool:
    """Whether a name is none of the document's own, nor of any body that it speaks of."""
    own = {*disclosure.identity.names, *(part.entity for part in disclosure.parts)} - {None, ""}
    if not own or not _HAN.search(name):
        return False
    return all(likeness(name, each or "") is Likeness.OTHER for each in own) and not any(
        name in passage.folded.text for passage in disclosure.passages if passage.has_words
    )
