"""Words of one kind wherever they are written, for the rules on whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """What a passage says, folded, and where."""

    text: str
    part: Part
    location: Location


def find_mentions(
    passages: Iterable[Passage], pattern: re.Pattern[str], what: str, *, in_titles: bool = False
) -> Iterator[Mention]:
    """Every match of ``pattern`` in the folded text; ``what`` names it in the place.

    What stands inside 《》 is left out, unless it is looked for there. Of a match with the group
    ``said``, only that is marked.
    """
    for passage in passages:
        if not passage.has_words:
            continue
        text = passage.folded.text
        for match in pattern.finditer(text):
            span = match.span("said" if "said" in pattern.groupindex else 0)
            before = text[max(0, span[0] - _LONGEST_TITLE) : span[0]]
            if in_titles or before.rfind("《") <= before.rfind("》"):
                place = passage.location(passage.folded, span, what)
                yield Mention(text[slice(*span)], passage.part, place)
