"""The number of offices against the list of their names."""

from __future__ import annotations

import pytest
from disclosure.builders import SECTION_HEADINGS, document, hebei

from budgetlint.disclosure.narrative.offices import office_counts
from budgetlint.disclosure.structure.outline import find_outline


def counted(*lines: str) -> list[tuple[int, int, int]]:
    """Every number with the least and the most that is listed."""
    made = document("\n".join((SECTION_HEADINGS["duties"], *lines)))
    found = office_counts(made, find_outline(made, (hebei(),)))
    return [(one.stated, one.least, one.most) for one in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("内设3个科室：办公室、人事科、财务科。", (3, 3, 3)),
        ("内设机构3个，分别为办公室、人事科、财务科；另有协会。", (3, 3, 3)),
        ("下设办公室、人事股、财务股三个职能股室。", (3, 3, 3)),
        ("设科室（3个）：办公室，人事科，财务科。", (3, 3, 3)),
        ("内设3个职能科室，分别为办公室、组织股〔党建（一）组、二组〕、干部股。", (3, 3, 3)),
        ("内设科室3个，具体为办公室、人事科、财务科。", (3, 3, 3)),
        ("内设3个科室：办公室、规划和监测科、财务科。", (3, 3, 4)),
        ("内设3个科室：办公室、人事科和财务科。", (3, 2, 3)),
        ("所属事业单位2个：青禾县农技站、青禾县种子中心。", (2, 2, 2)),
        ("内设4个科室：办公室、人事科、财务科。", (4, 3, 3)),
    ],
)  # fmt: skip
def test_the_list_beside_a_number_is_counted(line: str, found: tuple[int, int, int]) -> None:
    assert counted(line) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "内设11个科室，包括办公室、人事科、财务科等。",
        "下设办公室、人事股、财务股等6个股室。",
        "内设3个科室：办公室负责文电、会务；人事科负责工资。",
        "内设3个科室。",
        "服务3个乡镇：东乡、西乡、南乡。",
        "内设2个科室：办公室。",
    ],
)
def test_what_is_no_complete_list_of_names_is_not_counted(line: str) -> None:
    assert counted(line) == []


def test_a_number_told_in_groups_is_their_sum() -> None:
    line = "下设5个科室即：行政科室3个：办公室、人事科、财务科。事业科室2个：服务中心、推广站。"
    assert counted(line) == [(5, 5, 5), (3, 3, 3), (2, 2, 2)]
    assert counted(line.replace("下设5个", "下设6个"))[0] == (6, 5, 5)
    assert counted(line.replace("事业科室2个", "所属单位2个"))[0] == (3, 3, 3)


def test_offices_described_below_the_number_are_counted() -> None:
    below = ("1、办公室：承担文电工作。", "2、人事股：承担人事工作。", "机构设置：")
    assert counted("内设机构3个：", *below) == [(3, 2, 2)]
    assert counted("内设机构3个：", "1、承担文电工作。", "2、承担人事工作。") == []
