"""What the sections of the narrative must tell: ``demands.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, patterns, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Demand:
    """What a section must tell, and the words that show it does: see ``demands.toml``.

    ``unless`` and ``elsewhere`` are None where nothing excuses it.
    """

    kind: str
    section: str
    what: str
    severity: str
    says: Expression
    unless: Expression | None
    elsewhere: Expression | None
    table: bool
    since: int


@cache
def demands() -> tuple[Demand, ...]:
    """All of them, in the order of the file."""
    data = tables_of("demands.toml")

    def expression(texts: Iterable[str]) -> Expression | None:
        filled = [_filled(text, data["words"]) for text in texts if text]
        return patterns(filled) if filled else None

    return tuple(
        Demand(
            kind=entry["kind"],
            section=entry["section"],
            what=entry["what"],
            severity=entry["severity"],
            says=patterns([_filled(text, data["words"]) for text in entry["says"]]),
            unless=expression(entry.get("unless", ())),
            elsewhere=expression([entry["elsewhere"]]),
            table=entry.get("table", False),
            since=entry.get("since", 0),
        )
        for entry in data["demands"]
    )


def _filled(text: str, words: dict[str, str]) -> str:
    for name, expression in words.items():
        text = text.replace(f"{{{name}}}", f"(?:{expression})")
    return text
