"""What the text of a part says of procurement and assets beside amounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.sentence_facts import located
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, fold_with_offsets
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Document
    from budgetlint.location import Location
    from budgetlint.taxonomy.data import Expression

_SAYS = {
    "no_procurement": ("procurement", "other"),
    "no_purchase": ("assets", "other"),
    "in_procurement": ("assets", "other"),
}
"""Each phrase, and the sections in which it is looked for."""


@dataclass
class PurchaseWords:
    """The places where a part says each of the phrases of ``taxonomy/purchases.toml``.

    ``lists`` are the things that a sentence about assets to be bought names. ``refers`` are the
    sections (procurement, assets) that point to the table below, ``followed`` those in which any
    table stands.
    """

    said: dict[str, list[Location]] = field(default_factory=dict)
    lists: list[tuple[str, Location]] = field(default_factory=list)
    refers: set[str] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)

    @property
    def bought_by_procurement(self) -> bool:
        """Whether the assets to be bought are said to stand in the procurement budget."""
        return bool(self.said.get("in_procurement"))

    def first(self, phrase: str) -> Location | None:
        """Where a phrase is said first."""
        return next(iter(self.said.get(phrase, ())), None)


def read_words(document: Document, part: Part) -> PurchaseWords:
    """The phrases about procurement and assets in the sections of a part."""
    words, found = purchases().words, PurchaseWords()
    for section in part.sections:
        for phrase, sections in _SAYS.items():
            if section.spec.id in sections:
                places = list(_places(document, part, section, words[phrase], phrase))
                found.said.setdefault(phrase, []).extend(places)
        blocks = document.blocks[section.start : section.end]
        if any(isinstance(block, Table) for block in blocks):
            found.followed.add(section.spec.id)
        texts = (fold(paragraph.text) for paragraph in _paragraphs(document, section))
        if any(words["see_table"].search(text) for text in texts):
            found.refers.add(section.spec.id)
        if section.spec.id == "assets":
            found.lists += _lists(document, part, section)
    return found


def _paragraphs(document: Document, section: Section) -> Iterator[Paragraph]:
    for index in range(section.start + 1, section.end):
        block = document.blocks[index]
        if isinstance(block, Paragraph):
            yield block


def _places(
    document: Document, part: Part, section: Section, pattern: Expression, phrase: str
) -> Iterator[Location]:
    for paragraph in _paragraphs(document, section):
        folded = fold_with_offsets(paragraph.text)
        match = pattern.search(folded.text)
        if match:
            yield located(
                paragraph, folded, (match.start(), match.start(), match.end()), part=part,
                section=section, key=f"{section.spec.id}/{phrase}",
            )  # fmt: skip


def _lists(document: Document, part: Part, section: Section) -> Iterator[tuple[str, Location]]:
    """Each thing that is named after 拟购置…，主要为."""
    pattern = purchases().words["bought_list"]
    for paragraph in _paragraphs(document, section):
        folded = fold_with_offsets(paragraph.text)
        for match in pattern.compiled.finditer(folded.text):
            at = match.start("list")
            for name in match["list"].split("、"):
                span = (at, at, at + len(name))
                place = located(
                    paragraph, folded, span, part=part, section=section,
                    key=f"{section.spec.id}/bought/{name}",
                )  # fmt: skip
                if name:
                    yield name, place
                at += len(name) + 1
