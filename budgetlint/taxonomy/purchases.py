"""Procurement and asset tables and the words about them: ``purchases.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, patterns, tables_of
from budgetlint.taxonomy.template_spec import statement_spec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from budgetlint.taxonomy.template_spec import StatementSpec


@dataclass(frozen=True, slots=True)
class PurchaseTable:
    """A kind of table, and without which columns and rows a table is none of this kind."""

    spec: StatementSpec
    needs: tuple[str, ...]
    needs_rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PurchaseSpec:
    """What is known of procurement and asset tables.

    ``rows`` are the labels of rows, ``words`` the other expressions, each by its name in the file;
    ``labels`` are those of single tables. ``text`` maps what the text states to the cells that
    state the same. ``nested`` maps a column to those that make it up. ``kinds`` tells goods, works
    and services by the catalogue code, ``kind_names`` by the name, of which the first that fits
    counts. ``assets`` are things that go by many names.
    ``equipment`` are the economic codes that buy equipment in the table ``equipment_table``.
    """

    tables: tuple[PurchaseTable, ...]
    rows: Mapping[str, Expression]
    labels: Mapping[str, Mapping[str, Expression]]
    text: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Expression]
    nested: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Expression]
    kind_names: tuple[tuple[str, Expression], ...]
    assets: Mapping[str, Expression]
    equipment_table: str
    equipment: tuple[str, ...]


def _expressions(texts: Mapping[str, str]) -> dict[str, Expression]:
    return {name: Expression(text) for name, text in texts.items()}


@cache
def purchases() -> PurchaseSpec:
    """What is known of procurement and asset tables."""
    data = tables_of("purchases.toml")
    columns = {t["id"]: t["columns"] for t in data["tables"] if "columns" in t}
    return PurchaseSpec(
        tables=tuple(
            PurchaseTable(
                statement_spec(
                    {**t, "columns": columns[t.get("columns_of", t["id"])]},
                    "budget",
                    numbered=False,
                ),
                tuple(t["needs"]),
                tuple(t.get("needs_rows", ())),
            )
            for t in data["tables"]
        ),
        rows=_expressions(data["rows"]),
        labels={table: _expressions(texts) for table, texts in data["labels"].items()},
        text={each["concept"]: tuple(each["cells"]) for each in data["text"]},
        words=_expressions(data["words"]),
        nested={role: tuple(roles) for role, roles in data["nested"].items()},
        kinds=_expressions(data["kinds"]),
        kind_names=tuple((n["kind"], Expression(n["pattern"])) for n in data["kind_names"]),
        assets={each["name"]: patterns([each["pattern"]]) for each in data["assets"]},
        equipment_table=data["equipment"]["statement"],
        equipment=tuple(data["equipment"]["codes"]),
    )
