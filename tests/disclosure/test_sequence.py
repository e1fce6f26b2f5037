"""Which members of a sequence that should ascend stand in the wrong place."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.sequence import longest_ascending


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([], set()),
        (["201"], {0}),
        (["201", "208", "213"], {0, 1, 2}),
        (["201", "213", "208", "221"], None),
        (["221", "201", "208", "213"], {1, 2, 3}),
        (["201", "208", "213", "205"], {0, 1, 2}),
    ],
)
def test_the_members_in_order_are_kept(values: list[str], kept: set[int] | None) -> None:
    found = longest_ascending(values)
    if kept is None:
        assert len(found) == 3
        assert {0, 3} < found
    else:
        assert found == kept


def test_equal_members_are_not_both_kept() -> None:
    assert len(longest_ascending([3, 3, 3])) == 1


@given(st.lists(st.integers(0, 9), max_size=9))
def test_what_is_kept_ascends_and_nothing_longer_does(values: list[int]) -> None:
    kept = sorted(longest_ascending(values))
    assert all(values[a] < values[b] for a, b in pairwise(kept))
    longest = max(
        len(chosen)
        for size in range(len(values) + 1)
        for chosen in combinations(values, size)
        if all(a < b for a, b in pairwise(chosen))
    )
    assert len(kept) == longest
