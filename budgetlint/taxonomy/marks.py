"""Where a mark or half a word is missing: ``marks.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Half:
    """What follows the first character of a word, and the words before it that tell that it is
    only half."""

    rest: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarksSpec:
    """See the comments in ``marks.toml``.

    ``unseparated`` finds two enumerated amounts with no mark between them in folded text, its group
    ``next`` the second item. ``last`` finds a character before the end of a sentence that
    ``halves`` or ``conjunctions`` judge.
    """

    unseparated: Expression
    last: Expression
    halves: Mapping[str, Half]
    conjunctions: Mapping[str, str]

    def rest(self, text: str, at: int) -> str | None:
        """What a sentence lacks that ends with the character ``at``: None if nothing, empty if
        the character is a conjunction."""
        half = self.halves.get(text[at])
        if half and text.endswith(half.before, 0, at):
            return half.rest
        whole = self.conjunctions.get(text[at])
        before = text[at - 1 : at]
        return "" if whole and before not in whole and _HAN.match(before) else None


@cache
def marks_spec() -> MarksSpec:
    """What ``marks.toml`` says."""
    data = tables_of("marks.toml")
    halves = {each["tail"]: Half(each["rest"], tuple(each["before"])) for each in data["half"]}
    conjunctions = {each["tail"]: each["after"] for each in data["conjunction"]}
    return MarksSpec(
        unseparated=_unseparated(data["separator"]["item"], data["separator"]["linked"]),
        last=Expression(f"[{''.join((*halves, *conjunctions))}](?=[。；;]|$)"),
        halves=halves,
        conjunctions=conjunctions,
    )


def _unseparated(item: str, linked: list[str]) -> Expression:
    amount = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:亿|万)?元"
    words = "|".join(map(re.escape, linked))
    return Expression(
        rf"(?:^|[、,;:。(])[\u4e00-\u9fff()0-9]{{1,24}}?(?:{item}){amount}"
        rf"(?=(?P<next>(?!{words}|[()])[\u4e00-\u9fff()]{{1,18}}?(?:{item})){amount}(?:[、,;。)和及等]|$))"
    )
