"""Names and codes in captions, titles and text, held against their part."""

from __future__ import annotations

import pytest
from disclosure.builders import CAPTION, OPENING, Budget, document, statement_text, understood

from budgetlint.disclosure.naming.entities import entity_claims, entity_defects, mistyped_names

UNIT = "| 304001青禾县种子站 | 预算年度：2024 | 单位：万元 |"
UNIT_TABLES = ("summary", "income", "expenditure", "fiscal-summary")
UNIT_TITLES = (
    "单位预算收支总表",
    "单位预算收入总表",
    "单位预算支出总表",
    "单位预算财政拨款收支总表",
)


def defects(text: str) -> list[tuple[str, str, str | None, int]]:
    """Fault, name, code and number of places of each defect."""
    found = understood(text)
    claims = entity_claims(found.document, found.outline, found.statements, found.titles)
    return [
        (d.fault.value, d.claims[0].name, d.claims[0].code, len(d.claims))
        for d in entity_defects(found.outline, claims)
    ]


def with_unit(*captions: str) -> str:
    """A department and the tables of its unit with these captions (the last one for the rest)."""
    given = [*captions, *[captions[-1]] * (len(UNIT_TABLES) - len(captions))]
    unit = "".join(
        statement_text(table, [], caption=caption, title=title)
        for table, title, caption in zip(UNIT_TABLES, UNIT_TITLES, given, strict=True)
    )
    return f"{Budget().text()}\n第二部分 部门所属单位预算\n一、青禾县种子站收支预算\n{unit}"


def caption(entity: str) -> str:
    return CAPTION.replace("304青禾县农业农村局", entity)


def test_captions_that_agree_with_their_part_are_no_defect() -> None:
    assert defects(with_unit(UNIT)) == []


@pytest.mark.parametrize(
    ("entity", "fault"),
    [
        ("305青禾县水利局", "other"),
        ("304青禾县农业农局", "other"),
        ("304农业农村局", "abbreviated"),
        ("304青禾县农业农村局本级", "abbreviated"),
        ("340青禾县农业农村局", "code"),
        ("304 青禾县 农业农村局", None),
        ("304青禾县农业农村局（汇总）", None),
        ("304云溪市青禾县农业农村局", None),
    ],
)
def test_one_caption_of_a_department_is_wrong(entity: str, fault: str | None) -> None:
    text = Budget().with_caption("income", caption(entity)).text()
    assert [found[0] for found in defects(text)] == ([fault] if fault else [])


def test_a_units_table_with_the_departments_caption_is_not_the_units() -> None:
    assert defects(with_unit(CAPTION, UNIT)) == [("other", "青禾县农业农村局", "304", 1)]


def test_all_tables_of_a_unit_with_the_departments_caption_are_one_defect() -> None:
    assert defects(with_unit(CAPTION)) == [("other", "青禾县农业农村局", "304", 4)]


def test_the_departments_own_level_is_a_unit_with_its_own_code() -> None:
    own = UNIT.replace("青禾县种子站", "青禾县农业农村局本级")
    text = with_unit(CAPTION, own).replace("一、青禾县种子站", "一、青禾县农业农村局本级")
    assert defects(text) == [("other", "青禾县农业农村局", "304", 1)]


def test_the_code_of_a_unit_begins_with_the_departments() -> None:
    assert defects(with_unit(UNIT.replace("304001", "305001"))) == [
        ("foreign-code", "青禾县种子站", "305001", 4)
    ]


def test_a_title_of_another_is_held_against_the_captions() -> None:
    text = f"青禾县水利局2024年部门预算公开\n{Budget().text()}"
    assert defects(text) == [("other", "青禾县水利局", None, 1)]


def test_captions_that_shorten_the_title_are_abbreviated() -> None:
    text = Budget().text().replace("304青禾县农业农村局", "304农业农村局")
    assert understood(text).entity == "青禾县农业农村局"
    assert [found[0] for found in defects(text)] == ["abbreviated"]


def test_the_caption_of_a_table_of_purchases_counts_as_well() -> None:
    table = "部门政府采购预算\n| 305青禾县水利局 | 单位：万元 |\n| 项目 | 金额 |\n| 电脑 | 5.00 |"
    assert defects(f"{Budget().text()}\n{table}") == []
    own_code = table.replace("305青禾县水利局", "304青禾县水利局")
    assert defects(f"{Budget().text()}\n{own_code}") == [("other", "青禾县水利局", "304", 1)]


def test_a_row_that_begins_like_a_caption_is_none() -> None:
    table = "部门政府采购预算\n| 2130101行政运行 | 5.00 |\n| 30201办公室 | 5.00 |"
    assert defects(f"{Budget().text()}\n{table}") == []


# ------------------------------------------------------------------ running text
def mistyped(*sentences: str) -> list[tuple[str, int]]:
    text = f"{OPENING}\n" + "\n".join(sentences)
    found = understood(text)
    return [
        (defect.claims[0].name, defect.agreeing)
        for defect in mistyped_names(document(text), found.outline, found.titles)
    ]


RIGHT = ["青禾县农业农村局负责指导生产。"] * 3


@pytest.mark.parametrize("slip", ["青禾县农业农局", "青禾县农业村农局", "青禾县农农业农村局"])
def test_a_name_mistyped_once_among_right_ones_is_told(slip: str) -> None:
    assert mistyped(*RIGHT, f"由{slip}组织实施。") == [(slip, 4)]


@pytest.mark.parametrize(
    "other",
    ["青禾县农业局", "青禾县水利局", "青禾县农业农机局", "青河县农业农局", "青禾县农业农村工作办",
     "青禾县农业农村分局", "青禾县农业农村局种子站", "青禾县农业农村发展中心"],
)  # fmt: skip
def test_other_names_are_not(other: str) -> None:
    assert mistyped(*RIGHT, f"由{other}组织实施。") == []


def test_a_slip_that_is_as_usual_as_the_name_is_not_judged() -> None:
    assert mistyped(RIGHT[0], "由青禾县农业农局组织实施。") == []


# ------------------------------------------------------------------ parts that are not told apart
def test_tables_that_a_part_has_twice_are_not_judged() -> None:
    again = statement_text("income", [], caption=UNIT, title="部门预算收入总表")
    again += statement_text("expenditure", [], caption=UNIT, title="部门预算支出总表")
    assert defects(f"{Budget().text()}\n{again}") == []


def test_the_title_of_a_units_budget_in_a_departments_part_is_not_judged() -> None:
    text = f"青禾县农业农村局2024年部门预算公开\n{Budget().text()}\n青禾县种子站2024年单位预算公开"
    assert defects(text) == []


@pytest.mark.parametrize(("department", "foreign"), [("304000", 0), ("304", 0), ("305000", 1)])
def test_codes_of_one_length_share_the_departments_digits(department: str, foreign: int) -> None:
    text = with_unit(UNIT).replace("| 304青禾县", f"| {department}青禾县")
    assert len(defects(text)) == foreign
