"""What sections must tell and do not, and nothing else in the document does either."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.document import Table
from budgetlint.taxonomy.demands import demands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.taxonomy.demands import Demand

_GLOSSARY = "glossary"
_OMITTED = ("略", "略。", "(略)")


@dataclass(frozen=True, slots=True)
class Untold:
    """What a section of a part was held against, and what it leaves untold."""

    part: Part
    section: Section
    demanded: int
    missing: tuple[Demand, ...]


def untold(disclosure: Disclosure) -> Iterator[Untold]:
    """For each section of which something is demanded and that has text, what it does not tell."""
    year = disclosure.year or 0
    due = [d for d in demands() if d.kind == disclosure.kind and d.since <= year]
    written = _Written(disclosure)
    for part in disclosure.outline.parts:
        for section in part.first_sections:
            own = [d for d in due if d.section == section.spec.id]
            texts = written.below(section) if own else []
            if texts and texts not in ([text] for text in _OMITTED):
                missing = tuple(d for d in own if not written.tells(part, section, texts, d))
                yield Untold(part, section, len(own), missing)


class _Written:
    """What is written in each block of a document."""

    def __init__(self, disclosure: Disclosure) -> None:
        self._blocks = disclosure.document.blocks
        self._passages: dict[int, list[Passage]] = defaultdict(list)
        for passage in disclosure.passages:
            if passage.index is not None and passage.kind is not PassageKind.CONTENTS:
                self._passages[passage.index].append(passage)

    def below(self, section: Section) -> list[str]:
        """What stands below the heading of a section, folded."""
        return list(self._texts(range(section.start + 1, section.end)))

    def tells(self, part: Part, section: Section, texts: Sequence[str], demand: Demand) -> bool:
        """Whether a section with these texts, or anything else, tells what is demanded."""
        if any(demand.says.search(text) for text in texts):
            return True
        if demand.unless and any(demand.unless.search(text) for text in texts):
            return True
        blocks = self._blocks[section.start : section.end]
        if demand.table and any(isinstance(block, Table) for block in blocks):
            return True
        elsewhere = demand.elsewhere
        return elsewhere is not None and any(map(elsewhere.search, self._outside_glossary(part)))

    def _outside_glossary(self, part: Part) -> Iterator[str]:
        silent = {
            index
            for section in part.sections
            if section.spec.id == _GLOSSARY
            for index in range(section.start, section.end)
        }
        return self._texts(n for n in range(part.start, part.end) if n not in silent)

    def _texts(self, indexes: Iterable[int]) -> Iterator[str]:
        for index in indexes:
            for passage in self._passages.get(index, ()):
                yield passage.folded.text
