"""How the rules on marks report: the same slip in the same words is one finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.wording import repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.finding import Observation


def once(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Observations with one message and one text as one, with all places."""
    alike: dict[tuple[str, str | None], list[Observation]] = {}
    for each in observations:
        alike.setdefault((each.message, each.location.text), []).append(each)
    for same in alike.values():
        first, *others = same
        places = tuple(other.location for other in others)
        yield replace(
            first,
            message=first.message + repeated(same),
            related=(*first.related, *places),
        )
