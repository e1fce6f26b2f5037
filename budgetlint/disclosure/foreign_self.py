"""Text in which another kind of body speaks: 我校 in the budget of a 局."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import Mention
from budgetlint.disclosure.own_words import OwnWords
from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.places import section_at
from budgetlint.fold import fold
from budgetlint.taxonomy.self_names import self_names

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.taxonomy.self_names import SelfName

_TEXTS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})
_OWN_SECTIONS = frozenset({"duties", "structure"})


def find_foreign_self(disclosure: Disclosure) -> list[list[Mention]]:
    """Where the document calls itself what it is not, by kind of body, in order.

    Nothing where its entity is not known.
    """
    names = [fold(part.ref.entity) for part in disclosure.outline.parts if part.ref.entity]
    if not names:
        return []
    foreign = [kind for kind in self_names() if not any(map(kind.bodies.search, names))]
    words = OwnWords(disclosure)
    found: dict[SelfName, list[Mention]] = defaultdict(list)
    told: list[str] = []
    for passage in disclosure.passages:
        if not passage.has_words:
            continue
        if _tells_bodies(disclosure, passage):
            told.append(passage.folded.text)
        if passage.kind in _TEXTS and ("我" in passage.source.text or "本" in passage.source.text):
            text = words.of(passage.folded.text)
            for kind in foreign:
                for match in kind.words.finditer(text):
                    place = passage.location(passage.folded, match.span(), "self")
                    found[kind].append(Mention(match[0], passage.part, place))
    bodies = "\n".join(told)
    return [
        mentions
        for kind, mentions in found.items()
        if not kind.bodies.search(kind.words.sub("", bodies))
    ]


def _tells_bodies(disclosure: Disclosure, passage: Passage) -> bool:
    """Whether a passage may name the document's bodies: duties, offices, titles of tables."""
    if passage.index is None or passage.kind in (PassageKind.TITLE, PassageKind.CONTENTS):
        return True
    section = section_at(disclosure.outline, passage.index)
    if section is None:
        return passage.kind in _TEXTS
    return section.spec.id in _OWN_SECTIONS
