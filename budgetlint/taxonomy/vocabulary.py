"""Labels of rows, and the names of classes of functional expenditure."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, patterns, tables_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A labelled row of a two-sided table or of the 三公 table.

    A row counts into the sum of its ``lines`` unless the row ``until`` stands above it.
    ``name`` is its usual label, ``of`` the row it is an item of; one that ``counts`` (groups,
    persons, vehicles) holds no money.
    """

    id: str
    name: str
    pattern: Expression | None
    after: str | None = None
    lines: str | None = None
    until: str | None = None
    classes: bool = False
    counts: bool = False
    of: str | None = None


@cache
def row_specs(vocabulary: str) -> tuple[RowSpec, ...]:
    """The labelled rows of one vocabulary of ``rows.toml``; those with ``after`` come first."""
    specs = [
        RowSpec(
            id=row["id"],
            name=row["name"],
            pattern=patterns(row["patterns"]) if "patterns" in row else None,
            after=row.get("after"),
            lines=row.get("lines"),
            until=row.get("until"),
            classes=row.get("classes", False),
            counts=row.get("counts", False),
            of=row.get("of"),
        )
        for row in tables_of("rows.toml")[vocabulary]
    ]
    return tuple(sorted(specs, key=lambda spec: spec.after is None))


@cache
def class_codes() -> Mapping[str, str]:
    """The name of each class of functional expenditure, past and present, to its code."""
    lines = text_of("classes.csv").splitlines()
    return {row["name"]: row["code"] for row in csv.DictReader(lines)}
