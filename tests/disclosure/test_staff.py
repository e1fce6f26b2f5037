"""Headcounts in sentences: which totals and kinds are read, and what must hold."""

from __future__ import annotations

import pytest
from disclosure.builders import SECTION_HEADINGS, understood
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetlint.disclosure.diagnosis.relations import Kind

HEADING = SECTION_HEADINGS["duties"]


def counts(line: str) -> list[tuple[str, str, str]]:
    """Every headcount that is told with its total: name, value, total."""
    disclosure = understood(f"{HEADING}\n{line}")
    return [
        (fact.name, str(fact.value), str(fact.about.value))
        for fact in disclosure.facts
        if fact.concept.startswith("staff") and fact.about
    ]


def defects(line: str) -> list[tuple[str, str, str | None]]:
    """What is wrong: the suspect, its value, and the most that the failed relation may be."""
    found = understood(f"{HEADING}\n{line}").diagnosis.defects
    assert all(defect.kind is Kind.NARRATIVE for defect in found)
    return [(d.suspect.name, str(d.suspect.value), d.relation.severity) for d in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "核定编制87名，其中行政编制26名、事业编制61名；2023年末在职人员83人，退休人员47人。",
            [("行政编制", "26名", "87名"), ("事业编制", "61名", "87名")],
        ),
        (
            "青禾县农业农村局共有163人，其中：在职人员53人，离休4人，退休人员106人。",
            [
                ("在职人员", "53人", "163人"), ("离休", "4人", "163人"),
                ("退休人员", "106人", "163人"),
            ],
        ),
        (
            "实有在职人员25人（行政23人、事业编制2人），离退休人员9人，其中离休1人、退休8人。",
            [
                ("行政", "23人", "25人"), ("事业编制", "2人", "25人"),
                ("离休", "1人", "9人"), ("退休", "8人", "9人"),
            ],
        ),
        (
            "编制45个，其中：行政编制10个（含工勤编制2个）；事业编制35个。",
            [("行政编制", "10个", "45个"), ("事业编制", "35个", "45个")],
        ),
        (
            "编制人数为45人，其中：行政编制人数15人、事业人员编制30人；实有人数43人。",
            [("行政编制人数", "15人", "45人"), ("事业人员编制", "30人", "45人")],
        ),
        (
            "共有163人，其中在职53人，离退休110人，离休4人，退休106人。",
            [("在职", "53人", "163人"), ("离退休", "110人", "163人")],
        ),
        ("核定行政编制26名，其中参公编制5名、事业编制30名。", []),
        ("事业编制61名，其中管理岗位20名、专业技术岗位41名。", []),
        ("培训在职职工300人次，其中退休人员20人次。", []),
        ("编制36人，在职人员25人，退休人员9人。", []),
        ("编制完成2023年预算36个，其中行政12个。", []),
    ],
)  # fmt: skip
def test_a_total_is_read_with_its_kinds(line: str, found: list[tuple[str, str, str]]) -> None:
    assert counts(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "核定编制87名，其中行政编制26名、事业编制61名。",
        "核定编制87名，其中行政编制26名。",
        "核定编制87名，其中行政编制26名、事业编制55名等。",
        "核定编制87名，其中行政编制26名、周转编制3名、事业编制55名。",
        "共有人员90人，其中在职人员53人，女职工21人，退休人员30人。",
        "实有在职人员25人，其中行政20人，事业5人，其中女职工9人。",
    ],
)
def test_what_adds_up_or_is_not_all_told_is_right(line: str) -> None:
    assert defects(line) == []


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("核定编制87名，其中行政编制26名、事业编制63名。", "error"),
        ("核定编制87名，其中行政编制26名、事业编制60名。", "warning"),
        ("实有在职人员73人，其中行政25人、事业20人、工勤26人。", "warning"),
        ("共有73人，其中在职25人、离休22人、退休26人等。", None),
        ("共有70人，其中在职25人、离休22人、退休26人等。", "error"),
        ("核定编制20名，其中行政编制26名。", "error"),
    ],
)
def test_kinds_cannot_be_more_than_their_total_and_are_expected_to_be_all_of_it(
    line: str, severity: str | None
) -> None:
    assert [found[2] for found in defects(line)] == ([severity] if severity else [])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 900), min_size=2, max_size=3), st.integers(1, 9))
def test_any_headcount_is_the_sum_of_its_kinds(kinds: list[int], more: int) -> None:
    names = ("行政编制", "事业编制", "工勤编制")
    listed = "、".join(f"{name}{kind}名" for name, kind in zip(names, kinds, strict=False))
    total = sum(kinds)
    assert defects(f"核定编制{total}名，其中{listed}。") == []
    (less,) = defects(f"核定编制{total + more}名，其中{listed}。")
    assert less[2] == "warning"
    (above,) = defects(f"核定编制{max(total - more, 1)}名，其中{listed}。")
    assert above[2] == "error"
