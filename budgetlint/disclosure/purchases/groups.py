"""Which rows of a table add up to which: under a sub-total, under the total, inside another row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import parse_number
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.purchases.rows import is_inside, is_numbered
from budgetlint.fold import fold
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.disclosure.tables.rows import Row


def row_groups(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]] | None:
    """Each sum with the rows that make it up; None where sub-totals stand in several levels or a
    row without a name may be one.

    Sub-totals stand all before or all behind their items; what is under none counts into the
    total itself.
    """
    total = next((row for row in rows if row.code == "total"), None)
    rest = [row for row in rows if row is not total]
    if not all(row.label for row in rest):
        return None
    heads = [row for row in rest if row.is_subtotal]
    if not heads:
        return [(total, rest)] if total else []
    ahead = rest[0].is_subtotal
    groups: list[tuple[Row, list[Row]]] = []
    loose: list[Row] = []
    for row in rest if ahead else rest[::-1]:
        if row.is_subtotal:
            groups.append((row, []))
        elif groups:
            groups[-1][1].append(row)
        else:
            loose.append(row)
    if any(not below for _, below in groups):
        return None
    return [*groups, (total, [*heads, *loose])] if total else groups


def settle_heads(rows: Sequence[Row]) -> None:
    """Tell heads of groups that are not called 小计 (货物, a unit) from items.

    They are heads if the total shows it, items if it is the sum of all rows; where the amounts
    show neither, they lose their label, so that nothing is added.
    """
    total = next((row for row in rows if row.code == "total"), None)
    doubtful = [row for row in rows if row is not total and not row.is_subtotal and _may_head(row)]
    rest = [row for row in rows if row is not total]
    if not doubtful or (total and _amount(total) == sum(map(_amount, rest), Decimal(0))):
        return
    for row in doubtful:
        row.is_subtotal = True
    groups = row_groups(rows)
    if groups and all(_amount(head) == sum(map(_amount, below), Decimal(0))
                      for head, below in groups):  # fmt: skip
        return
    for row in doubtful:
        row.is_subtotal, row.label = False, ""


def _may_head(row: Row) -> bool:
    """Whether a row without price and quantity names no item, or a mere kind of them."""
    if any(_text(row, role) for role in ("price", "quantity")):
        return False
    group = purchases().rows["group"].fullmatch(strip_ordinal(_text(row, "item")))
    return not _text(row, "item") or bool(group) or is_inside(row)


def _text(row: Row, role: str) -> str:
    return fold(row.cells[role].text) if role in row.cells else ""


def _amount(row: Row) -> Decimal:
    number = parse_number(_text(row, "total"))
    return number[0] if number else Decimal(0)


def inside_rows(rows: Sequence[Row]) -> dict[str, Row]:
    """The rows of an asset table that are 其中 of another one: their codes, and that one.

    Where the main rows are numbered, what follows a 其中 without a number goes on with it.
    """
    numbered = any(is_numbered(row) for row in rows)
    found: dict[str, Row] = {}
    above: Row | None = None
    inside = False
    for row in rows:
        inside = is_inside(row) or (inside and numbered and not is_numbered(row))
        inside = inside and row.code != "total"
        if inside and above:
            found[row.code] = above
        elif not inside:
            above = row
    return found
