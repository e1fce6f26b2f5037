"""How far one text is from another, in slips of the pen."""

from __future__ import annotations


def edits(one: str, other: str) -> int:
    """The least number of characters changed, inserted, left out or swapped with the next."""
    rows = [list(range(len(other) + 1))]
    for i, char in enumerate(one, 1):
        row = [i]
        for j, printed in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (char != printed))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == printed:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
