"""Names of subjects in sentences: the whole official list is right, and a slip is never taken for
another name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure import understand
from budgetlint.disclosure.narrative.subject_defects import NameFault, old_names, wrong_names
from budgetlint.document import Document, Paragraph
from budgetlint.taxonomy.subjects import CodeBook, subject_key

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.taxonomy.subjects import Subject

FUNCTIONS = CodeBook()["function"]


@cache
def chains(year: int) -> tuple[tuple[Subject, Subject, Subject], ...]:
    """Every 项 of a year below its 款 and 类."""
    return tuple(
        (upper, division, item)
        for item in FUNCTIONS.subjects
        if len(item.code) == 7 and item.valid_in(year)
        for division in FUNCTIONS.of(item.code[:5], year)
        for upper in FUNCTIONS.of(item.code[:3], year)
    )


def disclosed(year: int, *sentences: str) -> Disclosure:
    lines = (f"青禾县某某局{year}年部门预算", "八、名词解释", *sentences)
    return understand(Document("text", tuple(map(Paragraph, lines))))


@pytest.mark.parametrize("year", [2018, 2019, 2020, 2022, 2024, 2026])
def test_every_subject_of_a_year_is_right_in_its_chain_and_beside_its_code(year: int) -> None:
    disclosure = disclosed(
        year,
        *(
            f"{upper.name}（类）{division.name}（款）{item.name}（项）：指{item.code}{item.name}。"
            for upper, division, item in chains(year)
        ),
    )
    assert old_names(disclosure) == []
    wrong, total = wrong_names(disclosure)
    assert wrong == []
    assert total > len(chains(year))


@given(
    chain=st.sampled_from(chains(2024)), at=st.integers(0, 40), letter=st.sampled_from(["", "某"])
)
def test_a_slip_in_a_name_is_never_taken_for_another_name(
    chain: tuple[Subject, Subject, Subject], at: int, letter: str
) -> None:
    upper, division, item = chain
    name = item.name
    at %= len(name)
    slipped = name[:at] + letter + name[at + 1 :]
    sentence = f"{upper.name}（类）{division.name}（款）{slipped}（项）：指支出。"
    for found in wrong_names(disclosed(2024, sentence))[0]:
        meant = {subject_key(each.name) for each in found.meant}
        assert found.fault is not NameFault.MISSPELT or subject_key(name) in meant
