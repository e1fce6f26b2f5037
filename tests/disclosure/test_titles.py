"""Titles and opening sentences: entity, year and kind, over several lines and misprinted."""

from __future__ import annotations

import pytest
from disclosure.builders import understood

from budgetlint.disclosure.naming.titles import is_organisation, well_formed_year


def titles(text: str) -> list[tuple[str | None, int | None, str, bool]]:
    return [(t.entity, t.year, t.kind, t.opening) for t in understood(text).titles]


@pytest.mark.parametrize(
    ("text", "entity", "year", "kind"),
    [
        ("青禾县农业农村局2024年部门预算公开", "青禾县农业农村局", 2024, "budget"),
        ("2024年度部门决算公开", None, 2024, "final"),
        ("2024年度青禾县水利局部门决算", "青禾县水利局", 2024, "final"),
        ("2024年青禾县第二中学预算公开", "青禾县第二中学", 2024, "budget"),
        ("附件1：青禾县水利局2024年部门预算", "青禾县水利局", 2024, "budget"),
        ("关于青禾县水利局2024年部门预算情况说明", "青禾县水利局", 2024, "budget"),
        ("第二部分 沧浦区文化局 2024 年度部门决算表", "沧浦区文化局", 2024, "final"),
        ("二〇二四年度部门决算", None, 2024, "final"),
        ("青禾县水利局2024年预算公开说明", "青禾县水利局", 2024, "budget"),
        ("青禾县水利局（本级）2024年单位预算", "青禾县水利局(本级)", 2024, "budget"),
    ],
)
def test_a_line_is_a_title(text: str, entity: str | None, year: int, kind: str) -> None:
    assert titles(text) == [(entity, year, kind, False)]


@pytest.mark.parametrize(
    "text",
    [
        "中共云溪市沧浦区委\n社会工作部 2024 年度\n部门决算",
        "中共云溪市沧浦区委社会工作部\n2024年度部门决算",
        "中共云溪市沧浦区委社会工作部 2024 年度部门决算情况\n说明",
        "中共云溪市\n沧浦区委社会工作部\n2024年度\n部门决算",
    ],
)
def test_a_title_may_run_over_several_lines(text: str) -> None:
    assert titles(text) == [("中共云溪市沧浦区委社会工作部", 2024, "final", False)]


@pytest.mark.parametrize(
    ("text", "entity", "year"),
    [
        ("按照规定，现将青禾县水利局2024年部门预算公开如下：", "青禾县水利局", 2024),
        ("现将青禾县水利局2024年度单位预算情况说明如下：", "青禾县水利局", 2024),
        ("现将2024年度青禾县水利局部门决算公开如下：", "青禾县水利局", 2024),
        ("现将我局2024年部门预算公开如下：", None, 2024),
    ],
)
def test_the_opening_sentence_names_entity_and_year(
    text: str, entity: str | None, year: int
) -> None:
    assert [(t.entity, t.year, t.opening) for t in understood(text).titles] == [
        (entity, year, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2023年部门预算执行情况",
        "青禾县农业农村局概况",
        "三、2024年项目预算绩效目标",
        "2024年部门预算收入为120.00万元。",
        "关于下达2024年部门预算的通知收悉后，我局立即组织编制。",
    ],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert titles(text) == []


def test_a_year_may_be_cut_by_the_end_of_a_line() -> None:
    found = understood("青禾县水利局2024\n年度部门决算")
    assert [(t.entity, t.year) for t in found.titles] == [("青禾县水利局", 2024)]
    assert found.years.claims[0].location.text == "青禾县水利局2024"


def test_what_stands_above_is_no_name_unless_it_looks_like_one() -> None:
    text = "我部门无其他需要说明的事项\n2024年单位预算公开"
    assert titles(text) == [(None, 2024, "budget", False)]


@pytest.mark.parametrize("year", ["20232023年", "22017年", "2018度", "2024"])
def test_a_misprinted_year_is_no_year_but_the_title_is_one(year: str) -> None:
    found = understood(f"青禾县水利局{year}部门决算").titles
    assert [(t.entity, t.year, t.printed) for t in found] == [("青禾县水利局", None, year)]


@pytest.mark.parametrize(
    ("printed", "year"),
    [("2024年", 2024), ("2024年度", 2024), ("二〇二四年度", 2024), ("二○一九年", 2019),
     ("2024", None), ("2018度", None), ("20232023年", None)],
)  # fmt: skip
def test_a_year_is_well_formed_or_not(printed: str, year: int | None) -> None:
    assert well_formed_year(printed) == year


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("青禾县水利局", True), ("青禾县第二中学", True), ("中共青禾县委组织部", True),
     ("青禾县水利局(本级)", True), ("我局", False), ("其他需要说明的事项", False),
     ("附件", False), ("部门", False)],
)  # fmt: skip
def test_a_name_looks_like_an_organisation_or_not(name: str, is_one: bool) -> None:
    assert is_organisation(name) is is_one
