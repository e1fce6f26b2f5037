"""Where a mark or half a word is missing: ``marks.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class MarksSpec:
    """See the comments in ``marks.toml``.

    ``unseparated`` finds two enumerated amounts with no mark between them in folded text, its group
    ``next`` the second item; ``cut`` finds half a word before the end of a sentence. ``rests`` has
    what follows each half.
    """

    unseparated: Expression
    cut: Expression
    rests: Mapping[str, str]


@cache
def marks_spec() -> MarksSpec:
    """What ``marks.toml`` says."""
    data = tables_of("marks.toml")
    cuts = data["cut"]
    halves = "|".join(f"(?<![{cut['after']}]){cut['tail']}" for cut in cuts)
    return MarksSpec(
        unseparated=_unseparated(data["separator"]["item"], data["separator"]["linked"]),
        cut=Expression(rf"(?<={_HAN})(?:{halves})(?=[。；;]|$)"),
        rests={cut["tail"]: cut.get("rest", "") for cut in cuts},
    )


def _unseparated(item: str, linked: list[str]) -> Expression:
    amount = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:亿|万)?元"
    words = "|".join(map(re.escape, linked))
    return Expression(
        rf"(?:^|[、,;:。(])[\u4e00-\u9fff()0-9]{{1,24}}?(?:{item}){amount}"
        rf"(?=(?P<next>(?!{words}|[()])[\u4e00-\u9fff()]{{1,18}}?(?:{item})){amount}(?:[、,;。)和及等]|$))"
    )
