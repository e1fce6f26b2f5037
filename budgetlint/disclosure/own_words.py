"""What a document says in its own words: without the documents it cites and names of projects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.fold import fold

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

_CITED = re.compile(r"《[^《》]*》|\(20[0-9]{2}\)第?[0-9]+号|20[0-9]{2}年第?[0-9]+号")
_HIDDEN = "□"
_SHORTEST_NAME = 5


class OwnWords:
    """Hides in folded text what is not the document's own; the length stays the same."""

    def __init__(self, disclosure: Disclosure) -> None:
        names = {fold(project.name) for project in disclosure.projects}
        long = [name for name in names if len(name) >= _SHORTEST_NAME]
        alternatives = map(re.escape, sorted(long, key=len, reverse=True))
        self._names = re.compile("|".join(alternatives)) if long else None

    def of(self, folded: str) -> str:
        """A folded text with what is not its own hidden."""
        return self.uncited(_CITED.sub(_hide, folded))

    def uncited(self, folded: str) -> str:
        """A folded text with only the names of projects hidden."""
        return self._names.sub(_hide, folded) if self._names else folded


def _hide(found: re.Match[str]) -> str:
    return _HIDDEN * len(found[0])
