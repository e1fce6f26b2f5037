"""Whose disclosure it is, for which year, budget or final accounts."""

from __future__ import annotations

import pytest
from disclosure.builders import OPENING, Budget, consistent, statement_text, understood

from budgetlint.disclosure.naming.identity import level_of

UNIT_CAPTION = "| 304001青禾县种子站 | 预算年度：2024 | 单位：万元 |"


@pytest.mark.parametrize(
    ("text", "entity", "year", "kind"),
    [
        ("青禾县农业农村局2024年部门预算公开", "青禾县农业农村局", 2024, "budget"),
        ("青禾县农业农村局 2023 年度部门决算公开", "青禾县农业农村局", 2023, "final"),
        ("青禾县农业农村局\n2024年部门预算公开", "青禾县农业农村局", 2024, "budget"),
        ("第一部分 青禾县种子站2024年单位预算信息公开", "青禾县种子站", 2024, "budget"),
        ("现将云溪市教育局2022年度部门决算公开如下：", "云溪市教育局", 2022, "final"),
        (
            "根据《青禾县人民政府关于预算公开的意见》，现将青禾县水利局2025年部门预算公开如下。",
            "青禾县水利局", 2025, "budget",
        ),
        (
            "中共云溪市沧浦区委\n社会工作部 2024 年度\n部门决算",
            "中共云溪市沧浦区委社会工作部", 2024, "final",
        ),
        ("2024年度青禾县水利局部门决算", "青禾县水利局", 2024, "final"),
        ("2024年度部门决算", None, 2024, "final"),
        ("2024年部门预算公开", None, 2024, "budget"),
        ("青禾县农业农村局概况", None, None, "unknown"),
    ],
)  # fmt: skip
def test_title_and_opening_sentence_tell_entity_year_and_kind(
    text: str, entity: str | None, year: int | None, kind: str
) -> None:
    identity = understood(text).identity
    assert (identity.entity, identity.year, identity.kind) == (entity, year, kind)


def test_a_sentence_about_last_year_is_no_title() -> None:
    text = f"{OPENING}\n2023年部门预算执行情况良好，较2022年决算增长。\n"
    assert understood(text).identity.year == 2024


def test_captions_tell_entity_code_and_year_where_nothing_else_does() -> None:
    text = Budget().text().replace(OPENING, "")
    identity = understood(text).identity
    assert (identity.entity, identity.code, identity.year) == ("青禾县农业农村局", "304", 2024)


def test_the_template_tells_the_kind_where_no_title_does() -> None:
    assert understood(Budget().text().replace(OPENING, "")).identity.kind == "budget"


def test_the_year_of_most_captions_wins() -> None:
    other = "| 304青禾县农业农村局 | 预算年度：2023 | 单位：万元 |"
    assert Budget().with_caption("income", other).understood().identity.year == 2024


def test_the_name_that_most_captions_give_wins_over_a_title_of_another() -> None:
    text = f"青禾县水利局2024年部门预算公开\n{Budget().text()}".replace(OPENING, "")
    assert understood(text).entity == "青禾县农业农村局"


def test_the_full_name_of_the_title_wins_over_a_shorter_one_in_the_captions() -> None:
    text = Budget().text().replace("304青禾县农业农村局", "304县农业农村局")
    assert understood(text).entity == "青禾县农业农村局"


def test_a_unit_whose_captions_name_the_department_is_named_by_its_heading() -> None:
    unit = statement_text("summary", [], title="单位预算收支总表")
    text = f"{Budget().only('summary').text()}\n第二部分 部门所属单位预算\n"
    parts = understood(f"{text}一、青禾县种子站收支预算\n{unit}").parts
    assert [part.entity for part in parts] == ["青禾县农业农村局", "青禾县种子站"]


def test_a_heading_about_last_years_accounts_does_not_make_a_budget_final_accounts() -> None:
    text = f"{OPENING}\n青禾县农业农村局2024年部门预算公开\n2023年度部门决算公开"
    identity = understood(text).identity
    assert (identity.kind, identity.year) == ("budget", 2024)


def test_the_captions_of_a_unit_do_not_name_the_department() -> None:
    caption = UNIT_CAPTION.replace("2024", "2023")
    unit = statement_text("summary", [], caption=caption, title="单位预算收支总表")
    unit += statement_text("income", [], caption=caption, title="单位预算收入总表")
    identity = understood(Budget().only("summary").text() + "\n" + unit).identity
    assert (identity.entity, identity.code, identity.year) == ("青禾县农业农村局", "304", 2024)
    assert identity.names == ("青禾县农业农村局", "青禾县种子站")


def test_every_part_is_named_by_its_captions() -> None:
    unit = statement_text("summary", [], caption=UNIT_CAPTION, title="单位预算收支总表")
    parts = understood(Budget().only("summary").text() + "\n" + unit).parts
    assert [(p.kind, p.entity, p.code) for p in parts] == [
        ("department", "青禾县农业农村局", "304"),
        ("unit", "青禾县种子站", "304001"),
    ]


def test_a_unit_without_captions_is_named_by_its_heading() -> None:
    text = (
        f"{OPENING}\n部门预算收支总表\n第二部分 部门所属单位预算\n"
        "一、青禾县种子站收支预算\n单位预算收支总表\n"
    )
    assert [part.entity for part in understood(text).parts] == ["青禾县农业农村局", "青禾县种子站"]


def test_the_unit_of_the_document_is_that_of_all_its_tables() -> None:
    assert consistent().unit == "万元"
    mixed = "| 304青禾县农业农村局 | 预算年度：2024 | 单位：元 |"
    assert Budget().with_caption("income", mixed).understood().unit is None


@pytest.mark.parametrize(
    ("entity", "level"),
    [
        ("青禾县农业农村局", "county"),
        ("云溪市青禾区教育局", "county"),
        ("中共云溪市沧浦区委社会工作部", "county"),
        ("青禾县城关镇中心小学", "county"),
        ("云溪市第一人民医院", "city"),
        ("云溪自治县水利局", "county"),
        ("青禾县市场监督管理局", "county"),
        ("青禾县城镇管理局", "county"),
        ("云溪市教育局", "city"),
        ("云溪市市场监督管理局", "city"),
        ("云溪市乡村振兴局", "city"),
        ("云溪自治州水利局", "city"),
        ("河川省财政厅", "province"),
        ("河川自治区财政厅", "province"),
        ("云溪地区教育局", "city"),
        ("青禾县白石镇人民政府", "township"),
        ("青禾县白石街道办事处", "township"),
        ("白石乡卫生院", "township"),
        ("农业农村局", None),
        ("", None),
        (None, None),
    ],
)
def test_the_name_of_an_entity_shows_its_level(entity: str | None, level: str | None) -> None:
    assert level_of(entity) == level
